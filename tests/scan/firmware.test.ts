import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import { findSymbol } from '../../src/knowledge/symbols.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { firmwareScanner } from '../../src/scan/firmware.ts';
import facts from '../fixtures/pki/facts.json' with { type: 'json' };
import { type McubootOptions, toEspImage, toMcubootImage } from './image-builders.ts';
import { ask, only, readFixture, toScanFile } from './scan-file.ts';

const scan = (name: string) => ask(firmwareScanner, toScanFile(`build/${name}`, readFixture('firmware', name), 'generated'));
const scanBytes = (path: string, bytes: Uint8Array) => ask(firmwareScanner, toScanFile(path, bytes));
const scanMcuboot = (options: McubootOptions) => scanBytes('app.signed.bin', toMcubootImage(options));
const uses = (evidence: readonly Evidence[]): string[] => only(evidence, 'algorithm').map(({ use, symbol }) => `${symbol}: ${nameOf(use)}`);
const factsOf = (evidence: readonly Evidence[]): Record<string, string> =>
  Object.fromEntries(only(evidence, 'fact').map(({ fact, value }) => [fact, value]));

describe('ELF images', () => {
  it('say which cryptography is linked in, by the names of their symbols', () => {
    const { evidence, gaps } = scan('cortex-m4.elf');
    expect(uses(evidence)).toEqual([
      'mbedtls_gcm_crypt_and_tag: AES-GCM',
      'mbedtls_sha256_starts: SHA-256',
      'PQCP_MLKEM_NATIVE_MLKEM768_C_keypair: ML-KEM-768',
      'tc_sha256_update: SHA-256',
    ]);
    expect(only(evidence, 'library').map(({ name }) => name)).toEqual(['mbedtls', 'mlkem-native', 'psa-crypto', 'tinycrypt']);
    expect(gaps).toEqual([]);
    const [first] = evidence.filter(({ observed }) => observed.kind === 'algorithm');
    expect(first).toMatchObject({
      grade: 'binary',
      confidence: 'likely',
      state: 'linked',
      origin: 'generated',
      subject: { part: 'cortex-m4.elf' },
    });
  });

  it('take flash and RAM as size of binutils counts them', () => {
    const [, text = 0, data = 0, bss = 0] =
      /^ *(\d+)\t +(\d+)\t +(\d+)/m.exec(new TextDecoder().decode(readFixture('firmware', 'cortex-m4.elf.txt')))?.map(Number) ?? [];
    expect(factsOf(scan('cortex-m4.elf').evidence)).toEqual({
      isa: 'armv7e-m (7E-M)',
      'image-flash-bytes': String(text + data),
      'image-ram-bytes': String(data + bss),
    });
    expect(text).toBeGreaterThan(0);
  });

  it('give no flash and RAM for what an operating system loads', () => {
    expect(factsOf(scan('client.elf').evidence)).toEqual({ isa: 'x86-64' });
  });

  it('say what a hosted program asks of a shared library, and what it asks for', () => {
    const { evidence } = scan('client.elf');
    expect(uses(evidence)).toEqual(['EVP_aes_256_gcm: AES-256-GCM']);
    expect(
      evidence
        .filter(({ observed }) => observed.kind === 'library')
        .map(({ observed, confidence }) => [observed.kind === 'library' && observed.symbol, confidence]),
    ).toEqual([
      ['DT_NEEDED libcrypto.so.3', 'certain'],
      ['EVP_DigestInit_ex', 'likely'],
    ]);
  });

  it('do not take what a shared library offers for what is used', () => {
    const { evidence } = scan('libcrypto.so');
    expect(uses(evidence)).toEqual([]);
    expect(only(evidence, 'library').map(({ name }) => name)).toEqual(['openssl']);
  });

  it('are compiled, not linked, as long as they are objects', () => {
    expect(scan('cortex-m0plus.o.elf').evidence.find(({ observed }) => observed.kind === 'algorithm')?.state).toBe('compiled');
  });

  it('read big-endian images as little-endian ones', () => {
    expect(uses(scan('big-endian.elf').evidence)).toEqual(uses(scan('cortex-m4.elf').evidence));
  });

  it('leave a gap where no symbol is left to read', () => {
    expect(scan('stripped.elf').gaps).toMatchObject([{ reason: 'unsupported', detail: expect.stringContaining('without a symbol table') }]);
  });

  it('point to the entry of the symbol in the file', () => {
    const bytes = readFixture('firmware', 'cortex-m4.elf');
    const found = scan('cortex-m4.elf').evidence.find(({ observed }) => observed.kind === 'algorithm');
    expect(found?.location).toMatchObject({ at: 'bytes', length: 16 });
    expect(found?.location.at === 'bytes' && found.location.offset).toBeLessThan(bytes.length);
  });

  it('leave a gap where the file is cut', () => {
    const cut = readFixture('firmware', 'cortex-m4.elf').subarray(0, 2000);
    expect(scanBytes('cut.elf', cut).gaps[0]).toMatchObject({ reason: 'malformed', detail: expect.stringContaining('section headers') });
  });
});

describe('symbols', () => {
  it.each([
    ['mbedtls_rsa_rsassa_pss_verify', 'mbedtls', 'RSA-PSS'],
    ['wc_AesGcmEncrypt', 'wolfssl', 'AES-GCM'],
    ['wc_MlKemKey_Decapsulate', 'wolfssl', 'ML-KEM'],
    ['uECC_verify', 'micro-ecc', 'ECDSA'],
    ['crypto_aead_chacha20poly1305_ietf_encrypt', 'libsodium', 'ChaCha20-Poly1305'],
    ['PQCLEAN_MLDSA65_CLEAN_crypto_sign_verify', 'pqclean', 'ML-DSA-65'],
    ['OQS_KEM_ml_kem_1024_encaps', 'liboqs', 'ML-KEM-1024'],
    ['pqcrystals_kyber768_ref_enc', 'pqcrystals', 'Kyber'],
    ['EVP_chacha20_poly1305', 'openssl', 'ChaCha20-Poly1305'],
    ['EVP_sha3_384', 'openssl', 'SHA3-384'],
  ])('%s belongs to %s and speaks of %s', (symbol, library, name) => {
    const meaning = findSymbol(symbol);
    expect(meaning?.library).toBe(library);
    expect(meaning?.use && nameOf(meaning.use)).toBe(name);
  });

  it('names no library where only the mechanism is told', () => {
    expect(findSymbol('crypto_kem_mlkem768_dec')).toMatchObject({ use: { algorithm: 'ml-kem-768' } });
    expect(findSymbol('crypto_kem_mlkem768_dec')?.library).toBeUndefined();
  });

  it.each(['psa_sign_hash', 'EVP_EncryptInit_ex', 'mbedtls_ssl_handshake'])('%s names a library and no mechanism', (symbol) => {
    expect(findSymbol(symbol)).toMatchObject({ library: expect.any(String) });
    expect(findSymbol(symbol)?.use).toBeUndefined();
  });

  it.each([
    'main',
    'description_format',
    'tc_scheduler_run',
    'psa_its_get',
    'crypto_config_table',
    'br_network_up',
    'kyberspace_open',
    '__proto__',
    '_',
    '',
  ])('%j says nothing', (symbol) => {
    expect(findSymbol(symbol)).toBeUndefined();
  });
});

describe('MCUboot images', () => {
  it.each([
    [0x20, 256, 'sha256', 'IMAGE_TLV_RSA2048_PSS: RSA-PSS-SHA-256-2048'],
    [0x22, 71, 'sha256', 'IMAGE_TLV_ECDSA_SIG: ECDSA-secp256r1-SHA-256'],
    [0x22, 103, 'sha384', 'IMAGE_TLV_ECDSA_SIG: ECDSA-secp384r1-SHA-384'],
    [0x23, 384, 'sha256', 'IMAGE_TLV_RSA3072_PSS: RSA-PSS-SHA-256-3072'],
    [0x24, 64, 'sha512', 'IMAGE_TLV_ED25519: Ed25519'],
  ] as const)(
    'with TLV 0x%s of %s octets over %s are likely signed so, as long as no key verifies it',
    (type, length, digest, expected) => {
      const { evidence, gaps } = scanMcuboot({ digest, tlvs: [{ type, value: new Uint8Array(length) }] });
      expect(uses(evidence)).toContain(expected);
      const found = evidence.find(({ observed }) => observed.kind === 'algorithm' && observed.symbol === expected.split(':')[0]);
      expect(found).toMatchObject({ roleHint: 'boot', state: 'present', grade: 'binary', confidence: 'likely' });
      expect(factsOf(evidence)).toMatchObject({ 'image-signature': 'not verified: no public key at hand' });
      expect(factsOf(evidence)).not.toHaveProperty('image-hash-only');
      expect(gaps).toEqual([]);
    },
  );

  it('say version, digest and security counter', () => {
    const { evidence } = scanMcuboot({ guarded: [{ type: 0x50, value: Uint8Array.of(7, 0, 0, 0) }] });
    expect(factsOf(evidence)).toMatchObject({
      'image-version': '1.2.3+4',
      'image-digest': expect.stringMatching(/^sha-256:[0-9a-f]{64}$/),
      'anti-rollback': 'security-counter 7',
    });
    expect(evidence[0]?.subject).toMatchObject({ part: 'app.signed.bin', version: '1.2.3+4' });
  });

  it('that carry a digest and no signature are said to be hash only', () => {
    expect(factsOf(scanMcuboot({}).evidence)).toMatchObject({ 'image-hash-only': 'sha-256' });
  });

  it('join their key hash to the fingerprint of a key', () => {
    const spkiSha256 = facts['prime256v1.pub.pem'].spkiSha256;
    const keyhash = { type: 0x01, value: Uint8Array.from(Buffer.from(spkiSha256, 'hex')) };
    const { evidence } = scanMcuboot({ tlvs: [keyhash, { type: 0x22, value: new Uint8Array(70) }] });
    expect(only(evidence, 'key')).toMatchObject([{ material: 'public-key', key: { spkiSha256, sizeBits: 256 } }]);
  });

  it('make no fingerprint of the key hash of RSA, which is over another encoding', () => {
    const { evidence } = scanMcuboot({
      tlvs: [
        { type: 0x01, value: new Uint8Array(32) },
        { type: 0x20, value: new Uint8Array(256) },
      ],
    });
    expect(only(evidence, 'key')).toEqual([]);
  });

  it('that are encrypted say how, and that their content is not known', () => {
    const { evidence, gaps } = scanMcuboot({
      flags: 0x04,
      tlvs: [
        { type: 0x24, value: new Uint8Array(64) },
        { type: 0x33, value: new Uint8Array(80) },
      ],
    });
    expect(uses(evidence)).toContain('IMAGE_F_ENCRYPTED_AES128: AES-128-CTR');
    const ecies = only(evidence, 'algorithm').find(({ symbol }) => symbol === 'IMAGE_TLV_ENC_X25519');
    expect(ecies?.use.parts.map(({ algorithm }) => algorithm)).toEqual(['x25519', 'hkdf', 'hmac', 'aes']);
    expect(gaps).toMatchObject([{ reason: 'encrypted' }]);
  });

  it('whose digest is not theirs are malformed', () => {
    expect(scanMcuboot({ digest: 'wrong' }).gaps).toMatchObject([
      { reason: 'malformed', detail: expect.stringContaining('IMAGE_TLV_SHA256') },
    ]);
  });

  it('with TLVs of a vendor leave a gap for each', () => {
    expect(scanMcuboot({ tlvs: [{ type: 0x00a0, value: new Uint8Array(3) }] }).gaps).toMatchObject([
      { reason: 'unsupported', detail: 'MCUboot TLV 0x00a0 of 3 bytes is not known' },
    ]);
  });

  it('are found behind a bootloader in a merged image', () => {
    const app = toMcubootImage({ tlvs: [{ type: 0x24, value: new Uint8Array(64) }] });
    const merged = new Uint8Array(8192).fill(0xff);
    merged.set([0x3d, 0xb8, 0xf3, 0x96, 0, 0, 0, 0], 256); // the constant in a bootloader's code
    merged.set(app, 4096);
    const { evidence, gaps } = scanBytes('merged.bin', merged);
    expect(uses(evidence)).toContain('IMAGE_TLV_ED25519: Ed25519');
    expect(evidence.every(({ location }) => location.at === 'bytes' && location.offset >= 4096)).toBe(true);
    expect(gaps).toEqual([]);
  });

  it('cut at every octet never throw and always leave a gap', () => {
    const whole = toMcubootImage({ tlvs: [{ type: 0x24, value: new Uint8Array(64) }] });
    for (let length = 4; length < whole.length; length++) expect(scanBytes('cut.bin', whole.subarray(0, length)).gaps).toHaveLength(1);
  });

  it('are looked for in one pass over a file full of magics', () => {
    const magics = Uint8Array.from({ length: 1_000_000 }, (_, index) => [0x3d, 0xb8, 0xf3, 0x96][index % 4] ?? 0);
    expect(scanBytes('a.bin', magics).evidence).toEqual([]);
  });
});

describe('Espressif images', () => {
  it('say chip, version, digest, and that a digest alone is no signature', () => {
    const { evidence, gaps } = scanBytes('build/app.bin', toEspImage());
    expect(factsOf(evidence)).toMatchObject({
      soc: 'esp32c3',
      'image-version': '2.4.0',
      'build-system': 'esp-idf v5.5.1',
      'image-hash-only': 'sha-256',
    });
    expect(gaps).toEqual([]);
  });

  it.each([
    ['rsa', 'RSA-PSS-SHA-256-3072'],
    ['p192', 'ECDSA-secp192r1-SHA-256'],
    ['p256', 'ECDSA-secp256r1-SHA-256'],
    ['p384', 'ECDSA-secp384r1-SHA-384'],
  ] as const)('signed for Secure Boot v2 with %s say %s', (signature, name) => {
    const { evidence, gaps } = scanBytes('build/app.bin', toEspImage({ signature, secureVersion: 3 }));
    expect(only(evidence, 'algorithm').map(({ use }) => nameOf(use))).toContain(name);
    expect(factsOf(evidence)).toMatchObject({ 'secure-boot': 'signed image', 'anti-rollback': 'secure-version 3' });
    expect(factsOf(evidence)).not.toHaveProperty('image-hash-only');
    expect(gaps).toEqual([]);
  });

  it('that were changed after signing leave gaps', () => {
    const changed = toEspImage({ signature: 'rsa' });
    changed[100] = (changed[100] ?? 0) ^ 1;
    changed[4096 + 900] = (changed[4096 + 900] ?? 0) ^ 1;
    expect(scanBytes('app.bin', changed).gaps.map(({ detail }) => detail.split(',')[0])).toEqual([
      'Secure Boot v2: expected a signature by the key in its block',
      'ESP image: expected the SHA-256 of the image at its end',
      'Secure Boot v2: expected the CRC-32 of the signature block',
      'Secure Boot v2: expected the digest of the image in its signature block',
    ]);
  });
});

describe('what is not understood', () => {
  it.each([
    ['blob.bin', Uint8Array.from([1, 2, 3, 0, 255]), '5 bytes of a form that is not known'],
    ['kernel.img', Uint8Array.from([0x27, 0x05, 0x19, 0x56, 0, 0]), '6 bytes of U-Boot legacy image'],
  ])('%s is a gap with its size', (path, bytes, detail) => {
    const { evidence, gaps } = scanBytes(path, bytes);
    expect(evidence).toEqual([]);
    expect(gaps).toMatchObject([{ reason: 'unsupported', detail: `${detail}: not decoded` }]);
  });

  it('a container is told where it is opened, not a second time', () => {
    expect(scanBytes('update.img', Uint8Array.from([0x68, 0x73, 0x71, 0x73, 0, 0]))).toEqual({ evidence: [], gaps: [] });
  });

  it.each([
    ['test.out', 'PASS\n'],
    ['vectors.hex', '00112233\n'],
    ['usr/bin/wrapper', '#!/bin/sh\nexec true\n'],
  ])('%s is text and no firmware', (path, text) => {
    expect(scanBytes(path, new TextEncoder().encode(text))).toEqual({ evidence: [], gaps: [] });
  });

  it('images are wanted even where git ignores them, source is not', () => {
    const wants = (path: string) => firmwareScanner.wants({ path, bytes: 1, ignored: true, origin: 'generated' });
    expect(
      ['build/zephyr/zephyr.elf', 'a.signed.bin', 'lib/libssl.so.3', 'rootfs/usr/sbin/dropbear', 'src/main.c', 'bin/run.sh'].map(wants),
    ).toEqual([true, true, true, true, false, false]);
  });

  it('never throws on arbitrary bytes', () => {
    const starts = fc.constantFrom([0x7f, 0x45, 0x4c, 0x46, 1, 1], [0x3d, 0xb8, 0xf3, 0x96], [0xe9, 1, 2, 0], []);
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        scanBytes('a.bin', Uint8Array.from([...start, ...rest]));
      }),
      { numRuns: 300 },
    );
  });
});
