// From the verdicts of checks to the relations of clauses. A clause of a law carries no verdict: it lists what bears on it, and how.

import { toVerified } from '../knowledge/readings.ts';
import type {
  CheckResult,
  CheckVerdict,
  ClauseCheck,
  ClauseResult,
  Decision,
  Finding,
  FrameworkResult,
  Relation,
} from '../model/assessment.ts';
import type { CheckId } from '../model/check.ts';
import type { IsoDate } from '../model/evidence.ts';
import { type Bearing, type Binding, type Clause, type Framework, isLaw } from '../model/framework.ts';
import { compareText } from '../model/order.ts';
import type { Product } from '../model/product.ts';
import { type Applies, all, appliesTo } from './applicability.ts';
import { isInForce, risksOn } from './findings.ts';
import { perList } from './per-list.ts';

/** What relations are made from. */
export interface ClauseInput {
  readonly checks: readonly CheckResult[];
  readonly findings: readonly Finding[];
  readonly product?: Product;
  readonly asOf: IsoDate;
  /** ids of policies that the operator asked for by name */
  readonly asked?: readonly string[];
}

// The first that occurs among the checks of a clause is the relation of the clause.
const GRAVEST_FIRST: readonly Relation[] = ['contradicts', 'decision-needed', 'indeterminate', 'supports', 'not-applicable'];

// What binds most is read first.
const BINDING_ORDER: Readonly<Record<Binding, number>> = {
  law: 0,
  regulation: 1,
  standard: 2,
  voluntary: 3,
  guideline: 4,
  recommendation: 5,
  policy: 6,
};

/** Each framework with its clauses in their own order; laws first, then by id. */
export function relateFrameworks(frameworks: readonly Framework[], input: ClauseInput): FrameworkResult[] {
  const relating = { ...input, look: once((check: CheckId) => lookBehind(check, input)) };
  return [...frameworks].sort(compareFrameworks).map((framework) => relateFramework(framework, relating));
}

/** How every clause stands, in the order of the packs: its relation and whether it is asked. The short form, to compare two inputs. */
export function listStandings(frameworks: readonly Framework[], input: ClauseInput): string[] {
  const look = once((check: CheckId) => lookBehind(check, input));
  return frameworks.flatMap((framework) => {
    const own = isNamed(framework, input) ? 'yes' : appliesTo(framework.applicability, input.product);
    return framework.clauses.map((clause) => {
      const applies = clause.applicability === undefined ? own : all([own, appliesTo(clause.applicability, input.product)]);
      return `${relationOfClause(clause, applies, look)} ${applies}`;
    });
  });
}

function once<Given, Result>(find: (given: Given) => Result): (given: Given) => Result {
  const known = new Map<Given, Result>();
  return (given) => {
    const found = known.get(given) ?? find(given);
    known.set(given, found);
    return found;
  };
}

function relationOfClause({ checks }: Clause, applies: Applies, look: Relating['look']): Relation {
  if (applies === 'no') return 'not-applicable';
  return gravest(checks.map(({ check, bearing }) => relationOf(look(check).verdict, bearing, look(check).isCovered)));
}

/** What a check came to over all roles; many clauses ask it, so it is looked up once. */
interface Behind {
  readonly verdict: CheckVerdict;
  readonly isCovered: boolean;
  readonly findings: readonly string[];
  readonly facts: ClauseCheck['facts'];
  readonly decisions: readonly Decision[];
}

interface Relating extends ClauseInput {
  readonly look: (check: CheckId) => Behind;
}

function compareFrameworks(a: Framework, b: Framework): number {
  return BINDING_ORDER[a.binding] - BINDING_ORDER[b.binding] || compareText(a.id, b.id);
}

/** The relation of one check to a clause that it bears on. A risk that is not met asks for a decision until an accepted risk in force covers it. */
export function relationOf(verdict: CheckVerdict, bearing: Bearing, isCovered: boolean): Relation {
  if (verdict === 'met') return 'supports';
  if (verdict !== 'not-met') return verdict;
  if (bearing === 'contradiction') return 'contradicts';
  if (bearing === 'evidence') return 'indeterminate';
  return isCovered ? 'supports' : 'decision-needed';
}

/** One verdict for a check over all roles: the worst that is known, then what is not known. Undefined results: the check was not answered. */
export function combine(verdicts: readonly CheckVerdict[]): CheckVerdict {
  const order: readonly CheckVerdict[] = ['not-met', 'indeterminate', 'met', 'not-applicable'];
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'indeterminate';
}

function relateFramework(framework: Framework, input: Relating): FrameworkResult {
  const applies = isNamed(framework, input) ? 'yes' : appliesTo(framework.applicability, input.product);
  const { id, name, version, issuer, jurisdiction, binding, url, notes } = framework;
  return {
    id,
    name,
    version,
    issuer,
    jurisdiction,
    binding,
    ...(url === undefined ? {} : { url }),
    applies,
    clauses: framework.clauses.map((clause) => relateClause(framework, clause, { ...input, applies })),
    notes,
  };
}

function isNamed({ policy }: Framework, { asked = [], product }: ClauseInput): boolean {
  return policy !== undefined && (asked.includes(policy) || (product?.policies ?? []).includes(policy));
}

function relateClause(framework: Framework, clause: Clause, input: Relating & { readonly applies: Applies }): ClauseResult {
  const applies = all([input.applies, appliesTo(clause.applicability, input.product)]);
  const checks = clause.checks.map(({ check, bearing }) => relateCheck(check, bearing, input));
  const relation = relationOfClause(clause, applies, input.look);
  const word = wordOf(framework, clause, relation);
  return {
    id: `${framework.id}:${clause.id}`,
    summary: clause.summary,
    binding: clause.binding ?? framework.binding,
    draft: clause.draft,
    verified: toVerified(clause.reading),
    ...(clause.appliesFrom === undefined ? {} : { appliesFrom: clause.appliesFrom }),
    applies,
    relation,
    ...(clause.status === undefined ? {} : { status: clause.status }),
    ...(clause.inferred === true ? { inferred: true } : {}),
    ...(word === undefined ? {} : { verdictWord: word }),
    checks,
  };
}

// A risk without a decision is no failure in the words of a test standard: a laboratory passes P-256 today.
const VERDICT_OF: Readonly<Record<Relation, CheckVerdict | undefined>> = {
  contradicts: 'not-met',
  supports: 'met',
  'decision-needed': 'indeterminate',
  indeterminate: 'indeterminate',
  'not-applicable': 'not-applicable',
  'not-examined': undefined,
};

function wordOf({ binding, verdictWords }: Framework, clause: Clause, relation: Relation): string | undefined {
  const verdict = VERDICT_OF[relation];
  const ofLaw = isLaw(binding) || (clause.binding !== undefined && isLaw(clause.binding));
  return ofLaw || verdict === undefined ? undefined : verdictWords?.[verdict];
}

const MOST_FACTS = 8;
const findingsById = perList<Finding, ReadonlyMap<string, Finding>>(
  (findings) => new Map(findings.map((finding) => [finding.id, finding])),
);

function relateCheck(check: CheckId, bearing: Bearing, { look }: Relating): ClauseCheck {
  const { verdict, isCovered, ...behind } = look(check);
  return { check, bearing, relation: relationOf(verdict, bearing, isCovered), ...behind };
}

function lookBehind(check: CheckId, { checks, findings, product, asOf }: ClauseInput): Behind {
  const results = checks.filter((result) => result.check === check);
  const verdict = combine(results.map((result) => result.verdict));
  const decisive = results.filter((result) => result.verdict === verdict);
  const cited = new Set(decisive.flatMap((result) => result.findings));
  const byId = findingsById(findings);
  const about = [...cited].sort().flatMap((id) => byId.get(id) ?? []);
  return {
    verdict,
    isCovered:
      decisive.every((result) => result.findings.length > 0) &&
      about.length === cited.size &&
      about.every((finding) => finding.accepted !== undefined),
    findings: [...cited].sort(),
    facts: [...new Set(decisive.flatMap((result) => result.facts))].sort().slice(0, MOST_FACTS),
    decisions: verdict === 'not-met' ? decisionsOn(about, product, asOf) : [],
  };
}

// Every dated entry on these findings; one that is not yet dated or has run out is listed and closes nothing.
function decisionsOn(findings: readonly Finding[], product: Product | undefined, asOf: IsoDate): Decision[] {
  return findings.flatMap((finding) =>
    risksOn(finding, product).map((risk) => {
      const { owner, date, expires } = risk;
      return { finding: finding.id, owner, date, expires, inForce: isInForce(risk, asOf) };
    }),
  );
}

function gravest(relations: readonly Relation[]): Relation {
  return GRAVEST_FIRST.find((relation) => relations.includes(relation)) ?? 'not-examined';
}
