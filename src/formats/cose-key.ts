// COSE keys: RFC 9052 section 7 (COSE_Key and COSE_KeySet), RFC 9053 section 7 (labels of EC2 and OKP), RFC 8230 section 4 (RSA),
// draft-ietf-cose-dilithium (AKP).

import { type CborItem, readCbor } from './cbor.ts';
import { isMalformed } from './der.ts';
import type { KeyMembers } from './named-key.ts';

const LABEL = { type: 1, algorithm: 3, first: -1, second: -2, third: -3, fourth: -4 } as const;
const TYPES: ReadonlyMap<number, KeyMembers['type']> = new Map<number, KeyMembers['type']>([
  [1, 'OKP'],
  [2, 'EC'],
  [3, 'RSA'],
  [4, 'oct'],
  [7, 'AKP'],
]);
/** IANA registry "COSE Elliptic Curves". */
const CURVES: ReadonlyMap<number, string> = new Map([
  [1, 'P-256'],
  [2, 'P-384'],
  [3, 'P-521'],
  [4, 'X25519'],
  [5, 'X448'],
  [6, 'Ed25519'],
  [7, 'Ed448'],
  [8, 'secp256k1'],
  [256, 'brainpoolP256r1'],
  [258, 'brainpoolP384r1'],
  [259, 'brainpoolP512r1'],
]);
/** IANA registry "COSE Algorithms". */
const ALGORITHMS: ReadonlyMap<number, string> = new Map([
  [-48, 'ML-DSA-44'],
  [-49, 'ML-DSA-65'],
  [-50, 'ML-DSA-87'],
]);

/** The keys of one item that takes all of the bytes: a key or a set of keys; none for anything else. */
export function readCoseKeys(bytes: Uint8Array): readonly KeyMembers[] {
  const item = readCbor(bytes);
  if (isMalformed(item) || item.end !== bytes.length) return [];
  if (item.is === 'array') {
    const keys = item.items.map((one) => toMembers(one));
    return keys.every((key) => key !== undefined) ? keys : [];
  }
  const key = toMembers(item);
  return key === undefined ? [] : [key];
}

function toMembers(item: CborItem): KeyMembers | undefined {
  if (item.is !== 'map') return undefined;
  const fields = new Map(item.entries.flatMap(([key, value]) => (key.is === 'integer' ? [[key.value, value] as const] : [])));
  const octets = (label: number): Uint8Array | undefined => {
    const value = fields.get(label);
    return value?.is === 'bytes' ? value.value : undefined;
  };
  const number = (label: number): number | undefined => {
    const value = fields.get(label);
    return value?.is === 'integer' ? value.value : undefined;
  };
  const type = TYPES.get(number(LABEL.type) ?? 0);
  const algorithm = ALGORITHMS.get(number(LABEL.algorithm) ?? 0);
  const named = { ...(algorithm === undefined ? {} : { algorithm }) };
  switch (type) {
    case 'EC':
    case 'OKP':
      return {
        type,
        ...named,
        ...toCurve(number(LABEL.first)),
        ...toXy(octets(LABEL.second), octets(LABEL.third)),
        isPrivate: fields.has(LABEL.fourth),
      };
    case 'RSA':
      return { type, ...named, ...toRsa(octets(LABEL.first), octets(LABEL.second)), isPrivate: fields.has(LABEL.third) };
    case 'AKP':
      return { type, ...named, ...toXy(octets(LABEL.first), undefined), isPrivate: fields.has(LABEL.second) };
    case 'oct': {
      const secret = octets(LABEL.first);
      return secret === undefined ? undefined : { type, ...named, isPrivate: false, secretBytes: secret.length };
    }
    default:
      return undefined;
  }
}

function toCurve(number: number | undefined): { readonly curve?: string } {
  const curve = CURVES.get(number ?? 0);
  return curve === undefined ? {} : { curve };
}

function toXy(x: Uint8Array | undefined, y: Uint8Array | undefined): { readonly x?: Uint8Array; readonly y?: Uint8Array } {
  return { ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) };
}

function toRsa(
  modulus: Uint8Array | undefined,
  exponent: Uint8Array | undefined,
): { readonly modulus?: Uint8Array; readonly exponent?: Uint8Array } {
  return { ...(modulus === undefined ? {} : { modulus }), ...(exponent === undefined ? {} : { exponent }) };
}
