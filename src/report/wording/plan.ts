// Sentences of the plan: what to do, how to go back, how to see that it is done.

import type { PlanStatements } from '../../model/statement.ts';
import type { Sentences } from './findings.ts';
import { ROLE_PHRASES } from './words.ts';

export const PLAN_SENTENCES: Sentences<PlanStatements> = {
  'fix-now': ({ role, from, certain }) =>
    certain
      ? `Replace or switch off ${from} in ${ROLE_PHRASES[role]}; this does not wait for a quantum computer.`
      : `Find out whether ${from} in ${ROLE_PHRASES[role]} is built and used; if it is, replace it or switch it off, and do not wait for a quantum computer.`,
  'remove-key': ({ role }) =>
    `Take the private or shared key${role === 'other' ? '' : ` of ${ROLE_PHRASES[role]}`} out of the tree, and replace it where it was shipped.`,
  'reissue-certificate': ({ role, from, certain }) =>
    certain
      ? `Issue ${from} again${role === 'other' ? '' : ` for ${ROLE_PHRASES[role]}`}, with a signature and a validity of today.`
      : `Find out whether ${from} is used${role === 'other' ? '' : ` in ${ROLE_PHRASES[role]}`}; if it is, issue it again with a signature and a validity of today.`,
  'sign-images': ({ role }) => `Sign images in ${ROLE_PHRASES[role]}, and refuse those without a valid signature.`,
  'add-pq-verifier': ({ role, from, to }) =>
    `Ship a verifier for ${to} in ${ROLE_PHRASES[role]}, in an update that is signed while ${from} is still trusted.`,
  'enable-tls13': ({ role, from }) =>
    `Bring version 1.3 into ${ROLE_PHRASES[role]}, where ${from} is the highest: hybrid groups are defined for 1.3.`,
  'add-hybrid-key-exchange': ({ role, from, to }) => `Offer ${to} first in ${ROLE_PHRASES[role]}, in place of ${from} alone.`,
  'reissue-identity': ({ from, to }) => `Give devices a way to re-enrol, and issue identities with ${to} in place of ${from}.`,
  'rewrap-storage': ({ from, to }) => `Wrap the keys of stored data again with ${to} in place of ${from}.`,
  'replace-elsewhere': ({ role, from, to }) => `Replace ${from} in ${ROLE_PHRASES[role]} by ${to}.`,
  'refuse-fallback': ({ role, from }) =>
    `Refuse ${from} alone in ${ROLE_PHRASES[role]} once every peer takes the post-quantum group; until then log it.`,
  'find-role': ({ from }) => `Find out the role of ${from}: it decides what takes its place, and by when.`,
  'replace-draft-scheme': ({ role, from, to }) => `Replace the competition draft ${from} in ${ROLE_PHRASES[role]} by ${to}.`,
  'live-with-fixed-verifier': ({ role, from }) =>
    `The verifier of ${ROLE_PHRASES[role]} cannot be replaced in the field (${from}): verify a second signature in a later stage, isolate, shorten support, replace the hardware, or accept with owner and expiry.`,
  'live-with-standard': ({ role, from }) =>
    `For ${from} in ${ROLE_PHRASES[role]} a standards body has to move first: protect the data above the link, or accept with owner and expiry.`,
  'live-with-target': ({ role, from }) =>
    `Nothing with published figures fits the target for ${from} in ${ROLE_PHRASES[role]}: measure on the board, use a gateway, change the hardware, or accept with owner and expiry.`,
  'rollback-previous-release': () => 'Return to the previous release.',
  'rollback-keep-both-verifiers': () =>
    'Keep both verifiers until the new one has verified an image in the field; then withdraw the old one.',
  'rollback-classical-group': () => 'Offer the classical group again, on record and with an alarm.',
  'rollback-old-certificate': () => 'Keep the old certificate valid until the new one has been seen in use.',
  'rollback-old-wrap': () => 'Keep the old wrap until the new one has been opened once; then erase it.',
  'rollback-none': () => 'None: what was shipped stays shipped.',
  'verify-no-finding': () => 'Run pqready again: the finding is gone.',
  'verify-certificate-chain': () => 'Every peer accepts the new chain, and refuses the old one once it is withdrawn.',
  'verify-rejects-classical-image': () =>
    'A tampered image and an image with the classical signature alone are both refused on the device.',
  'verify-group-negotiated': ({ to }) => `A probe of the running product negotiates ${to} from its default configuration.`,
  'verify-identity-chain': () => 'A device re-enrols in the field, and its new chain verifies at the service.',
  'verify-rewrapped': () => 'No blob with the old wrap is left, and a restored backup opens.',
  'verify-decision-recorded': () => 'The decision stands in the product file with owner and expiry.',
};
