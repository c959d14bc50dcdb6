// What each check asks, in one line, and whether it is asked of every role. `assess/checks.ts` answers.

import type { CheckId } from '../model/check.ts';

/** One check. */
export interface CheckRow {
  /** as printed in a table */
  readonly name: string;
  /** the demand, as a sentence that can be true or not */
  readonly asks: string;
  readonly of: 'each-role' | 'product';
}

/** Every check. */
export const CHECKS: Readonly<Record<CheckId, CheckRow>> = {
  'mechanisms-known': ofRole('Mechanism known', 'The mechanism of the role is known from source, image or observation.'),
  'coverage-complete': ofProduct('Coverage complete', 'Everything that a scanner asked for could be read.'),
  'no-broken-primitive': ofRole('No broken primitive', 'No algorithm that is broken or disallowed today is in a security use.'),
  'no-short-key': ofRole('No short key', 'No key is below 112 bits of strength.'),
  'no-unsafe-mode': ofRole('No unsafe mode', 'No block cipher runs in a mode that shows equal blocks.'),
  'no-legacy-protocol': ofProduct('No withdrawn protocol version', 'No protocol version that its standards body has withdrawn is enabled.'),
  'tls13-available': ofProduct('TLS 1.3 available', 'TLS or DTLS 1.3 is available where TLS or DTLS is used.'),
  'forward-secrecy': ofProduct('Forward secrecy', 'No cipher suite with static key exchange is accepted.'),
  'certificate-signature-sound': ofProduct(
    'Certificate signatures sound',
    'No certificate is signed with MD5 or SHA-1, self-signed roots aside.',
  ),
  'certificate-within-sunset': ofProduct(
    'Certificates within sunsets',
    'No classical certificate is valid past the sunset of its mechanism.',
  ),
  'no-private-key-in-tree': ofProduct('No private key in the tree', 'No private key stands in what was scanned.'),
  'no-shared-secret-in-tree': ofProduct('No shared secret in the tree', 'No shared secret key stands in what was scanned.'),
  'update-authenticated': ofProduct('Updates authenticated', 'Firmware images are signed or carry a MAC, not only a digest.'),
  'update-movable': ofProduct('Update verifier movable', 'The verifier of updates can be changed in the field.'),
  'boot-verifier-movable': ofProduct('Boot verifier movable', 'The verifier of the boot image can be changed in the field.'),
  'anti-rollback': ofProduct('Anti-rollback', 'An older image is refused.'),
  'update-quantum-safe': ofProduct(
    'Updates without quantum exposure',
    'Updates are verified with a mechanism of which no quantum break is known.',
  ),
  'boot-quantum-safe': ofProduct(
    'Boot without quantum exposure',
    'The boot image is verified with a mechanism of which no quantum break is known.',
  ),
  'identity-quantum-safe': ofProduct(
    'Identity without quantum exposure',
    'The device proves its identity with a mechanism of which no quantum break is known.',
  ),
  'transport-quantum-safe': ofProduct(
    'Transport without quantum exposure',
    'Session keys come from a mechanism of which no quantum break is known.',
  ),
  'transport-hybrid-default': ofProduct('Hybrid by default', 'A post-quantum or hybrid group is negotiated by default.'),
  'no-classical-fallback': ofRole('No classical fallback', 'A classical mechanism alone is refused.'),
  'transport-fallback-refused': ofProduct(
    'Transport fallback refused',
    'A peer without the post-quantum group does not get a classical session.',
  ),
  'storage-wrap-quantum-safe': ofProduct(
    'Storage without quantum exposure',
    'Keys of stored data are not wrapped with a classical public-key mechanism.',
  ),
  'pq-standard-version': ofProduct(
    'Standard versions',
    'Post-quantum mechanisms are those of FIPS 203, 204 and 205, not drafts of the competition.',
  ),
  'pq-fits-target': ofProduct('Fits the target', 'A post-quantum signature and key establishment fit the budget of every named target.'),
  'strong-random': ofProduct('Strong random', 'Random numbers come from a generator with a sound seed.'),
  'sbom-present': ofProduct('SBOM present', 'There is a machine-readable SBOM.'),
  'cbom-present': ofProduct('CBOM present', 'There is a machine-readable inventory of cryptography.'),
  'support-period-declared': ofProduct('Support period declared', 'The end of support is declared.'),
  'support-within-sunset': ofProduct('Support within sunsets', 'No mechanism is disallowed before the product stops needing it.'),
  'quantum-risk-recorded': ofProduct('Quantum risk recorded', 'A dated decision on quantum risk is on record.'),
  'update-process-declared': ofProduct('Update process declared', 'How updates are made, signed and delivered is declared.'),
  'incident-contact-declared': ofProduct('Incident contact declared', 'A contact for vulnerabilities is declared.'),
  'library-maintained': ofProduct('Libraries maintained', 'The cryptographic libraries are on branches that are maintained.'),
  'independently-verified': ofProduct('Independently verified', 'A third party has verified the cryptography.'),
  'update-available': ofProduct('Updates possible', 'Units in the field can be updated.'),
  'keys-unique-per-unit': ofProduct('Keys unique per unit', 'No secret key is shared between units.'),
  'signatures-combined': ofProduct('Signatures combined', 'Where two schemes sign an image, it is refused unless both verify.'),
  'stateful-signing-controlled': ofProduct('Stateful signing controlled', 'The signer shows that no one-time key is used twice.'),
  'kem-combined': ofProduct('Key encapsulation combined', 'ML-KEM works together with a classical share, not alone.'),
  'pq-in-use': ofProduct('Post-quantum switched on', 'Post-quantum mechanisms that are built in are in use.'),
  'identity-replaceable': ofProduct('Identity replaceable', 'A unit in the field can get a new identity.'),
  'trust-anchors-updatable': ofProduct('Trust anchors updatable', 'The roots that a unit trusts can be replaced in the field.'),
  'radio-quantum-safe': ofProduct(
    'Radio without quantum exposure',
    'Keys of the radio link come from a mechanism of which no quantum break is known.',
  ),
  'secure-element-movable': ofProduct('Secure element movable', 'The secure element can take post-quantum mechanisms or be replaced.'),
  'keys-erasable': ofProduct('Keys erasable', 'Keys can be erased and rotated, by a factory reset too.'),
  'crypto-agile': ofProduct('Algorithms named', 'Formats and protocols of the product name the algorithms they use.'),
  'support-period-published': ofProduct('Support period published', 'The end of support is told to users before they buy.'),
  'claims-hold': ofProduct('Claims hold', 'A claim of quantum safety is not contradicted by what was seen.'),
  'debug-closed': ofProduct('Debug closed', 'Debug and recovery paths of sold units are closed or authenticated.'),
  'models-authenticated': ofProduct('Models authenticated', 'Model files come in as strongly authenticated as firmware.'),
  'high-risk-ready': ofProduct('Ready for high-risk use', 'In a high-risk use no role rests on a classical mechanism alone.'),
  'updates-verifiable': ofProduct(
    'Updates verifiable to the end',
    'The signature of updates is allowed as long as updates must stay available.',
  ),
};

function ofRole(name: string, asks: string): CheckRow {
  return { name, asks, of: 'each-role' };
}

function ofProduct(name: string, asks: string): CheckRow {
  return { name, asks, of: 'product' };
}
