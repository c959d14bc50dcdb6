// Names as `cbom-contract` gives them and as the patterns of the CycloneDX cryptography registry are written; strengths from SP 800-57
// Part 1 Rev. 5 tables 2 and 3, SP 800-56B Rev. 2 table 4, FIPS 203 table 2, FIPS 204 table 1, FIPS 205 table 2.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ALGORITHM_IDS,
  ALGORITHMS,
  canonicalUse,
  classicalSecurityBits,
  identityOf,
  nameOf,
  nistQuantumLevel,
  parameterSetOf,
  primitiveOf,
  threatOf,
  useOf,
} from '../../src/knowledge/algorithms.ts';
import type {
  AlgorithmId,
  AlgorithmUse,
  CipherMode,
  CryptoFunction,
  CurveId,
  Padding,
  Parameter,
  Parameters,
} from '../../src/model/algorithm.ts';

interface Given {
  readonly keyBits?: number;
  readonly outputBits?: number;
  readonly tagBits?: number;
  readonly mode?: CipherMode;
  readonly padding?: Padding;
  readonly curve?: CurveId;
  readonly digest?: AlgorithmId;
  readonly functions?: readonly CryptoFunction[];
  readonly parts?: readonly AlgorithmUse[];
  readonly written?: string;
}

describe('nameOf', () => {
  it.each<[AlgorithmId, Given, string]>([
    ['aes', { keyBits: 256, mode: 'gcm' }, 'AES-256-GCM'],
    ['aes', { keyBits: 256, mode: 'xts' }, 'AES-256-XTS'],
    ['aes', { mode: 'cbc' }, 'AES-CBC'],
    ['aes', { keyBits: 128 }, 'AES-128'],
    ['aes', {}, 'AES'],
    ['aes', { keyBits: 128, mode: 'ccm', tagBits: 64 }, 'AES-128-CCM-8'],
    ['aes', { keyBits: 128, mode: 'gcm-siv' }, 'AES-128-GCM-SIV'],
    ['aes', { keyBits: 256, mode: 'cbc-cs' }, 'AES-256-CTS'],
    ['3des', { keyBits: 192, mode: 'cbc' }, '3DES-168-CBC'],
    ['des', { keyBits: 64, mode: 'ecb' }, 'DES-ECB'],
    ['chacha20-poly1305', { keyBits: 256 }, 'ChaCha20-Poly1305'],
    ['rsa', { keyBits: 2048 }, 'RSA-2048'],
    ['rsa', { keyBits: 2048, padding: 'pss', digest: 'sha-256' }, 'RSA-PSS-SHA-256-2048'],
    ['rsa', { padding: 'pkcs1v15', digest: 'sha-256', functions: ['sign'] }, 'RSA-PKCS1-1.5-SHA-256'],
    ['rsaes-oaep', { digest: 'sha-1' }, 'RSA-OAEP-SHA-1'],
    ['ecdsa', { curve: 'secp256r1' }, 'ECDSA-secp256r1'],
    ['ecdsa', { curve: 'secp384r1', digest: 'sha-384' }, 'ECDSA-secp384r1-SHA-384'],
    ['ec', { curve: 'secp256r1', functions: ['sign'] }, 'ECDSA-secp256r1'],
    ['ecdh', { curve: 'curve25519' }, 'X25519'],
    ['eddsa', { curve: 'ed25519' }, 'Ed25519'],
    ['hmac', { digest: 'sha-256' }, 'HMAC-SHA-256'],
    ['pbkdf2', { digest: 'sha-512' }, 'PBKDF2-HMAC-SHA-512'],
    ['pbkdf2', { parts: [useOf('hmac', { parts: [useOf('sha-512')] })] }, 'PBKDF2-HMAC-SHA-512'],
    ['hkdf', { digest: 'sha-256' }, 'HKDF-SHA-256'],
    ['cmac', { keyBits: 128, parts: [useOf('aes')] }, 'AES-128-CMAC'],
    ['ctr-drbg', { keyBits: 256, parts: [useOf('aes')] }, 'CTR_DRBG-AES-256'],
    ['sha-256', {}, 'SHA-256'],
    ['sha-2', { outputBits: 384 }, 'SHA-384'],
    ['sha-512/256', {}, 'SHA-512/256'],
    ['ml-kem', { keyBits: 768 }, 'ML-KEM-768'],
    ['slh-dsa-sha2-128s', {}, 'SLH-DSA-SHA2-128s'],
    ['unrecognised', { written: 'FOO-CIPHER' }, 'FOO-CIPHER'],
    ['unrecognised', { written: '\u202eevil\n\u0007name ' }, 'evil name'],
  ])('prints %s %j as %s', (algorithm, given, name) => {
    expect(nameOf(use(algorithm, given))).toBe(name);
  });
});

describe('primitiveOf', () => {
  it.each<[AlgorithmId, Given, string]>([
    ['aes', { mode: 'gcm' }, 'ae'],
    ['aes', { mode: 'ccm' }, 'ae'],
    ['aes', { mode: 'cbc' }, 'block-cipher'],
    ['aes', { mode: 'ctr' }, 'block-cipher'],
    ['aes', { mode: 'xts' }, 'block-cipher'],
    ['aes', { mode: 'kw' }, 'key-wrap'],
    ['aes', {}, 'block-cipher'],
    ['rsa', {}, 'pke'],
    ['rsa', { functions: ['verify'] }, 'signature'],
    ['ec', {}, 'unknown'],
    ['hqc', {}, 'kem'],
    ['fn-dsa', {}, 'signature'],
    ['x25519mlkem768', {}, 'combiner'],
    ['shake128', {}, 'xof'],
    ['unrecognised', {}, 'unknown'],
  ])('is of %s %j: %s', (algorithm, given, primitive) => {
    expect(primitiveOf(use(algorithm, given))).toBe(primitive);
  });
});

describe('parameterSetOf', () => {
  it.each<[AlgorithmId, Given, string | undefined]>([
    ['aes', { keyBits: 192 }, '192'],
    ['aes', {}, undefined],
    ['rsa', { keyBits: 3072 }, '3072'],
    ['ml-kem-768', {}, '768'],
    ['slh-dsa-sha2-128s', {}, 'SHA2-128s'],
    ['sha-256', {}, '256'],
    ['sha-512/256', {}, '512/256'],
    ['ecdsa', { curve: 'secp521r1' }, '521'],
    ['ed25519', {}, undefined],
    ['chacha20', {}, '256'],
    ['hmac', { digest: 'sha-256' }, undefined],
    ['x25519mlkem768', {}, undefined],
  ])('is of %s %j: %s', (algorithm, given, set) => {
    expect(parameterSetOf(use(algorithm, given))).toBe(set);
  });
});

describe('canonicalUse', () => {
  it('tells a known size from an unknown one, and an explicit padding from none', () => {
    const known = identityOf(use('aes', { keyBits: 128, mode: 'cbc' }));
    expect(identityOf(use('aes', { mode: 'cbc' }))).not.toBe(known);
    expect(identityOf(use('aes', { keyBits: 128, mode: 'cbc', padding: 'pkcs7' }))).not.toBe(known);
  });

  it('makes one thing of one mechanism said in two ways', () => {
    expect(identityOf(use('ec', { curve: 'ed25519', functions: ['sign'] }))).toBe(identityOf(use('ed25519')));
    expect(identityOf(use('ecdsa', { curve: 'secp256r1', keyBits: 256 }))).toBe(identityOf(use('ecdsa', { curve: 'secp256r1' })));
    expect(identityOf(use('rsa', { padding: 'oaep', digest: 'sha-256' }))).toBe(identityOf(use('rsaes-oaep', { digest: 'sha-256' })));
  });

  it('gives a digest, a pseudorandom function and the halves of a hybrid as parts', () => {
    expect(names(use('rsassa-pss', { digest: 'sha-256' }).parts)).toEqual(['SHA-256']);
    expect(names(use('pbkdf2', { digest: 'sha-512' }).parts)).toEqual(['HMAC-SHA-512']);
    expect(names(use('secp256r1mlkem768').parts)).toEqual(['ECDH-secp256r1', 'ML-KEM-768']);
  });

  it('is the same when done twice', () => {
    for (const id of ALGORITHM_IDS) {
      const once = use(id, { keyBits: 192, digest: 'sha-256', curve: 'secp256r1', mode: 'gcm' });
      expect(canonicalUse(once)).toEqual(once);
    }
  });
});

describe('strength', () => {
  it.each<[AlgorithmId, Given, number | undefined, number | undefined]>([
    ['rsa', { keyBits: 1024 }, 80, 0],
    ['rsa', { keyBits: 2048 }, 112, 0],
    ['rsa', { keyBits: 3072 }, 128, 0],
    ['rsa', { keyBits: 4096 }, 152, 0],
    ['rsa', { keyBits: 512 }, undefined, 0],
    ['rsa', {}, undefined, 0],
    ['ecdsa', { curve: 'secp224r1' }, 112, 0],
    ['ecdsa', { curve: 'secp256r1' }, 128, 0],
    ['ecdh', { curve: 'secp521r1' }, 256, 0],
    ['x25519', {}, 128, 0],
    ['aes', { keyBits: 128, mode: 'gcm' }, 128, 1],
    ['aes', { keyBits: 192 }, 192, 3],
    ['aes', { keyBits: 256 }, 256, 5],
    ['aes', {}, undefined, undefined],
    ['3des', { keyBits: 168 }, 112, 0],
    ['3des', { keyBits: 128 }, 80, 0],
    ['sha-1', {}, undefined, 0],
    ['sha-256', {}, 128, 2],
    ['sha-384', {}, 192, 4],
    ['hmac', { digest: 'sha-1' }, 128, undefined],
    ['hmac', { digest: 'sha-256', keyBits: 128 }, 128, 1],
    ['ml-kem-512', {}, 128, 1],
    ['ml-kem-768', {}, 192, 3],
    ['ml-kem-1024', {}, 256, 5],
    ['ml-dsa-44', {}, 128, 2],
    ['ml-dsa-65', {}, 192, 3],
    ['slh-dsa-shake-256f', {}, 256, 5],
    ['ml-kem', {}, undefined, undefined],
    ['unrecognised', {}, undefined, undefined],
  ])('of %s %j is %s bits, category %s', (algorithm, given, bits, category) => {
    expect([classicalSecurityBits(use(algorithm, given)), nistQuantumLevel(use(algorithm, given))]).toEqual([bits, category]);
  });
});

describe('ALGORITHMS', () => {
  it('uses family names that the CycloneDX 1.7 enum accepts', () => {
    const text = readFileSync(new URL('../fixtures/schemas/cyclonedx/cryptography-defs.schema.json', import.meta.url), 'utf8');
    const schema: { definitions: { algorithmFamiliesEnum: { enum: string[] } } } = JSON.parse(text);
    const accepted = new Set(schema.definitions.algorithmFamiliesEnum.enum);
    const written = ALGORITHM_IDS.map((id) => ALGORITHMS[id].family).filter((family) => family !== undefined);
    expect(written.filter((family) => !accepted.has(family))).toEqual([]);
  });

  it.each([
    'fn-dsa',
    'hss',
    'hqc',
    'frodokem',
    'classic-mceliece',
    'kyber',
    'x25519mlkem768',
    'composite-ml-dsa',
    'ansi-kdf',
    'tls-prf',
  ] as const)('gives %s no family, for the enum has none', (id) => {
    expect(ALGORITHMS[id].family).toBeUndefined();
  });

  it('has distinct printed names, and an object identifier for one mechanism only, RSA encryption apart', () => {
    const rows = ALGORITHM_IDS.map((id) => ALGORITHMS[id]);
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
    const oids = rows.map((row) => row.oid).filter((oid) => oid !== undefined);
    expect(oids.filter((oid, index) => oids.indexOf(oid) !== index)).toEqual(['1.2.840.113549.1.1.1']);
  });

  it('calls HPKE as weak as its key encapsulation', () => {
    expect(threatOf(use('hpke', { parts: [useOf('x25519')] }))).toBe('broken-by-shor');
    expect(threatOf(use('hpke', { parts: [useOf('ml-kem-768'), useOf('hkdf')] }))).toBe('no-known-quantum-break');
    expect(threatOf(use('hpke'))).toBe('unknown');
  });
});

function use(algorithm: AlgorithmId, given: Given = {}): AlgorithmUse {
  const { functions, parts, written, ...values } = given;
  const parameters: Parameters = Object.fromEntries(
    Object.entries(values).map(([key, value]): [string, Parameter<unknown>] => [key, { value, from: 'written' }]),
  );
  return canonicalUse(
    useOf(algorithm, {
      parameters,
      ...(functions === undefined ? {} : { functions }),
      ...(parts === undefined ? {} : { parts }),
      ...(written === undefined ? {} : { written }),
    }),
  );
}

function names(uses: readonly AlgorithmUse[]): readonly string[] {
  return uses.map(nameOf);
}
