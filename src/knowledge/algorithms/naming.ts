// How a use is printed and told apart: canonical name, primitive, parameter set, identity.
// Name patterns: CycloneDX cryptography registry. Which modes make a block cipher authenticated encryption: SP 800-38C, -38D, RFC 5297,
// RFC 7253, RFC 8452; key wrap: SP 800-38F. All functions expect a canonical use (`canonical.ts`) and take any.

import type { AlgorithmUse, CipherMode, CryptoFunction, CurveId, Padding, Primitive, QuantumThreat } from '../../model/algorithm.ts';
import { CURVES } from '../curves.ts';
import type { NameElement } from './row.ts';
import { ALGORITHMS, useOf } from './table.ts';

const PRIMITIVE_OF_MODE: Readonly<Record<CipherMode, Primitive>> = {
  ecb: 'block-cipher',
  cbc: 'block-cipher',
  'cbc-cs': 'block-cipher',
  cfb: 'block-cipher',
  cfb1: 'block-cipher',
  cfb8: 'block-cipher',
  ofb: 'block-cipher',
  ctr: 'block-cipher',
  xts: 'block-cipher',
  gcm: 'ae',
  'gcm-siv': 'ae',
  ccm: 'ae',
  ccm8: 'ae',
  ocb: 'ae',
  eax: 'ae',
  siv: 'ae',
  kw: 'key-wrap',
  kwp: 'key-wrap',
};

// As the standards print them; ciphertext stealing is CTS in Kerberos and JCA.
const MODE_NAMES: ReadonlyMap<CipherMode, string> = new Map([
  ['cbc-cs', 'CTS'],
  ['ccm8', 'CCM-8'],
]);

/** The primitive a use is of: a block cipher by its mode (GCM → `ae`, KW → `key-wrap`), RSA and SM2 by what the use does. */
export function primitiveOf(use: AlgorithmUse): Primitive {
  const row = ALGORITHMS[use.algorithm];
  const mode = use.parameters.mode?.value;
  if (row.primitive === 'block-cipher' && mode !== undefined) return PRIMITIVE_OF_MODE[mode];
  const decided = row.byFunction?.find(([one]) => use.functions.includes(one));
  return decided?.[1] ?? row.primitive;
}

/** What the use does with the algorithm, or what every use of it does by definition; may be empty. */
export function functionsOf(use: AlgorithmUse): readonly CryptoFunction[] {
  return use.functions.length > 0 ? use.functions : ALGORITHMS[use.algorithm].functions;
}

/** What a quantum computer does to the use; a scheme whose row leaves it open (HPKE) is as weak as its weakest key-establishment part. */
export function threatOf(use: AlgorithmUse): QuantumThreat {
  const { threat } = ALGORITHMS[use.algorithm];
  if (threat !== 'unknown') return threat;
  const ofParts = use.parts.map(threatOf);
  if (ofParts.includes('broken-by-shor')) return 'broken-by-shor';
  return ofParts.includes('no-known-quantum-break') ? 'no-known-quantum-break' : 'unknown';
}

/** Key size in bits: as used, as the mechanism fixes it, or the field size of its curve. */
export function keyBitsOf(use: AlgorithmUse): number | undefined {
  const row = ALGORITHMS[use.algorithm];
  const curve = curveOf(use);
  const ofCurve = curve === undefined ? undefined : CURVES[curve].bits;
  const ofCipher = row.named.includes('cipher') ? cipherOf(use)?.parameters.keyBits?.value : undefined;
  return row.fixedKeyBits ?? ofCurve ?? use.parameters.keyBits?.value ?? ofCipher;
}

/** The curve, as used or as the mechanism fixes it. */
export function curveOf(use: AlgorithmUse): CurveId | undefined {
  const row = ALGORITHMS[use.algorithm];
  return row.fixedCurve ?? (row.named.includes('curve') ? use.parameters.curve?.value : undefined);
}

/** The padding, as used or as the mechanism is (`rsassa-pss` → `pss`). */
export function paddingOf(use: AlgorithmUse): Padding | undefined {
  return ALGORITHMS[use.algorithm].fixedPadding ?? use.parameters.padding?.value;
}

/** The hash a use is built on: its `digest` parameter, else the first hash among its parts and theirs. */
export function digestOf(use: AlgorithmUse): AlgorithmUse | undefined {
  const named = use.parameters.digest?.value;
  const inside = use.parts.flatMap((part) => {
    const primitive = ALGORITHMS[part.algorithm].primitive;
    return primitive === 'hash' || primitive === 'xof' ? [part] : [digestOf(part)].filter((one) => one !== undefined);
  });
  if (named === undefined) return inside[0];
  return inside.find((part) => part.algorithm === named) ?? useOf(named);
}

/** `parameterSetIdentifier` of CycloneDX: the set a standard names (`768`, `SHA2-128s`), else the size in bits; absent when unknown. */
export function parameterSetOf(use: AlgorithmUse): string | undefined {
  const row = ALGORITHMS[use.algorithm];
  if (row.parameterSet !== undefined) return row.parameterSet;
  if (row.components !== undefined || (row.fixedCurve !== undefined && row.fixedKeyBits === undefined)) return undefined;
  const bits = row.named.includes('outputBits') ? use.parameters.outputBits?.value : keyBitsOf(use);
  return bits === undefined ? undefined : String(bits);
}

/** The printed name: `AES-256-GCM`, `RSA-PSS-SHA-256-2048`, `ECDSA-secp256r1`; an unrecognised one keeps the name that was written. */
export function nameOf(use: AlgorithmUse): string {
  const row = ALGORITHMS[use.algorithm];
  if (use.algorithm === 'unrecognised') return toPrintableName(use.written);
  const prefix = row.named.includes('cipher') && row.primitive === 'mac' ? nameElement(use, 'cipher') : undefined;
  const rest = row.named.filter((element) => prefix === undefined || element !== 'cipher').map((element) => nameElement(use, element));
  return [prefix, row.name, ...rest].filter((word) => word !== undefined && word !== '').join('-');
}

/** What tells a component from another: algorithm, primitive, parameter set, mode, padding, curve, and digest or parts where the name has them. */
export function identityOf(use: AlgorithmUse): string {
  return JSON.stringify([
    use.algorithm === 'unrecognised' ? toPrintableName(use.written).toLowerCase() : use.algorithm,
    primitiveOf(use),
    parameterSetOf(use) ?? '',
    use.parameters.mode?.value ?? '',
    paddingOf(use) ?? '',
    curveOf(use) ?? '',
    use.algorithm === 'unrecognised' ? '' : nameOf(use),
  ]);
}

function nameElement(use: AlgorithmUse, element: NameElement): string | undefined {
  const { parameters } = use;
  switch (element) {
    case 'keyBits':
      return ALGORITHMS[use.algorithm].fixedKeyBits === undefined ? parameters.keyBits?.value.toString() : undefined;
    case 'outputBits':
      return parameters.outputBits?.value.toString();
    case 'mode':
      return parameters.mode && (MODE_NAMES.get(parameters.mode.value) ?? parameters.mode.value.toUpperCase());
    case 'curve':
      return parameters.curve ? CURVES[parameters.curve.value].name : parameters.keyBits?.value.toString();
    case 'digest':
      return digestName(use);
    case 'prf':
      return digestName(use) && `HMAC-${digestName(use)}`;
    case 'cipher':
      return cipherName(use);
    case 'parts':
      return use.parts.map(nameOf).join('-');
  }
}

function digestName(use: AlgorithmUse): string | undefined {
  const digest = digestOf(use);
  return digest === undefined || digest.algorithm === 'hash' || digest.algorithm === 'unrecognised' ? undefined : nameOf(digest);
}

function cipherOf(use: AlgorithmUse): AlgorithmUse | undefined {
  return use.parts.find((part) => ALGORITHMS[part.algorithm].primitive === 'block-cipher');
}

function cipherName(use: AlgorithmUse): string | undefined {
  const cipher = cipherOf(use);
  const bits = keyBitsOf(use)?.toString();
  if (cipher === undefined) return bits;
  const row = ALGORITHMS[cipher.algorithm];
  return row.fixedKeyBits === undefined && bits !== undefined ? `${row.name}-${bits}` : row.name;
}

const NAME_LIMIT = 120;

/** A name out of a scanned file as one printable line: no control or bidirectional characters, at most 120 units, never empty. */
export function toPrintableName(written: string): string {
  const plain = written
    .slice(0, 4 * NAME_LIMIT)
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim();
  return plain.length > NAME_LIMIT ? `${plain.slice(0, NAME_LIMIT - 1).replace(/\p{Cs}$/u, '')}…` : plain || 'unnamed';
}
