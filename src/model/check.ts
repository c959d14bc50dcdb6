// The closed vocabulary of checks: demands on facts that can be met, not met, not applicable, or indeterminate.

/** One demand on facts. `knowledge/checks.ts` says what each asks; `assess/checks.ts` answers it. */
export type CheckId =
  | 'mechanisms-known' // every role in scope has a known mechanism with grade S or better
  | 'coverage-complete' // nothing that was there could not be read
  | 'no-broken-primitive' // MD5/SHA-1 signatures, DES, 3DES, RC4 … in a security use
  | 'no-short-key' // RSA < 2048, curves < 224 bits, symmetric < 112 bits
  | 'no-unsafe-mode' // ECB, static IV
  | 'no-legacy-protocol' // TLS ≤ 1.1, DTLS 1.0, SSLv3, SSH-1
  | 'tls13-available'
  | 'forward-secrecy' // no static-RSA key transport
  | 'certificate-signature-sound' // no chain signed with SHA-1 or MD5
  | 'certificate-within-sunset' // no classical certificate valid past the sunset
  | 'no-private-key-in-tree'
  | 'no-shared-secret-in-tree'
  | 'update-authenticated' // images are signed, not only hashed
  | 'update-movable' // the update verifier can be changed in the field
  | 'boot-verifier-movable'
  | 'anti-rollback'
  | 'update-quantum-safe'
  | 'boot-quantum-safe'
  | 'identity-quantum-safe'
  | 'transport-quantum-safe'
  | 'transport-hybrid-default'
  | 'no-classical-fallback'
  | 'transport-fallback-refused' // a peer without the post-quantum group is refused or told
  | 'storage-wrap-quantum-safe'
  | 'pq-standard-version' // FIPS 203/204/205, not round-3 Kyber or Dilithium
  | 'pq-fits-target'
  | 'strong-random'
  | 'sbom-present'
  | 'cbom-present'
  | 'support-period-declared'
  | 'support-within-sunset' // no default mechanism is disallowed before support ends
  | 'quantum-risk-recorded'
  | 'update-process-declared'
  | 'incident-contact-declared'
  | 'library-maintained'
  | 'independently-verified'
  | 'update-available' // units in the field can be updated at all
  | 'keys-unique-per-unit'
  | 'signatures-combined' // of two signatures on an image both must verify
  | 'stateful-signing-controlled' // SP 800-208: one-time keys are used once
  | 'kem-combined' // ML-KEM together with a classical share, as BSI, ANSSI and the ACM ask
  | 'pq-in-use' // what is built in is also switched on
  | 'identity-replaceable'
  | 'trust-anchors-updatable'
  | 'radio-quantum-safe'
  | 'secure-element-movable'
  | 'keys-erasable'
  | 'crypto-agile'
  | 'support-period-published'
  | 'claims-hold' // a claim of quantum safety is not contradicted by what was seen
  | 'debug-closed'
  | 'models-authenticated'
  | 'high-risk-ready' // in a high-risk use nothing rests on a classical mechanism alone
  | 'updates-verifiable'; // updates can be verified as long as they must stay available
