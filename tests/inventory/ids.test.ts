// Ids are read by people, written into product files and compared between versions: these values are fixed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAlgorithmId, toKeyId, toLibraryId, toProtocolId } from '../../src/inventory/asset-ids.ts';
import { idLengths, toFactIds } from '../../src/inventory/fact-ids.ts';
import { canonicalText } from '../../src/inventory/order.ts';
import { ALGORITHM_IDS, canonicalUse, identityOf } from '../../src/knowledge/algorithms.ts';
import { CURVE_IDS } from '../../src/knowledge/curves.ts';
import type { CipherMode, CryptoFunction, Padding } from '../../src/model/algorithm.ts';
import type { LibraryObservation } from '../../src/model/evidence.ts';
import { at, called, key, use } from './evidence.ts';

const MODES: readonly CipherMode[] = [
  'ecb',
  'cbc',
  'cbc-cs',
  'cfb',
  'cfb1',
  'cfb8',
  'ofb',
  'ctr',
  'gcm',
  'gcm-siv',
  'ccm',
  'ccm8',
  'ocb',
  'eax',
  'siv',
  'xts',
  'kw',
  'kwp',
];
const PADDINGS: readonly Padding[] = ['none', 'pkcs5', 'pkcs7', 'pkcs1v15', 'oaep', 'pss', 'iso7816-4', 'zero', 'x9.23'];

const anyUse = fc
  .record(
    {
      algorithm: fc.constantFrom(...ALGORITHM_IDS),
      keyBits: fc.constantFrom(128, 192, 256, 768, 2048),
      outputBits: fc.constantFrom(128, 256, 512),
      mode: fc.constantFrom(...MODES),
      padding: fc.constantFrom(...PADDINGS),
      curve: fc.constantFrom(...CURVE_IDS),
      digest: fc.constantFrom('sha-1', 'sha-256', 'sha-512', 'sha-512/256', 'sha3-256', 'blake2b'),
      functions: fc.constantFrom<CryptoFunction[]>(['sign'], ['encrypt'], ['keyderive'], ['tag'], ['digest'], ['keygen']),
      written: fc.constantFrom('', 'Foo', 'foo bar', 'foo-bar', 'FOO/BAR'),
    },
    { requiredKeys: ['algorithm', 'functions', 'written'] },
  )
  .map(({ algorithm, functions, written, ...values }) =>
    canonicalUse(use(algorithm, values as Parameters<typeof use>[1], { functions, written })),
  );

describe('ids of algorithms', () => {
  it.each([
    [use('aes', { keyBits: 256, mode: 'gcm' }), 'crypto/algorithm/aes-256-gcm'],
    [use('aes', { keyBits: 256, mode: 'cbc', padding: 'pkcs7' }), 'crypto/algorithm/aes-256-cbc-pkcs7'],
    [use('aes', { keyBits: 256, mode: 'cbc', padding: 'none' }), 'crypto/algorithm/aes-256-cbc-nopadding'],
    [use('rsassa-pss', { digest: 'sha-256', keyBits: 2048 }), 'crypto/algorithm/rsa-pss-sha-256-2048'],
    [use('sha-512/256'), 'crypto/algorithm/sha-512-256'],
    [use('hmac', { digest: 'sha-256', keyBits: 128 }), 'crypto/algorithm/hmac-sha-256-128-bit'],
    [use('ml-kem-768'), 'crypto/algorithm/ml-kem-768'],
    [use('unrecognised', {}, { written: 'foocipher' }), 'crypto/algorithm/unrecognised/foocipher'],
  ])('of %j is %s', (one, id) => {
    expect(toAlgorithmId(canonicalUse(one))).toBe(id);
  });

  it('are equal exactly where identities are', () => {
    fc.assert(
      fc.property(fc.array(anyUse, { minLength: 2, maxLength: 60 }), (uses) => {
        const pairs = new Set(uses.map((one) => `${identityOf(one)} ${toAlgorithmId(one)}`));
        return pairs.size === new Set(uses.map(identityOf)).size && pairs.size === new Set(uses.map(toAlgorithmId)).size;
      }),
      { numRuns: 1000 },
    );
  });
});

describe('ids of other things', () => {
  it('of libraries name the registry where there is one, and tell versions and scopes apart', () => {
    const library = (more: Partial<LibraryObservation>): LibraryObservation => ({ kind: 'library', name: 'mbedtls', symbol: 'x', ...more });
    expect(toLibraryId(library({ version: '3.6.0' }))).toBe('library/mbedtls@3.6.0');
    expect(toLibraryId(library({ version: '3.6.0', purl: 'pkg:github/Mbed-TLS/mbedtls@3.6.0' }))).toBe('library/mbedtls@3.6.0');
    expect(toLibraryId(library({ name: 'ring', version: '0.17.8', purl: 'pkg:cargo/ring@0.17.8' }))).toBe('library/cargo/ring@0.17.8');
    expect(toLibraryId(library({ name: '@noble/curves', version: '2.4.0', purl: 'pkg:npm/%40noble/curves@2.4.0' }))).toBe(
      'library/npm/@noble/curves@2.4.0',
    );
    expect(toLibraryId(library({ name: 'wpa_supplicant' }))).toBe('library/wpa_supplicant');
    expect(toLibraryId(library({ name: 'a b' }))).not.toBe(toLibraryId(library({ name: 'a-b' })));
    expect(toLibraryId(library({ name: 'a', version: '1' }))).not.toBe(toLibraryId(library({ name: 'a@1' })));
  });

  it('of keys hold nothing of a secret: without a public half the place decides', () => {
    const secret = key({ material: 'secret-key', container: 'raw' });
    expect(toKeyId(secret, at('a.key', 1))).toMatch(/^crypto\/key\/secret-key\/at-[0-9a-f]{16}$/);
    expect(toKeyId(secret, at('a.key', 1))).not.toBe(toKeyId(secret, at('b.key', 1)));
  });

  it('of protocols name the version where it is known', () => {
    expect(toProtocolId('tls', 'SSLv3')).toBe('crypto/protocol/tls-sslv3');
    expect([toProtocolId('tls', '1.3'), toProtocolId('lorawan', undefined)]).toEqual([
      'crypto/protocol/tls-1.3',
      'crypto/protocol/lorawan',
    ]);
  });
});

describe('ids of facts', () => {
  const fact = called(use('md5'), at('a.c', 1), 'MD5');

  it('are F- and eight digits, the same whenever the same is seen, another for another line', () => {
    const [id] = toFactIds([fact]).keys();
    expect(id).toMatch(/^F-[0-9a-f]{8}$/);
    expect([...toFactIds([{ ...fact, command: 'nm a.elf' }]).keys()]).toEqual([id]);
    expect([...toFactIds([{ ...fact, location: at('a.c', 2) }]).keys()]).not.toEqual([id]);
  });

  it('grow where two begin alike, both of them and only as far as they must', () => {
    const lengths = idLengths(['0123456789ab00', '0123456789cd00', 'ffffffff000000']);
    expect([...lengths]).toEqual([
      ['0123456789ab00', 11],
      ['0123456789cd00', 11],
    ]);
  });
});

describe('canonical text', () => {
  it('does not depend on the order of keys, nor on fields that are undefined', () => {
    expect(canonicalText({ b: [1, { d: undefined, c: 'x' }], a: null })).toBe('{"a":null,"b":[1,{"c":"x"}]}');
  });
});
