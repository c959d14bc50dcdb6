// The public half of a private key where the standard lets it be computed or read: points of Weierstrass curves, RFC 7748 and RFC 8032
// keys, the encapsulation key inside an expanded ML-KEM key (FIPS 203 algorithm 16), the root of an SLH-DSA key (FIPS 205 section 9.1).
// An ML-DSA key and a lone seed would need key generation: those answer undefined.

import { ed448, x448 } from '@noble/curves/ed448.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { brainpoolP256r1, brainpoolP384r1, brainpoolP512r1 } from '@noble/curves/misc.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { childrenOf } from './algorithm-identifier.ts';
import { isMalformed, readElement } from './der.ts';

interface Curve {
  readonly getPublicKey: (secret: Uint8Array, compressed?: boolean) => Uint8Array;
  readonly lengths: { readonly secretKey?: number };
}

const WEIERSTRASS: ReadonlyMap<string, Curve> = new Map<string, Curve>([
  ['1.2.840.10045.3.1.7', p256],
  ['1.3.132.0.34', p384],
  ['1.3.132.0.35', p521],
  ['1.3.132.0.10', secp256k1],
  ['1.3.36.3.3.2.8.1.1.7', brainpoolP256r1],
  ['1.3.36.3.3.2.8.1.1.11', brainpoolP384r1],
  ['1.3.36.3.3.2.8.1.1.13', brainpoolP512r1],
]);

const EDWARDS_MONTGOMERY: ReadonlyMap<string, Curve> = new Map<string, Curve>([
  ['1.3.101.110', x25519],
  ['1.3.101.111', x448],
  ['1.3.101.112', ed25519],
  ['1.3.101.113', ed448],
]);

/** FIPS 203 table 2: k of each parameter set. */
const ML_KEM_K: ReadonlyMap<string, number> = new Map([
  ['2.16.840.1.101.3.4.4.1', 2],
  ['2.16.840.1.101.3.4.4.2', 3],
  ['2.16.840.1.101.3.4.4.3', 4],
]);

/** The uncompressed point of a scalar; undefined for a curve that is not computed here or a scalar out of range. */
export function deriveEcPoint(curveOid: string | undefined, secret: Uint8Array): Uint8Array | undefined {
  const curve = curveOid === undefined ? undefined : WEIERSTRASS.get(curveOid);
  const length = curve?.lengths.secretKey;
  if (curve === undefined || length === undefined || secret.length > length) return undefined;
  // RFC 5915 asks for the full length; encoders that drop leading zeros exist.
  const padded = new Uint8Array(length);
  padded.set(secret, length - secret.length);
  return attempt(() => curve.getPublicKey(padded, false));
}

/** The public key of a PKCS #8 private key that is plain octets: RFC 8410, RFC 9935, RFC 9909. */
export function deriveRawPublicKey(oid: string, content: Uint8Array): Uint8Array | undefined {
  const curve = EDWARDS_MONTGOMERY.get(oid);
  if (curve !== undefined) {
    // RFC 8410 section 7: CurvePrivateKey is an OCTET STRING inside the OCTET STRING.
    const inner = readElement(content, 0);
    if (isMalformed(inner) || inner.tag !== 0x04) return undefined;
    return attempt(() => curve.getPublicKey(content.subarray(inner.contentStart, inner.end)));
  }
  const k = ML_KEM_K.get(oid);
  if (k !== undefined) return mlKemPublicKey(k, content);
  return isSlhDsa(oid) && [64, 96, 128].includes(content.length) ? content.subarray(content.length / 2) : undefined;
}

// FIPS 203: dk is dkPKE (384k octets), ek (384k + 32), H(ek) (32), z (32). RFC 9935: seed [0], expandedKey, or both in a SEQUENCE.
function mlKemPublicKey(k: number, content: Uint8Array): Uint8Array | undefined {
  const top = readElement(content, 0);
  if (isMalformed(top)) return undefined;
  const expanded = top.tag === 0x30 ? childrenOf(content, top)[1] : top;
  if (expanded?.tag !== 0x04 || expanded.end - expanded.contentStart !== 768 * k + 96) return undefined;
  const start = expanded.contentStart + 384 * k;
  return content.subarray(start, start + 384 * k + 32);
}

/** NIST CSOR: 20 to 31 pure, 35 to 46 pre-hashed. */
function isSlhDsa(oid: string): boolean {
  const match = /^2\.16\.840\.1\.101\.3\.4\.3\.(\d\d)$/.exec(oid);
  const arc = Number(match?.[1] ?? 0);
  return (arc >= 20 && arc <= 31) || (arc >= 35 && arc <= 46);
}

// A scalar out of range is the file's mistake: the key is reported without a fingerprint.
function attempt(derive: () => Uint8Array): Uint8Array | undefined {
  try {
    return derive();
  } catch {
    return undefined;
  }
}
