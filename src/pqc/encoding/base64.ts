// Base64 as it is written: RFC 4648 §4. Reading stands in formats/base64.ts.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** With padding, without line breaks. */
export function base64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const bits = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => ALPHABET[(bits >> shift) & 0x3f] ?? '');
    const held = Math.min(3, bytes.length - i) + 1;
    groups.push(digits.slice(0, held).join('').padEnd(4, '='));
  }
  return groups.join('');
}
