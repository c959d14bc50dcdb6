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
};

function ofRole(name: string, asks: string): CheckRow {
  return { name, asks, of: 'each-role' };
}

function ofProduct(name: string, asks: string): CheckRow {
  return { name, asks, of: 'product' };
}
