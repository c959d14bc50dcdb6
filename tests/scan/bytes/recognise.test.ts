import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../src/knowledge/algorithms.ts';
import { constantTables, power, RINGS, scatteredWords, toMontgomery } from '../../../src/knowledge/constants.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import { findEvenRegions } from '../../../src/scan/bytes/entropy.ts';
import { findInBytes } from '../../../src/scan/bytes/find.ts';
import { findResidues } from '../../../src/scan/bytes/residues.ts';
import { toWordIndex } from '../../../src/scan/bytes/word-index.ts';
import { firmwareScanner } from '../../../src/scan/firmware.ts';
import { ask, only, readFixture, toScanFile } from '../scan-file.ts';

const scan = (bytes: Uint8Array) => ask(firmwareScanner, toScanFile('app.bin', bytes));
const names = (evidence: readonly Evidence[]): string[] => [...new Set(only(evidence, 'algorithm').map(({ use }) => nameOf(use)))].sort();
const told = (bytes: Uint8Array): string[] => names(scan(bytes).evidence.filter(({ confidence }) => confidence !== 'hint'));
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
/** An image: octets of no meaning around what is put into it. */
const image = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from([...Buffer.alloc(333, 0x91), ...parts.flatMap((part) => [...part, ...Buffer.alloc(101, 0x17)])]);

describe('tables of constants in an image', () => {
  it('each layout of each table is found, at its place, and says its mechanism', () => {
    for (const table of constantTables()) {
      for (const { bytes, layout } of table.encodings) {
        const [found] = findInBytes(image(bytes)).tables.filter((each) => each.table.says.algorithm === table.says.algorithm);
        expect(found?.offset, `${table.name}: ${layout}`).toBe(333);
      }
    }
  });

  it('a table with one changed octet is none', () => {
    for (const table of constantTables()) {
      const [encoding] = table.encodings;
      if (encoding === undefined) continue;
      const at = encoding.bytes.length - 1;
      const changed = encoding.bytes.with(at, (encoding.bytes[at] ?? 0) ^ 1);
      expect(findInBytes(image(changed)).tables.filter((each) => each.table.name === table.name && each.encoding === encoding)).toEqual([]);
    }
  });

  it('is evidence of grade binary with offset and length, certain and present', () => {
    const [sbox] = constantTables().filter(({ name }) => name === 'AES S-box');
    const { evidence } = scan(image(sbox?.encodings[0]?.bytes ?? new Uint8Array()));
    expect(evidence.find(({ observed }) => observed.kind === 'algorithm')).toMatchObject({
      grade: 'binary',
      confidence: 'certain',
      state: 'present',
      location: { at: 'bytes', offset: 333, length: 256 },
      observed: { symbol: 'AES S-box: octets' },
    });
  });

  it.each([
    ['CRC-32', 0xedb88320, 4],
    ['CRC-32C', 0x82f63b78, 4],
    ['CRC-16', 0xa001, 2],
  ] as const)('the table of %s is no cryptography', (_, polynomial, size) => {
    const table = Array.from({ length: 256 }, (__, value) => {
      let crc = value;
      for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
      return crc >>> 0;
    });
    const bytes = Buffer.alloc(256 * size);
    table.forEach((crc, index) => {
      if (size === 4) bytes.writeUInt32LE(crc, index * 4);
      else bytes.writeUInt16LE(crc, index * 2);
    });
    expect(told(image(bytes))).toEqual([]);
  });

  it('constants in code are found where enough of them stand near one another', () => {
    for (const { words, need, says } of scatteredWords()) {
      const code = (count: number) =>
        Uint8Array.from(
          words.slice(0, count).flatMap((word) => [0x05, word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24, 0x89]),
        );
      expect(findInBytes(image(code(need))).words.map(({ group }) => group.says.algorithm)).toEqual([says.algorithm]);
      expect(findInBytes(image(code(need - 1))).words).toEqual([]);
    }
  });
});

describe('zeta tables in an order of their own', () => {
  it.each(RINGS.map((ring) => [ring.name, ring] as const))('%s, plain and in Montgomery form, in both byte orders', (_, ring) => {
    for (const montgomery of [false, true]) {
      for (const littleEndian of [false, true]) {
        const values = Array.from({ length: 96 }, (__, index) => power(ring, (index * 37 + 5) % ring.order));
        const laid = values
          .map((value) => (montgomery ? toMontgomery(ring, value) : value))
          .map((value, index) => (index % 3 === 0 ? value - ring.q : value));
        const bytes = Buffer.alloc(laid.length * ring.wordBytes);
        laid.forEach((value, index) => {
          const word = ring.wordBytes === 2 ? value & 0xffff : value >>> 0;
          if (littleEndian) bytes.writeUIntLE(word, index * ring.wordBytes, ring.wordBytes);
          else bytes.writeUIntBE(word, index * ring.wordBytes, ring.wordBytes);
        });
        const padded = Uint8Array.from([...Buffer.alloc(400, 0x91), ...bytes, ...Buffer.alloc(64, 0x91)]);
        expect(findResidues(padded)).toMatchObject([{ ring: { name: ring.name }, offset: 400 }]);
        // What libraries keep is the table of the standard; its own layout is told before this one.
        expect(told(padded)).toEqual([nameOf({ algorithm: ring.says.algorithm, written: '', parameters: {}, functions: [], parts: [] })]);
      }
    }
  });

  it('are found wherever the bytes stand in memory', () => {
    const [table] = constantTables().filter(({ name }) => name === 'ML-DSA zetas');
    const laid = Buffer.concat([Buffer.alloc(9, 1), Buffer.from(table?.encodings[0]?.bytes ?? []), Buffer.alloc(16, 1)]);
    for (const start of [0, 1, 2, 3]) expect(() => findResidues(laid.subarray(start))).not.toThrow();
    expect(findResidues(laid.subarray(1))).toMatchObject([{ ring: { name: 'ML-DSA zetas' }, offset: 8 }]);
  });

  it('a run of small numbers, of equal words and of noise is none', () => {
    const counted = Uint8Array.from({ length: 4000 }, (_, index) => (index % 2 === 0 ? (index >> 1) & 255 : 0));
    for (const bytes of [counted, new Uint8Array(4000).fill(17), new Uint8Array(randomBytes(200_000))])
      expect(findResidues(bytes)).toEqual([]);
  });
});

describe('keys and certificates in an image', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

  it.each([
    ['PKCS #8 in DER', privateKey.export({ format: 'der', type: 'pkcs8' }), 'private-key'],
    ['SEC 1 in DER', privateKey.export({ format: 'der', type: 'sec1' }), 'private-key'],
    ['PKCS #8 in PEM', text(String(privateKey.export({ format: 'pem', type: 'pkcs8' }))), 'private-key'],
    ['a public key in DER', publicKey.export({ format: 'der', type: 'spki' }), 'public-key'],
    ['RSA in DER', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'der', type: 'pkcs1' }), 'private-key'],
    ['Ed25519 in DER', generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }), 'private-key'],
  ])('%s is found once', (_, bytes, material) => {
    const { evidence } = scan(image(new Uint8Array(bytes)));
    expect(only(evidence, 'key')).toMatchObject([{ material }]);
    expect(evidence.find(({ observed }) => observed.kind === 'key')).toMatchObject({ grade: 'binary', location: { offset: 333 } });
  });

  it('a certificate is found in DER and PEM', () => {
    const pem = readFixture('pki', 'device.crt');
    const der = Buffer.from(
      new TextDecoder().decode(pem).replace(/-----BEGIN CERTIFICATE-----|-----END CERTIFICATE-----[\s\S]*|\s/g, ''),
      'base64',
    );
    for (const bytes of [pem, new Uint8Array(der)]) expect(only(scan(image(bytes)).evidence, 'certificate')).toHaveLength(1);
  });

  it('header strings of a library are no keys', () => {
    const rodata = text(
      '-----BEGIN RSA PRIVATE KEY-----\0-----END RSA PRIVATE KEY-----\0-----BEGIN CERTIFICATE-----\n\0Proc-Type: 4,ENCRYPTED\0-----BEGIN %s-----\n\0',
    );
    expect(scan(image(rodata)).evidence.filter(({ observed }) => observed.kind === 'key' || observed.kind === 'certificate')).toEqual([]);
  });

  it('nothing of a private key is said', () => {
    const said = JSON.stringify(scan(image(privateKey.export({ format: 'der', type: 'pkcs8' }))));
    expect(said).not.toContain(Buffer.from(String(privateKey.export({ format: 'jwk' }).d), 'base64url').toString('hex'));
  });
});

describe('what else bytes say', () => {
  it.each([
    ['OpenSSL 3.0.15 3 Sep 2024', 'openssl', '3.0.15', 'pkg:generic/openssl@3.0.15'],
    ['OpenSSL 1.1.1w  11 Sep 2023', 'openssl', '1.1.1w', 'pkg:generic/openssl@1.1.1w'],
    ['Mbed TLS 3.6.2', 'mbedtls', '3.6.2', 'pkg:generic/mbedtls@3.6.2'],
    ['SSH-2.0-dropbear_2022.83', 'dropbear', '2022.83', 'pkg:generic/dropbear@2022.83'],
    ['/cargo/registry/src/index.crates.io-6f17d22bba15001f/ring-0.17.8/src/aead.rs', 'ring', '0.17.8', 'pkg:cargo/ring@0.17.8'],
    ['dep\tgolang.org/x/crypto\tv0.31.0\th1:abc', 'golang.org/x/crypto', 'v0.31.0', 'pkg:golang/golang.org/x/crypto@v0.31.0'],
  ])('%j is a library with its version', (string, name, version, purl) => {
    expect(only(scan(image(text(`${string}\0`))).evidence, 'library')).toMatchObject([{ name, version, purl }]);
  });

  it.each(['OpenSSL error', 'OpenSSL 3.0.15', 'Mbed TLS', 'wolfSSL Inc.', '/ring-buffer/src/x.c'])('%j is none', (string) => {
    expect(only(scan(image(text(`${string}\0`))).evidence, 'library')).toEqual([]);
  });

  it('an object identifier is a hint that the mechanism can be named', () => {
    const { evidence } = scan(image(Uint8Array.of(0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, 0x12)));
    expect(evidence.find(({ observed }) => observed.kind === 'algorithm')).toMatchObject({
      confidence: 'hint',
      observed: { use: { algorithm: 'ml-dsa-65' } },
    });
  });

  it('bytes as even as noise are a gap with place and size', () => {
    const bytes = Uint8Array.from([...Buffer.alloc(8192, 1), ...randomBytes(40_960), ...Buffer.alloc(8192, 1)]);
    expect(findEvenRegions(bytes)).toEqual([{ offset: 8192, length: 40_960 }]);
    expect(scan(bytes).gaps).toContainEqual(
      expect.objectContaining({ reason: 'encrypted', location: expect.objectContaining({ offset: 8192, length: 40_960 }) }),
    );
  });
});

describe('the search', () => {
  it('finds what a search for each pattern finds', () => {
    const byte = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.array(byte, { minLength: 4, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
        fc.array(byte, { maxLength: 200 }),
        (patterns, bytes) => {
          const hits: string[] = [];
          toWordIndex(patterns.map((pattern) => Uint8Array.from(pattern)))(Uint8Array.from(bytes), (pattern, offset) =>
            hits.push(`${pattern} ${offset}`),
          );
          const expected = patterns.flatMap((pattern, index) =>
            bytes.flatMap((_, at) => (pattern.every((each, step) => bytes[at + step] === each) ? [`${index} ${at}`] : [])),
          );
          expect(hits.sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws on arbitrary bytes, and ends on bytes full of starts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void scan(bytes)),
      { numRuns: 100 },
    );
    const starts = Uint8Array.from(
      { length: 300_000 },
      (_, index) => [0x30, 0x82, 0x30, 0x00, 0x30, 0x82, 0x10, 0x00, 0xa0, 0x03, 0x02, 0x01, 0x02, 0x02][index % 14] ?? 0,
    );
    expect(only(scan(starts).evidence, 'certificate')).toEqual([]);
  });
});

const REQUIRED = process.env['PQREADY_REQUIRE_ALL'] === '1';
const kernel = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../bench/kernels/images/${name}`, import.meta.url)));

describe('real images', () => {
  it.each(['v6m-fast.elf', 'v6m-small.elf', 'v7em-fast.elf', 'rv32imc-fast.elf', 'rv32imc-small.elf'])(
    '%s: the tables of our own kernels',
    (name) => {
      const found = findInBytes(kernel(name)).tables.map(({ table }) => table.says.algorithm);
      expect(new Set(found)).toEqual(new Set([...found, 'ml-kem', 'ml-dsa', 'sha-256', 'sha-512']));
    },
  );

  const LIBRARIES: readonly (readonly [string, readonly string[]])[] = [
    ['libcrypto.so.3', ['aes', 'blowfish', 'chacha20', 'des', 'ed25519', 'md5', 'sha-1', 'sha-256', 'sha-3', 'sha-512']],
    ['libnettle.so.8', ['aes', 'blowfish', 'chacha20', 'sha-256', 'sha-3', 'sha-512']],
    ['libgcrypt.so.20', ['aes', 'blowfish', 'sha-256', 'sha-512']],
  ];
  const folder = '/usr/lib/x86_64-linux-gnu';
  it.each(LIBRARIES.filter(([name]) => existsSync(`${folder}/${name}`)))('Debian’s %s', (name, expected) => {
    const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
    const { tables, words } = findInBytes(bytes);
    const found = new Set<string>([...tables.map(({ table }) => table.says.algorithm), ...words.map(({ group }) => group.says.algorithm)]);
    expect(expected.filter((each) => !found.has(each))).toEqual([]);
  });

  const NODE24 = process.env['NODE24'];
  it.skipIf(NODE24 === undefined && !REQUIRED)('Node 24, whose OpenSSL has ML-KEM and ML-DSA', () => {
    const { tables, versions } = findInBytes(new Uint8Array(readFileSync(NODE24 ?? '')));
    const found = new Set<string>(tables.map(({ table }) => table.says.algorithm));
    expect(['aes', 'ml-kem', 'ml-dsa', 'sha-256', 'sha-3'].filter((each) => !found.has(each))).toEqual([]);
    expect(versions.map(({ marker }) => marker.library)).toContain('openssl');
  });

  it.each(
    ['/bin/ls', '/bin/cat', '/bin/sed', '/usr/bin/mawk', '/usr/bin/make', '/bin/grep', '/bin/tar'].filter((path) => existsSync(path)),
  )('%s has no cryptography by its source, and none is told', (path) => {
    const bytes = new Uint8Array(readFileSync(path));
    const { tables, words, oids, structures, pems } = findInBytes(bytes);
    expect([tables, words, oids, structures, pems, findResidues(bytes)]).toEqual([[], [], [], [], [], []]);
  });
});
