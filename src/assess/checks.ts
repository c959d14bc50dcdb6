// Every check with its answer: of each role, or of the product.

import type { CheckResult } from '../model/assessment.ts';
import type { CheckId } from '../model/check.ts';
import type { Role } from '../model/evidence.ts';
import { type Answer, fromFindings, inRole, type Picture } from './checks/answer.ts';
import {
  answered,
  cbomPresent,
  claimsHold,
  declared,
  independentlyVerified,
  librariesMaintained,
  sbomPresent,
  supportDeclared,
  supportPublished,
} from './checks/declared.ts';
import {
  builtInUsed,
  certificateWithinSunset,
  fitsTarget,
  hybridDefault,
  kemCombined,
  noClassicalFallback,
  quantumSafe,
  readyForHighRisk,
  standardVersion,
  supportWithinSunset,
  transportFallback,
  updatesVerifiable,
} from './checks/quantum.ts';
import { antiRollback, movable, updateAuthenticated } from './checks/update.ts';
import {
  certificateSignatureSound,
  coverageComplete,
  forwardSecrecy,
  mechanismsKnown,
  noBrokenPrimitive,
  noLegacyProtocol,
  noPrivateKey,
  noSharedSecret,
  noShortKey,
  noUnsafeMode,
  strongRandom,
  tls13Available,
} from './checks/weakness.ts';

import { isUntouched, watch } from './watch.ts';

type Answerer =
  | { readonly of: 'product'; readonly give: (picture: Picture) => Answer }
  | { readonly of: 'each-role'; readonly give: (picture: Picture, role: Role) => Answer };

const ANSWERERS: Readonly<Record<CheckId, Answerer>> = {
  'mechanisms-known': ofRole(mechanismsKnown),
  'coverage-complete': ofProduct(coverageComplete),
  'no-broken-primitive': ofRole(noBrokenPrimitive),
  'no-short-key': ofRole(noShortKey),
  'no-unsafe-mode': ofRole(noUnsafeMode),
  'no-legacy-protocol': ofProduct(noLegacyProtocol),
  'tls13-available': ofProduct(tls13Available),
  'forward-secrecy': ofProduct(forwardSecrecy),
  'certificate-signature-sound': ofProduct(certificateSignatureSound),
  'certificate-within-sunset': ofProduct(certificateWithinSunset),
  'no-private-key-in-tree': ofProduct(noPrivateKey),
  'no-shared-secret-in-tree': ofProduct(noSharedSecret),
  'update-authenticated': ofProduct(updateAuthenticated),
  'update-movable': ofProduct((picture) => movable(picture, 'update')),
  'boot-verifier-movable': ofProduct((picture) => movable(picture, 'boot')),
  'anti-rollback': ofProduct(antiRollback),
  'update-quantum-safe': ofProduct((picture) => quantumSafe(picture, 'update')),
  'boot-quantum-safe': ofProduct((picture) => quantumSafe(picture, 'boot')),
  'identity-quantum-safe': ofProduct((picture) => quantumSafe(picture, 'device-identity')),
  'transport-quantum-safe': ofProduct((picture) => quantumSafe(picture, 'transport')),
  'transport-hybrid-default': ofProduct(hybridDefault),
  'no-classical-fallback': ofRole(noClassicalFallback),
  'transport-fallback-refused': ofProduct(transportFallback),
  'storage-wrap-quantum-safe': ofProduct((picture) => quantumSafe(picture, 'storage')),
  'pq-standard-version': ofProduct(standardVersion),
  'pq-fits-target': ofProduct(fitsTarget),
  'strong-random': ofProduct(strongRandom),
  'sbom-present': ofProduct(sbomPresent),
  'cbom-present': ofProduct(cbomPresent),
  'support-period-declared': ofProduct(supportDeclared),
  'support-within-sunset': ofProduct(supportWithinSunset),
  'quantum-risk-recorded': ofProduct((picture) => declared(picture, 'quantum-risk')),
  'update-process-declared': ofProduct((picture) => declared(picture, 'update-process')),
  'incident-contact-declared': ofProduct((picture) => declared(picture, 'incident-contact')),
  'library-maintained': ofProduct(librariesMaintained),
  'independently-verified': ofProduct(independentlyVerified),
  'update-available': ofProduct((picture) => answered(picture, 'update-mechanism')),
  'keys-unique-per-unit': ofProduct((picture) => answered(picture, 'unique-keys')),
  'signatures-combined': ofProduct((picture) => answered(picture, 'both-signatures-required')),
  'stateful-signing-controlled': ofProduct((picture) => answered(picture, 'stateful-signing-control')),
  'kem-combined': ofProduct(kemCombined),
  'pq-in-use': ofProduct(builtInUsed),
  'identity-replaceable': ofProduct((picture) => answered(picture, 're-enrolment')),
  'trust-anchors-updatable': ofProduct((picture) => answered(picture, 'trust-anchor-updatable')),
  'radio-quantum-safe': ofProduct((picture) => quantumSafe(picture, 'radio')),
  'secure-element-movable': ofProduct((picture) => answered(picture, 'secure-element')),
  'keys-erasable': ofProduct((picture) => answered(picture, 'key-erasure')),
  'crypto-agile': ofProduct((picture) => answered(picture, 'crypto-agility')),
  'support-period-published': ofProduct(supportPublished),
  'claims-hold': ofProduct(claimsHold),
  'debug-closed': ofProduct((picture) => answered(picture, 'debug-closed')),
  'models-authenticated': ofProduct((picture) => answered(picture, 'model-updates')),
  'high-risk-ready': ofProduct(readyForHighRisk),
  'updates-verifiable': ofProduct(updatesVerifiable),
};

// Asked of what has a role only: a mechanism without one is not known to be anybody's verifier.
const OF_KNOWN_ROLES: ReadonlySet<CheckId> = new Set<CheckId>(['mechanisms-known', 'no-classical-fallback']);

/** The results of one check, and the parts of the picture that it read for them. */
export interface AnsweredCheck {
  readonly results: readonly CheckResult[];
  readonly read: ReadonlySet<keyof Picture>;
}

/** One result for a check of the product, one a role for a check of each role. In the order of the table, then of roles. */
export function answerChecks(picture: Picture): CheckResult[] {
  return answerEach(picture).flatMap(({ results }) => results);
}

/** The same, check by check. A check that read nothing that differs from an earlier picture comes out as it did there. */
export function answerEach(
  picture: Picture,
  earlier?: { readonly picture: Picture; readonly answered: readonly AnsweredCheck[] },
): AnsweredCheck[] {
  const ids = Object.keys(ANSWERERS) as CheckId[]; // the keys of a total table
  return ids.map((check, index) => {
    const known = earlier?.answered[index];
    if (known !== undefined && earlier !== undefined && isUntouched(known.read, earlier.picture, picture)) return known;
    const { subject, read } = watch(picture);
    return { results: answerOne(subject, check), read };
  });
}

function answerOne(picture: Picture, check: CheckId): CheckResult[] {
  const answerer = ANSWERERS[check];
  if (answerer.of === 'product') return [{ check, ...cite(picture, answerer.give(picture), check) }];
  return rolesFor(check, picture).map((role) => ({ check, role, ...cite(picture, answerer.give(picture, role), check, role) }));
}

// What is not met names the findings about it, so that an accepted risk can be held against it.
function cite(picture: Picture, given: Answer, check: CheckId, role?: Role): Answer {
  if (given.verdict !== 'not-met' || given.findings.length > 0) return given;
  const found = fromFindings(picture, check, role);
  return found === undefined ? given : { ...given, findings: found.findings, facts: given.facts.length > 0 ? given.facts : found.facts };
}

// What stands in no known role is asked too: a broken cipher is one wherever it is called.
function rolesFor(check: CheckId, picture: Picture): readonly Role[] {
  const withoutRole = !OF_KNOWN_ROLES.has(check) && inRole(picture, 'other').length > 0;
  return withoutRole ? [...picture.scope, 'other'] : picture.scope;
}

function ofRole(give: (picture: Picture, role: Role) => Answer): Answerer {
  return { of: 'each-role', give };
}

function ofProduct(give: (picture: Picture) => Answer): Answerer {
  return { of: 'product', give };
}
