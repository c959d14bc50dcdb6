// IP addresses as text and as the octets of an iPAddress: RFC 4291 §2.2 to read, RFC 5952 to write.

/** 4 or 16 octets in network byte order; undefined where the text is no address. */
export function readIpAddress(text: string): Uint8Array | undefined {
  if (!text.includes(':')) return readV4(text);
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0 || text.length > 45) return undefined;
  const first = readGroups(head, tail === undefined);
  const last = tail === undefined ? [] : readGroups(tail, true);
  if (first === undefined || last === undefined) return undefined;
  const missing = 16 - first.length - last.length;
  // "::" stands for one group of zeros or more.
  if (tail === undefined ? missing !== 0 : missing < 2) return undefined;
  return Uint8Array.from([...first, ...new Array<number>(missing).fill(0), ...last]);
}

/** The text of 4 or 16 octets; undefined for another number of them. */
export function renderIpAddress(bytes: Uint8Array): string | undefined {
  if (bytes.length === 4) return [...bytes].join('.');
  if (bytes.length !== 16) return undefined;
  const groups = Array.from({ length: 8 }, (_, i) => (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16));
  const zeros = longestZeros(groups);
  if (zeros.length < 2) return groups.join(':');
  return `${groups.slice(0, zeros.at).join(':')}::${groups.slice(zeros.at + zeros.length).join(':')}`;
}

/** RFC 5952 §4.2.3: the longest run of zero groups, the first of equal ones. */
function longestZeros(groups: readonly string[]): { readonly at: number; readonly length: number } {
  let best = { at: 0, length: 0 };
  for (let at = 0; at < groups.length; at++) {
    let length = 0;
    while (groups[at + length] === '0') length++;
    if (length > best.length) best = { at, length };
  }
  return best;
}

/** Octets of groups between colons, the last of which may be an IPv4 address where the text ends the whole; none of an empty text. */
function readGroups(text: string, isEnd: boolean): readonly number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const octets: number[] = [];
  for (const [i, part] of parts.entries()) {
    const v4 = isEnd && i === parts.length - 1 ? readV4(part) : undefined;
    if (v4 !== undefined) octets.push(...v4);
    else if (/^[0-9A-Fa-f]{1,4}$/.test(part)) octets.push(Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 0xff);
    else return undefined;
  }
  return octets;
}

/** Four decimal numbers without leading zeros, which some systems read as octal. */
function readV4(text: string): Uint8Array | undefined {
  const parts = text.split('.');
  const isOctet = (part: string) => /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) < 256;
  return parts.length === 4 && parts.every(isOctet) ? Uint8Array.from(parts, Number) : undefined;
}
