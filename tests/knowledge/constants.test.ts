// First and last entries of the computed tables, as the standards print them.

import { describe, expect, it } from 'vitest';
import { constantTables, scatteredWords } from '../../src/knowledge/constants.ts';

const tables = constantTables();
const hexOf = (name: string, layout: string): string => {
  const encoding = tables
    .filter((table) => table.name === name)
    .flatMap((table) => table.encodings)
    .find((each) => each.layout === layout);
  return Buffer.from(encoding?.bytes ?? []).toString('hex');
};

describe('tables of constants', () => {
  it.each([
    ['SHA-256 round constants', '32-bit words, big-endian', '428a2f9871374491', 'bef9a3f7c67178f2'], // FIPS 180-4 section 4.2.2
    ['SHA-512 round constants', '64-bit words, big-endian', '428a2f98d728ae22', '6c44198c4a475817'], // section 4.2.3
    ['SHA-384 initial hash value', '64-bit words, big-endian', 'cbbb9d5dc1059ed8', '47b5481dbefa4fa4'], // section 5.3.4
    ['SHA-224 initial hash value', '32-bit words, big-endian', 'c1059ed8367cd507', '64f98fa7befa4fa4'], // section 5.3.2
    ['SHA-1 round constants', '32-bit words, big-endian', '5a8279996ed9eba1', '8f1bbcdcca62c1d6'], // section 4.2.1
    ['MD5 sine table', '32-bit words, big-endian', 'd76aa478e8c7b756', '2ad7d2bbeb86d391'], // RFC 1321, appendix A.3
    ['AES S-box', 'octets', '637c777bf26b6fc5', '41992d0fb054bb16'], // FIPS 197 figure 7
    ['AES inverse S-box', 'octets', '52096ad53036a538', 'e169146355210c7d'], // figure 14
    ['AES encryption table', '32-bit columns, turn 0', 'c66363a5f87c7c84', 'a85454fc6dbbbbd62c16163a'.slice(8)],
    ['DES S-box', 'octets by row', '0e040d01020f0b08', '050b030e0a00060d'], // FIPS 46-3 appendix 1
    ['Keccak-f[1600] round constants (SHA-3, SHAKE)', '64-bit words, big-endian', '0000000000000001', '8000000080008008'], // the Keccak reference
    ['Blowfish P-array', '32-bit words, big-endian', '243f6a8885a308d3', '9216d5d98979fb1b'], // the digits of pi
    ['Blowfish S-box', '32-bit words, big-endian', 'd1310ba698dfb5ac', ''],
    ['secp256r1 order', 'octets, big-endian', 'ffffffff00000000', 'f3b9cac2fc632551'], // SP 800-186
    ['secp384r1 base point, x', 'octets, big-endian', 'aa87ca22be8b0537', '3a545e3872760ab7'],
    ['edwards25519 coefficient d', 'signed limbs of 26 and 25 bits, big-endian', 'ff5978b600d37285', ''], // −10913610, 13857413: ref10
    ['Curve25519 order of the base point', 'octets, big-endian', '1000000000000000', '5812631a5cf5d3ed'], // RFC 7748 section 4.1
    ['ML-KEM zetas', '16-bit words, big-endian, plain, least residues', '06c10a140cd90a52', ''], // FIPS 203 appendix A: 1729, 2580, 3289, 2642
    ['ML-KEM zetas', '16-bit words, big-endian, Montgomery form, centred', 'fd0afe99fa1305d5', ''], // −758, −359, −1517, 1493
    ['ML-DSA zetas', '32-bit words, big-endian, plain, least residues', '00495e0200397567', ''], // FIPS 204 appendix B: 4808194, 3765607
    ['ML-DSA zetas', '32-bit words, big-endian, Montgomery form, centred', '000064f7ffd83102', ''], // 25847, −2608894
  ])('%s, %s', (name, layout, first, last) => {
    const hex = hexOf(name, layout);
    expect(hex.slice(0, first.length)).toBe(first);
    expect(hex.endsWith(last)).toBe(true);
  });

  it('DES is found as the libraries keep it, permuted and turned by one bit', () => {
    expect(hexOf('DES S-box', '32-bit words, big-endian, permuted, turn 1')).toMatch(/^0101040000000000/);
  });

  it('have names, sources and encodings that are long enough to mean something', () => {
    for (const table of tables) {
      expect(table.source).not.toBe('');
      for (const { bytes, layout } of table.encodings) expect(bytes.length, `${table.name} ${layout}`).toBeGreaterThanOrEqual(16);
    }
    for (const { words, need } of scatteredWords()) expect(need).toBeLessThanOrEqual(words.length);
  });

  it('no two layouts of different mechanisms are the same bytes', () => {
    const seen = new Map<string, string>();
    for (const { name, says, encodings } of tables) {
      for (const { bytes } of encodings) {
        const key = bytes.join(' ');
        expect(seen.get(key) ?? says.algorithm, name).toBe(says.algorithm);
        seen.set(key, says.algorithm);
      }
    }
  });
});
