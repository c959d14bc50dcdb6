// Cryptographic assets of somebody's CBOM as observations: what its author declares. A name is read as the names in code are; what the fields
// say beside it fills in what the name leaves out.

import { ALGORITHM_IDS, ALGORITHMS, parameterSetOf, useOf } from '../../knowledge/algorithms.ts';
import { findCurve } from '../../knowledge/curves.ts';
import { findOid } from '../../knowledge/identifiers.ts';
import { parseAlgorithmName } from '../../knowledge/names.ts';
import { findCipherSuite } from '../../knowledge/tls.ts';
import type { AlgorithmId, AlgorithmUse, CipherMode, CryptoFunction, Padding, Parameters } from '../../model/algorithm.ts';
import type { KeyObservation, Observation, ProtocolName, ProtocolObservation } from '../../model/evidence.ts';
import type { BillAsset } from './bill.ts';

/** Finds another asset of the bill by its reference. */
export type FindAsset = (ref: string | undefined) => BillAsset | undefined;

/** What an asset declares; undefined for what is no key (a nonce, a token, a digest), and for a certificate, whose bytes are not here. */
export function toObserved(asset: BillAsset, find: FindAsset): Observation | undefined {
  switch (asset.type) {
    case 'algorithm':
      return { kind: 'algorithm', use: toUse(asset), symbol: asset.name };
    case 'protocol':
      return toProtocol(asset);
    default:
      return toKey(asset, find);
  }
}

/** The use that an algorithm asset declares. */
export function toUse(asset: BillAsset): AlgorithmUse {
  const named = findNamed(asset);
  const use = named ?? useOf('unrecognised', { written: asset.name.slice(0, 120) });
  const functions = asset.functions.flatMap((name) => FUNCTIONS.get(name) ?? []);
  return { ...use, parameters: { ...toParameters(asset), ...use.parameters }, ...(functions.length === 0 ? {} : { functions }) };
}

// The longest reading first: `AES` with parameter set 256 and mode gcm is `AES-256-GCM`, `ML-KEM` with 768 is `ML-KEM-768`.
function findNamed({ name, oid, field }: BillAsset): AlgorithmUse | undefined {
  const set = field('parameterSetIdentifier');
  const mode = field('mode');
  const plain = parseAlgorithmName(name);
  const family = field('algorithmFamily');
  const wholes = [name, ...(family === undefined ? [] : [family])].flatMap((base) => [joined(base, set, mode), joined(base, set)]);
  const whole = wholes.map(parseAlgorithmName).find((use) => use !== undefined);
  const printed = BY_PRINTED_NAME.get(name.toLowerCase());
  const byOid = oid === undefined || plain !== undefined ? undefined : findOid(oid)?.use;
  if (plain !== undefined && whole !== undefined) return isNearer(whole, plain) ? whole : plain;
  return plain ?? byOid ?? whole ?? (printed === undefined ? undefined : useOf(printed));
}

// Names that are none in code (`CSPRNG`) are names in a bill.
const BY_PRINTED_NAME: ReadonlyMap<string, AlgorithmId> = new Map(ALGORITHM_IDS.map((id) => [ALGORITHMS[id].name.toLowerCase(), id]));

// A name that says its size says it once: `AES-128` beside a set of 256 stays AES-128.
function isNearer(whole: AlgorithmUse, plain: AlgorithmUse): boolean {
  return parameterSetOf(plain) === undefined || (plain.parameters.mode === undefined && parameterSetOf(whole) === parameterSetOf(plain));
}

function joined(name: string, ...more: readonly (string | undefined)[]): string {
  return [name, ...more.filter((one) => one !== undefined && !NO_VALUES.has(one) && !name.toLowerCase().includes(one.toLowerCase()))].join(
    '-',
  );
}

const NO_VALUES: ReadonlySet<string> = new Set(['other', 'unknown', '']);

function toParameters({ field }: BillAsset): Parameters {
  const curveName = field('ellipticCurve') ?? field('curve');
  const curve = curveName === undefined ? undefined : findCurve(curveName.slice(curveName.indexOf('/') + 1));
  const mode = MODES.get(field('mode') ?? '');
  const padding = PADDINGS.get(field('padding') ?? '');
  return {
    ...(curve === undefined ? {} : { curve: { value: curve, from: 'written' } }),
    ...(mode === undefined ? {} : { mode: { value: mode, from: 'written' } }),
    ...(padding === undefined ? {} : { padding: { value: padding, from: 'written' } }),
  };
}

const MODES: ReadonlyMap<string, CipherMode> = new Map(
  (['cbc', 'ecb', 'ccm', 'gcm', 'cfb', 'ofb', 'ctr'] as const).map((mode) => [mode, mode]),
);
const PADDINGS: ReadonlyMap<string, Padding> = new Map<string, Padding>([
  ['pkcs5', 'pkcs5'],
  ['pkcs7', 'pkcs7'],
  ['pkcs1v15', 'pkcs1v15'],
  ['oaep', 'oaep'],
  ['raw', 'none'],
]);
const FUNCTIONS: ReadonlyMap<string, CryptoFunction> = new Map(
  (['generate', 'keygen', 'encrypt', 'decrypt', 'digest', 'tag', 'keyderive', 'sign', 'verify', 'encapsulate', 'decapsulate'] as const).map(
    (name) => [name, name],
  ),
);

const PROTOCOLS: ReadonlyMap<string, ProtocolName> = new Map<string, ProtocolName>([
  ['tls', 'tls'],
  ['dtls', 'dtls'],
  ['ssh', 'ssh'],
  ['ipsec', 'ipsec'],
  ['ike', 'ike'],
  ['wpa', 'wpa'],
  ['quic', 'quic'],
]);

function toProtocol({ name, field, suites }: BillAsset): ProtocolObservation {
  const version = field('version');
  const named = suites.filter((suite) => suite.name !== '');
  return {
    kind: 'protocol',
    protocol: PROTOCOLS.get(field('type') ?? '') ?? 'other',
    versions: version === undefined ? [] : [version.slice(0, 20)],
    suites: named.map((suite) => findCipherSuite(suite.name) ?? { name: suite.name.slice(0, 80), algorithms: [] }),
    groups: [...new Set(suites.flatMap(({ groups }) => groups))],
    schemes: [...new Set(suites.flatMap(({ schemes }) => schemes))],
    symbol: name,
  };
}

const MATERIALS: ReadonlyMap<string, KeyObservation['material']> = new Map([
  ['private-key', 'private-key'],
  ['public-key', 'public-key'],
  ['secret-key', 'secret-key'],
  ['key', 'secret-key'],
]);

function toKey(asset: BillAsset, find: FindAsset): KeyObservation | undefined {
  const material = MATERIALS.get(asset.field('type') ?? '');
  if (asset.type !== 'related-crypto-material' || material === undefined) return undefined;
  return {
    kind: 'key',
    material,
    key: { algorithm: useOfRef(asset.field('algorithmRef'), find), ...sizeOf(asset) },
    encrypted: asset.field('securedBy.mechanism') !== undefined,
    container: 'CycloneDX',
  };
}

function sizeOf({ field }: BillAsset): { readonly sizeBits?: number } {
  const size = Number(field('size') ?? Number.NaN);
  return Number.isSafeInteger(size) && size > 0 ? { sizeBits: size } : {};
}

function useOfRef(ref: string | undefined, find: FindAsset): AlgorithmUse {
  const asset = find(ref);
  return asset === undefined ? useOf('unrecognised', { written: (ref ?? 'not given').slice(0, 120) }) : toUse(asset);
}
