// Bytes as text: UTF-8 unless a byte order mark says UTF-16 (The Unicode Standard, 23.8). What is invalid becomes U+FFFD.

/** Decodes a file. The byte order mark is not part of the text. */
export function toText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
