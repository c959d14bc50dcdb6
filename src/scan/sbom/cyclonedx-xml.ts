// CycloneDX 1.2 to 1.7 as XML: the same components, as elements.

import { childrenOf, descendantsOf, elementAt, readXmlTree, type XmlElement } from '../../formats/xml-tree.ts';
import { type BillAsset, type BillItem, type BillReader, given, type Place } from './bill.ts';

/** Components of a BOM. */
export const readCycloneDxXml: BillReader = (text, { placeOf }) => {
  const read = readXmlTree(text);
  if (!read.ok) return [{ kind: 'fault', detail: read.detail, place: placeOf(read.offset) }];
  return childrenOf(elementAt(read.root, ['components']), 'component')
    .flatMap((component) => descendantsOf(component, 'component'))
    .flatMap((component) => toItem(component, placeOf(component.offset)));
};

function toItem(component: XmlElement, place: Place): readonly BillItem[] {
  const name = elementAt(component, ['name'])?.text ?? '';
  const crypto = elementAt(component, ['cryptoProperties']);
  if (name === '') return [];
  if (crypto !== undefined) return [toAsset({ component, crypto, name }, place)];
  return [
    {
      kind: 'package',
      name,
      ...given('version', elementAt(component, ['version'])?.text),
      ...given('purl', elementAt(component, ['purl'])?.text),
      ...given('cpe', elementAt(component, ['cpe'])?.text),
      place,
    },
  ];
}

interface Asset {
  readonly component: XmlElement;
  readonly crypto: XmlElement;
  readonly name: string;
}

function toAsset({ component, crypto, name }: Asset, place: Place): BillAsset {
  const type = elementAt(crypto, ['assetType'])?.text ?? '';
  const properties = crypto.children.find((child) => child.name.endsWith('Properties'));
  const functions = elementAt(properties, ['cryptoFunctions']);
  return {
    kind: 'asset',
    name,
    ...given('ref', component.attributes.get('bom-ref')),
    type,
    ...given('oid', elementAt(crypto, ['oid'])?.text),
    field: (key) => elementAt(properties, key.split('.'))?.text,
    functions: childrenOf(functions, 'cryptoFunction').map(({ text }) => text),
    suites: childrenOf(elementAt(properties, ['cipherSuites']), 'cipherSuite').map((suite) => ({
      name: elementAt(suite, ['name'])?.text ?? '',
      groups: childrenOf(elementAt(suite, ['tlsGroups']), 'tlsGroup').map(({ text }) => text),
      schemes: childrenOf(elementAt(suite, ['tlsSignatureSchemes']), 'tlsSignatureScheme').map(({ text }) => text),
    })),
    place,
  };
}
