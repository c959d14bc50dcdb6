// Octets as text, and text as octets.

import { hexToBytes } from '@noble/hashes/utils.js';

/** Lowercase hex, two digits an octet. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The octets of hex in either case; undefined where it is none. */
export function fromHex(text: string): Uint8Array | undefined {
  return text.length % 2 === 0 && /^[0-9A-Fa-f]*$/.test(text) ? hexToBytes(text) : undefined;
}
