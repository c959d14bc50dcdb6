// CycloneDX 1.2 to 1.7 as JSON (ECMA-424): components at any depth, cryptographic assets among them.

import { type JsonRead, readJsonKeys } from '../../formats/json-keys.ts';
import type { TextLines } from '../../formats/text-lines.ts';
import { type BillAsset, type BillItem, type BillReader, type BillSuite, type Field, given, type Place } from './bill.ts';
import { itemsAt, textAt, textsAt, valueAt } from './json-value.ts';

/** Components nest in components; deeper ones have the place of the one they are in. */
const PLACED_LEVELS = 4;
const PLACES: ReadonlySet<string> = new Set(['purl', 'cpe', 'name', 'bom-ref']);

/** Components of a BOM. */
export const readCycloneDxJson: BillReader = (text, { placeOf }) => {
  const read = readJsonKeys(text, 2 * PLACED_LEVELS + 1, PLACES);
  if (!read.ok) return [{ kind: 'fault', detail: read.detail, place: placeOf(read.offset) }];
  return componentsAt({ ...read, placeOf }, ['components'], placeOf(0));
};

type Parsed = JsonRead & { readonly ok: true } & Pick<TextLines, 'placeOf'>;

const MAX_LEVELS = 24;

function componentsAt(read: Parsed, path: readonly string[], outer: Place): readonly BillItem[] {
  if (path.length > 2 * MAX_LEVELS) return [];
  return itemsAt(read.value, path).flatMap((component, at) => {
    const own = [...path, String(at)];
    const place = findPlace(read, own) ?? outer;
    return [...toItem(component, place), ...componentsAt(read, [...own, 'components'], place)];
  });
}

function findPlace({ offsetOf, placeOf }: Parsed, path: readonly string[]): Place | undefined {
  const [offset] = [...PLACES].flatMap((key) => offsetOf([...path, key]) ?? []);
  return offset === undefined ? undefined : placeOf(offset);
}

function toItem(component: unknown, place: Place): readonly BillItem[] {
  const name = textAt(component, 'name');
  if (name === undefined) return [];
  const crypto = valueAt(component, ['cryptoProperties']);
  if (textAt(component, 'type') === 'cryptographic-asset' || crypto !== undefined) return [toAsset({ component, crypto, name }, place)];
  return [
    {
      kind: 'package',
      name,
      ...given('version', valueAt(component, ['version'])),
      ...given('purl', valueAt(component, ['purl'])),
      ...given('cpe', valueAt(component, ['cpe'])),
      place,
    },
  ];
}

const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['algorithm', 'algorithmProperties'],
  ['certificate', 'certificateProperties'],
  ['protocol', 'protocolProperties'],
  ['related-crypto-material', 'relatedCryptoMaterialProperties'],
]);

interface Asset {
  readonly component: unknown;
  readonly crypto: unknown;
  readonly name: string;
}

function toAsset({ component, crypto, name }: Asset, place: Place): BillAsset {
  const type = textAt(crypto, 'assetType') ?? '';
  const properties = valueAt(crypto, [PROPERTIES.get(type) ?? '']);
  const field: Field = (key) => {
    const value = valueAt(properties, key.split('.'));
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
  };
  return {
    kind: 'asset',
    name,
    ...given('ref', valueAt(component, ['bom-ref'])),
    type,
    ...given('oid', valueAt(crypto, ['oid'])),
    field,
    functions: textsAt(properties, ['cryptoFunctions']),
    suites: itemsAt(properties, ['cipherSuites']).map(toSuite),
    place,
  };
}

function toSuite(suite: unknown): BillSuite {
  return { name: textAt(suite, 'name') ?? '', groups: textsAt(suite, ['tlsGroups']), schemes: textsAt(suite, ['tlsSignatureSchemes']) };
}
