// Tag, length, value of DER: where each element stands, and where an encoding breaks. Structures are decoded elsewhere; this comes first,
// so that a truncated or hostile input is refused with its place and without recursion. ITU-T X.690 clauses 8.1 and 10.1.

/** One element. Offsets are from the start of the bytes that were read. */
export interface DerElement {
  /** identifier octet, `0x30` for a SEQUENCE */
  readonly tag: number;
  readonly constructed: boolean;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

/** Why bytes are not what they should be: the place, what was expected there, what came. Never the bytes themselves. */
export interface Malformed {
  readonly offset: number;
  readonly expected: string;
  readonly found: string;
}

/** True for a malformed answer of any reader in this folder. */
export function isMalformed(value: object): value is Malformed {
  return 'expected' in value && 'found' in value;
}

const MAX_DEPTH = 64;
const MAX_ELEMENTS = 500_000;
const HIGH_TAG = 0x1f;

/** The element that starts at `offset` and ends no later than `limit`. */
export function readElement(bytes: Uint8Array, offset: number, limit: number = bytes.length): DerElement | Malformed {
  const tag = bytes[offset];
  if (tag === undefined || offset >= limit) return { offset, expected: 'an ASN.1 element', found: 'the end of the data' };
  if ((tag & HIGH_TAG) === HIGH_TAG) return { offset, expected: 'a low tag number', found: 'a high tag number' };
  const length = readLength(bytes, offset + 1, limit);
  if (isMalformed(length)) return length;
  const { value, next } = length;
  if (next + value > limit) {
    return { offset, expected: `${value} bytes of content`, found: `${limit - next} bytes up to the end` };
  }
  return { tag, constructed: (tag & 0x20) !== 0, start: offset, contentStart: next, end: next + value };
}

/** The elements inside a constructed element. */
export function readChildren(bytes: Uint8Array, parent: DerElement): readonly DerElement[] | Malformed {
  const children: DerElement[] = [];
  let offset = parent.contentStart;
  while (offset < parent.end) {
    const child = readElement(bytes, offset, parent.end);
    if (isMalformed(child)) return child;
    if (children.length >= MAX_ELEMENTS) return { offset, expected: `at most ${MAX_ELEMENTS} elements`, found: 'more' };
    children.push(child);
    offset = child.end;
  }
  return children;
}

/** Checks the element at `offset` all the way down; answers the element, or the first place where the encoding breaks. */
export function checkDer(bytes: Uint8Array, offset = 0): DerElement | Malformed {
  const top = readElement(bytes, offset);
  if (isMalformed(top) || !top.constructed) return top;
  const open: { readonly end: number; next: number }[] = [{ end: top.end, next: top.contentStart }];
  let count = 0;
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    if (level.next >= level.end) {
      open.pop();
      continue;
    }
    const element = readElement(bytes, level.next, level.end);
    if (isMalformed(element)) return element;
    count++;
    if (count > MAX_ELEMENTS) return { offset: element.start, expected: `at most ${MAX_ELEMENTS} elements`, found: 'more' };
    if (open.length >= MAX_DEPTH) return { offset: element.start, expected: `at most ${MAX_DEPTH} levels`, found: 'more' };
    level.next = element.end;
    if (element.constructed) open.push({ end: element.end, next: element.contentStart });
  }
  return top;
}

/** Dotted form of an OBJECT IDENTIFIER element (X.690 clause 8.19), or undefined for another tag or a broken one. */
export function readOid(bytes: Uint8Array, element: DerElement | undefined): string | undefined {
  if (element === undefined || element.tag !== 0x06 || element.end - element.contentStart > 128) return undefined;
  const arcs: bigint[] = [];
  let arc = 0n;
  let open = false;
  for (const byte of bytes.subarray(element.contentStart, element.end)) {
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    open = (byte & 0x80) !== 0;
    if (open) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [first, ...rest] = arcs;
  if (first === undefined || open) return undefined;
  const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}

// Indefinite lengths are BER, not DER. A length that takes more than four octets is larger than any file that is read here.
function readLength(bytes: Uint8Array, offset: number, limit: number): { readonly value: number; readonly next: number } | Malformed {
  const first = bytes[offset];
  if (first === undefined || offset >= limit) return { offset, expected: 'a length', found: 'the end of the data' };
  if (first < 0x80) return { value: first, next: offset + 1 };
  const octets = first & 0x7f;
  if (octets === 0) return { offset, expected: 'a definite length (DER)', found: 'an indefinite length (BER)' };
  if (octets > 4) return { offset, expected: 'a length of at most 4 octets', found: `${octets} octets` };
  if (offset + 1 + octets > limit) return { offset, expected: `${octets} length octets`, found: 'the end of the data' };
  let value = 0;
  for (let index = 1; index <= octets; index++) value = value * 256 + (bytes[offset + index] ?? 0);
  return { value, next: offset + 1 + octets };
}
