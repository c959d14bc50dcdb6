// From the rules to findings: one for a rule, an asset and a role, with every fact it stands on.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Finding, Urgency } from '../model/assessment.ts';
import type { IsoDate } from '../model/evidence.ts';
import type { Fact } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import type { AcceptedRisk, Product } from '../model/product.ts';
import type { Rule, Sighting } from './rules/rule.ts';
import { RULES } from './rules.ts';
import type { Scene } from './scene.ts';
import { roleRank } from './scope.ts';
import { isUntouched, watch } from './watch.ts';
import { bestConfidence, bestGrade, isOfProduct, nearestOrigin, originRank, type Weight } from './weight.ts';

/** A finding, and how much it may decide. */
export interface Hit {
  readonly finding: Finding;
  readonly weight: Weight;
}

const URGENCIES: readonly Urgency[] = ['present-day', 'quantum-long-lived', 'quantum', 'record', 'good'];
const WEIGHTS: readonly Weight[] = ['firm', 'soft', 'kept'];

/** What one rule found, and what it looked at for that. */
export interface Look {
  readonly rule: Rule;
  readonly hits: readonly Hit[];
  /** the parts of the scene that the rule read */
  readonly read: ReadonlySet<keyof Scene>;
}

/** Every finding: by urgency, then origin, role, id. */
export function findAll(scene: Scene, rules: readonly Rule[] = RULES): Hit[] {
  return mergeLooks(lookAtAll(scene, undefined, rules));
}

/**
 * Every rule's look at a scene. A rule is a pure function of what it reads, so one that read nothing that differs from an earlier scene
 * found there what it would find here; accepted risks are the same in both.
 */
export function lookAtAll(
  scene: Scene,
  earlier?: { readonly scene: Scene; readonly looks: readonly Look[] },
  rules: readonly Rule[] = RULES,
): Look[] {
  return rules.map((rule, index) => {
    const known = earlier?.looks[index];
    if (known?.rule !== rule || earlier === undefined) return look(rule, scene);
    if (isUntouched(known.read, earlier.scene, scene)) return known;
    const fresh = look(rule, scene);
    return isSameFound(known.hits, fresh.hits) ? { ...fresh, hits: known.hits } : fresh;
  });
}

function isSameFound(a: readonly Hit[], b: readonly Hit[]): boolean {
  return a.length === b.length && a.every((hit, index) => JSON.stringify(hit) === JSON.stringify(b[index]));
}

/** What all rules found together. */
export function mergeLooks(looks: readonly Look[]): Hit[] {
  const hits = new Map<string, Hit>();
  for (const hit of looks.flatMap((each) => each.hits)) {
    const known = hits.get(hit.finding.id);
    hits.set(hit.finding.id, known === undefined ? hit : join(known, hit));
  }
  return [...hits.values()].sort((a, b) => compareFindings(a.finding, b.finding));
}

function look(rule: Rule, scene: Scene): Look {
  const { subject, read } = watch(scene);
  return { rule, hits: rule.find(subject).map((sighting) => toHit(rule, sighting, scene)), read };
}

function toHit(rule: Rule, sighting: Sighting, { product, asOf }: Scene): Hit {
  const id = `${rule.id}/${digest(rule.id, sighting)}`;
  const own = sighting.facts.filter(isOfProduct);
  const facts = own.length > 0 ? own : sighting.facts;
  const accepted = risksOn({ id, rule: rule.id }, product).find((risk) => isInForce(risk, asOf));
  const finding: Finding = {
    id,
    rule: rule.id,
    urgency: urgencyOf(rule, sighting),
    role: sighting.role,
    title: sighting.title,
    ...(sighting.asset === undefined ? {} : { asset: sighting.asset.id }),
    ...(sighting.use === undefined ? {} : { algorithm: sighting.use.algorithm, parameters: sighting.use.parameters }),
    grade: facts.length === 0 ? 'declared' : bestGrade(facts),
    confidence: facts.length === 0 ? 'certain' : bestConfidence(facts),
    origin: facts.length === 0 ? 'first-party' : nearestOrigin(facts),
    facts: idsOf(sighting.facts),
    ...(facts.length === 0 ? { basis: sighting.basis ?? 'declaration' } : {}),
    checks: rule.checks,
    ...(rule.mapping === undefined ? {} : { mapping: rule.mapping }),
    ...(accepted === undefined ? {} : { accepted }),
  };
  return { finding, weight: sighting.weight };
}

// What stands in a test, an example or an unused dependency says nothing of the product, and what is not in use does no harm yet.
function urgencyOf(rule: Rule, sighting: Sighting): Urgency {
  return sighting.weight === 'kept' || !sighting.inUse ? 'record' : rule.urgency;
}

function digest(rule: string, { asset, about, role }: Sighting): string {
  return bytesToHex(sha256(utf8ToBytes([rule, asset?.id ?? about ?? '', role].join('\n')))).slice(0, 8);
}

/** The accepted risks that name a finding by its id or its rule, in force or not. */
export function risksOn({ id, rule }: Pick<Finding, 'id' | 'rule'>, product: Product | undefined): AcceptedRisk[] {
  return (product?.acceptedRisks ?? []).filter((risk) => risk.finding === id || risk.finding === rule);
}

/** True where an accepted risk closes a finding on a day: dated, with an owner, and not expired. */
export function isInForce({ date, expires, owner }: AcceptedRisk, asOf: IsoDate): boolean {
  return date <= asOf && expires >= asOf && owner.trim() !== '';
}

// The same asset in the same role for two purposes: one finding, on the facts of both, as grave as the graver.
function join(a: Hit, b: Hit): Hit {
  const [first, second] = compareStanding(a, b) <= 0 ? [a, b] : [b, a];
  return {
    weight: first.weight,
    finding: { ...first.finding, facts: [...new Set([...first.finding.facts, ...second.finding.facts])].sort() },
  };
}

function compareStanding(a: Hit, b: Hit): number {
  const urgency = URGENCIES.indexOf(a.finding.urgency) - URGENCIES.indexOf(b.finding.urgency);
  return urgency || WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || compareTitles(a.finding, b.finding);
}

function compareTitles(a: Finding, b: Finding): number {
  return compareText(JSON.stringify(a.title), JSON.stringify(b.title));
}

function compareFindings(a: Finding, b: Finding): number {
  const urgency = URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency);
  return urgency || originRank(a.origin) - originRank(b.origin) || roleRank(a.role) - roleRank(b.role) || compareText(a.id, b.id);
}

function idsOf(facts: readonly Fact[]): Finding['facts'] {
  return [...new Set(facts.map((fact) => fact.id))].sort();
}
