// `broken=ecdsa-p256@2031-01-01` and `leaked=KEYID`: what the operator supposes, read into the problem that gives way. What falls with a
// name: a curve takes every signature and key agreement on it; RSA of a length takes every shorter one; anything else falls by itself.

import { ALGORITHMS, curveOf, keyBitsOf } from '../knowledge/algorithms.ts';
import { CURVE_IDS, CURVES } from '../knowledge/curves.ts';
import { findHardProblem, OWN_CURVES, withTwin } from '../knowledge/hard-problems.ts';
import { parseAlgorithmName } from '../knowledge/names.ts';
import type { AlgorithmId, AlgorithmUse, CurveId } from '../model/algorithm.ts';
import type { BreakTarget, Scenario } from '../model/drill.ts';
import { PqreadyError } from '../model/errors.ts';
import type { IsoDate } from '../model/evidence.ts';
import { nearestHint } from './nearest.ts';
import { show } from './problems.ts';

const LONGEST = 200;
const SCENARIO = /^(broken|leaked)=([^@]{1,160})(?:@(.{0,40}))?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for an argument that is a scenario and not a path. */
export function isScenario(argument: string): boolean {
  return argument.startsWith('broken=') || argument.startsWith('leaked=');
}

/** The scenario of an argument; without a date it is supposed for `asOf`. Throws `usage`, and `unknown-id` with the nearest names. */
export function parseScenario(argument: string, asOf: IsoDate): Scenario {
  const [, kind, written = '', date] = (argument.length > LONGEST ? null : SCENARIO.exec(argument)) ?? [];
  if (kind === undefined) throw new PqreadyError('usage', `${show(argument)}: expected broken=ALGORITHM[@DATE] or leaked=KEYID[@DATE]`);
  const on = date === undefined ? asOf : toDay(date);
  if (kind === 'leaked') return { kind: 'leaked', written: written.trim(), on };
  return { kind: 'broken', written, on, targets: written.split(',').map((name) => toTarget(name.trim())) };
}

function toDay(date: string): IsoDate {
  const time = DAY.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new PqreadyError('usage', `${show(date)}: expected a date such as 2031-01-01 after "@"`);
  return date as IsoDate; // checked on the line above
}

function toTarget(name: string): BreakTarget {
  if (name.toLowerCase() === 'shor') return { what: 'shor' };
  const use = parseAlgorithmName(name);
  if (use !== undefined && use.algorithm !== 'unrecognised') return targetOf(use);
  throw new PqreadyError(
    'unknown-id',
    `broken=${show(name)}: expected an algorithm, a curve or shor${nearestHint(name, NAMES)}; pqready list algorithms prints them`,
  );
}

function targetOf(use: AlgorithmUse): BreakTarget {
  const bits = keyBitsOf(use);
  const length = bits === undefined ? {} : { upToBits: bits };
  switch (findHardProblem(use.algorithm)) {
    case 'factoring':
      return { what: 'factoring', ...length };
    case 'finite-field':
      return { what: 'finite-field', ...length };
    case 'curves':
      return { what: 'curves', curves: curvesOf(use) };
    default:
      return withParameters(use);
  }
}

function curvesOf(use: AlgorithmUse): readonly CurveId[] | 'all' {
  const named = curveOf(use);
  const curves = named === undefined ? OWN_CURVES.get(use.algorithm) : [named];
  return curves === undefined ? 'all' : [...new Set(curves.flatMap(withTwin))].sort();
}

function withParameters(use: AlgorithmUse): BreakTarget {
  const bits = keyBitsOf(use);
  const mode = use.parameters.mode?.value;
  return {
    what: 'algorithm',
    algorithms: setsOf(use.algorithm),
    ...(bits === undefined ? {} : { keyBits: bits }),
    ...(mode === undefined ? {} : { mode }),
  };
}

const IDS = (Object.keys(ALGORITHMS) as AlgorithmId[]).filter((id) => id !== 'unrecognised'); // the keys of a total table over AlgorithmId

// FIPS 180-4 and FIPS 202 name the sizes of their families.
const FAMILIES: Readonly<Partial<Record<AlgorithmId, readonly AlgorithmId[]>>> = {
  'ml-kem': IDS.filter((id) => id.startsWith('ml-kem-')),
  'ml-dsa': IDS.filter((id) => id.startsWith('ml-dsa-')),
  'slh-dsa': IDS.filter((id) => id.startsWith('slh-dsa-')),
  'sha-2': ['sha-224', 'sha-256', 'sha-384', 'sha-512', 'sha-512/224', 'sha-512/256'],
  'sha-3': IDS.filter((id) => id.startsWith('sha3-')),
};

/** A family without its parameter set stands for all its sets: ML-KEM for ML-KEM-512, -768 and -1024. */
function setsOf(algorithm: AlgorithmId): readonly AlgorithmId[] {
  return [algorithm, ...(FAMILIES[algorithm] ?? [])];
}

const NAMES: readonly string[] = [
  'shor',
  ...IDS,
  ...CURVE_IDS,
  ...CURVE_IDS.flatMap((id) => CURVES[id].aliases.filter((alias) => /^[PKB]-\d+$/.test(alias))).map((alias) => alias.toLowerCase()),
  ...['ecdsa', 'ecdh'].flatMap((scheme) => ['p256', 'p384', 'p521', 'secp256k1'].map((curve) => `${scheme}-${curve}`)),
  ...['rsa-2048', 'rsa-3072', 'rsa-4096', 'aes-128', 'aes-192', 'aes-256'],
];
