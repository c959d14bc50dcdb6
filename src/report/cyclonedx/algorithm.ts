// `algorithmProperties` of a use. Modes and paddings that the schema has no value for are `other`; what is not known is left out.

import {
  ALGORITHMS,
  classicalSecurityBits,
  curveOf,
  functionsOf,
  nistQuantumLevel,
  paddingOf,
  parameterSetOf,
  primitiveOf,
} from '../../knowledge/algorithms.ts';
import { CURVES } from '../../knowledge/curves.ts';
import type { AlgorithmUse, CipherMode, CurveId, Padding } from '../../model/algorithm.ts';
import type { AlgorithmProperties, SpecVersion } from './shapes.ts';

const MODES: Readonly<Record<CipherMode, string>> = {
  ecb: 'ecb',
  cbc: 'cbc',
  cfb: 'cfb',
  ofb: 'ofb',
  ctr: 'ctr',
  gcm: 'gcm',
  ccm: 'ccm',
  ccm8: 'ccm', // CCM with a tag of eight bytes, RFC 6655 §6.1
  'cbc-cs': 'other',
  cfb1: 'other',
  cfb8: 'other',
  'gcm-siv': 'other',
  ocb: 'other',
  eax: 'other',
  siv: 'other',
  xts: 'other',
  kw: 'other',
  kwp: 'other',
};

const PADDINGS: Readonly<Record<Padding, string>> = {
  none: 'raw',
  pkcs5: 'pkcs5',
  pkcs7: 'pkcs7',
  pkcs1v15: 'pkcs1v15',
  oaep: 'oaep',
  pss: 'other',
  'iso7816-4': 'other',
  zero: 'other',
  'x9.23': 'other',
};

/** The properties in one version of the specification: 1.6 knows no family and no primitive `key-wrap`, and calls the curve `curve`. */
export function toAlgorithmProperties(use: AlgorithmUse, spec: SpecVersion): AlgorithmProperties {
  const primitive = primitiveOf(use);
  const { family } = ALGORITHMS[use.algorithm];
  const set = parameterSetOf(use);
  const curve = curveOf(use);
  const mode = use.parameters.mode?.value;
  const padding = paddingOf(use);
  const functions = functionsOf(use);
  const bits = classicalSecurityBits(use);
  const level = nistQuantumLevel(use);
  return {
    primitive: spec === '1.6' && primitive === 'key-wrap' ? 'other' : primitive,
    ...(family === undefined || spec === '1.6' ? {} : { algorithmFamily: family }),
    ...(set === undefined ? {} : { parameterSetIdentifier: set }),
    ...(curve === undefined ? {} : toCurve(curve, spec)),
    ...(mode === undefined ? {} : { mode: MODES[mode] }),
    ...(padding === undefined ? {} : { padding: PADDINGS[padding] }),
    ...(functions.length === 0 ? {} : { cryptoFunctions: functions }),
    ...(bits === undefined ? {} : { classicalSecurityLevel: bits }),
    ...(level === undefined ? {} : { nistQuantumSecurityLevel: level }),
  };
}

function toCurve(curve: CurveId, spec: SpecVersion): Pick<AlgorithmProperties, 'curve' | 'ellipticCurve'> {
  const alias = CURVES[curve].cyclonedx;
  return spec === '1.6' ? { curve: alias.slice(alias.indexOf('/') + 1) } : { ellipticCurve: alias };
}
