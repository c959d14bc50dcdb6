import { describe, expect, it } from 'vitest';
import { toText } from '../../src/scan/text.ts';

describe('toText', () => {
  it('reads UTF-8, and UTF-16 by its byte order mark', () => {
    expect(toText(new TextEncoder().encode('é'))).toBe('é');
    expect(toText(Uint8Array.of(0xff, 0xfe, 0xe9, 0x00))).toBe('é');
    expect(toText(Uint8Array.of(0xfe, 0xff, 0x00, 0xe9))).toBe('é');
  });

  it('replaces what is invalid and never throws', () => {
    expect(toText(Uint8Array.of(0x61, 0xff, 0x62))).toBe('a\ufffdb');
    expect(toText(Uint8Array.of(0xff, 0xfe, 0x00))).toBe('\ufffd');
  });
});
