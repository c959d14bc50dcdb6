// Checks that no quantum computer is needed for: known mechanisms, sound primitives, keys, modes, protocols, certificates, keys in the tree.

import { ALGORITHMS, functionsOf, keyBitsOf } from '../../knowledge/algorithms.ts';
import { canBeShort, isTls13 } from '../../knowledge/weaknesses.ts';
import type { ProtocolName, Role, ScannerId } from '../../model/evidence.ts';
import { findDeclaration } from '../declared-answers.ts';
import type { Mechanism } from '../mechanism.ts';
import { listed } from '../names.ts';
import { listProtocols, type ProtocolSubject } from '../subject.ts';
import { isOfProduct } from '../weight.ts';
import { type Answer, answer, fromFindings, inRole, namesOf, nothingIn, type Picture, unlessOutOfScope } from './answer.ts';
import { answered } from './declared.ts';

const VERSIONED: ReadonlySet<ProtocolName> = new Set<ProtocolName>(['tls', 'dtls', 'ssh', 'ike', 'ipsec']);

/** G0: known from source, image or observation. */
export function mechanismsKnown(picture: Picture, role: Role): Answer {
  const seen = inRole(picture, role);
  if (seen.length === 0) return protocolKnown(picture, role);
  const known = seen.filter((mechanism) => mechanism.facts.some((fact) => isOfProduct(fact) && fact.grade !== 'declared'));
  if (known.length === 0) return answer('indeterminate', { code: 'declared-only', args: { role } }, seen);
  return answer('met', { code: 'seen-in-role', args: { names: namesOf(known), role } }, known);
}

// A protocol in a version is a mechanism that is known, even where its suites are not.
function protocolKnown(picture: Picture, role: Role): Answer {
  const seen = listProtocols(picture.inventory).filter(
    (subject) => subject.role === role && subject.weight === 'firm' && subject.versions.length > 0,
  );
  if (seen.length === 0) return answer('indeterminate', nothingIn(picture, role));
  const names = listed(seen.map((subject) => subject.asset.name));
  return answer('met', { code: 'seen-in-role', args: { names, role } });
}

export function coverageComplete(picture: Picture): Answer {
  const { candidateFiles: files } = picture.inventory.coverage;
  const { length: gaps } = picture.inventory.gaps;
  if (gaps > 0) return answer('not-met', { code: 'gaps-left', args: { gaps } });
  return files === 0 ? answer('indeterminate', { code: 'nothing-read', args: {} }) : answer('met', { code: 'all-read', args: { files } });
}

export function noBrokenPrimitive(picture: Picture, role: Role): Answer {
  const seen = inRole(picture, role);
  const found = fromFindings(picture, 'no-broken-primitive', role);
  if (found !== undefined) return found;
  return seen.length === 0 ? answer('indeterminate', nothingIn(picture, role)) : noneAmong(seen, role);
}

export function noShortKey(picture: Picture, role: Role): Answer {
  const found = fromFindings(picture, 'no-short-key', role);
  if (found !== undefined) return found;
  const concerned = inRole(picture, role).filter((mechanism) => canBeShort(mechanism.use) && !isSuiteSignature(mechanism));
  const [open] = concerned.filter((mechanism) => keyBitsOf(mechanism.use) === undefined);
  if (open !== undefined)
    return answer('indeterminate', { code: 'parameter-unknown', args: { what: 'key size', name: open.name } }, [open]);
  return concerned.length === 0 ? noneConcerned(picture, role) : noneAmong(concerned, role);
}

// A cipher suite names the algorithm of a signature; the key is in the certificate, and judged there.
function isSuiteSignature({ purpose, facts }: Mechanism): boolean {
  return purpose === 'signature' && facts.every((fact) => fact.observed.kind === 'protocol');
}

export function noUnsafeMode(picture: Picture, role: Role): Answer {
  const found = fromFindings(picture, 'no-unsafe-mode', role);
  if (found !== undefined) return found;
  const concerned = inRole(picture, role).filter(
    ({ use, purpose }) => ALGORITHMS[use.algorithm].primitive === 'block-cipher' && purpose === 'encryption',
  );
  const [open] = concerned.filter(lacksMode);
  if (open !== undefined) return answer('indeterminate', { code: 'parameter-unknown', args: { what: 'mode', name: open.name } }, [open]);
  return concerned.length === 0 ? noneConcerned(picture, role) : noneAmong(concerned, role);
}

// A switch names a cipher without a mode, and so does a call that makes a key: neither encrypts.
function lacksMode({ use, facts }: Mechanism): boolean {
  const makesKeysOnly = use.functions.length > 0 && functionsOf(use).every((each) => each === 'keygen' || each === 'generate');
  return use.parameters.mode === undefined && !makesKeysOnly && facts.some((fact) => isOfProduct(fact) && fact.state === 'called');
}

function noneAmong(seen: readonly Mechanism[], role: Role): Answer {
  return answer('met', { code: 'none-among', args: { examined: seen.length, role } }, seen);
}

// Something else was seen in the role: the demand asks nothing of it. Nothing was: no answer.
function noneConcerned(picture: Picture, role: Role): Answer {
  const anything = inRole(picture, role).length > 0;
  return anything
    ? answer('not-applicable', { code: 'no-such-mechanism', args: { role } })
    : answer('indeterminate', nothingIn(picture, role));
}

export function noLegacyProtocol(picture: Picture): Answer {
  const found = fromFindings(picture, 'no-legacy-protocol') ?? unlessOutOfScope(picture, 'transport');
  if (found !== undefined) return found;
  const seen = versionsOf(picture, VERSIONED);
  if (seen.length === 0) return answer('indeterminate', { code: 'kind-not-seen', args: { what: 'protocol version' } });
  return answer('met', { code: 'versions-seen', args: { versions: listed(seen.map((subject) => subject.asset.name)) } });
}

export function tls13Available(picture: Picture): Answer {
  const outside = unlessOutOfScope(picture, 'transport');
  if (outside !== undefined) return outside;
  const seen = versionsOf(picture, new Set<ProtocolName>(['tls', 'dtls']));
  const names = { code: 'versions-seen', args: { versions: listed(seen.map((subject) => subject.asset.name)) } } as const;
  if (seen.some((subject) => subject.weight === 'firm' && subject.versions.some(isTls13))) return answer('met', names);
  return (
    fromFindings(picture, 'tls13-available') ??
    answer('indeterminate', seen.length > 0 ? names : { code: 'kind-not-seen', args: { what: 'protocol version' } })
  );
}

export function forwardSecrecy(picture: Picture): Answer {
  const found = fromFindings(picture, 'forward-secrecy') ?? unlessOutOfScope(picture, 'transport');
  if (found !== undefined) return found;
  const tls = versionsOf(picture, new Set<ProtocolName>(['tls', 'dtls']));
  const suites = new Set(tls.flatMap((subject) => subject.suites));
  if (suites.size > 0) return answer('met', { code: 'none-among-all', args: { examined: suites.size } });
  // RFC 8446 §1.2: TLS 1.3 has no static key exchange.
  const only13 = tls.length > 0 && tls.every((subject) => subject.versions.every(isTls13));
  if (only13) return answer('met', { code: 'versions-seen', args: { versions: listed(tls.map((subject) => subject.asset.name)) } });
  return answer('indeterminate', { code: 'kind-not-seen', args: { what: 'cipher suite' } });
}

function versionsOf(picture: Picture, protocols: ReadonlySet<ProtocolName>): ProtocolSubject[] {
  return listProtocols(picture.inventory).filter(
    ({ asset, versions, weight }) => protocols.has(asset.protocol.protocol) && versions.length > 0 && weight !== 'kept',
  );
}

export function certificateSignatureSound(picture: Picture): Answer {
  const found = fromFindings(picture, 'certificate-signature-sound');
  return found ?? countedCertificates(picture);
}

/** Met for the certificates that were read; indeterminate where there was none. */
export function countedCertificates({ inventory }: Picture): Answer {
  const examined = inventory.assets.filter((asset) => asset.kind === 'certificate' && asset.facts.some(isOfProduct)).length;
  if (examined === 0) return answer('indeterminate', { code: 'kind-not-seen', args: { what: 'certificate' } });
  return answer('met', { code: 'none-among-all', args: { examined } });
}

export function noPrivateKey(picture: Picture): Answer {
  return fromFindings(picture, 'no-private-key-in-tree') ?? lookedWith(picture, 'certificate');
}

// No scanner looks for shared secrets as such: one that is met by chance is reported, and silence is no answer.
export function noSharedSecret(picture: Picture): Answer {
  return (
    fromFindings(picture, 'no-shared-secret-in-tree') ??
    answer('indeterminate', { code: 'not-looked', args: { scanner: 'shared secrets' } })
  );
}

function lookedWith({ inventory }: Picture, scanner: ScannerId): Answer {
  const looked = inventory.coverage.scanners.find((each) => each.scanner === scanner);
  if (looked === undefined) return answer('indeterminate', { code: 'not-looked', args: { scanner } });
  return answer('met', { code: 'none-in-files', args: { files: inventory.coverage.candidateFiles } });
}

// A generator that is called says nothing of its seed: that is declared.
export function strongRandom(picture: Picture): Answer {
  if (findDeclaration(picture, 'rng-seeding') !== undefined) return answered(picture, 'rng-seeding');
  const seen = picture.mechanisms.filter((mechanism) => mechanism.purpose === 'random' && mechanism.weight !== 'kept');
  if (seen.length === 0) return answer('indeterminate', { code: 'kind-not-seen', args: { what: 'random generator' } });
  return answer('indeterminate', { code: 'random-seed-not-examined', args: { names: namesOf(seen) } }, seen);
}
