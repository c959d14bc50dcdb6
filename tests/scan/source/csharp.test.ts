import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { scoreFolder } from '../../../bench/accuracy.ts';
import { packageRoot } from '../../../src/io/package-files.ts';
import { isGap } from '../../../src/model/evidence.ts';
import { librariesIn, loadFor, scanSource, seenIn } from './scan-source.ts';

beforeAll(() => loadFor('a.cs'));

const USING = 'using System.Security.Cryptography;\n';
const inMethod = (body: string): string => `${USING}class C { void F(byte[] d) {\n${body}\n} }`;

describe('the annotated fixtures of C#', () => {
  it('are read with recall and precision of 0.95 and more, in every field', async () => {
    const score = await scoreFolder(join(packageRoot(), 'tests', 'fixtures', 'source', 'csharp'));
    for (const { hits, expected, found } of [score.algorithm, ...score.fields.values()]) {
      expect(hits / expected, score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
      expect(hits / found, score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
    }
    expect(score.annotated).toBeGreaterThanOrEqual(50);
    expect(score.traps).toBeGreaterThanOrEqual(10);
  });
});

describe('an object and its properties', () => {
  it('takes what is set on it before what .NET fills in', () => {
    expect(seenIn('a.cs', inMethod('var a = Aes.Create();\na.Mode = CipherMode.ECB;\na.KeySize = 192;'))).toEqual(['3 AES-192-ECB']);
    expect(seenIn('a.cs', inMethod('var a = Aes.Create();'))).toEqual(['3 AES-256-CBC']);
  });

  it('is one object in every method of its class, with and without `this`', () => {
    const text = `${USING}class C {\n RSA rsa = RSA.Create(3072);\n void F(byte[] d) {\n this.rsa.SignData(d, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);\n } }`;
    expect(seenIn('a.cs', text)).toEqual(['3 RSA-3072', '5 RSA-PSS-SHA-256-3072']);
  });

  it('has no default size once a key is put into it', () => {
    expect(seenIn('a.cs', inMethod('var r = RSA.Create();\nr.ImportFromPem(pem);'))).toEqual(['3 RSA']);
    expect(seenIn('a.cs', inMethod('var a = Aes.Create();\na.Key = key;'))).toEqual(['3 AES-CBC']);
  });

  it('speaks for itself where its making stands elsewhere', () => {
    expect(seenIn('a.cs', `${USING}class C { void F(Aes given) {\ngiven.Mode = CipherMode.ECB;\n} }`)).toEqual(['3 AES-ECB']);
  });
});

describe('types', () => {
  it('are known by alias, by full name and by the variable that takes a new object', () => {
    expect(seenIn('a.cs', 'using H = System.Security.Cryptography.SHA256;\nclass C { byte[] F(byte[] d) => H.HashData(d); }')).toEqual([
      '2 SHA-256',
    ]);
    expect(seenIn('a.cs', 'class C { object F() => global::System.Security.Cryptography.MD5.Create(); }')).toEqual(['1 MD5']);
    expect(seenIn('a.cs', inMethod('RSACryptoServiceProvider r = new(1024);'))).toEqual(['3 RSA-1024']);
  });

  it('of the file itself are not taken for those of a library', () => {
    expect(seenIn('a.cs', `${USING}class MD5 { public static MD5 Create() => null; }\nclass C { object F() => MD5.Create(); }`)).toEqual(
      [],
    );
  });

  it('of packages count only where their namespace is brought in', () => {
    expect(seenIn('a.cs', inMethod('SecretBox.Create(d, d, d);'))).toEqual([]);
    expect(seenIn('a.cs', `using Sodium;\n${inMethod('SecretBox.Create(d, d, d);')}`)).toEqual(['4 XSalsa20-Poly1305']);
  });

  it('name the library that is used', () => {
    expect(librariesIn('a.cs', `${USING}using Org.BouncyCastle.Crypto;\n`)).toEqual([
      'System.Security.Cryptography',
      'BouncyCastle.Cryptography',
    ]);
  });
});

describe('a method of something unknown', () => {
  it('is told by the padding and the hash it is given, and by nothing less', () => {
    expect(seenIn('a.cs', inMethod('Find().SignData(d, HashAlgorithmName.SHA512, RSASignaturePadding.Pss);'))).toEqual([
      '3 RSA-PSS-SHA-512',
    ]);
    expect(seenIn('a.cs', inMethod('other.SignData(d, "x");\nother.Encrypt(d);\nother.Create();'))).toEqual([]);
  });
});

describe('what a method gives back', () => {
  it('is followed into it', () => {
    const text = `${USING}class C {\n static int Bits() => 1024;\n void F() {\n RSA.Create(Bits());\n } }`;
    expect(seenIn('a.cs', text)).toEqual(['5 RSA-1024']);
  });
});

describe('names of TLS versions', () => {
  it('are read wherever they are set, and not where they are compared', () => {
    expect(
      seenIn('a.cs', 'using System.Security.Authentication;\nclass C { void F(O o) {\no.SslProtocols = SslProtocols.Tls12;\n} }'),
    ).toEqual(['3 tls 1.2']);
    expect(seenIn('a.cs', 'using System.Security.Authentication;\nclass C { bool F(SslProtocols p) => p == SslProtocols.Ssl3; }')).toEqual(
      [],
    );
  });
});

describe('hostile C#', () => {
  it('never throws on arbitrary text or bytes', () => {
    const word = fc.constantFrom(
      USING,
      'class C {',
      'Aes.Create()',
      'new(',
      'a.Mode = CipherMode.ECB;',
      '$"{',
      '"""',
      '@"',
      '{',
      '}',
      '(',
      ')',
      '?.',
      '=>',
      'foreach (var x in ',
      '[1, 2]',
      '#if A\n',
      '/*',
      '\n',
      '\0',
      '\u2028',
    );
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        for (const item of scanSource('a.cs', written))
          if (!isGap(item) && item.location.at === 'text') expect(item.location.line).toBeLessThanOrEqual(written.split('\n').length);
      }),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        scanSource('a.cs', bytes);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a line of a megabyte', `${USING}class C { void F() { ${'f(1, 2, 3); '.repeat(80_000)} } }`],
    ['20,000 brackets', `${USING}class C { object x = ${'('.repeat(20_000)}1${')'.repeat(20_000)}; }`],
    ['20,000 braces', `${USING}class C ${'{'.repeat(20_000)}`],
    ['a long chain of conditions', `${USING}class C { object x = ${'a?.b'.repeat(5_000)}; }`],
    [
      'wrappers of wrappers',
      `${USING}class C { void W(string a) { HashAlgorithm.Create(a); }\n${'void V(string a) { W(a); V(a); }\n'.repeat(3_000)} }`,
    ],
    ['one object set 20,000 times', inMethod(`var a = Aes.Create();\n${'a.Mode = CipherMode.CBC;\n'.repeat(20_000)}`)],
    ['20,000 constants', inMethod('x = HashAlgorithmName.MD5;\n'.repeat(20_000))],
    ['names of objects', inMethod('HashAlgorithm.Create("__proto__"); HashAlgorithm.Create("constructor"); a.constructor.__proto__();')],
  ])('reads %s', (_, text) => {
    expect(() => scanSource('a.cs', text)).not.toThrow();
  });
});
