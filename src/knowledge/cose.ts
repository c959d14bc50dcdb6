// COSE algorithm identifiers: the IANA registry "COSE Algorithms" (RFC 9053, RFC 9054, RFC 8778, RFC 8812, RFC 9864, RFC 9964 for ML-DSA),
// as far as signed and encrypted firmware manifests use them.

import { type Mechanism, mechanism } from './mechanism.ts';

/** One identifier. */
export interface CoseAlgorithm {
  readonly name: string;
  readonly mechanism: Mechanism;
}

const verifies = { functions: ['verify'] } as const;
const decrypts = { functions: ['decrypt'] } as const;

const ROWS: readonly (readonly [id: number, name: string, named: Mechanism])[] = [
  [-7, 'ES256', mechanism('ecdsa', { digest: 'sha-256', parts: [mechanism('sha-256')], ...verifies })],
  [-35, 'ES384', mechanism('ecdsa', { digest: 'sha-384', parts: [mechanism('sha-384')], ...verifies })],
  [-36, 'ES512', mechanism('ecdsa', { digest: 'sha-512', parts: [mechanism('sha-512')], ...verifies })],
  [-47, 'ES256K', mechanism('ecdsa', { curve: 'secp256k1', digest: 'sha-256', parts: [mechanism('sha-256')], ...verifies })],
  [-9, 'ESP256', mechanism('ecdsa', { curve: 'secp256r1', digest: 'sha-256', parts: [mechanism('sha-256')], ...verifies })],
  [-51, 'ESP384', mechanism('ecdsa', { curve: 'secp384r1', digest: 'sha-384', parts: [mechanism('sha-384')], ...verifies })],
  [-52, 'ESP512', mechanism('ecdsa', { curve: 'secp521r1', digest: 'sha-512', parts: [mechanism('sha-512')], ...verifies })],
  [-8, 'EdDSA', mechanism('eddsa', verifies)],
  [-19, 'Ed25519', mechanism('ed25519', { curve: 'ed25519', ...verifies })],
  [-53, 'Ed448', mechanism('ed448', { curve: 'ed448', ...verifies })],
  [-37, 'PS256', mechanism('rsassa-pss', { digest: 'sha-256', parts: [mechanism('sha-256')], ...verifies })],
  [-38, 'PS384', mechanism('rsassa-pss', { digest: 'sha-384', parts: [mechanism('sha-384')], ...verifies })],
  [-39, 'PS512', mechanism('rsassa-pss', { digest: 'sha-512', parts: [mechanism('sha-512')], ...verifies })],
  [-257, 'RS256', mechanism('rsassa-pkcs1', { digest: 'sha-256', parts: [mechanism('sha-256')], ...verifies })],
  [-46, 'HSS-LMS', mechanism('hss', verifies)],
  [-48, 'ML-DSA-44', mechanism('ml-dsa-44', verifies)],
  [-49, 'ML-DSA-65', mechanism('ml-dsa-65', verifies)],
  [-50, 'ML-DSA-87', mechanism('ml-dsa-87', verifies)],
  [-14, 'SHA-1', mechanism('sha-1')],
  [-16, 'SHA-256', mechanism('sha-256')],
  [-17, 'SHA-512/256', mechanism('sha-512/256')],
  [-18, 'SHAKE128', mechanism('shake128')],
  [-43, 'SHA-384', mechanism('sha-384')],
  [-44, 'SHA-512', mechanism('sha-512')],
  [-45, 'SHAKE256', mechanism('shake256')],
  [1, 'A128GCM', mechanism('aes', { mode: 'gcm', keyBits: 128, ...decrypts })],
  [2, 'A192GCM', mechanism('aes', { mode: 'gcm', keyBits: 192, ...decrypts })],
  [3, 'A256GCM', mechanism('aes', { mode: 'gcm', keyBits: 256, ...decrypts })],
  [5, 'HMAC 256/256', mechanism('hmac', { digest: 'sha-256', parts: [mechanism('sha-256')] })],
  [6, 'HMAC 384/384', mechanism('hmac', { digest: 'sha-384', parts: [mechanism('sha-384')] })],
  [7, 'HMAC 512/512', mechanism('hmac', { digest: 'sha-512', parts: [mechanism('sha-512')] })],
  [10, 'AES-CCM-16-64-128', mechanism('aes', { mode: 'ccm', keyBits: 128, tagBits: 64, ...decrypts })],
  [24, 'ChaCha20/Poly1305', mechanism('chacha20-poly1305', decrypts)],
  [-3, 'A128KW', mechanism('aes', { mode: 'kw', keyBits: 128, ...decrypts })],
  [-4, 'A192KW', mechanism('aes', { mode: 'kw', keyBits: 192, ...decrypts })],
  [-5, 'A256KW', mechanism('aes', { mode: 'kw', keyBits: 256, ...decrypts })],
  [-25, 'ECDH-ES + HKDF-256', ecdhEs()],
  [-29, 'ECDH-ES + A128KW', ecdhEs(128)],
  [-30, 'ECDH-ES + A192KW', ecdhEs(192)],
  [-31, 'ECDH-ES + A256KW', ecdhEs(256)],
  [-65534, 'A128CTR', mechanism('aes', { mode: 'ctr', keyBits: 128, ...decrypts })],
  [-65532, 'A256CTR', mechanism('aes', { mode: 'ctr', keyBits: 256, ...decrypts })],
  [-65531, 'A128CBC', mechanism('aes', { mode: 'cbc', keyBits: 128, ...decrypts })],
  [-65529, 'A256CBC', mechanism('aes', { mode: 'cbc', keyBits: 256, ...decrypts })],
];

const BY_ID: ReadonlyMap<number, CoseAlgorithm> = new Map(ROWS.map(([id, name, named]) => [id, { name, mechanism: named }]));

/** What an identifier stands for; undefined for one that is not known here. */
export function findCoseAlgorithm(id: number): CoseAlgorithm | undefined {
  return BY_ID.get(id);
}

// RFC 9053 sections 6.3.1 and 6.4.1: ephemeral-static agreement, HKDF with SHA-256, and a key wrap where one is named. The curve is the key's.
function ecdhEs(wrapBits?: number): Mechanism {
  const wrap = wrapBits === undefined ? [] : [mechanism('aes', { mode: 'kw', keyBits: wrapBits })];
  return mechanism('ecdh', { functions: ['keyderive'], parts: [mechanism('hkdf', { digest: 'sha-256' }), ...wrap] });
}
