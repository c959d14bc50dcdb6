import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { scoreFolder } from '../../bench/accuracy.ts';
import { loadGrammar, packageRoot } from '../../src/io/package-files.ts';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import type { Evidence, Gap } from '../../src/model/evidence.ts';
import { isGap } from '../../src/model/evidence.ts';
import type { FileEntry } from '../../src/model/world.ts';
import { sourceScanner } from '../../src/scan/source.ts';
import { toText } from '../../src/scan/text.ts';

const entryOf = (path: string, bytes = 0): FileEntry => ({ path, bytes, ignored: false, origin: 'first-party' });

function scanBytes(path: string, bytes: Uint8Array): readonly (Evidence | Gap)[] {
  const literals = new Set(sourceScanner.literals); // as if every literal had been met
  return [...sourceScanner.scan({ entry: entryOf(path, bytes.length), bytes, literals, text: () => toText(bytes) })];
}

function scan(path: string, text: string): readonly Evidence[] {
  return scanBytes(path, new TextEncoder().encode(text)).filter((item): item is Evidence => !isGap(item));
}

/** `line state name` of every algorithm. */
function algorithms(path: string, text: string): readonly string[] {
  return scan(path, text).flatMap(({ location, state, observed }) =>
    observed.kind === 'algorithm' && location.at === 'text' ? [`${location.line} ${state} ${nameOf(observed.use)}`] : [],
  );
}

function only(path: string, text: string): Evidence {
  const [first, ...rest] = scan(path, text).filter(({ observed }) => observed.kind !== 'library');
  expect(rest).toEqual([]);
  if (first === undefined) throw new Error('nothing was found');
  return first;
}

const FILES = ['a.c', 'a.cpp', 'a.js', 'a.ts', 'a.tsx', 'a.py'];

beforeAll(async () => {
  await sourceScanner.prepare?.(
    { loadGrammar },
    FILES.map((path) => entryOf(path)),
  );
});

describe('the annotated fixtures', () => {
  it.each(['c', 'javascript', 'python'])('are read with recall and precision of 0.95 and more: %s', async (language) => {
    const score = await scoreFolder(join(packageRoot(), 'tests', 'fixtures', 'source', language));
    const { hits, expected, found } = score.algorithm;
    expect(hits / expected, score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(hits / found, score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
    for (const [field, ratio] of score.fields) {
      expect(ratio.hits / ratio.expected, `${field}\n${score.misses.join('\n')}`).toBeGreaterThanOrEqual(0.95);
      expect(ratio.hits / ratio.found, `${field}\n${score.misses.join('\n')}`).toBeGreaterThanOrEqual(0.95);
    }
    expect(score.annotated).toBeGreaterThanOrEqual(40);
    expect(score.traps).toBeGreaterThanOrEqual(10);
  });
});

describe('which files are read', () => {
  it('reads sources that are not ignored', () => {
    expect(FILES.every((path) => sourceScanner.wants(entryOf(path)))).toBe(true);
    expect(sourceScanner.wants({ ...entryOf('a.c'), ignored: true })).toBe(false);
    expect(['a.md', 'c', '.c.swp', 'a.json', 'Makefile'].some((path) => sourceScanner.wants(entryOf(path)))).toBe(false);
  });
});

describe('the place of a use', () => {
  it('is the line of the argument that names the algorithm', () => {
    const found = only('a.ts', "import crypto from 'crypto';\ncrypto\n  .createHash(\n    'sha256',\n  );\n");
    expect(found.location).toMatchObject({ at: 'text', line: 4, column: 5 });
  });

  it('counts bytes, past a byte order mark and characters of several bytes', () => {
    const text = '\uFEFF# ä€😀\nimport hashlib; hashlib.md5()\n';
    const found = only('a.py', text);
    expect(found.location).toMatchObject({ line: 2, offset: new TextEncoder().encode(text.split('md5')[0] ?? '').length });
  });

  it('is the same with CRLF line ends', () => {
    const text = '#include <openssl/md5.h>\nvoid f(void)\n{\n    MD5(a, 1, b);\n}\n';
    expect(algorithms('a.c', text.replaceAll('\n', '\r\n'))).toEqual(algorithms('a.c', text));
  });

  it('says where a resolved value stands', () => {
    const found = only('src/a.py', 'import hashlib\nNAME = "sha1"\ndef f(salt):\n    return hashlib.pbkdf2_hmac(NAME, b"p", salt, 1000)\n');
    expect(found.observed).toMatchObject({ use: { parameters: { digest: { value: 'sha-1', from: 'resolved', at: 'src/a.py:2' } } } });
  });
});

describe('the preprocessor', () => {
  it('reports what stands under a condition with the condition', () => {
    const found = only('a.c', 'void f(void) {\n#if defined(CONFIG_X) && !defined(CONFIG_Y)\n  MD5(a, 1, b);\n#endif\n}\n');
    expect(found).toMatchObject({ state: 'called', observed: { condition: 'defined(CONFIG_X) && !defined(CONFIG_Y)' } });
  });

  it('tells the other branch', () => {
    const text = 'void f(void) {\n#ifdef A\n  MD5(a, 1, b);\n#elif B\n  SHA1(a, 1, b);\n#else\n  SHA256(a, 1, b);\n#endif\n}\n';
    const conditions = scan('a.c', text).map(({ observed }) => (observed.kind === 'algorithm' ? observed.condition : undefined));
    expect(conditions).toEqual(['defined(A)', '!(defined(A)) && B', '!(defined(A)) && !(B)']);
  });

  it('knows code that can never be compiled as absent', () => {
    const text = "void f(void) {\n#if 0\n  MD5(a, 1, b); it's broken {\n#else\n  SHA256(a, 1, b);\n#endif\n}\n";
    expect(algorithms('a.c', text)).toEqual(['3 absent MD5', '5 called SHA-256']);
  });

  it('reads on where branches do not close what they open', () => {
    const text =
      'int f(int a) {\n#ifdef A\n  if (a) {\n    MD5(x, 1, y);\n#else\n  if (!a) {\n    SHA1(x, 1, y);\n#endif\n  }\n  return 0;\n}\nint g(void) {\n  return SHA256(x, 1, y) != 0;\n}\n';
    expect(algorithms('a.c', text)).toEqual(['4 called MD5', '7 called SHA-1', '13 called SHA-256']);
  });

  it('gives no condition for an include guard or for __cplusplus', () => {
    const text =
      '#ifndef A_H\n#define A_H\n#ifdef __cplusplus\nextern "C" {\n#endif\nstatic inline void f(void) { MD5(a, 1, b); }\n#ifdef __cplusplus\n}\n#endif\n#endif\n';
    expect(only('a.h', text).observed).not.toHaveProperty('condition');
  });

  it('follows macros to their values and reports where they are used', () => {
    const text = '#define BITS (16 * 8) /* wide */\n#define SETKEY(c, k) mbedtls_aes_setkey_enc(c, k, \\\n    BITS)\n';
    expect(algorithms('a.c', text)).toEqual(['2 called AES-128']);
  });
});

describe('what is no use', () => {
  it.each([
    ['a.c', 'int mbedtls_sha256_starts(mbedtls_sha256_context *ctx, int is224);'],
    ['a.c', 'typedef struct { mbedtls_aes_context aes; } state;'],
    ['a.c', '// MD5(a, 1, b);\n/* SHA1(a, 1, b); */\nconst char *s = "EVP_md5()";'],
    ['a.c', 'static void MD5(int a) {}\nvoid f(void) { MD5(1); }'],
    ['a.js', "import { createHash } from './mine.js';\ncreateHash('md5');"],
    ['a.js', "function createHash() {}\ncreateHash('md5'); const o = { createHash: 'md5' };"],
    ['a.js', "other.createHash('md5'); Math.random(); new Map().hash('md5');"],
    ['a.py', 'from .hashlib import md5\nmd5(b"")'],
    ['a.py', 'def sha256(x):\n    return x\nsha256(b"")\nimport random\nrandom.random()'],
    ['a.py', 'print("hashlib.md5()")  # hashlib.md5()'],
  ])('%s: %s', (path, text) => expect(algorithms(path, text)).toEqual([]));
});

describe('what the code says is not for security', () => {
  it('keeps the use and the reason', () => {
    expect(only('a.py', 'import hashlib\nhashlib.md5(b"", usedforsecurity=False)').observed).toMatchObject({
      nonSecurity: 'usedforsecurity is false',
    });
    expect(only('a.js', "const etag = require('crypto').createHash('md5').update(x).digest('hex');").observed).toHaveProperty(
      'nonSecurity',
    );
    expect(only('a.py', 'import hashlib\nhashlib.md5(b"")').observed).not.toHaveProperty('nonSecurity');
  });
});

describe('what cannot be told', () => {
  it('keeps the family and guesses nothing', () => {
    expect(algorithms('a.js', "const c = require('crypto');\nexport const f = () => c.createHash(process.env.HASH);")).toEqual([
      '2 called Hash',
    ]);
    expect(algorithms('a.js', "const c = require('crypto');\nc.createCipheriv(pick(), k, iv);")).toEqual([
      '2 called crypto.createCipheriv',
    ]);
  });

  it('marks what a library fills in', () => {
    const found = only('a.js', "import AES from 'crypto-js/aes';\nAES.encrypt(a, b);");
    expect(found.observed).toMatchObject({ use: { parameters: { mode: { value: 'cbc', from: 'default' } } } });
    expect(only('a.js', "import AES from 'crypto-js/aes';\nAES.encrypt(a, b, options);").observed).not.toHaveProperty(
      'use.parameters.mode',
    );
  });
});

describe('hostile input', () => {
  it.each(FILES)('never throws on arbitrary text: %s', (path) => {
    const word = fc.constantFrom(
      'EVP_sha1()',
      '#if 0\n',
      '#else\n',
      '#define A(',
      "crypto.createHash('",
      'import hashlib\n',
      '{',
      '}',
      '(',
      ')',
      '"',
      "'",
      '`',
      '${',
      '\\\n',
      '/*',
      '//',
      '\n',
      '\u2028',
      '\0',
      'x=',
      'hashlib.md5(',
      'def f(x=',
    );
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        for (const item of scanBytes(path, new TextEncoder().encode(written))) {
          if (!isGap(item) && item.location.at === 'text') expect(item.location.line).toBeLessThanOrEqual(written.split('\n').length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(FILES)('never throws on arbitrary bytes: %s', (path) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        scanBytes(path, bytes);
      }),
      { numRuns: 60 },
    );
  });

  it.each(FILES)('reads a line of a megabyte: %s', (path) => {
    const call = path.endsWith('py') ? 'x = 1; ' : 'f(1, 2, 3); ';
    const text = path.startsWith('a.c') ? `void g(void) { ${call.repeat(80_000)} MD5(a, 1, b); }` : call.repeat(80_000);
    expect(scanBytes(path, new TextEncoder().encode(text)).some(isGap)).toBe(false);
  });

  it.each(FILES)('survives 20,000 nested brackets: %s', (path) => {
    for (const [open, close] of [
      ['(', ')'],
      ['[', ']'],
      ['{', '}'],
    ] as const) {
      const text = `${path.startsWith('a.c') ? 'void f(void) { MD5(' : 'x = ('}${open.repeat(20_000)}1${close.repeat(20_000)}`;
      expect(() => scanBytes(path, new TextEncoder().encode(text))).not.toThrow();
    }
  });

  it.each([
    ['a.c', `void f(void) { MD5(a, 1, b); } ${'{}'.repeat(200_000)}`],
    ['a.c', `void f(void) { ${'MD5(PSA_ALG_SHA_1, g(1), b); '.repeat(20_000)} }`],
    ['a.c', `void f(void) {\n${'#if A\nMD5(a, 1, b);\n#endif\n'.repeat(20_000)}}`],
    ['a.c', `${'#if A\n'.repeat(20_000)}MD5 /* ${'#define X /*\n'.repeat(20_000)}`],
    ['a.c', `${'#define A_ MD5(\n'.repeat(20_000)}int x;`],
    ['a.c', `void w(int a) { mbedtls_md_info_from_type(a); }\n${'void w2(int a) { w(a); w2(a); }\n'.repeat(5_000)}`],
    ['a.js', `import { createHash } from 'crypto';\nfunction f(a) { createHash(a); }\n${'f(x); '.repeat(20_000)}`],
    ['a.js', `import { createHash } from 'crypto';\n${'const f = (a) => createHash(a); f(b); '.repeat(5_000)}`],
    ['a.py', `import hashlib\ndef f(a, b):\n    hashlib.new(a)\n${'f(f(1, 2), 3)\n'.repeat(10_000)}`],
    ['a.py', `import hashlib\nx = ${'hashlib.new('.repeat(2_000)}1${')'.repeat(2_000)}\n`],
  ])('reads what repeats itself without end: %s', (path, text) => {
    expect(() => scanBytes(path, new TextEncoder().encode(text))).not.toThrow();
  });

  it('survives names that are defined by each other', () => {
    const lines = Array.from({ length: 200 }, (_, index) => `a${index} = a${index + 1} + a${index + 1} if x else a${(index * 7) % 200}`);
    expect(() => scan('a.py', `import hashlib\n${lines.join('\n')}\nhashlib.new(a0)\n`)).not.toThrow();
    expect(() => scan('a.c', '#define A B\n#define B A\nvoid f(void) { mbedtls_md_info_from_type(A); }')).not.toThrow();
  });

  it('reads names that objects have of themselves', () => {
    const text =
      "const c = require('crypto');\nc.createHash('__proto__'); c.createHash('constructor'); c.constructor('md5'); c.__proto__.createHash('sha1');";
    expect(() => scan('a.js', text)).not.toThrow();
    expect(() => scan('a.py', 'import hashlib\nhashlib.new("constructor")\nhashlib.__proto__()')).not.toThrow();
  });

  it('reads the same file twice the same way', () => {
    const path = join(packageRoot(), 'tests', 'fixtures', 'source', 'c', 'gateway_psa.c');
    const bytes = new Uint8Array(readFileSync(path));
    expect(scanBytes('a.c', bytes)).toEqual(scanBytes('a.c', bytes));
  });
});
