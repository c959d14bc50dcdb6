// Bills of materials of other tools: CycloneDX, SPDX, and what `west spdx`, esp-idf-sbom, Yocto, Buildroot, Syft and cdxgen write of them.
// Everything in one is declared, not seen: packages that bring cryptography as libraries, cryptographic assets as their author names them.

import { toTextLines } from '../formats/text-lines.ts';
import type { Evidence, Gap, Observation } from '../model/evidence.ts';
import type { FileEntry, FileScanner, ScanFile } from '../model/world.ts';
import type { BillItem, BillReader, Place } from './sbom/bill.ts';
import { readBuildrootCsv } from './sbom/buildroot-csv.ts';
import { type FindAsset, toObserved } from './sbom/crypto-assets.ts';
import { readCycloneDxJson } from './sbom/cyclonedx-json.ts';
import { readCycloneDxXml } from './sbom/cyclonedx-xml.ts';
import { toLibrary } from './sbom/library.ts';
import { readSpdxJson, readSyftJson } from './sbom/spdx-json.ts';
import { readSpdxTag } from './sbom/spdx-tag.ts';
import { readSpdx3Json } from './sbom/spdx3-json.ts';

type Dialect = readonly [name: string, literal: string, begins: RegExp, read: BillReader];

/** What tells a dialect: a literal that must occur, how the file must begin, and its reader. The first row decides. */
const DIALECTS: readonly Dialect[] = [
  ['CycloneDX', '"bomFormat"', /^\s{0,100}\{/, readCycloneDxJson],
  ['CycloneDX XML', 'cyclonedx.org/schema/bom/', /^\s{0,100}</, readCycloneDxXml],
  ['SPDX 3', 'spdx.org/rdf/3.', /^\s{0,100}\{/, readSpdx3Json],
  ['SPDX', '"spdxVersion"', /^\s{0,100}\{/, readSpdxJson],
  ['SPDX tag-value', 'SPDXVersion:', /^(?:\s|#[^\n]{0,400}\n){0,20}SPDXVersion:/, readSpdxTag],
  ['Syft', '"artifactRelationships"', /^\s{0,100}\{/, readSyftJson],
  ['Buildroot manifest', '"PACKAGE","VERSION","LICENSE"', /^"PACKAGE"/, readBuildrootCsv],
];

const MAX_BYTES = 32_000_000;
const NAMED = /(?:^|[._-])(?:bom|sbom|cbom|cdx|cyclonedx|spdx|syft)(?:[._-]|$)/i;
const KINDS = /\.(?:json|xml|spdx|jsonld|tag|csv)$/i;

// pqready's own bundle in the tree it was made of: what stands in it was seen there, or is not there any more.
const OWN_PATH = /(?:^|\/)inventory\.cdx\.json$/;
const OWN_TOOL = /"tools"[^\]]{0,400}"name":\s{0,4}"pqready"/;

/** Reads bills of materials, wherever they lie and whatever they are called. A build's own are read even where git ignores them. */
export const sbomScanner: FileScanner = {
  id: 'sbom',
  title: 'bills of materials',
  literals: DIALECTS.map(([, literal]) => literal),
  wants: (entry) => isWanted(entry),
  maxBytes: MAX_BYTES,
  scan: (file) => scanBill(file),
};

// Any JSON may be a bill; one that is too large or ignored has to be called like one.
function isWanted({ path, bytes, ignored }: FileEntry): boolean {
  if (!KINDS.test(path) || /(?:^|\/)node_modules\//.test(path)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return NAMED.test(name) || (!ignored && bytes <= MAX_BYTES);
}

function* scanBill({ entry, bytes, text, literals }: ScanFile): Generator<Evidence | Gap> {
  const content = text();
  const head = content.slice(0, 10_000);
  const found = DIALECTS.find(([, literal, begins]) => begins.test(head) && has(literal, literals, content));
  if (found === undefined || (OWN_PATH.test(entry.path) && OWN_TOOL.test(head))) return;
  const [dialect, , , read] = found;
  const lines = toTextLines(content, bytes);
  const items = read(content, lines);
  const place = ({ line, index }: Place): Evidence['location'] => ({ ...lines.locate(line, index), path: entry.path });
  if (items.every(({ kind }) => kind !== 'fault')) yield toFact(dialect, items, { location: place({ line: 1, index: 0 }), entry });
  const byRef = new Map(items.flatMap((item) => (item.kind === 'asset' && item.ref !== undefined ? [[item.ref, item] as const] : [])));
  for (const item of items) {
    const location = place(item.place);
    const detail = toGapDetail(item);
    if (detail !== undefined) yield { scanner: 'sbom', location, ...detail };
    const observed = toObservation(item, (ref) => byRef.get(ref ?? ''));
    if (observed !== undefined) yield { ...toEvidence(observed, location, entry), grade: 'declared' };
  }
}

function has(literal: string, literals: ReadonlySet<string>, content: string): boolean {
  return literals.size > 0 ? literals.has(literal) : content.includes(literal);
}

interface At {
  readonly location: Evidence['location'];
  readonly entry: FileEntry;
}

// That a bill is there was seen, whatever it says.
function toFact(dialect: string, items: readonly BillItem[], { location, entry }: At): Evidence {
  const packages = items.filter(({ kind }) => kind === 'package').length;
  const observed = { kind: 'fact', fact: 'bill-of-materials', value: `${dialect}, ${packages} packages`, symbol: dialect } as const;
  return toEvidence(observed, location, entry);
}

function toObservation(item: BillItem, find: FindAsset): Observation | undefined {
  if (item.kind === 'fault') return undefined;
  return item.kind === 'package' ? toLibrary(item) : toObserved(item, find);
}

function toGapDetail(item: BillItem): Pick<Gap, 'reason' | 'detail'> | undefined {
  if (item.kind === 'fault') return { reason: 'malformed', detail: item.detail };
  if (item.kind !== 'asset' || item.type !== 'certificate') return undefined;
  return { reason: 'unsupported', detail: 'a certificate that is declared without its bytes: expected the certificate itself' };
}

function toEvidence(observed: Observation, location: Evidence['location'], { origin }: FileEntry): Evidence {
  return { scanner: 'sbom', location, grade: 'source', confidence: 'certain', state: 'present', origin, observed };
}
