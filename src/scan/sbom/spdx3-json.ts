// SPDX 3.0.1 as JSON-LD, in its serialised form: elements of type `software_Package` in `@graph`. Elements may give their properties with
// their profile's name (`software_packageVersion`), as the official context does.

import { readJsonKeys } from '../../formats/json-keys.ts';
import { type BillItem, type BillReader, given } from './bill.ts';
import { itemsAt, textAt, valueAt } from './json-value.ts';

const NAME: ReadonlySet<string> = new Set(['name']);

/** Packages of an SPDX 3 document. */
export const readSpdx3Json: BillReader = (text, { placeOf }) => {
  const read = readJsonKeys(text, 3, NAME);
  if (!read.ok) return [{ kind: 'fault', detail: read.detail, place: placeOf(read.offset) }];
  return itemsAt(read.value, ['@graph']).flatMap((element, at): readonly BillItem[] => {
    const type = textAt(element, 'type') ?? textAt(element, '@type');
    const name = textAt(element, 'name');
    if (type !== 'software_Package' || name === undefined) return [];
    return [
      {
        kind: 'package',
        name,
        ...given('version', valueAt(element, ['software_packageVersion'])),
        ...given('purl', valueAt(element, ['software_packageUrl']) ?? identifierOf(element, 'packageUrl')),
        ...given('cpe', identifierOf(element, 'cpe23') ?? identifierOf(element, 'cpe22')),
        place: placeOf(read.offsetOf(['@graph', String(at), 'name']) ?? 0),
      },
    ];
  });
};

function identifierOf(element: unknown, type: string): string | undefined {
  return textAt(
    itemsAt(element, ['externalIdentifier']).find((each) => textAt(each, 'externalIdentifierType') === type),
    'identifier',
  );
}
