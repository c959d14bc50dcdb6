import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMap } from '../../../src/io/map.ts';
import { loadGrammar } from '../../../src/io/package-files.ts';
import { nameOf } from '../../../src/knowledge/algorithms.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import { type Candidate, gather, scanBatch } from '../../../src/scan/gather.ts';
import { sourceScanner } from '../../../src/scan/source.ts';

type Files = Readonly<Record<string, string>>;

const scanners = [sourceScanner];
const run = (batch: readonly Candidate[]) => scanBatch(batch, scanners, { loadGrammar });

const evidenceOf = async (files: Files, lanes = 1): Promise<readonly Evidence[]> =>
  (await gather(fromMap(new Map(Object.entries(files))), { scanners, run, lanes })).evidence;

/** `path:line name`, in the order of the text. */
async function seenIn(files: Files): Promise<readonly string[]> {
  const seen = (await evidenceOf(files)).flatMap(({ location, observed }) =>
    observed.kind === 'algorithm' && location.at === 'text' ? [`${location.path}:${location.line} ${nameOf(observed.use)}`] : [],
  );
  return [...new Set(seen)].sort();
}

// `expect: NAME, NAME` in a comment is what the line must give; any other line must give nothing.
const EXPECT = /expect: ([\w., /-]+)/;

function expectedIn(files: Files): readonly string[] {
  const expected = Object.entries(files).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => {
      const names = EXPECT.exec(line)?.[1] ?? '';
      return names === '' ? [] : names.split(', ').map((name) => `${path}:${index + 1} ${name.trim()}`);
    }),
  );
  return expected.sort();
}

const PROJECTS: Readonly<Record<string, Files>> = {
  'JavaScript and TypeScript: functions, constructors, methods, two files on the way, a re-export': {
    'src/seal.js': [
      "const crypto = require('node:crypto');",
      'function digestWith(kind, data) {',
      '  return crypto.createHash(kind).update(data).digest(); // expect: MD5, SHA-384, SHA-512',
      '}',
      'class Box {',
      '  constructor(suite) { this.suite = suite; }',
      '  close(key, iv) { return crypto.createCipheriv(this.suite, key, iv); } // expect: AES-256-GCM',
      "  pair(bits) { return crypto.generateKeyPairSync('rsa', { modulusLength: bits }); } // expect: RSA-3072",
      '}',
      'module.exports = { digestWith, Box };',
    ].join('\n'),
    'src/tag.js': "const { digestWith } = require('./seal');\nexports.tag = (data, kind) => digestWith(kind, data);\n",
    'src/index.ts': "export { digestWith } from './seal.js';\n",
    'src/app.js': [
      "const { digestWith, Box } = require('./seal');",
      "const { tag } = require('./tag');",
      "const KIND = 'sha' + '384';",
      "digestWith('md5', line); // expect: MD5",
      'digestWith(KIND, line); // expect: SHA-384',
      "tag(line, 'sha512'); // expect: SHA-512",
      "const box = new Box('aes-256-gcm'); // expect: AES-256-GCM",
      'box.pair(3072); // expect: RSA-3072',
      'digestWith(anything, line);',
      "other.digestWith('md4', line);",
    ].join('\n'),
    'src/more.ts': "import { digestWith } from './index.ts';\ndigestWith('sha512', line); // expect: SHA-512\n",
    'src/unrelated.js': "function digestWith(kind) { return kind; }\ndigestWith('sha1', line);\n",
  },
  'Python: keywords, defaults, constructors, a module under another name': {
    'app/digests.py': [
      'import hashlib',
      'from cryptography.hazmat.primitives.asymmetric import rsa',
      'def digest(data, name="sha256"):',
      '    return hashlib.new(name, data)  # expect: SHA-256, SHA-512, MD5',
      'class Keys:',
      '    def __init__(self, bits):',
      '        self.bits = bits',
      '    def make(self):',
      '        return rsa.generate_private_key(65537, self.bits)  # expect: RSA-4096',
    ].join('\n'),
    'main.py': [
      'from app.digests import digest, Keys',
      'from app import digests as d',
      'digest(b"x", "sha512")  # expect: SHA-512',
      'd.digest(b"y", name="md5")  # expect: MD5',
      'Keys(4096).make()  # expect: RSA-4096',
      'digest(b"z")',
    ].join('\n'),
  },
  'Java and Kotlin: static methods, constructors, fields, another package': {
    'com/x/Sealer.java': [
      'package com.x;',
      'import javax.crypto.Cipher;',
      'import java.security.*;',
      'public class Sealer {',
      '  private final String form;',
      '  public Sealer(String form) { this.form = form; }',
      '  public static byte[] hash(String name, byte[] b) throws Exception {',
      '    return MessageDigest.getInstance(name).digest(b); // expect: SHA-512',
      '  }',
      '  public byte[] seal(byte[] b) throws Exception {',
      '    return Cipher.getInstance(form).doFinal(b); // expect: DES-ECB, AES-GCM',
      '  }',
      '  public KeyPair pair(int bits) throws Exception {',
      '    KeyPairGenerator g = KeyPairGenerator.getInstance("RSA"); // expect: RSA-1024, RSA-3072',
      '    g.initialize(bits);',
      '    return g.generateKeyPair();',
      '  }',
      '}',
    ].join('\n'),
    'com/y/Main.java': [
      'package com.y;',
      'import com.x.Sealer;',
      'class Main {',
      '  Sealer old = new Sealer("DES/ECB/PKCS5Padding"); // expect: DES-ECB',
      '  void go(Sealer given) throws Exception {',
      '    Sealer.hash("SHA-512", null); // expect: SHA-512',
      '    given.pair(1024); // expect: RSA-1024',
      '    new Sealer("AES/GCM/NoPadding").seal(null); // expect: AES-GCM',
      '    other.pair(512);',
      '  }',
      '}',
    ].join('\n'),
    'com/y/Other.kt': 'package com.y\nimport com.x.Sealer\nfun go(s: Sealer) {\n  s.pair(3072) // expect: RSA-3072\n}\n',
  },
  'Go: functions of another package and of the same one': {
    'crypt/crypt.go': [
      'package crypt',
      'import (',
      '\t"crypto/ecdsa"',
      '\t"crypto/elliptic"',
      '\t"crypto/rand"',
      '\t"crypto/rsa"',
      ')',
      'func NewKey(bits int) (*rsa.PrivateKey, error) {',
      '\treturn rsa.GenerateKey(rand.Reader, bits) // expect: RSA-3072, RSA-2048',
      '}',
      'func NewCurveKey(c elliptic.Curve) (*ecdsa.PrivateKey, error) {',
      '\treturn ecdsa.GenerateKey(c, rand.Reader) // expect: ECDSA-secp384r1',
      '}',
    ].join('\n'),
    'crypt/beside.go': 'package crypt\n\nfunc ours() { NewKey(2048) } // expect: RSA-2048\n',
    'cmd/main.go': [
      'package main',
      'import (',
      '\t"crypto/elliptic"',
      '\t"example.com/t/crypt"',
      ')',
      'func main() {',
      '\tcrypt.NewKey(3072) // expect: RSA-3072',
      '\tcrypt.NewCurveKey(elliptic.P384()) // expect: EC-secp384r1, ECDSA-secp384r1',
      '}',
    ].join('\n'),
  },
  'C: a function by its name, a static one is nobody else’s': {
    'src/digest.c': [
      '#include <mbedtls/md.h>',
      'int digest_with(mbedtls_md_type_t type, const unsigned char *in, size_t n, unsigned char *out) {',
      '  return mbedtls_md(mbedtls_md_info_from_type(type), in, n, out); // expect: SHA-512',
      '}',
    ].join('\n'),
    'src/rsa.c': [
      '#include <mbedtls/rsa.h>',
      'static int make(mbedtls_rsa_context *key, unsigned bits) {',
      '  return mbedtls_rsa_gen_key(key, rng, 0, bits, 65537); // expect: RSA',
      '}',
    ].join('\n'),
    'src/main.c': ['#include "digest.h"', 'void go(void) {', '  digest_with(6 + 0, 0, 0, 0);', '  make(&key, 512);', '}'].join('\n'),
    'src/more.c': ['#include "digest.h"', 'void go(void) {', '  digest_with(MBEDTLS_MD_SHA512, 0, 0, 0); // expect: SHA-512', '}'].join(
      '\n',
    ),
  },
  'Rust: paths of the crate': {
    'src/keys.rs': [
      'use rsa::RsaPrivateKey;',
      'pub fn make(bits: usize) -> RsaPrivateKey {',
      '    RsaPrivateKey::new(&mut rand::thread_rng(), bits).unwrap() // expect: RSA-4096, RSA-2048',
      '}',
    ].join('\n'),
    'src/main.rs': [
      'mod keys;',
      'use crate::keys::make;',
      'fn main() {',
      '    keys::make(4096); // expect: RSA-4096',
      '    make(2048); // expect: RSA-2048',
      '}',
    ].join('\n'),
  },
  'C#: static methods and what is made with new': {
    'Sealer.cs': [
      'using System.Security.Cryptography;',
      'namespace App {',
      'public class Sealer {',
      '  public static byte[] Hash(string name, byte[] d) {',
      '    return HashAlgorithm.Create(name).ComputeHash(d); // expect: SHA-512',
      '  }',
      '  public RSA Make(int bits) { return RSA.Create(bits); } // expect: RSA-1024',
      '}}',
    ].join('\n'),
    'Program.cs': [
      'namespace App {',
      'class Program {',
      '  static void Main() {',
      '    Sealer.Hash("SHA512", null); // expect: SHA-512',
      '    var sealer = new Sealer();',
      '    sealer.Make(1024); // expect: RSA-1024',
      '  } } }',
    ].join('\n'),
  },
};

describe('functions of other files that hand their parameters to a library', () => {
  for (const [title, files] of Object.entries(PROJECTS)) {
    it(title, async () => {
      expect(await seenIn(files)).toEqual(expectedIn(files));
    });
  }

  it('says the same bytes for any number of workers and any order of the files', async () => {
    const files: Files = Object.fromEntries(
      Object.values(PROJECTS).flatMap((project, index) => Object.entries(project).map(([path, text]) => [`p${index}/${path}`, text])),
    );
    const once = JSON.stringify(await evidenceOf(files));
    expect(JSON.stringify(await evidenceOf(files, 4))).toBe(once);
    expect(JSON.stringify(await evidenceOf(Object.fromEntries(Object.entries(files).reverse())))).toBe(once);
  });

  it('follows a constant through three functions of other files and no further', async () => {
    const step = (from: string, name: string): string =>
      `const { ${from} } = require('./${from}');\nexports.${name} = (kind, data) => ${from}(kind, data);\n`;
    const files: Files = {
      'aa.js': "const crypto = require('crypto');\nexports.aa = (kind, data) => crypto.createHash(kind).update(data);\n",
      'bb.js': step('aa', 'bb'),
      'cc.js': step('bb', 'cc'),
      'dd.js': step('cc', 'dd'),
      'near.js': "const { cc } = require('./cc');\ncc('md5', x);\n",
      'far.js': "const { dd } = require('./dd');\ndd('sha1', x);\n",
    };
    expect(await seenIn(files)).toEqual(['aa.js:2 MD5', 'near.js:2 MD5']);
  });

  it('leaves the functions of a library that came along to that library', async () => {
    const files: Files = {
      'node_modules/lib/index.js': "const crypto = require('crypto');\nexports.sum = (kind) => crypto.createHash(kind);\n",
      'app.js': "const { sum } = require('./node_modules/lib/index.js');\nsum('md5');\n",
    };
    const workspace = fromMap(new Map(Object.entries(files)));
    const list = async function* () {
      for await (const item of workspace.list())
        yield 'origin' in item && item.path.startsWith('node_modules') ? { ...item, origin: 'dependency' as const } : item;
    };
    const { evidence } = await gather({ ...workspace, list }, { scanners, run });
    expect(evidence.filter(({ location }) => location.at === 'text' && location.path === 'app.js')).toEqual([]);
  });
});

describe('hostile functions', () => {
  it('ends where functions of two files call each other with their own parameters', async () => {
    const files: Files = {
      'a.js':
        "const crypto = require('crypto');\nconst { gg } = require('./b');\nexports.ff = (k) => { gg(k); return crypto.createHash(k); };\n",
      'b.js':
        "const crypto = require('crypto');\nconst { ff } = require('./a');\nexports.gg = (k) => { ff(k); return crypto.createHash(k); };\n",
      'c.js': "require('./a').ff('md5');\n",
    };
    expect((await seenIn(files)).some((line) => line === 'c.js:1 MD5')).toBe(true);
  });

  it('is not led astray by names that objects have', async () => {
    const files: Files = {
      'a.py': 'import hashlib\ndef constructor(k):\n    return hashlib.new(k)\ndef __proto__(k):\n    return hashlib.new(k)\n',
      'b.py': 'from a import constructor, __proto__\nconstructor("md5")\n__proto__("sha1")\nhasOwnProperty("sha1")\n',
    };
    expect(await seenIn(files)).toEqual(['a.py:3 MD5', 'a.py:5 SHA-1', 'b.py:2 MD5', 'b.py:3 SHA-1']);
  });

  it('bounds how many callers it tells of', async () => {
    const files: Record<string, string> = { 'a.py': 'import hashlib\ndef pick(k):\n    return hashlib.new(k)\n' };
    for (let index = 0; index < 60; index++) files[`b${index}.py`] = `from a import pick\n${'pick("md5")\n'.repeat(40)}`;
    const evidence = await evidenceOf(files);
    expect(evidence.length).toBeLessThan(60 * 41 + 10);
    expect(evidence.filter(({ location }) => location.at === 'text' && location.path === 'a.py').length).toBeLessThan(12);
  });

  it('never throws on any two texts that stand beside each other', async () => {
    const part = fc.constantFrom(
      'f',
      '(',
      ')',
      '{',
      '}',
      'def f(k):',
      '\n',
      '  ',
      'hashlib.new(k)',
      'import hashlib',
      'from a import f',
      '"md5"',
      ',',
      'k',
      '=',
      'f(f)',
      'lambda k:',
    );
    const text = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        await evidenceOf({
          'a.py': `import hashlib\ndef f(k):\n    return hashlib.new(k)\n${one}`,
          'b.py': `from a import f\n${other}`,
          'c.js': other,
        });
      }),
      { numRuns: 40 },
    );
  });
});
