// Keys whose numbers stand under names: JSON Web Keys (RFC 7517, RFC 7518, RFC 8037; `AKP` of draft-ietf-cose-dilithium) and COSE keys (RFC 9052
// section 7, RFC 9053 section 7, RFC 8230). Both come to the same: a kind of key, a curve or an algorithm, and octets.

import { toDer, toOidDer } from './der-write.ts';
import { type PublicKeyRecord, toPublicKey } from './public-key.ts';

/** The members of a key, as far as they say something about it. Nothing of a private member is kept but that it is there. */
export interface KeyMembers {
  readonly type: 'EC' | 'OKP' | 'RSA' | 'AKP' | 'oct';
  /** IANA's name: `P-256`, `Ed25519` */
  readonly curve?: string;
  /** `ML-DSA-65`, where the type says nothing */
  readonly algorithm?: string;
  readonly x?: Uint8Array;
  readonly y?: Uint8Array;
  readonly modulus?: Uint8Array;
  readonly exponent?: Uint8Array;
  /** the octets of a public key that is nothing else */
  readonly octets?: Uint8Array;
  readonly isPrivate: boolean;
  /** octets of a secret key: their number only */
  readonly secretBytes?: number;
}

const CURVES: ReadonlyMap<string, { readonly oid: string; readonly octets: number }> = new Map([
  ['P-256', { oid: '1.2.840.10045.3.1.7', octets: 32 }],
  ['P-384', { oid: '1.3.132.0.34', octets: 48 }],
  ['P-521', { oid: '1.3.132.0.35', octets: 66 }],
  ['secp256k1', { oid: '1.3.132.0.10', octets: 32 }],
  ['brainpoolP256r1', { oid: '1.3.36.3.3.2.8.1.1.7', octets: 32 }],
  ['brainpoolP384r1', { oid: '1.3.36.3.3.2.8.1.1.11', octets: 48 }],
  ['brainpoolP512r1', { oid: '1.3.36.3.3.2.8.1.1.13', octets: 64 }],
]);
const OCTET_KEYS: ReadonlyMap<string, string> = new Map([
  ['X25519', '1.3.101.110'],
  ['X448', '1.3.101.111'],
  ['Ed25519', '1.3.101.112'],
  ['Ed448', '1.3.101.113'],
  // NIST CSOR; RFC 9881, RFC 9935, RFC 9909.
  ['ML-KEM-512', '2.16.840.1.101.3.4.4.1'],
  ['ML-KEM-768', '2.16.840.1.101.3.4.4.2'],
  ['ML-KEM-1024', '2.16.840.1.101.3.4.4.3'],
  ['ML-DSA-44', '2.16.840.1.101.3.4.3.17'],
  ['ML-DSA-65', '2.16.840.1.101.3.4.3.18'],
  ['ML-DSA-87', '2.16.840.1.101.3.4.3.19'],
  ...[
    'SHA2-128s',
    'SHA2-128f',
    'SHA2-192s',
    'SHA2-192f',
    'SHA2-256s',
    'SHA2-256f',
    'SHAKE-128s',
    'SHAKE-128f',
    'SHAKE-192s',
    'SHAKE-192f',
    'SHAKE-256s',
    'SHAKE-256f',
  ].map((set, index): readonly [string, string] => [`SLH-DSA-${set}`, `2.16.840.1.101.3.4.3.${20 + index}`]),
]);
const EC_OID = '1.2.840.10045.2.1';
const RSA_OID = '1.2.840.113549.1.1.1';
const NULL_DER = Uint8Array.of(5, 0);

/** The key as X.509 writes it; undefined where a member is missing or has another length than its curve asks for. */
export function toX509Key(members: KeyMembers): PublicKeyRecord | undefined {
  const { x, y, modulus, exponent, octets } = members;
  switch (members.type) {
    case 'EC': {
      const curve = CURVES.get(members.curve ?? '');
      if (curve === undefined || x?.length !== curve.octets || y?.length !== curve.octets) return undefined;
      return toPublicKey({ oid: EC_OID, parameters: toOidDer(curve.oid) }, Uint8Array.of(4, ...x, ...y));
    }
    case 'RSA':
      if (modulus === undefined || exponent === undefined || modulus.length === 0 || exponent.length === 0) return undefined;
      return toPublicKey({ oid: RSA_OID, parameters: NULL_DER }, toDer(0x30, toInteger(modulus), toInteger(exponent)));
    case 'OKP':
    case 'AKP': {
      const oid = OCTET_KEYS.get((members.type === 'OKP' ? members.curve : members.algorithm) ?? '');
      const key = octets ?? x;
      return oid === undefined || key === undefined || key.length === 0 ? undefined : toPublicKey({ oid }, key);
    }
    case 'oct':
      return undefined;
  }
}

function toInteger(octets: Uint8Array): Uint8Array {
  return toDer(0x02, (octets[0] ?? 0) >= 0x80 ? Uint8Array.of(0, ...octets) : octets);
}
