// One form for each use, however it was said: a general id with a parameter that a standard names on its own becomes the specific id
// (`rsa` with PSS padding → `rsassa-pss`, `ec` that signs → `ecdsa`, `sha-2` with 384 bits → `sha-384`); what the mechanism fixes is filled
// in; parity bits leave DES keys; a digest that is only a parameter becomes a part, as do the halves of a hybrid.

import type { AlgorithmId, AlgorithmUse, CryptoFunction, CurveId, Parameter, Parameters } from '../../model/algorithm.ts';
import { CURVES } from '../curves.ts';
import type { AlgorithmRow } from './row.ts';
import { ALGORITHMS, isAlgorithmId, useOf } from './table.ts';

/** The same use in its canonical form, parts too. Twice is the same as once. */
export function canonicalUse(use: AlgorithmUse): AlgorithmUse {
  const algorithm = specificAlgorithm(use);
  const parameters = canonicalParameters(algorithm, use.parameters);
  return { ...use, algorithm, parameters, parts: partsOf({ ...use, algorithm, parameters }).map(canonicalUse) };
}

function specificAlgorithm(use: AlgorithmUse): AlgorithmId {
  const { algorithm, parameters } = use;
  const curve = parameters.curve?.value;
  switch (algorithm) {
    case 'rsa':
      return specificRsa(use);
    case 'ec':
      return onNamedCurve(ecByFunction(use), curve);
    case 'ecdsa':
    case 'ecdh':
    case 'eddsa':
      return onNamedCurve(algorithm, curve);
    case 'sha-2':
      return knownOr(algorithm, `sha-${parameters.outputBits?.value}`);
    case 'sha-3':
      return knownOr(algorithm, `sha3-${parameters.outputBits?.value}`);
    case 'ml-kem':
    case 'ml-dsa':
      return knownOr(algorithm, `${algorithm}-${parameters.keyBits?.value}`);
    default:
      return algorithm;
  }
}

function specificRsa(use: AlgorithmUse): AlgorithmId {
  const padding = use.parameters.padding?.value;
  if (padding === 'pss') return 'rsassa-pss';
  if (padding === 'oaep') return 'rsaes-oaep';
  if (padding !== 'pkcs1v15') return 'rsa';
  if (does(use, 'sign', 'verify')) return 'rsassa-pkcs1';
  return does(use, 'encrypt', 'decrypt') ? 'rsaes-pkcs1' : 'rsa';
}

function ecByFunction(use: AlgorithmUse): AlgorithmId {
  if (does(use, 'sign', 'verify')) return 'ecdsa';
  return does(use, 'keyderive') ? 'ecdh' : 'ec';
}

const BY_CURVE: Readonly<Partial<Record<CurveId, AlgorithmId>>> = {
  ed25519: 'ed25519',
  ed448: 'ed448',
  curve25519: 'x25519',
  curve448: 'x448',
};

function onNamedCurve(algorithm: AlgorithmId, curve: CurveId | undefined): AlgorithmId {
  return (curve === undefined ? undefined : BY_CURVE[curve]) ?? algorithm;
}

function does(use: AlgorithmUse, ...functions: readonly CryptoFunction[]): boolean {
  return use.functions.some((one) => functions.includes(one));
}

function knownOr(general: AlgorithmId, specific: string): AlgorithmId {
  return isAlgorithmId(specific) ? specific : general;
}

function canonicalParameters(algorithm: AlgorithmId, given: Parameters): Parameters {
  const row = ALGORITHMS[algorithm];
  const curve = fixed(row.fixedCurve) ?? (row.named.includes('curve') ? given.curve : undefined);
  const padding = fixed(row.fixedPadding) ?? given.padding;
  const keyBits = fixed(row.fixedKeyBits) ?? curveBits(curve) ?? withoutParity(algorithm, given.keyBits);
  const mode = given.mode?.value === 'ccm' && given.tagBits?.value === 64 ? { ...given.mode, value: 'ccm8' as const } : given.mode;
  return {
    ...given,
    ...(mode === undefined ? {} : { mode }),
    ...(curve === undefined ? {} : { curve }),
    ...(padding === undefined ? {} : { padding }),
    ...(keyBits === undefined ? {} : { keyBits }),
  };
}

// What the mechanism fixes is written with its name.
function fixed<T>(value: T | undefined): Parameter<T> | undefined {
  return value === undefined ? undefined : { value, from: 'written' };
}

function curveBits(curve: Parameter<CurveId> | undefined): Parameter<number> | undefined {
  return curve === undefined ? undefined : { ...curve, value: CURVES[curve.value].bits };
}

// SP 800-67 Rev. 2 §3.1: a TDEA key bundle has 168 (or, with two keys, 112) bits; 192 and 128 count the parity bits.
const WITHOUT_PARITY: ReadonlyMap<number, number> = new Map([
  [192, 168],
  [128, 112],
]);

function withoutParity(algorithm: AlgorithmId, keyBits: Parameter<number> | undefined): Parameter<number> | undefined {
  if (algorithm !== '3des' || keyBits === undefined) return keyBits;
  return { ...keyBits, value: WITHOUT_PARITY.get(keyBits.value) ?? keyBits.value };
}

function partsOf(use: AlgorithmUse): readonly AlgorithmUse[] {
  const row = ALGORITHMS[use.algorithm];
  const missing = use.parts.length === 0 ? componentsOf(row) : [];
  const parts = [...use.parts, ...missing];
  const digest = use.parameters.digest?.value;
  if (digest === undefined || digest === 'hash' || digest === 'unrecognised' || holds(parts, digest)) return parts;
  const hash = useOf(digest, { written: '' });
  return [...parts, row.named.includes('prf') ? useOf('hmac', { written: '', parts: [hash] }) : hash];
}

function componentsOf(row: AlgorithmRow): readonly AlgorithmUse[] {
  return (row.components ?? []).map(({ algorithm, curve }) =>
    useOf(algorithm, curve === undefined ? {} : { parameters: { curve: { value: curve, from: 'written' } } }),
  );
}

function holds(parts: readonly AlgorithmUse[], algorithm: AlgorithmId): boolean {
  return parts.some((part) => part.algorithm === algorithm || part.parameters.digest?.value === algorithm || holds(part.parts, algorithm));
}
