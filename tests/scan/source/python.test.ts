import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scoreFolder } from '../../../bench/accuracy.ts';
import { packageRoot } from '../../../src/io/package-files.ts';
import { isGap } from '../../../src/model/evidence.ts';
import { librariesIn, loadFor, scanSource, seenIn } from './scan-source.ts';

beforeAll(() => loadFor('a.py'));

const PYCA =
  'from cryptography.hazmat.primitives import hashes\nfrom cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils\n';

describe('the annotated fixtures of Python', () => {
  it('are read with recall and precision of 0.95 and more, in every field', async () => {
    const score = await scoreFolder(join(packageRoot(), 'tests', 'fixtures', 'source', 'python'));
    for (const { hits, expected, found } of [score.algorithm, ...score.fields.values()]) {
      expect(hits / expected, score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
      expect(hits / found, score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
    }
    expect(score.annotated).toBeGreaterThanOrEqual(130);
    expect(score.traps).toBeGreaterThanOrEqual(26);
  });
});

describe('a key whose type is not known', () => {
  it('is told by the padding or scheme object that its method is given', () => {
    expect(seenIn('a.py', `${PYCA}def f(pub, s, d):\n    pub.verify(s, d, padding.PKCS1v15(), hashes.SHA256())\n`)).toEqual([
      '4 RSA-PKCS1-1.5-SHA-256',
    ]);
    expect(seenIn('a.py', `${PYCA}def f(key, d):\n    key.sign(d, ec.ECDSA(utils.Prehashed(hashes.SHA384())))\n`)).toEqual([
      '4 ECDSA-SHA-384',
    ]);
  });

  it('is not told by a name that anybody may use', () => {
    expect(seenIn('a.py', `${PYCA}def f(x, d):\n    x.sign(d, "ES256")\n    x.verify(d, d, "RS256")\n    x.encrypt(d, "aes")\n`)).toEqual(
      [],
    );
  });

  it('keeps the hash where the method itself says nothing', () => {
    expect(seenIn('a.py', `${PYCA}def f(builder, key):\n    builder.sign(key, hashes.SHA384())\n`)).toEqual(['4 SHA-384']);
  });
});

describe('names that are found by other ways', () => {
  it.each([
    ['a star import', 'from hashlib import *\nmd5(b"")\n', ['2 MD5']],
    ['getattr with a name', 'import hashlib\ngetattr(hashlib, "sha1")(b"")\n', ['2 SHA-1']],
    ['getattr with something', 'import hashlib\ndef f(n):\n    return getattr(hashlib, n)()\n', ['3 Hash']],
    ['a loop over pairs', 'import hashlib\nfor a, n in ((1, "md5"), (2, "sha1")):\n    hashlib.new(n)\n', ['3 MD5', '3 SHA-1']],
    ['the keys of a table', 'import hashlib\nT = {"md5": 1}\nfor n in T:\n    hashlib.new(n)\n', ['4 MD5']],
    [
      'a table with an unknown key',
      'import hashlib\nT = {"a": "md5", "b": "sha1"}\ndef f(k):\n    hashlib.new(T[k])\n',
      ['4 MD5', '4 SHA-1'],
    ],
    ['a table of functions', 'import hashlib\nT = {"a": hashlib.md5}\n', ['2 MD5']],
    ['what a function gives back', 'import hashlib\ndef pick():\n    return "md5"\nhashlib.new(pick())\n', ['4 MD5']],
    ['what a lambda gives back', 'import hashlib\npick = lambda: "sha1"\nhashlib.new(pick())\n', ['3 SHA-1']],
    ['a function that gives back itself', 'import hashlib\ndef f():\n    return f()\nhashlib.new(f())\n', ['4 Hash']],
    ['a table that is called', `${PYCA}C = {"a": ec.SECP384R1}\nec.generate_private_key(C["a"]())\n`, ['4 EC-secp384r1']],
  ])('%s', (_, text, wanted) => expect(seenIn('a.py', text)).toEqual(wanted));

  it('are not found in annotations, comparisons of types and comments', () => {
    expect(seenIn('a.py', `${PYCA}def f(k: rsa.RSAPublicKey):\n    return isinstance(k, hashes.SHA256)  # hashes.SHA1()\n`)).toEqual([]);
  });
});

describe('protocols', () => {
  it('are told with the version that is set, or with none', () => {
    expect(seenIn('a.py', 'import ssl\nc = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\nc.minimum_version = ssl.TLSVersion.TLSv1_2\n')).toEqual(
      ['2 tls', '3 tls 1.2'],
    );
    expect(seenIn('a.py', 'import ssl\ndef f(adapter):\n    adapter.open(ssl_version=ssl.PROTOCOL_TLSv1)\n')).toEqual(['3 tls 1.0']);
  });
});

describe('libraries', () => {
  it('have one name, in source and in manifests', () => {
    expect(librariesIn('a.py', 'import cryptography\nimport jwt\nimport nacl\nimport oqs\n')).toEqual([
      'cryptography',
      'pyjwt',
      'pynacl',
      'liboqs-python',
    ]);
  });
});

describe('hostile Python', () => {
  it.each([
    [
      'loops in loops',
      `import hashlib\n${Array.from({ length: 60 }, (_, at) => `${' '.repeat(at)}for a${at} in a${at + 1}:\n`).join('')}${' '.repeat(60)}hashlib.new(a0)\n`,
    ],
    ['tables of tables', `import hashlib\nT = ${'{"a": '.repeat(500)}1${'}'.repeat(500)}\ndef f(k):\n    hashlib.new(T[k][k][k])\n`],
    ['20,000 mentions', `import hashlib\nx = [${'hashlib.md5, '.repeat(20_000)}]\n`],
    ['a chain of 20,000 names', `import hashlib\nx = [hashlib${'.a'.repeat(20_000)}]\n`],
    ['star imports of everything', `${'from hashlib import *\n'.repeat(5_000)}md5(b"")\n`],
  ])('reads %s', (_, text) => {
    expect(scanSource('a.py', text).some(isGap)).toBe(false);
  });
});
