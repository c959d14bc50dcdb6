// What goes between this package and OpenSSL 3.5, for which parameter sets: the tests of this folder run these rows, and docs/interop.md
// shows them.

import type { ClassicalSignatureId, KeyAgreementId } from '../../../src/pqc/classical.ts';
import { CLASSICAL_KEY_IDS, type ClassicalKeyId } from '../../../src/pqc/encoding/classical-key.ts';
import { KEY_IDS, type KeyId } from '../../../src/pqc/encoding/key.ts';
import { ML_DSA_IDS, ML_KEM_IDS } from '../../../src/pqc/parameter-sets.ts';
import type { SignatureId } from '../../../src/pqc/signature.ts';
import { SLH_DSA_IDS, type SlhDsaId } from '../../../src/pqc/slh-dsa-sets.ts';
import { TLS_HYBRID_IDS } from '../../../src/pqc/tls-hybrid.ts';

/** Who reads whose: `ours`: OpenSSL reads what we write; `theirs`: we read what OpenSSL writes. */
export type Direction = 'ours' | 'theirs';

/** One row of the table. */
export interface InteropRow {
  readonly object: string;
  /** parameter sets, groups or curves; empty where that way does not exist, and `note` says why */
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly note?: string;
}

/** ML-KEM and ML-DSA: the sets that have a seed. */
export const SEEDED_IDS: readonly KeyId[] = [...ML_KEM_IDS, ...ML_DSA_IDS];
export const SIGNATURE_IDS: readonly SignatureId[] = [...ML_DSA_IDS, ...SLH_DSA_IDS];
/** SLH-DSA sets of which one signature takes seconds here: what needs a second one runs with the complete vectors. */
export const SMALL_IDS: readonly SlhDsaId[] = SLH_DSA_IDS.filter((id) => id.endsWith('s'));
export const QUICK_IDS: readonly SignatureId[] = SIGNATURE_IDS.filter((id) => !SMALL_IDS.some((small) => small === id));
export const AGREEMENT_IDS: readonly KeyAgreementId[] = ['x25519', 'secp256r1', 'secp384r1', 'secp521r1'];
export const CLASSICAL_IDS: readonly ClassicalSignatureId[] = [
  'ed25519',
  'ecdsa-secp256r1-sha256',
  'ecdsa-secp384r1-sha384',
  'ecdsa-secp521r1-sha512',
];

/** Curves whose keys sign. */
export const CURVE_SIGNERS: readonly ClassicalKeyId[] = ['ed25519', 'secp256r1', 'secp384r1', 'secp521r1'];

const both = (object: string, ids: readonly string[]): InteropRow => ({ object, ours: ids, theirs: ids });
const SLOW = 'small sets of SLH-DSA, ours: `.ci/full`; their signing is in each certificate';

/** In the order of the document. */
export const INTEROP: readonly InteropRow[] = [
  both('public key, SubjectPublicKeyInfo', KEY_IDS),
  both('private key, PKCS #8: seed', SEEDED_IDS),
  both('private key, PKCS #8: expanded', SEEDED_IDS),
  both('private key, PKCS #8: seed and expanded', SEEDED_IDS),
  both('private key, PKCS #8: SLH-DSA', SLH_DSA_IDS),
  both('private key, encrypted PKCS #8', KEY_IDS),
  { ...both('certificate, self-signed', SIGNATURE_IDS), note: 'OpenSSL checks ours strictly (`X509_V_FLAG_X509_STRICT`)' },
  { ...both('certificate, issued by ML-DSA-65', KEY_IDS), note: 'ML-KEM: end entity' },
  both('certificate, issued by SLH-DSA-SHA2-128f', SEEDED_IDS),
  { ...both('certificate request, PKCS #10', SIGNATURE_IDS), note: SLOW },
  both('shared secret', ML_KEM_IDS),
  { ...both('shared secret of a TLS hybrid group', TLS_HYBRID_IDS), note: 'each side as client and as server' },
  { ...both('signature, pure, empty context and another', SIGNATURE_IDS), note: SLOW },
  {
    ...both('signature, byte for byte: pure, HashSLH-DSA, internal; with given randomness and without', SLH_DSA_IDS),
    note: 'ACVP’s prompts of sigGen, one of each group and each hash; `.ci/full`: all 624, and ours of the small sets',
  },
  both('signature, byte for byte: HashML-DSA with each hash, internal, external μ; with given randomness and without', ML_DSA_IDS),
  {
    object: 'TLS 1.3 handshake, X25519MLKEM768, certificates of ML-DSA',
    ours: ML_DSA_IDS,
    theirs: [],
    note: 'our chain and key, of a CA of ML-DSA-65 and of P-256, OpenSSL at both ends; this package speaks no TLS',
  },
  { ...both('private and public key of a curve, plain and encrypted', CLASSICAL_KEY_IDS), note: 'with Debian’s `openssl`' },
  {
    ...both('certificate, self-signed and issued, with DNS names and IP addresses; request', CURVE_SIGNERS),
    note: 'with Debian’s `openssl`: strictly, `-verify_hostname`, `-verify_ip`; X25519: end entity',
  },
  {
    object: 'TLS 1.3 handshake, certificates of a curve',
    ours: CURVE_SIGNERS,
    theirs: [],
    note: 'our chain and key, Debian’s `openssl` at both ends',
  },
  { ...both('signature, ECDSA and Ed25519', CLASSICAL_IDS), note: 'with Debian’s `openssl`' },
  { ...both('shared secret, ECDH and X25519', AGREEMENT_IDS), note: 'with Debian’s `openssl`' },
];

const FAMILIES: readonly (readonly [name: string, ids: readonly string[]])[] = [
  ['ML-KEM', ML_KEM_IDS],
  ['ML-DSA', ML_DSA_IDS],
  ['SLH-DSA', SLH_DSA_IDS],
];

/** The rows as Markdown. */
export function renderInterop(): string {
  const rows = INTEROP.map(({ object, ours, theirs, note = '' }) => `| ${object} | ${count(ours)} | ${count(theirs)} | ${note} |`);
  return ['| object | ours → OpenSSL | OpenSSL → ours | |', '|---|---|---|---|', ...rows].join('\n');
}

/** `ML-KEM 3 of 3, SLH-DSA 12 of 12`; others by name. */
function count(ids: readonly string[]): string {
  if (ids.length === 0) return '–';
  const counted = FAMILIES.flatMap(([name, all]) => {
    const held = ids.filter((id) => all.includes(id)).length;
    return held === 0 ? [] : [`${name} ${held} of ${all.length}`];
  });
  return counted.length > 0 ? counted.join(', ') : ids.join(', ');
}
