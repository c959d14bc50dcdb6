// The extensions of a certificate (RFC 5280 §4.1.2.9) and those that a request asks for (RFC 2985 §5.4.2).

import { childrenOf } from '../../formats/algorithm-identifier.ts';
import { type DerElement, readOid } from '../../formats/der.ts';
import { toDer, toOidDer } from '../../formats/der-write.ts';

export const BASIC_CONSTRAINTS = '2.5.29.19';
export const KEY_USAGE = '2.5.29.15';
export const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';
export const AUTHORITY_KEY_IDENTIFIER = '2.5.29.35';
export const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
/** extensionRequest of PKCS #9 */
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

const BOOLEAN_TRUE = toDer(0x01, Uint8Array.of(0xff));
const SEQUENCE = 0x30;

/** One Extension around the DER of its value. */
export function toExtension(oid: string, value: Uint8Array, { critical = false }: { readonly critical?: boolean } = {}): Uint8Array {
  return toDer(SEQUENCE, toOidDer(oid), ...(critical ? [BOOLEAN_TRUE] : []), toDer(0x04, value));
}

/** The attributes [0] of a request: none, or the extensions that it asks for. */
export function toRequestAttributes(extensions: readonly Uint8Array[]): Uint8Array {
  if (extensions.length === 0) return toDer(0xa0);
  return toDer(0xa0, toDer(SEQUENCE, toOidDer(EXTENSION_REQUEST), toDer(0x31, toDer(SEQUENCE, ...extensions))));
}

/** The DER inside an extension of a certificate or request; `fields` are the children of what is signed. */
export function findExtension(der: Uint8Array, fields: readonly DerElement[], oid: string): Uint8Array | undefined {
  const list = fields[0]?.tag === 0xa0 ? wrapped(der, fields, 0xa3) : requested(der, fields);
  const extension = childrenOf(der, list)
    .map((each) => childrenOf(der, each))
    .find(([identifier]) => readOid(der, identifier) === oid);
  const value = extension?.at(-1);
  return value?.tag === 0x04 ? der.slice(value.contentStart, value.end) : undefined;
}

function wrapped(der: Uint8Array, fields: readonly DerElement[], tag: number): DerElement | undefined {
  return childrenOf(
    der,
    fields.find((field) => field.tag === tag),
  )[0];
}

function requested(der: Uint8Array, fields: readonly DerElement[]): DerElement | undefined {
  const attributes = childrenOf(
    der,
    fields.find(({ tag }) => tag === 0xa0),
  );
  const asked = attributes.map((each) => childrenOf(der, each)).find(([oid]) => readOid(der, oid) === EXTENSION_REQUEST);
  return childrenOf(der, asked?.[1])[0];
}
