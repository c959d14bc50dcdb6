import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Given } from '../../src/model/reference.ts';
import { firmwareScanner } from '../../src/scan/firmware.ts';
import { toEspImage, toSignedMcuboot } from './image-builders.ts';
import { toFdt, toIntelHex, toPartitionTable, toSRecords, toUf2 } from './image-forms.ts';
import { ask, only, toScanFile } from './scan-file.ts';

const scan = (path: string, content: Uint8Array | string, given: readonly Given[] = []) =>
  ask(firmwareScanner, { ...toScanFile(path, content), given });
const names = (evidence: readonly Evidence[]): string[] =>
  only(evidence, 'algorithm').map(({ use, symbol }) => `${symbol}: ${nameOf(use)}`);
const facts = (evidence: readonly Evidence[]): string[] => only(evidence, 'fact').map(({ fact, value }) => `${fact} ${value}`);
const flip = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, (bytes[at] ?? 0) ^ 1);

describe('files of records', () => {
  const { bytes, spkiSha256 } = toSignedMcuboot('p256');

  it.each([
    ['app.hex', toIntelHex(bytes, 0x0001_fff0)],
    ['app.s37', toSRecords(bytes, 0x0800_c000)],
    ['app.uf2', toUf2(bytes)],
  ])('%s: the image inside is read, and places are those of the records', (path, content) => {
    const { evidence, gaps } = scan(path, content);
    expect(names(evidence)).toContain('IMAGE_TLV_ECDSA_SIG: ECDSA-secp256r1-SHA-256');
    expect(only(evidence, 'key')[0]?.key.spkiSha256).toBe(spkiSha256);
    expect(gaps).toEqual([]);
    const text = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    for (const { location } of evidence) {
      if (location.at !== 'bytes') continue;
      expect(location.offset + location.length).toBeLessThanOrEqual(text.length);
      if (path !== 'app.uf2' && location.length > 0) expect(['S', ':']).toContain(String.fromCharCode(text[location.offset] ?? 0));
    }
  });

  it('a UF2 names its chip', () => {
    expect(facts(scan('app.uf2', toUf2(bytes)).evidence)).toContain('soc rp2040');
    expect(facts(scan('app.uf2', toUf2(bytes, { family: 0x12345678 })).evidence)).toContain('soc UF2 family 0x12345678');
  });

  it.each([
    [':10000000000102030405060708090A0B0C0D0E0FFF\n:00000001FF\n', 'the checksum of the record'],
    [':020000040800F2\n:0400000001020304F2\n', 'an end-of-file record'],
    [':0400000001020304F2\n:0400000001020304F2\n:00000001FF\n', 'an address that no other record fills'],
    [':0400000001020304F2\nnothing\n:00000001FF\n', 'a record that begins with a colon'],
    ['S1070000010203040E\nS9030000FC\n', 'the checksum of the record'],
  ])('%j leaves a gap: %s', (text, expected) => {
    const gaps = scan(text.startsWith('S') ? 'a.s19' : 'a.hex', text).gaps.map(({ detail }) => detail);
    expect(gaps).toContainEqual(expect.stringContaining(expected));
  });

  it('text of another kind is no image', () => {
    expect(scan('vectors.hex', '00112233\n')).toEqual({ evidence: [], gaps: [] });
    expect(scan('Story.s19', 'Some text\n')).toEqual({ evidence: [], gaps: [] });
  });
});

describe('U-Boot FIT images', () => {
  const kernel = Buffer.from('kernel of the test');
  const digest = createHash('sha256').update(kernel).digest();
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signature = sign('sha256', kernel, privateKey);
  const given = [
    { name: 'operator', value: { is: 'string', value: publicKey.export({ format: 'der', type: 'spki' }).toString('hex') } },
  ] as const;
  const toFit = (image: Parameters<typeof toFdt>[0], configuration: Parameters<typeof toFdt>[0] = {}) =>
    toFdt({
      description: 'test',
      images: { 'kernel-1': { type: 'kernel', data: kernel, ...image } },
      configurations: { 'conf-1': { kernel: 'kernel-1', ...configuration } },
    });
  const signed = { algo: 'sha256,rsa2048', 'key-name-hint': 'dev', value: signature };

  it('say their digests and signatures, with the hint for the key', () => {
    const { evidence, gaps } = scan(
      'fw.itb',
      toFit({ 'hash-1': { algo: 'sha256', value: digest } }, { 'signature-1': { ...signed, padding: 'pss' } }),
    );
    expect(names(evidence)).toEqual(['FIT hash-1: SHA-256', 'FIT signature-1 by key dev: RSA-PSS-SHA-256-2048']);
    expect(facts(evidence)).toEqual(['image-signature not verified']);
    expect(gaps).toEqual([]);
  });

  it('a signature of an image is verified with the given key, and a changed image is not', () => {
    const whole = toFit({ 'signature-1': signed });
    expect(facts(scan('fw.itb', whole, given).evidence)).toEqual(['image-signature verified with the given key']);
    const changed = flip(whole, Buffer.from(whole).indexOf('kernel of the test'));
    expect(facts(scan('fw.itb', changed, given).evidence)).toEqual(['image-signature does not verify']);
    expect(scan('fw.itb', changed, given).gaps).toMatchObject([{ reason: 'malformed' }]);
  });

  it('a digest that is not that of the data is a gap', () => {
    const changed = toFit({ 'hash-1': { algo: 'sha256', value: Buffer.alloc(32) } });
    expect(scan('fw.itb', changed).gaps).toMatchObject([
      { reason: 'malformed', detail: 'FIT hash-1: expected the sha256 of its image, found another' },
    ]);
  });

  it('with digests alone are hash only; a CRC is no cryptography', () => {
    expect(
      facts(scan('fw.itb', toFit({ 'hash-1': { algo: 'sha1', value: createHash('sha1').update(kernel).digest() } })).evidence),
    ).toEqual(['image-hash-only sha-1']);
    expect(scan('fw.itb', toFit({ 'hash-1': { algo: 'crc32', value: Buffer.alloc(4) } }))).toEqual({ evidence: [], gaps: [] });
  });

  it('that are encrypted say so', () => {
    const { evidence, gaps } = scan('fw.itb', toFit({ cipher: { algo: 'aes256', 'key-name-hint': 'k' } }));
    expect(names(evidence)).toContain('FIT cipher: AES-256-CBC');
    expect(gaps).toMatchObject([{ reason: 'encrypted' }]);
  });

  it('a control devicetree says which key is required', () => {
    const control = toFdt({ signature: { 'key-dev': { algo: 'sha256,rsa3072', required: 'conf', 'rsa,num-bits': 3072 } } });
    const { evidence } = scan('u-boot.dtb', control);
    expect(only(evidence, 'key')).toMatchObject([{ material: 'public-key', key: { sizeBits: 3072 } }]);
    expect(facts(evidence)).toEqual(['secure-boot u-boot-fit-signature, key required for conf']);
  });

  it('a name that is not known is a gap, not a guess', () => {
    expect(scan('fw.itb', toFit({ 'signature-1': { ...signed, algo: 'sha256,xyz1' } })).gaps).toMatchObject([{ reason: 'unsupported' }]);
  });

  it('cut at every octet never throw', () => {
    const whole = toFit({ 'hash-1': { algo: 'sha256', value: digest } });
    for (let length = 8; length < whole.length; length++) expect(scan('fw.itb', whole.subarray(0, length)).gaps).not.toEqual([]);
  });
});

describe('SUIT envelopes', () => {
  // draft-ietf-suit-manifest, appendix B.1 "Example 0: Secure Boot".
  const example = Uint8Array.from(
    Buffer.from(
      'd86ba2025873825824822f58206658ea560262696dd1f13b782239a064da7c6c5cbaf52fded428a6fc83c7e5af584ad28443a10126a0f658406c56f1' +
        '463de7d83c945b88bceb0797958938942a71b2b4a7dffe2b4e8f07b91dd4ee3c6c48f869e668f6ce9113c32de6b2b17dbcabdcad5588102d486c3884' +
        'df035871a50101020003585fa202818141000458568614a40150fa6b4a53d5ad5fdfbe9de663e4d41ffe02501492af1425695e48bf429b2d51f2ab45' +
        '035824822f582000112233445566778899aabbccddeeff0123456789abcdeffedcba98765432100e1987d0010f020f074382030f0943821702',
      'hex',
    ),
  );

  it('the example of the draft: its digest is that of the manifest, its signature ES256', () => {
    const { evidence, gaps } = scan('update.suit', example);
    expect(names(evidence)).toEqual(
      ['SUIT_Digest of the manifest: SHA-256', 'COSE tag 18: ES256: ECDSA-SHA-256', 'suit-parameter-image-digest: SHA-256'].map((each) =>
        expect.stringContaining(each.split(': ')[0] ?? ''),
      ),
    );
    expect(only(evidence, 'algorithm').map(({ use }) => use.algorithm)).toEqual(['sha-256', 'ecdsa', 'sha-256']);
    expect(facts(evidence)).toEqual(['anti-rollback sequence-number 0', 'image-signature not verified: no public key at hand']);
    expect(evidence.every(({ roleHint }) => roleHint === 'update')).toBe(true);
    expect(gaps).toEqual([]);
  });

  it('a changed manifest is a gap', () => {
    for (let at = 125; at < example.length; at++) expect(scan('update.suit', flip(example, at)).gaps, `octet ${at}`).not.toEqual([]);
  });

  it('with the public key given the signature is verified over the COSE Sig_structure', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const payload = example.subarray(9, 9 + 36);
    const structure = Buffer.concat([
      Buffer.from([0x84, 0x6a]),
      Buffer.from('Signature1'),
      Buffer.from([0x43, 0xa1, 0x01, 0x26, 0x40, 0x58, payload.length]),
      payload,
    ]);
    const bytes = example.slice();
    const at = Buffer.from(bytes).indexOf(Buffer.from('584ad28443a10126a0f65840', 'hex')) + 12;
    bytes.set(sign('sha256', structure, { key: privateKey, dsaEncoding: 'ieee-p1363' }), at);
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('hex');
    const given = [{ name: 'operator', value: { is: 'string', value: key } }] as const;
    expect(facts(scan('update.suit', bytes, given).evidence)).toContain('image-signature verified with the given key');
    expect(scan('update.suit', bytes, given).gaps).toEqual([]);
    for (let each = 0; each < bytes.length; each += 7)
      expect(scan('update.suit', flip(bytes, each), given).gaps, `octet ${each}`).not.toEqual([]);
  });
});

describe('flash of Espressif chips', () => {
  const partitions = [
    { label: 'nvs', type: 1, subtype: 2, offset: 0x9000, size: 0x6000 },
    { label: 'factory', type: 0, subtype: 0, offset: 0x10000, size: 0x100000 },
    { label: 'ota_0', type: 0, subtype: 0x10, offset: 0x110000, size: 0x100000, flags: 1 },
  ];
  const dump = (): Uint8Array => {
    const flash = new Uint8Array(0x120000).fill(0xff);
    flash.set(toEspImage({ hashAppended: true }), 0);
    flash.set(toPartitionTable(partitions), 0x8000);
    flash.set(toEspImage({ signature: 'p256' }), 0x10000);
    return flash;
  };

  it('a partition table alone gives the slots of applications', () => {
    const { evidence, gaps } = scan('partition-table.bin', toPartitionTable(partitions));
    expect(only(evidence, 'fact').map(({ fact, value, symbol }) => [fact, value, symbol])).toEqual([
      ['slot-bytes', '1048576', 'factory'],
      ['slot-bytes', '1048576', 'ota_0'],
    ]);
    expect(gaps).toEqual([]);
  });

  it('a dump gives slots, bootloader and application, each where it stands', () => {
    const { evidence, gaps } = scan('flash.bin', dump());
    const signature = evidence.find(({ observed }) => observed.kind === 'algorithm' && observed.use.algorithm === 'ecdsa');
    expect(signature?.location).toMatchObject({ offset: 0x11000 });
    expect(facts(evidence)).toEqual(expect.arrayContaining(['slot-bytes 1048576', 'soc esp32c3', 'secure-boot signed image']));
    expect(gaps).toEqual([]);
  });

  it('a slot whose content is no image is a gap: encrypted where the table says so', () => {
    const flash = dump();
    flash.fill(0x5a, 0x110000, 0x111000);
    expect(scan('flash.bin', flash).gaps).toMatchObject([{ reason: 'encrypted', detail: expect.stringContaining('ota_0') }]);
  });

  it('a changed entry is seen by the digest of the table', () => {
    const table = toPartitionTable(partitions);
    expect(scan('partition-table.bin', flip(table, 8)).gaps).toMatchObject([{ detail: expect.stringContaining('MD5') }]);
  });
});

describe('every form', () => {
  it('never throws on arbitrary bytes behind its first octets', () => {
    const start = fc.constantFrom(
      ':10',
      'S1',
      'UF2\nWQ]\x9e',
      '\xd0\x0d\xfe\xed\0\0\0\x60\0\0\0\x28\0\0\0\x50',
      '\xd8\x6b\xa2\x02',
      '\xaa\x50',
      '\xe9\x01\x02\x00',
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), (head, rest) => {
        scan('a.bin', Uint8Array.from([...Buffer.from(head, 'latin1'), ...rest]));
      }),
      { numRuns: 400 },
    );
  });
});
