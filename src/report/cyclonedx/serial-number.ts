// The serial number of a document, made of its content: the same inventory has the same number on every machine. RFC 9562 §5.5.

import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

// Names a CBOM of this tool; chosen once, at random. A new one would change every serial number.
const NAMESPACE = '8f5a9e0c-6d3b-4c1e-9a47-2b71c0d4e6f3';

/** `urn:uuid:` and the version 5 UUID of a text. */
export function toSerialNumber(content: string): string {
  return `urn:uuid:${toUuid5(NAMESPACE, content)}`;
}

/** Version 5 UUID of a name in a namespace, lowercase. */
export function toUuid5(namespace: string, name: string): string {
  const digest = sha1(concatBytes(hexToBytes(namespace.replaceAll('-', '')), utf8ToBytes(name))).slice(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50; // version 5
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80; // variant of RFC 9562
  const hex = bytesToHex(digest);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
