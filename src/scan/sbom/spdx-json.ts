// SPDX 2.2 and 2.3 as JSON: packages with their external references (§7.21). Syft's own JSON stands here too, for it is as flat.

import { type JsonRead, readJsonKeys } from '../../formats/json-keys.ts';
import type { TextLines } from '../../formats/text-lines.ts';
import { type BillItem, type BillReader, given } from './bill.ts';
import { itemsAt, textAt, valueAt } from './json-value.ts';

/** Packages of an SPDX document. */
export const readSpdxJson: BillReader = (text, lines) =>
  readList({ text, lines, key: 'packages' }, (each) => {
    const references = itemsAt(each, ['externalRefs']);
    return {
      ...given('version', valueAt(each, ['versionInfo'])),
      ...given('purl', locatorOf(references, /purl$/i)),
      ...given('cpe', locatorOf(references, /cpe2[23]Type$/i)),
    };
  });

// Yocto writes the type as an address: `http://spdx.org/rdf/references/cpe23Type`.
function locatorOf(references: readonly unknown[], type: RegExp): string | undefined {
  const found = references.find((each) => type.test((textAt(each, 'referenceType') ?? '').slice(-40)));
  return textAt(found, 'referenceLocator');
}

/** Artifacts of Syft's own JSON. */
export const readSyftJson: BillReader = (text, lines) =>
  readList({ text, lines, key: 'artifacts' }, (each) => {
    const [cpe] = itemsAt(each, ['cpes']);
    return {
      ...given('version', valueAt(each, ['version'])),
      ...given('purl', valueAt(each, ['purl'])),
      ...given('cpe', typeof cpe === 'string' ? cpe : textAt(cpe, 'cpe')),
    };
  });

interface Names {
  readonly version?: string;
  readonly purl?: string;
  readonly cpe?: string;
}

const NAME: ReadonlySet<string> = new Set(['name']);

interface List {
  readonly text: string;
  readonly lines: TextLines;
  /** key of the list */
  readonly key: string;
}

function readList({ text, lines, key }: List, namesOf: (each: unknown) => Names): readonly BillItem[] {
  const read: JsonRead = readJsonKeys(text, 3, NAME);
  if (!read.ok) return [{ kind: 'fault', detail: read.detail, place: lines.placeOf(read.offset) }];
  return itemsAt(read.value, [key]).flatMap((each, at): readonly BillItem[] => {
    const name = textAt(each, 'name');
    if (name === undefined) return [];
    return [{ kind: 'package', name, ...namesOf(each), place: lines.placeOf(read.offsetOf([key, String(at), 'name']) ?? 0) }];
  });
}
