// Images signed in the test with keys made in the test: what is verified, and that no changed octet goes unseen.

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromMap } from '../../src/io/map.ts';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import type { Evidence, Gap } from '../../src/model/evidence.ts';
import { isGap } from '../../src/model/evidence.ts';
import type { Given } from '../../src/model/reference.ts';
import { readPublicKeys } from '../../src/scan/firmware/keys.ts';
import { firmwareScanner } from '../../src/scan/firmware.ts';
import { scan } from '../../src/take-inventory.ts';
import { espKeyOf, type McubootScheme, toEspImage, toSignedMcuboot } from './image-builders.ts';
import { ask, only, toScanFile } from './scan-file.ts';

const spkiOf = (key: KeyObject): Uint8Array => new Uint8Array(key.export({ format: 'der', type: 'spki' }));
const pemOf = (key: KeyObject): string => String(key.export({ format: 'pem', type: 'spki' }));
const operator = (key: KeyObject): readonly Given[] => [
  { name: 'operator', value: { is: 'string', value: Buffer.from(spkiOf(key)).toString('hex') } },
];
const scanWith = (bytes: Uint8Array, given: readonly Given[] = []) =>
  ask(firmwareScanner, { ...toScanFile('app.signed.bin', bytes), given });
const signatureFact = (evidence: readonly Evidence[]): string | undefined =>
  only(evidence, 'fact').find(({ fact }) => fact === 'image-signature')?.value;
const flip = (bytes: Uint8Array, at: number, bit = at % 8): Uint8Array => bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit));

const SCHEMES: readonly (readonly [McubootScheme, string])[] = [
  ['rsa2048', 'RSA-PSS-SHA-256-2048'],
  ['rsa3072', 'RSA-PSS-SHA-256-3072'],
  ['p256', 'ECDSA-secp256r1-SHA-256'],
  ['p384', 'ECDSA-secp384r1-SHA-384'],
  ['ed25519', 'Ed25519'],
  ['ed25519-pure', 'Ed25519'],
];

describe('MCUboot images signed with a key of the test', () => {
  it.each(SCHEMES)('%s: the given key verifies them, and the scheme is certain then', (scheme, name) => {
    const { bytes, publicKey } = toSignedMcuboot(scheme);
    const { evidence, gaps } = scanWith(bytes, operator(publicKey));
    expect(gaps).toEqual([]);
    expect(signatureFact(evidence)).toBe('verified with the given key');
    const signature = evidence.find(({ observed }) => observed.kind === 'algorithm' && nameOf(observed.use) === name);
    expect(signature).toMatchObject({ confidence: 'certain', roleHint: 'boot', grade: 'binary' });
  });

  it.each(SCHEMES)('%s: another key of the operator does not verify them', (scheme) => {
    const other = scheme.startsWith('ed25519') ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const { evidence, gaps } = scanWith(toSignedMcuboot(scheme).bytes, operator(other.publicKey));
    expect(signatureFact(evidence)).toBe('does not verify');
    expect(gaps).toMatchObject([{ reason: 'malformed', detail: expect.stringContaining('given key') }]);
  });

  it('any octet of header, protected TLVs or payload that changes is a gap without any key', () => {
    const { bytes } = toSignedMcuboot('p256', [{ type: 0x50, value: Uint8Array.of(7, 0, 0, 0) }]);
    const covered = 32 + 100 + 12;
    for (let at = 0; at < covered; at++) expect(scanWith(flip(bytes, at)).gaps, `octet ${at}`).not.toEqual([]);
    for (let at = 32; at < 132; at++) {
      expect(scanWith(flip(bytes, at)).gaps).toMatchObject([
        { reason: 'malformed', detail: expect.stringContaining('expected the digest of the image') },
      ]);
    }
  });

  it('a type or length of an unprotected TLV that changes is a gap, or leaves a claim that says it is not verified', () => {
    const { bytes } = toSignedMcuboot('p256');
    for (let at = 132; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const { evidence, gaps } = scanWith(flip(bytes, at, bit));
        const claims = evidence.filter(({ observed }) => observed.kind === 'algorithm' && observed.use.functions.includes('verify'));
        const honest =
          signatureFact(evidence)?.startsWith('not verified') === true && claims.every(({ confidence }) => confidence === 'likely');
        expect(gaps.length > 0 || honest, `octet ${at} bit ${bit}`).toBe(true);
      }
    }
  });

  it.each([['rsa2048'], ['p256'], ['ed25519'], ['ed25519-pure']] as const)(
    '%s: with the public key given every changed octet is caught',
    (scheme) => {
      const { bytes, publicKey } = toSignedMcuboot(scheme, [{ type: 0x50, value: Uint8Array.of(7, 0, 0, 0) }]);
      const given = operator(publicKey);
      for (let at = 0; at < bytes.length; at++) expect(scanWith(flip(bytes, at), given).gaps, `octet ${at}`).not.toEqual([]);
    },
  );

  it.each([['rsa3072'], ['p384']] as const)('%s: with the public key given every changed octet of the TLVs is caught', (scheme) => {
    const { bytes, publicKey } = toSignedMcuboot(scheme);
    const given = operator(publicKey);
    for (let at = 132; at < bytes.length; at += 3) expect(scanWith(flip(bytes, at), given).gaps, `octet ${at}`).not.toEqual([]);
  });

  it('say which image and version they depend on', () => {
    const { bytes } = toSignedMcuboot('p256', [{ type: 0x40, value: Uint8Array.of(1, 0, 0, 0, 2, 3, 4, 0, 5, 0, 0, 0) }]);
    expect(only(scanWith(bytes).evidence, 'fact').find(({ fact }) => fact === 'image-dependency')?.value).toBe('image 1 at least 2.3.4+5');
  });

  it('whose signature was cut off are not taken for images that were never signed', () => {
    const { bytes, publicKey } = toSignedMcuboot('ed25519');
    const unsigned = bytes.slice(0, 132 + 4 + 68);
    new DataView(unsigned.buffer).setUint16(134, 72, true);
    expect(scanWith(unsigned, operator(publicKey)).gaps).toMatchObject([
      { detail: expect.stringContaining('expected a signature by the given key, found none') },
    ]);
  });
});

describe('keys of the tree', () => {
  async function gather(
    files: ReadonlyMap<string, Uint8Array | string>,
    verifyKeys?: Parameters<typeof scan>[1],
  ): Promise<readonly (Evidence | Gap)[]> {
    const items: (Evidence | Gap)[] = [];
    for await (const item of scan(fromMap(files), verifyKeys ?? {})) items.push(item);
    return items;
  }
  const evidenceOf = (items: readonly (Evidence | Gap)[]): readonly Evidence[] => items.filter((item): item is Evidence => !isGap(item));

  it.each(SCHEMES)('%s: the key that the image names by its hash is found and verifies it', async (scheme) => {
    const { bytes, publicKey } = toSignedMcuboot(scheme);
    const items = await gather(
      new Map<string, Uint8Array | string>([
        ['build/app.signed.bin', bytes],
        ['keys/root.pem', pemOf(publicKey)],
      ]),
    );
    expect(signatureFact(evidenceOf(items))).toBe('verified with keys/root.pem');
    expect(items.filter(isGap)).toEqual([]);
  });

  it('a private key stands for its public half, and nothing of it is said', async () => {
    const { bytes, privateKey } = toSignedMcuboot('p256');
    const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const items = await gather(
      new Map<string, Uint8Array | string>([
        ['app.bin', bytes],
        ['root-ec-p256.pem', pem],
      ]),
    );
    expect(signatureFact(evidenceOf(items))).toBe('verified with root-ec-p256.pem');
    const secret = Buffer.from(String(privateKey.export({ format: 'jwk' }).d), 'base64url').toString('hex');
    expect(JSON.stringify(items)).not.toContain(secret);
  });

  it('the operator’s key counts before those of the tree', async () => {
    const { bytes, publicKey } = toSignedMcuboot('ed25519');
    const other = generateKeyPairSync('ed25519');
    const files = new Map<string, Uint8Array | string>([
      ['app.bin', bytes],
      ['root.pem', pemOf(publicKey)],
    ]);
    const items = await gather(files, { verifyKeys: [{ name: 'other.pem', bytes: new TextEncoder().encode(pemOf(other.publicKey)) }] });
    expect(signatureFact(evidenceOf(items))).toBe('does not verify');
  });

  it('a file without a key is the operator’s mistake', async () => {
    const verifyKeys = [{ name: 'notes.txt', bytes: new TextEncoder().encode('none') }];
    await expect(gather(new Map([['app.bin', 'x']]), { verifyKeys })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('notes.txt'),
    });
  });

  it('are read from keys and certificates, PEM and DER', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'secp384r1' });
    const spki = spkiOf(publicKey);
    const forms = [pemOf(publicKey), String(privateKey.export({ format: 'pem', type: 'sec1' }))].map((text) =>
      new TextEncoder().encode(text),
    );
    for (const form of [...forms, spki]) expect(readPublicKeys(form)).toEqual([spki]);
    expect(readPublicKeys(new TextEncoder().encode('-----BEGIN PUBLIC KEY-----\n'))).toEqual([]);
  });
});

describe('Espressif images signed with a key of the test', () => {
  let rsa: Uint8Array;
  beforeAll(() => {
    rsa = toEspImage({ signature: 'rsa' });
  });

  it.each(['rsa', 'p256', 'p384'] as const)(
    '%s: the key in the block verifies them; with the given key it is said whose it is',
    (signature) => {
      const bytes = toEspImage({ signature });
      expect(signatureFact(scanWith(bytes).evidence)).toBe('verified with the key in its block');
      const given = scanWith(bytes, operator(espKeyOf(signature).publicKey));
      expect(signatureFact(given.evidence)).toBe('verified with the given key');
      expect(given.gaps).toEqual([]);
      const spkiSha256 = only(given.evidence, 'key')[0]?.key.spkiSha256;
      expect(spkiSha256).toMatch(/^[0-9a-f]{64}$/);
    },
  );

  it('P-192 is not computed here, and that is said', () => {
    const { evidence, gaps } = scanWith(toEspImage({ signature: 'p192' }));
    expect(signatureFact(evidence)).toBe('not verified: its curve is not computed here');
    expect(gaps).toEqual([]);
  });

  it('another key of the operator is a gap', () => {
    const { gaps } = scanWith(rsa, operator(generateKeyPairSync('ed25519').publicKey));
    expect(gaps).toMatchObject([{ detail: 'ESP image: expected a signature block of the given key, found none' }]);
  });

  it('every changed octet of image, padding and block is caught; what pads the block behind its checksum says nothing', () => {
    const given = operator(espKeyOf('rsa').publicKey);
    const places = [
      ...Array.from({ length: 336 }, (_, at) => at),
      1000,
      2000,
      4095,
      ...Array.from({ length: 120 }, (_, index) => 4096 + 10 * index),
    ];
    for (const at of places.filter((each) => each < 4096 + 1200))
      expect(scanWith(flip(rsa, at), given).gaps, `octet ${at}`).not.toEqual([]);
  });
});
