import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scoreFolder } from '../../../bench/accuracy.ts';
import { packageRoot } from '../../../src/io/package-files.ts';
import { isGap } from '../../../src/model/evidence.ts';
import { librariesIn, loadFor, scanSource, seenIn } from './scan-source.ts';

beforeAll(() => loadFor('a.js', 'a.ts'));

const NODE = "import crypto from 'node:crypto';\n";

describe('the annotated fixtures of JavaScript and TypeScript', () => {
  it('are read with recall and precision of 0.95 and more, in every field', async () => {
    const score = await scoreFolder(join(packageRoot(), 'tests', 'fixtures', 'source', 'javascript'));
    for (const { hits, expected, found } of [score.algorithm, ...score.fields.values()]) {
      expect(hits / expected, score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
      expect(hits / found, score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
    }
    expect(score.annotated).toBeGreaterThanOrEqual(125);
    expect(score.traps).toBeGreaterThanOrEqual(25);
  });
});

describe('keys of a pair', () => {
  it('are of the kind that the pair was made as', () => {
    const text = `${NODE}const { privateKey } = crypto.generateKeyPairSync('ed448');\ncrypto.sign(null, d, privateKey);\n`;
    expect(seenIn('a.js', text)).toEqual(['2 Ed448', '3 Ed448']);
    expect(seenIn('a.js', `${NODE}const p = crypto.generateKeyPairSync('ml-kem-1024');\ncrypto.encapsulate(p.publicKey);\n`)).toEqual([
      '2 ML-KEM-1024',
      '3 ML-KEM-1024',
    ]);
  });
});

describe('values', () => {
  it.each([
    ['a loop', "for (const n of ['md5', 'sha1']) crypto.createHash(n);", ['2 MD5', '2 SHA-1']],
    ['forEach', "['md5', 'sha1'].forEach((n) => crypto.createHash(n));", ['2 MD5', '2 SHA-1']],
    ['entries of a table', "for (const [, n] of Object.entries({ a: 'md5' })) crypto.createHash(n);", ['2 MD5']],
    ['an array that is taken apart', "const [a, b] = ['md5', 'sha1']; crypto.createHash(b);", ['2 SHA-1']],
    ['a table with an unknown key', "const t = { a: 'md5', b: 'sha1' }; const f = (k) => crypto.createHash(t[k]);", ['2 MD5', '2 SHA-1']],
    ['a frozen table', "const T = Object.freeze({ a: 'md5' }); crypto.createHash(T.a);", ['2 MD5']],
    ['what an arrow function gives back', "const pick = () => 'md5'; crypto.createHash(pick());", ['2 MD5']],
    ['a module that may be missing', "const c = x ? require('crypto') : null; c.createHash('md5');", ['2 MD5']],
    ['a name in another case', "crypto.createHash('SHA256'.toLowerCase());", ['2 SHA-256']],
  ])('%s', (_, text, wanted) => expect(seenIn('a.js', NODE + text)).toEqual(wanted));
});

describe('tokens', () => {
  it('say their algorithm by its name in RFC 7518, and `none` is none', () => {
    expect(seenIn('a.js', "const jws = require('jws');\njws.sign({ header: { alg: 'RS256' } });")).toEqual(['2 RSA-PKCS1-1.5-SHA-256']);
    expect(seenIn('a.js', "const jws = require('jws');\njws.sign({ header: { alg: 'none' } });")).toEqual([]);
  });
});

describe('TLS options', () => {
  it('give the lowest and the highest version', () => {
    expect(seenIn('a.js', "const tls = require('tls');\ntls.connect({ minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' });")).toEqual([
      '2 tls 1.2 1.3',
    ]);
  });

  it('are found after a port and a host, and left unknown where they are not said', () => {
    expect(seenIn('a.js', "const tls = require('tls');\ntls.connect(8883, 'h', { minVersion: 'TLSv1.3' });\ntls.connect(8883);")).toEqual([
      '2 tls 1.3',
      '3 tls',
    ]);
  });

  it('make a client of MQTT one of TLS, and nothing else does', () => {
    expect(seenIn('a.js', "import mqtt from 'mqtt';\nmqtt.connect('x', { minVersion: 'TLSv1.2' });\nmqtt.connect('x');")).toEqual([
      '2 tls 1.2',
    ]);
  });
});

describe('packages', () => {
  it('with the names of libsodium are read by these names', () => {
    expect(seenIn('a.js', "const s = require('sodium-native');\ns.crypto_sign_detached(a, b, c);\ns.crypto_sign_BYTES();")).toEqual([
      '2 Ed25519',
    ]);
  });

  it('have one name each', () => {
    expect(librariesIn('a.js', "import a from 'bcryptjs';\nimport b from '@noble/secp256k1';\nimport c from 'mlkem';\n")).toEqual([
      'bcryptjs',
      '@noble/secp256k1',
      'mlkem',
    ]);
  });
});

describe('hostile JavaScript', () => {
  it.each([
    ['functions called for each item', `${NODE}${'[1].map((a) => '.repeat(500)}1${')'.repeat(500)};`],
    [
      'tables of tables',
      `${NODE}const t = ${'{ a: '.repeat(300)}1${' }'.repeat(300)};\nconst f = (k) => crypto.createHash(t[k][k][k][k]);`,
    ],
    ['arrays taken apart', `${NODE}const [${'a, '.repeat(20_000)}b] = [b];\ncrypto.createHash(b);`],
  ])('reads %s', (_, text) => {
    expect(scanSource('a.js', text).some(isGap)).toBe(false);
  });
});
