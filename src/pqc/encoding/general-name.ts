// Subject alternative names: RFC 5280 §4.2.1.6. Written: dNSName and iPAddress. Read: those, mail addresses and URIs; of others the kind.

import { utf8ToBytes } from '@noble/hashes/utils.js';
import { childrenOf } from '../../formats/algorithm-identifier.ts';
import { toDer } from '../../formats/der-write.ts';
import { PqreadyError } from '../../model/errors.ts';
import { readIpAddress, renderIpAddress } from './ip-address.ts';
import { readWhole } from './read-der.ts';

/** A name that a certificate can be made for. */
export interface AlternativeName {
  readonly kind: 'dns' | 'ip';
  /** `device-1.example`, `*.example` · `192.0.2.1`, `2001:db8::1` */
  readonly value: string;
}

/** A name that stands in a certificate. */
export interface ReadName {
  readonly kind: 'dns' | 'ip' | 'mail' | 'uri' | 'other';
  /** as text; of another kind its number in RFC 5280 */
  readonly value: string;
  /** what is wrong with it, if anything */
  readonly fault?: string;
}

const SEQUENCE = 0x30;
/** GeneralName ::= CHOICE, context-specific and primitive: rfc822Name [1], dNSName [2], uniformResourceIdentifier [6], iPAddress [7]. */
const MAIL = 0x81;
const DNS = 0x82;
const URI = 0x86;
const IP = 0x87;

const LABEL = /^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/;
/** RFC 1035 §2.3.4, without the final dot. */
const MAX_DNS_CHARACTERS = 253;
/** A hostile certificate has no right to more. */
const MAX_NAMES = 1024;
const WHAT = 'subjectAltName';

/** The GeneralNames of an extension. Throws `bad-input` with the name that is none. */
export function toGeneralNames(names: readonly AlternativeName[]): Uint8Array {
  return toDer(SEQUENCE, ...names.map(({ kind, value }) => (kind === 'dns' ? toDer(DNS, toDnsName(value)) : toDer(IP, toAddress(value)))));
}

/** The names of an extension, each with what is wrong with it. Throws `bad-input` where it is no GeneralNames. */
export function readGeneralNames(der: Uint8Array): readonly ReadName[] {
  const names = childrenOf(der, readWhole(der, WHAT, SEQUENCE));
  if (names.length === 0 || names.length > MAX_NAMES)
    throw new PqreadyError('bad-input', `${WHAT}: expected 1 to ${MAX_NAMES} names, found ${names.length}`);
  return names.map(({ tag, contentStart, end }) => toName(tag, der.subarray(contentStart, end)));
}

function toName(tag: number, content: Uint8Array): ReadName {
  if (tag === IP) {
    const value = renderIpAddress(content);
    if (value !== undefined) return { kind: 'ip', value };
    return { kind: 'ip', value: `${content.length} bytes`, fault: `iPAddress: expected 4 or 16 bytes, found ${content.length}` };
  }
  const kind = tag === DNS ? 'dns' : tag === MAIL ? 'mail' : tag === URI ? 'uri' : 'other';
  if (kind === 'other') return { kind, value: `[${tag & 0x1f}]` };
  const value = String.fromCharCode(...content.subarray(0, 512).map((byte) => (byte >= 0x20 && byte < 0x7f ? byte : 0x3f)));
  return kind === 'dns' && !isDnsName(value)
    ? { kind, value, fault: `dNSName: expected a host name, found ${JSON.stringify(value)}` }
    : { kind, value };
}

/** RFC 1034 §3.5 with the digits of RFC 1123 §2.1, a `*` for the first label (RFC 9525 §6.3) and the underscore that hosts have all the same. */
function isDnsName(name: string): boolean {
  const [first = '', ...rest] = name.split('.');
  const labels = first === '*' && rest.length > 0 ? rest : [first, ...rest];
  return name.length <= MAX_DNS_CHARACTERS && labels.every((label) => LABEL.test(label));
}

function toDnsName(name: string): Uint8Array {
  if (isDnsName(name) && readIpAddress(name) === undefined) return utf8ToBytes(name);
  const expected = 'a host name in ASCII (an internationalised one as its xn-- form), no address';
  throw new PqreadyError('bad-input', `DNS name ${JSON.stringify(name)}: expected ${expected}`);
}

function toAddress(text: string): Uint8Array {
  const bytes = readIpAddress(text);
  if (bytes !== undefined) return bytes;
  throw new PqreadyError('bad-input', `IP address ${JSON.stringify(text)}: expected one such as 192.0.2.1 or 2001:db8::1`);
}
