// The facts of an inventory as a flat list, and a fact in a person's words: where it stands and what was seen there.

import { nameOf } from '../knowledge/algorithms.ts';
import type { CertificateObservation, Location, Observation } from '../model/evidence.ts';
import type { Fact, Inventory } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import { toDate } from './figures.ts';

/** One fact with the assets it belongs to. */
export interface FactRecord {
  readonly fact: Fact;
  /** asset ids in the order of the inventory; empty for a product fact or an absence */
  readonly assets: readonly string[];
  /** name of the first asset, or what the fact is of */
  readonly name: string;
  readonly kind: 'asset' | 'absence' | 'product';
}

/** Every fact once, in code-point order of its id. */
export function listFacts(inventory: Inventory): readonly FactRecord[] {
  const records = new Map<string, FactRecord>();
  for (const asset of inventory.assets) {
    for (const fact of asset.facts) {
      const known = records.get(fact.id);
      const assets = [...(known?.assets ?? []), asset.id];
      records.set(fact.id, { fact, assets, name: known?.name ?? asset.name, kind: 'asset' });
    }
  }
  for (const { fact } of inventory.absences) add(records, { fact, assets: [], name: absentName(fact.observed), kind: 'absence' });
  for (const fact of inventory.productFacts) add(records, { fact, assets: [], name: fact.observed.fact, kind: 'product' });
  return [...records.values()].sort((a, b) => compareText(a.fact.id, b.fact.id));
}

function absentName(observed: Observation): string {
  switch (observed.kind) {
    case 'algorithm':
      return `${NO}${nameOf(observed.use)}`;
    case 'protocol':
      return `${NO}${[observed.protocol.toUpperCase(), ...observed.versions].join(' ')}`;
    case 'library':
      return `${NO}${observed.name}`;
    case 'fact':
      return `${NO}${observed.fact}`;
    default:
      return 'absence';
  }
}

const NO = 'no ';

function add(records: Map<string, FactRecord>, record: FactRecord): void {
  if (!records.has(record.fact.id)) records.set(record.fact.id, record);
}

/** `src/ota.c`, or the endpoint. */
export function toFile(location: Location): string {
  return location.at === 'endpoint' ? `${location.host}:${location.port}/${location.transport}` : location.path;
}

/** Where in the file: `:42`, `bytes 0x5B2F0–0x5B337`; empty for an endpoint. */
export function toSpot(location: Location): string {
  if (location.at === 'text') return `:${location.line}`;
  if (location.at === 'endpoint') return '';
  return `bytes ${toHex(location.offset)}–${toHex(location.offset + Math.max(0, location.length - 1))}`;
}

/** `src/ota.c:42`, `lock.bin bytes 0x5B2F0–0x5B337`, `api.example:443/tcp`. */
export function toPlace(location: Location): string {
  const spot = toSpot(location);
  return location.at === 'bytes' ? `${toFile(location)} ${spot}` : `${toFile(location)}${spot}`;
}

function toHex(value: number): string {
  return `0x${value.toString(16).toUpperCase()}`;
}

/** What was seen, in one line without a full stop. `name` is the asset's. */
export function toSeen(observed: Observation, name: string): string {
  switch (observed.kind) {
    case 'algorithm':
      return join([
        `${name} by ${observed.symbol}`,
        under(observed.condition),
        note('not a security use', observed.nonSecurity),
        note('runs in', observed.execution?.environment),
      ]);
    case 'certificate':
      return `certificate of ${observed.subject}, issued by ${observed.issuer}, ${validity(observed)}`;
    case 'key':
      return join([
        `${observed.material.replace('-', ' ')} in ${observed.container}, ${observed.encrypted ? 'encrypted' : 'not encrypted'}`,
        observed.key.sizeBits === undefined ? undefined : `${observed.key.sizeBits} bits`,
      ]);
    case 'protocol':
      return join([
        `${name} by ${observed.symbol}`,
        list('groups', observed.groups),
        list('suites', suiteNames(observed.suites)),
        under(observed.condition),
      ]);
    case 'library':
      return `${name.startsWith(NO) ? name : observed.name}${observed.version === undefined ? '' : ` ${observed.version}`} by ${observed.symbol}`;
    case 'fact':
      return name.startsWith(NO) ? `${name} by ${observed.symbol}` : `${observed.fact} is ${observed.value}, by ${observed.symbol}`;
  }
}

function validity({ notBefore, notAfter }: CertificateObservation): string {
  return `${toDate(notBefore)} to ${toDate(notAfter)}`;
}

/** SHA-256 that the fact carries of what it was seen in, where it carries one. */
export function findDigest(fact: Fact): string | undefined {
  return fact.observed.kind === 'certificate' ? fact.observed.sha256 : fact.subject?.imageSha256;
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('; ');
}

function under(condition: string | undefined): string | undefined {
  return condition === undefined ? undefined : `under ${condition}`;
}

function note(label: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${label}: ${text}`;
}

function list(label: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const more = names.length > 4 ? ` and ${names.length - 4} more` : '';
  return `${label} ${names.slice(0, 4).join(', ')}${more}`;
}

function suiteNames(suites: readonly { readonly name: string }[]): string[] {
  return suites.map((suite) => suite.name);
}
