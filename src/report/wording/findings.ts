// Sentences for the titles of findings: what was seen and why it matters, never more than the fact carries.

import type { AnsweredId } from '../../model/product.ts';
import type { FindingStatements } from '../../model/statement.ts';
import { counted, DECLARER_WORDS, ROLE_PHRASES } from './words.ts';

/** Sentences of a group of codes: one for each, from its own arguments. */
export type Sentences<Group> = { readonly [C in keyof Group]: (args: Group[C]) => string };

export const FINDING_SENTENCES: Sentences<FindingStatements> = {
  'broken-cipher': ({ name, role, why }) => `${name} in ${ROLE_PHRASES[role]}: ${why}.`,
  'weak-signature-digest': ({ name, role }) =>
    `${name} is the digest of a signature in ${ROLE_PHRASES[role]}; collisions can be made today.`,
  'weak-hash-purpose-unknown': ({ name, role }) =>
    `${name} serves in ${ROLE_PHRASES[role]}; whether collisions matter there depends on what it is for.`,
  'weak-hash-keyed': ({ name, role }) =>
    `${name} serves inside a MAC or a key derivation in ${ROLE_PHRASES[role]}; collisions do not break that use.`,
  'not-a-security-use': ({ name, why }) => `${name} is used, and the code says that it is not a security use: ${why}.`,
  'short-key': ({ name, role, bits, wantedBits }) =>
    `${name} in ${ROLE_PHRASES[role]} has ${bits} bits; at least ${wantedBits} are asked for today.`,
  'unsafe-mode': ({ name, role }) => `${name} in ${ROLE_PHRASES[role]}: equal blocks give equal ciphertext.`,
  'weak-key-derivation': ({ name, role }) => `${name} derives keys in ${ROLE_PHRASES[role]}; it is not an accepted key derivation today.`,
  'few-iterations': ({ name, iterations, wanted }) => `${name} runs ${iterations} iterations; at least ${wanted} are asked for.`,
  'legacy-protocol': ({ protocol }) => `${protocol} is enabled, a version that its standards body has withdrawn.`,
  'static-key-exchange': ({ name, suites, example }) =>
    `${name} accepts ${counted(suites, 'cipher suite', 'cipher suites')} without forward secrecy, such as ${example}: one broken key opens all records.`,
  'certificate-weak-signature': ({ name, digest }) =>
    `Certificate “${name}” is signed with ${digest}, for which collisions can be made today.`,
  'certificate-expired': ({ name, notAfter }) => `Certificate “${name}” expired on ${notAfter}.`,
  'private-key-in-tree': ({ name, container }) => `A private key stands in the tree: ${name}, ${container}, not encrypted.`,
  'private-key-encrypted-in-tree': ({ name, container }) => `An encrypted private key stands in the tree: ${name}, ${container}.`,
  'secret-key-in-tree': ({ name }) => `A shared secret key stands in the tree: ${name}.`,
  'image-hash-only': ({ role }) =>
    `An image in ${ROLE_PHRASES[role]} carries a digest and no signature: whoever changes the image can change the digest.`,
  'rollback-possible': ({ role }) =>
    `Nothing stops an older image from being installed in ${ROLE_PHRASES[role]}; what it was signed with stays valid.`,
  'classical-boot-signature': ({ name }) => `${name} vouches for the boot image; a quantum computer could forge it.`,
  'classical-update-signature': ({ name }) => `${name} vouches for firmware updates; a quantum computer could forge them.`,
  'classical-identity': ({ name }) => `${name} proves the identity of the device; a quantum computer could impersonate it.`,
  'classical-key-exchange-long-lived': ({ name, data, secretUntil }) =>
    `${name} protects “${data}” in transit, which must stay secret until ${secretUntil}: it can be recorded now and read later.`,
  'classical-key-exchange-life-unknown': ({ name }) =>
    `${name} protects data in transit: it can be recorded now and read later. How long the data must stay secret is not declared.`,
  'classical-key-exchange-short-lived': ({ name }) =>
    `${name} protects data in transit; all declared data is out of date before the earliest scenario for a quantum computer.`,
  'classical-fallback': ({ name, beside }) =>
    `${name} is offered beside ${beside}: a peer without the post-quantum group gets the classical one.`,
  'classical-beside-signature': ({ name, beside, role, declared = false }) =>
    `${name} and ${beside} both vouch in ${ROLE_PHRASES[role]}; that both must verify ${declared ? 'is declared and was not seen' : 'was not seen'}.`,
  'classical-storage-wrap': ({ name }) => `${name} wraps keys of stored data: the wrap, not the cipher, is what a quantum computer opens.`,
  'classical-radio': ({ name }) => `${name} on the radio link is set by the radio standard; the vendor cannot change it alone.`,
  'classical-elsewhere': ({ name, role }) => `${name} in ${ROLE_PHRASES[role]} would not stand up to a quantum computer.`,
  'verifier-immutable': ({ role }) =>
    `The verifier of ${ROLE_PHRASES[role]} cannot be changed in the field: its mechanism is the ceiling for the product’s life.`,
  'certificate-past-sunset': ({ name, notAfter, policy, sunset, informs }) =>
    `${name} is valid until ${notAfter}, past ${sunset}, the last day of its mechanism under ${policy}${informing(informs)}.`,
  'round-3-scheme': ({ name, standard }) => `${name} is a draft of the competition, not ${standard}: the two do not interoperate.`,
  'no-tls13': ({ protocol }) => `${protocol} is the highest version that was seen; hybrid groups are defined for version 1.3.`,
  'support-outlives-sunset': ({ name, role, policy, sunset, needed, days, informs }) =>
    `${name} in ${ROLE_PHRASES[role]}: needed until ${needed}, ${counted(days, 'day', 'days')} past ${sunset}, the last day under ${policy}${informing(informs)}.`,
  'exceeds-target': ({ target, purpose }) =>
    `No post-quantum ${purpose === 'signature' ? 'signature' : 'key establishment'} with published figures fits the budget of ${target}.`,
  'pq-signature': ({ name, role }) => `${name} signs in ${ROLE_PHRASES[role]}; no quantum break of it is known.`,
  'pq-key-establishment': ({ name, role }) => `${name} establishes keys in ${ROLE_PHRASES[role]}; no quantum break of it is known.`,
  'pq-not-in-use': ({ name, role }) =>
    `${name} is built in for ${ROLE_PHRASES[role]} and was not seen in use: a capability is not a configuration.`,
  'stateful-signature': ({ name, role }) =>
    `${name} in ${ROLE_PHRASES[role]} is stateful: signing twice with one one-time key breaks it, so the signer has to show how it keeps state.`,
  'aes-128-adequate': ({ name, role }) =>
    `${name} in ${ROLE_PHRASES[role]} is not broken by a quantum computer; NIST counts it as category 1.`,
  'pre-shared-key': ({ name }) =>
    `${name} works with pre-shared keys: nothing for a quantum computer to break, and the way the keys get there is the question.`,
  'unrecognised-algorithm': ({ name, role }) =>
    `“${name}” in ${ROLE_PHRASES[role]} is not an algorithm that this tool knows; nothing is said of it.`,
  'support-period-missing': ({ product }) => `The end of support of ${product} is not declared, so no date can be compared with it.`,
  'quantum-risk-missing': ({ product }) => `The product file of ${product} records no decision on quantum risk.`,
  'sbom-not-seen': () => 'No machine-readable SBOM was found.',
  'coverage-gaps': ({ gaps }) => `${counted(gaps, 'place', 'places')} could not be read; nothing is said of what stands there.`,
  'declared-lack': ({ what, by, date }) => `${LACKS[what]} Declared by ${DECLARER_WORDS[by]} on ${date}.`,
  'sbom-denied': ({ by, date }) => `There is no machine-readable SBOM. Declared by ${DECLARER_WORDS[by]} on ${date}.`,
  'support-unpublished': ({ by, date }) => `The end of support is not told to users. Declared by ${DECLARER_WORDS[by]} on ${date}.`,
  'kem-alone': ({ name, role }) =>
    `${name} establishes keys alone in ${ROLE_PHRASES[role]}: NIST takes it so, BSI, ANSSI and the ECCG list ask for a classical share beside it.`,
  'claim-contradicted': ({ names, by, date }) =>
    `The product is sold as safe against quantum computers (${DECLARER_WORDS[by]}, ${date}), and these are not: ${names}.`,
  'high-risk-use': ({ names }) =>
    `The product is declared for a high-risk use, for which the European roadmap names the end of 2030; classical alone: ${names}.`,
  'updates-past-sunset': ({ name, policy, sunset, lastOffered, informs }) =>
    `${name} signs updates that must stay available until ${lastOffered}, past ${sunset}, its last day under ${policy}${informing(informs)}.`,
  'library-past-end': ({ name, branch, ended }) => `${name} is of branch ${branch}, which its project stopped maintaining after ${ended}.`,
  'acceptance-expired': ({ finding, expired }) => `The accepted risk for ${finding} expired on ${expired}.`,
};

const LACKS: Readonly<Record<AnsweredId, string>> = {
  'update-mechanism': 'Units in the field cannot be updated: neither a flaw nor an algorithm can be fixed.',
  'unique-keys': 'Units share a secret key: what is read out of one forges for all.',
  'both-signatures-required': 'Of two signatures on an image one is enough: a forger attacks the weaker.',
  'stateful-signing-control': 'Nothing shows that the signer uses each one-time key once; reuse breaks LMS and XMSS.',
  're-enrolment': 'A unit in the field cannot get a new identity: its certificate stays for life.',
  'trust-anchor-updatable': 'The roots that a unit trusts cannot be replaced: it cannot follow to a post-quantum PKI.',
  'rng-seeding': 'The entropy source is neither documented nor assessed; every algorithm rests on it.',
  'secure-element': 'The secure element can neither take post-quantum mechanisms nor be replaced: it is a ceiling of the hardware.',
  'key-erasure': 'Keys cannot be erased or rotated: a migration would leave the old ones alive.',
  'cbom-kept': 'The vendor keeps no inventory of cryptography. No law asks for one by name.',
  'crypto-agility': 'Formats or protocols of the product do not name their algorithms: a change breaks what is stored and sent.',
  'debug-closed': 'Debug or recovery paths of sold units are open: they pass by the verifier.',
  'model-updates': 'Model files come in through a weaker door than firmware.',
  'pq-claim': 'The product is sold as safe against quantum computers.',
};

// A row that may not decide says so where it is named.
function informing(informs: boolean): string {
  return informs ? ' (for information: a draft, not verified, or not known to apply)' : '';
}
