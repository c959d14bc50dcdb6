// Checks of quantum exposure. A role is without exposure when what it rests on has no known quantum break, not when nothing was seen.

import { COMPETITION_DRAFTS, isPreSharedKeySuite } from '../../knowledge/weaknesses.ts';
import type { Statement } from '../../model/assessment.ts';
import type { Role } from '../../model/evidence.ts';
import { isClassical, isPostQuantum, type Mechanism } from '../mechanism.ts';
import { listed } from '../names.ts';
import { findSupportEnd } from '../need.ts';
import { perList } from '../per-list.ts';
import type { Purpose } from '../purpose.ts';
import { type FitPurpose, fitOnTarget } from '../replacements.ts';
import { isHighRisk } from '../rules/declared.ts';
import { listProtocols } from '../subject.ts';
import { decides } from '../sunsets.ts';
import { type Answer, answer, fromFindings, inRole, namesOf, nothingIn, type Picture, unlessOutOfScope } from './answer.ts';
import { countedCertificates } from './weakness.ts';

/** What the safety of a role against a quantum computer rests on. */
interface Footing {
  readonly purposes: readonly Purpose[];
  /** what does the same without a public key */
  readonly symmetric: Purpose;
}

const SIGNED: Footing = { purposes: ['signature', 'public-key'], symmetric: 'mac' };
const AGREED: Footing = { purposes: ['key-establishment', 'public-key'], symmetric: 'encryption' };
const BOTH: Footing = { purposes: ['signature', 'key-establishment', 'public-key'], symmetric: 'encryption' };

const FOOTINGS: Readonly<Record<Role, Footing>> = {
  boot: SIGNED,
  update: SIGNED,
  'device-identity': SIGNED,
  transport: { purposes: ['key-establishment'], symmetric: 'encryption' },
  storage: AGREED,
  provisioning: BOTH,
  debug: BOTH,
  radio: BOTH,
  other: BOTH,
};

/** The public-key mechanisms of a role that count, told apart. */
export interface Exposure {
  readonly classical: readonly Mechanism[];
  readonly postQuantum: readonly Mechanism[];
  /** mechanisms that do the same without a public key */
  readonly symmetric: readonly Mechanism[];
}

/** What a role rests on, in use. */
export function exposureOf(picture: Pick<Picture, 'distinct'>, role: Role): Exposure {
  const exposures = exposuresOf(picture.distinct);
  const exposure = exposures.get(role) ?? findExposure(inRole(picture, role), role);
  exposures.set(role, exposure);
  return exposure;
}

const exposuresOf = perList<Mechanism, Map<Role, Exposure>>(() => new Map());

function findExposure(all: readonly Mechanism[], role: Role): Exposure {
  const { purposes, symmetric } = FOOTINGS[role];
  const seen = all.filter((mechanism) => mechanism.inUse && !isAuthority(mechanism));
  const concerned = seen.filter((mechanism) => purposes.includes(mechanism.purpose));
  return {
    classical: concerned.filter(isClassical),
    postQuantum: concerned.filter(isPostQuantum),
    symmetric: seen.filter((mechanism) => mechanism.purpose === symmetric),
  };
}

/** True where nothing in the role has a public key and something else carries it. Encryption alone carries a session only with keys that both sides had. */
export function isSymmetricOnly(picture: Picture, role: Role, exposure: Exposure): boolean {
  if (exposure.classical.length > 0 || exposure.postQuantum.length > 0 || exposure.symmetric.length === 0) return false;
  return (role !== 'transport' && role !== 'radio') || isPreShared(picture, role);
}

/** Whether the role rests on nothing that a quantum computer breaks. */
export function quantumSafe(picture: Picture, role: Role): Answer {
  const outside = unlessOutOfScope(picture, role);
  if (outside !== undefined) return outside;
  const exposure = exposureOf(picture, role);
  const { classical, postQuantum } = exposure;
  if (isSymmetricOnly(picture, role, exposure)) return answer('met', { code: 'symmetric-only', args: { role } }, exposure.symmetric);
  if (classical.length === 0 && postQuantum.length === 0) return answer('indeterminate', nothingOn(picture, role));
  if (classical.length === 0) return whereFirm('met', { code: 'quantum-ready', args: { names: namesOf(postQuantum), role } }, postQuantum);
  const beside: Statement = { code: 'classical-beside', args: { names: namesOf(classical), role } };
  if (postQuantum.length > 0)
    return role === 'transport' && wasNegotiated(postQuantum)
      ? answer('met', { code: 'seen-negotiated', args: { names: namesOf(postQuantum) } }, postQuantum)
      : answer('indeterminate', beside, [...classical, ...postQuantum]);
  const openKeys = classical.every((mechanism) => mechanism.purpose === 'public-key');
  if (openKeys)
    return answer('indeterminate', { code: 'parameter-unknown', args: { what: 'purpose', name: namesOf(classical) } }, classical);
  return whereFirm('not-met', { code: 'classical-only', args: { names: namesOf(classical), role } }, classical);
}

export function hybridDefault(picture: Picture): Answer {
  const outside = unlessOutOfScope(picture, 'transport');
  if (outside !== undefined) return outside;
  const { classical, postQuantum } = exposureOf(picture, 'transport');
  const names = namesOf(postQuantum);
  if (wasNegotiated(postQuantum)) return answer('met', { code: 'seen-negotiated', args: { names } }, postQuantum);
  if (postQuantum.length > 0) return answer('indeterminate', { code: 'default-not-observed', args: { names } }, postQuantum);
  if (classical.length === 0) return answer('indeterminate', nothingOn(picture, 'transport'));
  return whereFirm('not-met', { code: 'classical-only', args: { names: namesOf(classical), role: 'transport' } }, classical);
}

/** Whether a classical mechanism alone is refused. Of two signatures in one role, source code alone does not tell whether both must verify. */
export function noClassicalFallback(picture: Picture, role: Role): Answer {
  const exposure = exposureOf(picture, role);
  const { classical, postQuantum } = exposure;
  if (isSymmetricOnly(picture, role, exposure)) return answer('not-applicable', { code: 'symmetric-only', args: { role } });
  if (classical.length === 0 && postQuantum.length === 0) return answer('indeterminate', nothingOn(picture, role));
  if (classical.length === 0) return whereFirm('met', { code: 'quantum-ready', args: { names: namesOf(postQuantum), role } }, postQuantum);
  if (postQuantum.length === 0)
    return whereFirm('not-met', { code: 'classical-only', args: { names: namesOf(classical), role } }, classical);
  const beside: Statement = { code: 'classical-beside', args: { names: namesOf(classical), role } };
  return role === 'transport' ? whereFirm('not-met', beside, classical) : answer('indeterminate', beside, classical);
}

/** The fallback of a hybrid session: without a hybrid there is none to fall back from. */
export function transportFallback(picture: Picture): Answer {
  const outside = unlessOutOfScope(picture, 'transport');
  if (outside !== undefined) return outside;
  if (exposureOf(picture, 'transport').postQuantum.length === 0) return answer('not-applicable', NONE_SEEN);
  return fromFindings(picture, 'transport-fallback-refused') ?? noClassicalFallback(picture, 'transport');
}

export function standardVersion(picture: Picture): Answer {
  const found = fromFindings(picture, 'pq-standard-version');
  if (found !== undefined) return found;
  const standard = picture.mechanisms.filter(
    (each) => each.weight !== 'kept' && isPostQuantum(each) && !COMPETITION_DRAFTS.has(each.use.algorithm),
  );
  if (standard.length === 0) return answer('not-applicable', NONE_SEEN);
  return answer('met', { code: 'standard-schemes', args: { names: namesOf(standard) } }, standard);
}

export function fitsTarget(picture: Picture): Answer {
  const found = fromFindings(picture, 'pq-fits-target');
  if (found !== undefined) return found;
  const targets = new Map(picture.fit.map((row) => [row.target, row.targetName]));
  if (targets.size === 0) return answer('indeterminate', { code: 'fit-no-target', args: {} });
  const purposes: readonly FitPurpose[] = ['signature', 'key-establishment'];
  const verdicts = [...targets.keys()].flatMap((id) => purposes.map((purpose) => fitOnTarget(picture.fit, id, purpose)));
  if (verdicts.includes('indeterminate')) return answer('indeterminate', { code: 'fit-unknown', args: {} });
  return answer('met', { code: 'fit-found', args: { names: listed([...targets.values()]) } });
}

export function certificateWithinSunset(picture: Picture): Answer {
  const found = fromFindings(picture, 'certificate-within-sunset');
  if (found !== undefined) return found;
  const read = countedCertificates(picture);
  return read.verdict === 'met' && picture.policies.length === 0 ? answer('indeterminate', { code: 'no-sunset-applies', args: {} }) : read;
}

export function supportWithinSunset(picture: Picture): Answer {
  if (findSupportEnd(picture.product) === undefined) return answer('indeterminate', { code: 'support-unknown', args: {} });
  const dated = picture.sunsets.filter((row) => row.slackDays !== undefined);
  const late = dated.filter((row) => (row.slackDays ?? 0) < 0);
  const { findings = [], facts = [] } = fromFindings(picture, 'support-within-sunset') ?? {};
  if (late.some(decides))
    return { verdict: 'not-met', reason: { code: 'past-sunset', args: { rows: late.filter(decides).length } }, facts, findings };
  if (late.length > 0)
    return { verdict: 'indeterminate', reason: { code: 'past-sunset-informative', args: { rows: late.length } }, facts, findings };
  return dated.length === 0
    ? answer('indeterminate', { code: 'no-sunset-applies', args: {} })
    : answer('met', { code: 'within-sunsets', args: { rows: dated.length } });
}

function whereFirm(verdict: 'met' | 'not-met', reason: Statement, mechanisms: readonly Mechanism[]): Answer {
  const role = mechanisms[0]?.role ?? 'other';
  const firm = mechanisms.some((mechanism) => mechanism.weight === 'firm');
  return firm
    ? answer(verdict, reason, mechanisms)
    : answer('indeterminate', { code: 'use-uncertain', args: { names: namesOf(mechanisms), role } }, mechanisms);
}

function nothingOn(picture: Picture, role: Role): Statement {
  return inRole(picture, role).length === 0 ? nothingIn(picture, role) : { code: 'no-such-mechanism', args: { role } };
}

/** True where a peer agreed to one of them. */
export function wasNegotiated(mechanisms: readonly Mechanism[]): boolean {
  return mechanisms.some((mechanism) => mechanism.facts.some((fact) => fact.state === 'negotiated'));
}

// An authority's certificate in the tree is what the product trusts, not what it is.
function isAuthority({ asset }: Mechanism): boolean {
  return asset.kind === 'certificate' && asset.certificate.isCa;
}

function isPreShared(picture: Picture, role: Role): boolean {
  return listProtocols(picture.inventory).some(
    ({ asset, role: own, suites, weight }) =>
      own === role &&
      weight === 'firm' &&
      (asset.protocol.protocol === 'oscore' ||
        asset.protocol.protocol === 'lorawan' ||
        (suites.length > 0 && suites.every(isPreSharedKeySuite))),
  );
}

/** ML-KEM alone, or with a classical share beside it. */
export function kemCombined(picture: Picture): Answer {
  const found = fromFindings(picture, 'kem-combined');
  if (found !== undefined) return found;
  const seen = picture.distinct.filter((each) => each.weight !== 'kept' && each.inUse && each.purpose === 'key-establishment');
  return metBy(seen.filter(isPostQuantum), 'not-applicable');
}

/** What is built in is used. */
export function builtInUsed(picture: Picture): Answer {
  const found = fromFindings(picture, 'pq-in-use');
  if (found !== undefined) return found;
  const used = picture.distinct.filter((each) => each.weight !== 'kept' && each.inUse && isPostQuantum(each));
  return metBy(used, 'not-applicable');
}

/** In a high-risk use: nothing classical alone. Without a post-quantum mechanism anywhere, nothing seen is no answer. */
export function readyForHighRisk(picture: Picture): Answer {
  const isHigh = isHighRisk(picture.product);
  if (isHigh === undefined) return answer('indeterminate', { code: 'high-risk-unknown', args: {} });
  if (!isHigh) return answer('not-applicable', { code: 'not-high-risk', args: {} });
  const found = fromFindings(picture, 'high-risk-ready');
  if (found !== undefined) return found;
  const ready = picture.distinct.filter((each) => each.weight === 'firm' && each.inUse && isPostQuantum(each));
  return metBy(ready, 'indeterminate');
}

const NONE_SEEN: Statement = { code: 'kind-not-seen', args: { what: 'post-quantum mechanism' } };

function metBy(postQuantum: readonly Mechanism[], otherwise: 'not-applicable' | 'indeterminate'): Answer {
  const [first] = postQuantum;
  if (first === undefined) return answer(otherwise, NONE_SEEN);
  return answer('met', { code: 'quantum-ready', args: { names: namesOf(postQuantum), role: first.role } }, postQuantum);
}

/** CRA Art. 13(9): the signature of an update is checked as long as the update is offered. */
export function updatesVerifiable(picture: Picture): Answer {
  if (findSupportEnd(picture.product) === undefined) return answer('indeterminate', { code: 'support-unknown', args: {} });
  const found = fromFindings(picture, 'updates-verifiable');
  if (found !== undefined) return found;
  const rows = picture.sunsets.filter((row) => row.role === 'update' && row.disallowedAfter !== undefined).length;
  const safe = exposureOf(picture, 'update');
  if (rows > 0) return answer('met', { code: 'within-sunsets', args: { rows } });
  if (safe.classical.length === 0 && safe.postQuantum.length > 0)
    return answer('met', { code: 'quantum-ready', args: { names: namesOf(safe.postQuantum), role: 'update' } }, safe.postQuantum);
  return answer('indeterminate', { code: 'no-sunset-applies', args: {} });
}
