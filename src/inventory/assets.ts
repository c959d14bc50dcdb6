// Facts → assets: everything that was said of one thing, gathered under its id.

import { nameOf } from '../knowledge/algorithms.ts';
import type { AlgorithmUse, CryptoFunction, Parameter, Parameters } from '../model/algorithm.ts';
import type { ProtocolObservation } from '../model/evidence.ts';
import type { AssetId, CryptoAsset, Fact } from '../model/inventory.ts';
import { compareText, ROLES } from '../model/order.ts';
import type { RoleDeclaration } from '../model/product.ts';
import { type Mention, mentionsOf, type Thing } from './mentions.ts';
import { declaredRole } from './roles.ts';
import { toOccurrences } from './sightings.ts';

/** Every thing the facts speak of as one asset, in the order of ids. Expects facts in the order of places. */
export function toAssets(facts: readonly Fact[], roles: readonly RoleDeclaration[]): readonly CryptoAsset[] {
  const drafts = new Map<AssetId, Draft>();
  for (const fact of facts) {
    for (const mention of mentionsOf(fact)) addMention(drafts, mention, fact);
  }
  return [...drafts.values()].sort((a, b) => compareText(a.id, b.id)).map((draft) => toAsset(draft, roles));
}

interface Draft {
  readonly id: AssetId;
  readonly name: string;
  readonly first: Thing;
  /** the thing as each mention has it, the first too, in the order of facts */
  readonly things: Thing[];
  readonly dependsOn: Set<AssetId>;
  readonly facts: Set<Fact>;
}

function addMention(drafts: Map<AssetId, Draft>, { id, name, thing, dependsOn }: Mention, fact: Fact): void {
  const draft = drafts.get(id) ?? { id, name, first: thing, things: [], dependsOn: new Set(), facts: new Set() };
  drafts.set(id, draft);
  draft.things.push(thing);
  draft.facts.add(fact);
  for (const other of dependsOn) if (other !== id) draft.dependsOn.add(other);
}

function toAsset(draft: Draft, declarations: readonly RoleDeclaration[]): CryptoAsset {
  const declared = declaredRole(declarations, draft.id);
  const facts = toOccurrences([...draft.facts]).map((fact) => (declared === undefined ? fact : { ...fact, ...declared }));
  const held = new Set(facts.map(({ role }) => role));
  const base = {
    id: draft.id,
    name: draft.name,
    roles: ROLES.filter((role) => held.has(role)),
    dependsOn: [...draft.dependsOn].sort(compareText),
    facts,
  };
  return { ...base, ...mergeThings(draft) };
}

// Things of one id agree in what the id is made of; of the rest the first stands, and what may add up is added up.
function mergeThings({ first, things }: Draft): Thing {
  if (first.kind === 'algorithm') {
    const uses = things.flatMap((thing) => (thing.kind === 'algorithm' ? [thing.use] : []));
    return { kind: 'algorithm', use: mergeUses(first.use, uses) };
  }
  if (first.kind === 'protocol') {
    const protocols = things.flatMap((thing) => (thing.kind === 'protocol' ? [thing.protocol] : []));
    return { kind: 'protocol', protocol: mergeProtocols(first.protocol, protocols) };
  }
  return first;
}

const FUNCTIONS: readonly CryptoFunction[] = [
  'generate',
  'keygen',
  'encrypt',
  'decrypt',
  'digest',
  'tag',
  'keyderive',
  'sign',
  'verify',
  'encapsulate',
  'decapsulate',
];

function mergeUses(first: AlgorithmUse, uses: readonly AlgorithmUse[]): AlgorithmUse {
  const functions = new Set(uses.flatMap((use) => use.functions));
  return {
    algorithm: first.algorithm,
    written: nameOf(first),
    parameters: mergeParameters(uses.map((use) => use.parameters)),
    functions: FUNCTIONS.filter((one) => functions.has(one)),
    parts: uses.reduce((best, use) => (use.parts.length > best.parts.length ? use : best), first).parts,
  };
}

// Only what tells assets apart: tag sizes and iteration counts belong to a use, and stay on its fact.
function mergeParameters(given: readonly Parameters[]): Parameters {
  const keyBits = surest(given.map((each) => each.keyBits));
  const mode = surest(given.map((each) => each.mode));
  const padding = surest(given.map((each) => each.padding));
  const curve = surest(given.map((each) => each.curve));
  const digest = surest(given.map((each) => each.digest));
  const outputBits = surest(given.map((each) => each.outputBits));
  return {
    ...(keyBits === undefined ? {} : { keyBits }),
    ...(mode === undefined ? {} : { mode }),
    ...(padding === undefined ? {} : { padding }),
    ...(curve === undefined ? {} : { curve }),
    ...(digest === undefined ? {} : { digest }),
    ...(outputBits === undefined ? {} : { outputBits }),
  };
}

const SURENESS: readonly Parameter<unknown>['from'][] = ['written', 'resolved', 'default'];

function surest<T>(values: readonly (Parameter<T> | undefined)[]): Parameter<T> | undefined {
  const known = values.filter((value) => value !== undefined);
  for (const from of SURENESS) {
    const found = known.find((value) => value.from === from);
    if (found !== undefined) return found;
  }
  return undefined;
}

// The order of preference stays on the facts; here the names are a set.
function mergeProtocols(first: ProtocolObservation, protocols: readonly ProtocolObservation[]): ProtocolObservation {
  const suites = new Map(protocols.flatMap((one) => one.suites.map((suite) => [suite.name, suite] as const)));
  const { condition: _ofOneFact, ...rest } = first;
  return {
    ...rest,
    suites: [...suites.values()].sort((a, b) => compareText(a.name, b.name)),
    groups: [...new Set(protocols.flatMap((one) => one.groups))].sort(compareText),
    schemes: [...new Set(protocols.flatMap((one) => one.schemes))].sort(compareText),
  };
}
