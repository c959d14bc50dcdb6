import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMap } from '../../../src/io/map.ts';
import { loadGrammar } from '../../../src/io/package-files.ts';
import { nameOf } from '../../../src/knowledge/algorithms.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import { type Candidate, gather, scanBatch } from '../../../src/scan/gather.ts';
import { readDefiner } from '../../../src/scan/source/definers/definer.ts';
import { sourceScanner } from '../../../src/scan/source.ts';

type Files = Readonly<Record<string, string>>;

const scanners = [sourceScanner];
const run = (batch: readonly Candidate[]) => scanBatch(batch, scanners, { loadGrammar });

const evidenceOf = async (files: Files, lanes = 1): Promise<readonly Evidence[]> =>
  (await gather(fromMap(new Map(Object.entries(files))), { scanners, run, lanes })).evidence;

/** `path:line name` of every algorithm, `?` where it is not certain. */
async function seenIn(files: Files): Promise<readonly string[]> {
  return (await evidenceOf(files)).flatMap(({ location, observed, confidence }) =>
    observed.kind === 'algorithm' && location.at === 'text'
      ? [`${location.path}:${location.line} ${nameOf(observed.use)}${confidence === 'certain' ? '' : '?'}`]
      : [],
  );
}

// `expect: NAME` in a comment is what the line must give, `expect?: NAME` what it may mean among others; any other line must give nothing.
const EXPECT = /expect(\??): ([\w., /-]+)/;

function expectedIn(files: Files): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => {
      const [, unsure = '', names = ''] = EXPECT.exec(line) ?? [];
      return names === '' ? [] : names.split(', ').map((name) => `${path}:${index + 1} ${name.trim()}${unsure}`);
    }),
  );
}

const PROJECTS: Readonly<Record<string, Files>> = {
  'Python: modules beside it, packages, classes, re-exports and star imports': {
    'app/config.py':
      '# HASH = "md5"\nHASH = "sha512"\n\nclass Keys:\n    """RSA = 1024"""\n    BITS = 3072\n\ndef f():\n    LOCAL = "md5"\n',
    'app/__init__.py': 'from .config import HASH as DEFAULT\n',
    'app/names.py': 'from cryptography.hazmat.primitives import hashes\nDIGEST = hashes.SHA384()\nSPARE = "sha1" if old else "sha256"\n',
    'app/main.py': [
      'import hashlib',
      'from . import DEFAULT',
      'from app import config',
      'from .config import HASH, Keys',
      'from .names import DIGEST, SPARE',
      'from cryptography.hazmat.primitives import hashes',
      'from cryptography.hazmat.primitives.asymmetric import rsa',
      'hashlib.new(HASH)  # expect: SHA-512',
      'hashlib.new(DEFAULT)  # expect: SHA-512',
      'hashlib.new(config.HASH)  # expect: SHA-512',
      'rsa.generate_private_key(65537, Keys.BITS)  # expect: RSA-3072',
      'hashes.Hash(DIGEST)  # expect: SHA-384',
      'hashlib.new(config.LOCAL)  # expect?: Hash',
      'hashlib.new(SPARE)  # expect?: Hash',
      'def g(config):',
      '    hashlib.new(config.HASH)  # expect?: Hash',
    ].join('\n'),
    'other/main.py': 'import hashlib\nfrom config import HASH\nhashlib.new(HASH)  # expect?: Hash\n',
    'star/config.py': 'HASH = "sha384"\n',
    'star/main.py': 'import hashlib\nfrom config import *\nhashlib.new(HASH)  # expect: SHA-384\n',
  },
  'TypeScript and JavaScript: named, default and namespace imports, enumerations, require': {
    'src/config.ts':
      "export const ALGO = 'aes-256-gcm' as const;\nconst inner = { hash: 'sha384', key: { bits: 3072 } };\nexport default inner;\n",
    'src/kinds.ts': "export enum Hash { New = 'sha512', Old = 'md5' }\nfunction f() {\n  const LOCAL = 'md5';\n}\n",
    'src/index.ts': "export { ALGO as CIPHER } from './config';\nexport * from './kinds.js';\n",
    'src/a.ts': [
      "import crypto from 'node:crypto';",
      "import cfg, { ALGO } from './config.js';",
      "import * as all from '.';",
      "import { CIPHER, Hash } from './index';",
      "import { LOCAL } from './kinds';",
      'crypto.createCipheriv(ALGO, k, iv); // expect: AES-256-GCM',
      'crypto.createDecipheriv(CIPHER, k, iv); // expect: AES-256-GCM',
      'crypto.createHash(cfg.hash); // expect: SHA-384',
      'crypto.createHash(Hash.New); // expect: SHA-512',
      "crypto.generateKeyPairSync('rsa', { modulusLength: cfg.key.bits }); // expect: RSA-3072",
      'crypto.createHash(LOCAL); // expect?: Hash',
    ].join('\n'),
    'lib/config.js': "const HASH = 'sha256';\nmodule.exports = { HASH, MAC: 'sha512', log: () => 1 };\n",
    'lib/a.js': [
      "const crypto = require('crypto');",
      "const { HASH } = require('./config');",
      "const config = require('./config');",
      'crypto.createHash(HASH); // expect: SHA-256',
      'crypto.createHmac(config.MAC, key); // expect: HMAC-SHA-512',
    ].join('\n'),
  },
  'Java and Kotlin: classes of the package, imported classes, static imports, top-level constants': {
    'src/p/JceNames.java':
      'package p;\n/* String EC = "DES"; */\npublic interface JceNames {\n  String TRANSFORM = "AES" + "/GCM/NoPadding";\n  int BITS = 1024 * 4;\n  String HASH = Other.NAME;\n}\n',
    'src/p/Other.java':
      'package p;\nclass Other {\n  static final String NAME = "SHA-512";\n  void f() {\n    String LOCAL = "MD5";\n  }\n}\n',
    'src/p/A.java': [
      'package p;',
      'import java.security.KeyPairGenerator;',
      'import java.security.MessageDigest;',
      'import javax.crypto.Cipher;',
      'class A { void f() throws Exception {',
      '  Cipher.getInstance(JceNames.TRANSFORM); // expect: AES-GCM',
      '  MessageDigest.getInstance(JceNames.HASH); // expect: SHA-512',
      '  KeyPairGenerator g = KeyPairGenerator.getInstance("RSA"); // expect: RSA-4096',
      '  g.initialize(JceNames.BITS);',
      '} }',
    ].join('\n'),
    'src/q/B.java': [
      'package q;',
      'import java.security.MessageDigest;',
      'import javax.crypto.Cipher;',
      'import p.Other;',
      'import static p.JceNames.TRANSFORM;',
      'class B { void f() throws Exception {',
      '  Cipher.getInstance(TRANSFORM); // expect: AES-GCM',
      '  MessageDigest.getInstance(Other.NAME); // expect: SHA-512',
      '} }',
    ].join('\n'),
    'src/k/Names.kt': 'package k\nconst val ALGO = "AES/CBC/PKCS5Padding"\nobject Hashes {\n  const val NEW = "SHA-384"\n}\n',
    'src/k/A.kt': [
      'package k',
      'import java.security.MessageDigest',
      'import javax.crypto.Cipher',
      'fun f() {',
      '  Cipher.getInstance(ALGO) // expect: AES-CBC',
      '  MessageDigest.getInstance(Hashes.NEW) // expect: SHA-384',
      '}',
    ].join('\n'),
  },
  'Go: other files of the package, packages of the module': {
    'a.go': [
      'package m',
      'import (',
      ' "crypto/elliptic"',
      ' "crypto/ecdsa"',
      ' "crypto/rsa"',
      ' "example.com/m/config"',
      ')',
      'func f() {',
      '  rsa.GenerateKey(nil, KeyBits) // expect: RSA-3072',
      '  rsa.GenerateKey(nil, config.Bits) // expect: RSA-4096',
      '  rsa.GenerateKey(nil, tested) // expect: RSA',
      '  rsa.GenerateKey(nil, local) // expect: RSA',
      '}',
    ].join('\n'),
    'b.go': 'package m\n// const KeyBits = 512\nconst (\n\tKeyBits = 3072\n)\nfunc g() {\n\tlocal := 1024\n\tvar local = 1024\n}\n',
    'b_test.go': 'package m\nconst tested = 1024\n',
    'config/c.go': 'package config\n\nconst Bits = 2 * half\n',
    'config/d.go': 'package config\n\nconst half = 2048\n',
  },
  'C: headers beside it, by suffix, and those that they include': {
    'include/cfg.h': '#pragma once\n#define KEY_BITS 256\n#if 0\n#define KEY_BITS 128\n#endif\n#define MY_ALG PSA_ALG_GCM\n',
    'src/a.c': [
      '#include <psa/crypto.h>',
      '#include "cfg.h"',
      'void f(void) { psa_key_attributes_t a;',
      '  psa_set_key_type(&a, PSA_KEY_TYPE_AES); // expect: AES-256',
      '  psa_set_key_bits(&a, KEY_BITS);',
      '  psa_set_key_algorithm(&a, MY_ALG); } // expect: AES-256-GCM',
    ].join('\n'),
    'src/b.c': [
      '#include <openssl/evp.h>',
      '#include <openssl/rsa.h>',
      '#include "names.h"',
      'void f(void) {',
      '  EVP_get_digestbyname(HASH); // expect: SHA-384',
      '  RSA_generate_key_ex(r, BITS, e, 0); // expect: RSA-2048',
      '  RSA_generate_key_ex(q, INNER, e, 0); // expect: RSA',
      '}',
    ].join('\n'),
    'src/names.h': '#define HASH "sha384"\n#include "deep/bits.h"\nstatic inline void g(void) { const int INNER = 1024; }\n',
    'src/deep/bits.h': 'enum { FIRST = 2047, BITS };\n',
    'elsewhere/names.h': '#define HASH "md5"\n',
  },
  'Rust: crate, self and super, glob imports': {
    'src/lib.rs': 'mod config;\nmod a;\n',
    'src/config.rs':
      'pub const BITS: usize = 3_072;\npub static ALG: &ring::digest::Algorithm = &ring::digest::SHA512;\nfn f() { const LOCAL: usize = 512; }\n',
    'src/a.rs': [
      'use rsa::RsaPrivateKey;',
      'use crate::config::BITS;',
      'use ring::digest;',
      'fn f() {',
      '  RsaPrivateKey::new(&mut r, BITS); // expect: RSA-3072',
      '  RsaPrivateKey::new(&mut r, crate::config::BITS); // expect: RSA-3072',
      '  RsaPrivateKey::new(&mut r, super::config::BITS); // expect: RSA-3072',
      '  RsaPrivateKey::new(&mut r, crate::config::LOCAL); // expect: RSA',
      '  digest::digest(crate::config::ALG, b"x"); // expect: SHA-512',
      '}',
    ].join('\n'),
  },
  'C#: constants and read-only fields of a class in the file of its name': {
    'Core/Settings.cs':
      'namespace App\n{\n  public static class Settings\n  {\n    public const int Bits = 3072;\n    public static readonly HashAlgorithmName Hash = HashAlgorithmName.SHA384;\n    public static string Name => "SHA512";\n    void F() {\n      const string Local = "MD5";\n    }\n  }\n}\n',
    'A.cs': [
      'using System.Security.Cryptography;',
      'class A { void F() {',
      '  var k = RSA.Create(Settings.Bits); // expect: RSA-3072',
      '  var h = HashAlgorithm.Create(Settings.Name); // expect: SHA-512',
      '  var d = new Rfc2898DeriveBytes(p, s, 1000, Settings.Hash); // expect: PBKDF2-HMAC-SHA-384',
      '} }',
    ].join('\n'),
  },
};

describe('values that another file gives', () => {
  it.each(Object.entries(PROJECTS))('%s', async (_, files) => {
    const seen = await seenIn(files);
    const outside = /^(?:app\/names\.py|src\/config\.rs)/; // a constant that is mentioned where it is defined is told there too
    expect(seen.filter((line) => !outside.test(line)).sort()).toEqual([...expectedIn(files)].sort());
  });

  it('says in which file and line a value is written', async () => {
    const files = {
      'a.go': 'package m\nimport "crypto/rsa"\nfunc f() { rsa.GenerateKey(nil, Bits) }',
      'b.go': 'package m\n\nconst Bits = 3072\n',
    };
    const [found] = (await evidenceOf(files)).filter(({ observed }) => observed.kind === 'algorithm');
    expect(found?.location).toMatchObject({ path: 'a.go', line: 3 });
    expect(found?.observed).toMatchObject({ use: { parameters: { keyBits: { value: 3072, from: 'resolved', at: 'b.go:3' } } } });
  });

  it('names both values, and is sure of neither, where definers that are as near disagree', async () => {
    const use = '#include "cfg.h"\n#include <openssl/evp.h>\nvoid f(void) { EVP_get_digestbyname(HASH); }';
    const files = { 'src/a.c': use, 'one/cfg.h': '#define HASH "sha256"', 'two/cfg.h': '#define HASH "sha512"' };
    expect(await seenIn(files)).toEqual(['src/a.c:3 SHA-256?', 'src/a.c:3 SHA-512?']);
    expect(await seenIn({ ...files, 'two/cfg.h': '#define HASH "sha256"' })).toEqual(['src/a.c:3 SHA-256']);
    expect(await seenIn({ ...files, 'src/cfg.h': '#define HASH "sha384"' })).toEqual(['src/a.c:3 SHA-384']);
  });

  it('names both values of a macro that a condition decides', async () => {
    const use = '#include "cfg.h"\n#include <openssl/evp.h>\nvoid f(void) { EVP_get_digestbyname(HASH); }';
    const header = '#ifdef NEW\n#define HASH "sha512"\n#else\n#define HASH "sha1"\n#endif\n';
    expect(await seenIn({ 'a.c': use, 'cfg.h': header })).toEqual(['a.c:3 SHA-512?', 'a.c:3 SHA-1?']);
  });

  it('follows a name through three files and no further', async () => {
    const chain = (length: number): Files => {
      const files: Record<string, string> = { 'm0.py': 'import hashlib\nfrom m1 import H\nhashlib.new(H)\n' };
      for (let index = 1; index < length; index++) files[`m${index}.py`] = `from m${index + 1} import H\n`;
      return { ...files, [`m${length}.py`]: 'H = "sha384"\n' };
    };
    expect(await seenIn(chain(3))).toEqual(['m0.py:3 SHA-384']);
    expect(await seenIn(chain(4))).toEqual(['m0.py:3 Hash?']);
  });

  it('ends on constants that go in circles', async () => {
    const main = 'import hashlib\nfrom a import A\nhashlib.new(A)\n';
    expect(await seenIn({ 'main.py': main, 'a.py': 'from b import B\nA = B\n', 'b.py': 'from a import A\nB = A\n' })).toEqual([
      'main.py:3 Hash?',
    ]);
    expect(await seenIn({ 'main.py': main, 'a.py': 'A = B\nB = A\n' })).toEqual(['main.py:3 Hash?']);
    const doubled = Array.from({ length: 60 }, (_, index) => `A${index} = A${index + 1} + A${index + 1}`).join('\n');
    expect(await seenIn({ 'main.py': main, 'a.py': `A = A0\n${doubled}\n` })).toEqual(['main.py:3 Hash?']);
  });

  it('reads a thousand definers of one name, and a header of a megabyte, within its bounds', async () => {
    const use = '#include "cfg.h"\n#include <openssl/evp.h>\nvoid f(void) { EVP_get_digestbyname(HASH); }';
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`d${index}/cfg.h`, `#define HASH "x${index}"`]));
    expect((await seenIn({ 'src/a.c': use, ...many })).every((line) => line.endsWith('?'))).toBe(true);
    const huge = `${'#define X(a) ((((((((((\n'.repeat(40_000)}#define HASH "sha256"\n`;
    expect(await seenIn({ 'src/a.c': use, 'src/cfg.h': huge })).toEqual(['src/a.c:3 SHA-256']);
  });

  it('gives nothing of names that an object has anyway', async () => {
    const main =
      "import crypto from 'crypto';\nimport c, { constructor as k } from './c';\ncrypto.createHash(c.__proto__);\ncrypto.createHash(k);\n";
    expect((await seenIn({ 'a.js': main, 'c.js': "export default { a: 'sha256' };\n" })).filter((line) => !line.endsWith('?'))).toEqual([]);
  });

  it('keeps what was said first where a definer cannot be read', async () => {
    const workspace = fromMap(
      new Map([
        ['a.py', 'import hashlib\nfrom c import H\nhashlib.new(H)\n'],
        ['c.py', 'H = "sha512"\n'],
      ]),
    );
    const vanishing = {
      ...workspace,
      read: async (path: string) => (path === 'c.py' ? Promise.reject(new Error('gone')) : workspace.read(path)),
      peek: workspace.read,
    };
    const { evidence, gaps } = await gather(vanishing, { scanners, run });
    expect(evidence.filter(({ observed }) => observed.kind === 'algorithm').map(({ confidence }) => confidence)).not.toContain('certain');
    expect(gaps).toEqual([]);
  });

  it('says the same whatever the order of the files and the number of lanes', async () => {
    const files = Object.assign(
      {},
      ...Object.values(PROJECTS).map((project, index) =>
        Object.fromEntries(Object.entries(project).map(([path, text]) => [`p${index}/${path}`, text])),
      ),
    ) as Files;
    const sorted = (evidence: readonly Evidence[]): readonly string[] => evidence.map((one) => JSON.stringify(one)).sort();
    const expected = sorted(await evidenceOf(files));
    const shuffled = fc.shuffledSubarray(Object.keys(files), { minLength: Object.keys(files).length });
    await fc.assert(
      fc.asyncProperty(shuffled, fc.integer({ min: 1, max: 4 }), async (order, lanes) => {
        const workspace = fromMap(new Map(Object.entries(files)));
        const entries = new Map<string, unknown>();
        for await (const entry of workspace.list()) if ('path' in entry) entries.set(entry.path, entry);
        const list = async function* () {
          for (const path of order) {
            const entry = entries.get(path);
            if (entry !== undefined) yield entry as never;
          }
        };
        const { evidence } = await gather({ ...workspace, list }, { scanners, run, lanes });
        expect(sorted(evidence)).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});

describe('readDefiner', () => {
  it.each(['a.c', 'a.cs', 'a.go', 'a.java', 'a.kt', 'a.ts', 'a.py', 'a.rs'])('never throws on arbitrary text in %s', (path) => {
    const pieces = [
      'const ',
      'A',
      ' = ',
      '"x"',
      '{',
      '}',
      '(',
      ')',
      '\n',
      'import ',
      'class B ',
      '#define ',
      "'",
      '/*',
      '"""',
      ';',
      ',',
      '[',
      ':',
      'module.exports',
    ];
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        readDefiner(path, written);
      }),
      { numRuns: 100 },
    );
  });

  it.each(['a.c', 'a.cs', 'a.go', 'a.java', 'a.kt', 'a.ts', 'a.py', 'a.rs'])('survives 400,000 characters of one thing in %s', (path) => {
    for (const piece of [
      '{',
      '(',
      '"',
      "'",
      '/*',
      '[',
      'a',
      ' ',
      '\n',
      'A = ',
      'const A = (',
      'import a',
      'class A {',
      'static ',
      '<',
      'use {',
      'from a import (',
    ])
      expect(() => readDefiner(path, piece.repeat(Math.ceil(400_000 / piece.length)))).not.toThrow();
  });
});
