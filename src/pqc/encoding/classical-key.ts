// Classical keys beside those of FIPS 203 to 205, for chains and comparisons that mix them: on the NIST curves (RFC 5480, RFC 5915) and the
// curves of RFC 7748 (RFC 8410). Each curve signs with the one digest that RFC 8446 §4.2.3 pairs with it.

import { PqreadyError } from '../../model/errors.ts';
import { type ClassicalSignatureId, generateAgreementKeyPair, generateClassicalKeyPair } from '../classical.ts';

/** A curve, by its name among the TLS groups; Ed25519 has none there. */
export type ClassicalKeyId = 'ed25519' | 'x25519' | 'secp256r1' | 'secp384r1' | 'secp521r1';

/** One curve. */
export interface ClassicalKeyRow {
  readonly name: string;
  /** of the key: RFC 5480 §2.1.1, RFC 8410 §3 */
  readonly oid: string;
  /** namedCurve, the parameters of id-ecPublicKey: RFC 5480 §2.1.1.1 */
  readonly curveOid?: string;
  readonly publicKeyBytes: number;
  readonly privateKeyBytes: number;
  /** absent where the key signs nothing; identifiers: RFC 5758 §3.2, RFC 8410 §3 */
  readonly signature?: { readonly id: ClassicalSignatureId; readonly oid: string };
}

const EC_PUBLIC_KEY = '1.2.840.10045.2.1';

/** In the order of `keygen`. */
export const CLASSICAL_KEYS: Readonly<Record<ClassicalKeyId, ClassicalKeyRow>> = {
  ed25519: {
    name: 'Ed25519',
    oid: '1.3.101.112',
    publicKeyBytes: 32,
    privateKeyBytes: 32,
    signature: { id: 'ed25519', oid: '1.3.101.112' },
  },
  x25519: { name: 'X25519', oid: '1.3.101.110', publicKeyBytes: 32, privateKeyBytes: 32 },
  secp256r1: {
    name: 'P-256',
    oid: EC_PUBLIC_KEY,
    curveOid: '1.2.840.10045.3.1.7',
    publicKeyBytes: 65,
    privateKeyBytes: 32,
    signature: { id: 'ecdsa-secp256r1-sha256', oid: '1.2.840.10045.4.3.2' },
  },
  secp384r1: {
    name: 'P-384',
    oid: EC_PUBLIC_KEY,
    curveOid: '1.3.132.0.34',
    publicKeyBytes: 97,
    privateKeyBytes: 48,
    signature: { id: 'ecdsa-secp384r1-sha384', oid: '1.2.840.10045.4.3.3' },
  },
  secp521r1: {
    name: 'P-521',
    oid: EC_PUBLIC_KEY,
    curveOid: '1.3.132.0.35',
    publicKeyBytes: 133,
    privateKeyBytes: 66,
    signature: { id: 'ecdsa-secp521r1-sha512', oid: '1.2.840.10045.4.3.4' },
  },
};

/** Every curve. */
export const CLASSICAL_KEY_IDS: readonly ClassicalKeyId[] = ['ed25519', 'x25519', 'secp256r1', 'secp384r1', 'secp521r1'];

/** True for a name of a curve. */
export function isClassicalKeyId(id: string): id is ClassicalKeyId {
  return Object.hasOwn(CLASSICAL_KEYS, id);
}

/** The curve of an AlgorithmIdentifier; `curveOid` is that of its parameters where they are one. */
export function findClassicalKeyId(oid: string, curveOid: string | undefined): ClassicalKeyId | undefined {
  return CLASSICAL_KEY_IDS.find((id) => CLASSICAL_KEYS[id].oid === oid && CLASSICAL_KEYS[id].curveOid === curveOid);
}

/** A fresh private key, or the pair of one. Throws `bad-input` where it is no key of the curve. */
export function generateClassicalPair(
  id: ClassicalKeyId,
  privateKey?: Uint8Array,
): { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array } {
  const { signature, name, privateKeyBytes } = CLASSICAL_KEYS[id];
  if (privateKey !== undefined && privateKey.length !== privateKeyBytes)
    throw new PqreadyError('bad-input', `${name} private key: expected ${privateKeyBytes} bytes, got ${privateKey.length}`);
  return signature === undefined ? generateAgreementKeyPair('x25519', privateKey) : generateClassicalKeyPair(signature.id, privateKey);
}
