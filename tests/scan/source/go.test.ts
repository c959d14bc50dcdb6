import { beforeAll, describe, expect, it } from 'vitest';
import { toOrigin } from '../../../src/io/origin.ts';
import { algorithmsIn, expectFloors, loadFor, scanBytes, scanSource, survivesHostileText } from './read-source.ts';

const go = (body: string, ...imports: readonly string[]): string =>
  `package p\nimport (\n${imports.map((path) => (path.includes('"') ? path : `"${path}"`)).join('\n')}\n)\n${body}\n`;
const inFunction = (body: string, ...imports: readonly string[]): string => go(`func f() {\n${body}\n}`, ...imports);
const names = (text: string): readonly string[] => algorithmsIn('a.go', text).map((line) => line.replace(/^\d+ \w+ /, ''));

beforeAll(() => loadFor('a.go'));

describe('Go', () => {
  it('reads the annotated fixtures with recall and precision of 0.95 and more', () => expectFloors('go'));

  it('follows local names of packages, and none', () => {
    expect(names(inFunction('x.Sum(nil)', 'x "crypto/md5"'))).toEqual(['MD5']);
    expect(names(inFunction('New224()', '. "crypto/sha256"'))).toEqual(['SHA-224']);
    expect(names(inFunction('sha256.Sum256(nil)', 'github.com/minio/sha256-simd'))).toEqual(['SHA-256']);
    expect(names(inFunction('md5.Sum(nil)', '_ "crypto/md5"', 'example.com/md5'))).toEqual([]);
  });

  it('knows a package in any of its versions', () => {
    for (const path of [
      'github.com/golang-jwt/jwt',
      'github.com/golang-jwt/jwt/v4',
      'github.com/golang-jwt/jwt/v5',
      'github.com/dgrijalva/jwt-go',
    ])
      expect(names(inFunction('jwt.NewWithClaims(jwt.SigningMethodES384, nil)', path)), path).toEqual(['ECDSA-secp384r1-SHA-384']);
    for (const path of ['gopkg.in/square/go-jose.v2', 'github.com/square/go-jose/v3', 'github.com/go-jose/go-jose/v4'])
      expect(names(inFunction('_ = jose.Recipient{Algorithm: jose.RSA_OAEP_256}', path)), path).toEqual(['RSA-OAEP-SHA-256']);
  });

  it('counts with iota as the language does', () => {
    const text = 'const (\n _ = 1024 * iota\n a\n b\n)\nfunc f() { rsa.GenerateKey(nil, b) }';
    expect(names(go(text, 'crypto/rsa'))).toEqual(['RSA-2048']);
  });

  it('reads the last value of a name, and that of its block', () => {
    const text = 'b, _ := aes.NewCipher(k)\nb, _ = des.NewCipher(k)\nif x { b := other(); b.New() }\ncipher.NewCTR(b, nil)';
    expect(names(inFunction(text, 'crypto/aes', 'crypto/des', 'crypto/cipher'))).toEqual(['AES', 'DES-CTR', 'DES-CTR']);
  });

  it('says where a value comes from', () => {
    const text = go('const n = 3072\nfunc f() { rsa.GenerateKey(nil, n) }', 'crypto/rsa');
    const [found] = scanSource('a.go', text).filter(({ observed }) => observed.kind === 'algorithm');
    expect(found?.observed).toMatchObject({ use: { parameters: { keyBits: { value: 3072, from: 'resolved', at: 'a.go:5' } } } });
  });

  it('reads the value that a function of the file gives back', () => {
    const text = 'func curve() elliptic.Curve { return elliptic.P521() }\nfunc f() { ecdsa.GenerateKey(curve(), nil) }';
    expect(names(go(text, 'crypto/ecdsa', 'crypto/elliptic'))).toEqual(['EC-secp521r1', 'ECDSA-secp521r1']);
  });

  it('knows methods by the types of parameters, fields and results', () => {
    expect(names(go('func f(k *rsa.PrivateKey) { k.Sign(nil, nil, crypto.SHA512) }', 'crypto/rsa', 'crypto'))).toEqual([
      'RSA-PKCS1-1.5-SHA-512',
    ]);
    expect(names(go('type s struct{ k *ecdsa.PrivateKey }\nfunc (x s) f() { x.k.Sign(nil, nil, nil) }', 'crypto/ecdsa'))).toEqual([
      'ECDSA',
    ]);
    expect(names(go('func k() *mlkem.DecapsulationKey768 { panic(1) }\nfunc f() { k().Decapsulate(nil) }', 'crypto/mlkem'))).toEqual([
      'ML-KEM-768',
    ]);
  });

  it('reads versions, suites and groups of TLS where they are set', () => {
    const text = inFunction(
      'c := &tls.Config{\nMinVersion: tls.VersionTLS10,\nCurvePreferences: []tls.CurveID{tls.X25519MLKEM768}}\n_ = c',
      'crypto/tls',
    );
    const protocols = scanSource('a.go', text).flatMap(({ observed }) => (observed.kind === 'protocol' ? [observed] : []));
    expect(protocols[0]).toMatchObject({ protocol: 'tls', versions: ['1.0'], groups: ['X25519MLKEM768'] });
  });

  it('is a test where the file is', () => expect(toOrigin('pkg/a_test.go')).toBe('test'));

  it.each([
    ['a package of the same name', inFunction('aes.NewCipher(nil)', 'example.com/aes', 'crypto/md5')],
    ['a comment and a string', inFunction('// md5.New()\n/* md5.New() */ s := "md5.New()" + `md5.New()`', 'crypto/md5')],
    ['a parameter of the same name', go('func f(md5 T) { md5.New() }', 'crypto/md5')],
    ['a key type in a signature', go('func f(k *rsa.PublicKey) error { return nil }', 'crypto/rsa')],
    ['a size', inFunction('x := make([]byte, sha256.Size)', 'crypto/sha256')],
    ['math/rand', inFunction('rand.Read(x); rand.Int()', 'math/rand')],
  ])('finds nothing in %s', (_, text) => expect(names(text)).toEqual([]));
});

describe('hostile Go', () => {
  survivesHostileText('a.go', {
    preamble: 'package p\nimport ("crypto/md5"; . "crypto/sha1"; "crypto/tls")\n',
    pieces: [
      ...[
        'md5.New(',
        'tls.Config{',
        '}',
        ')',
        '(',
        '{',
        'func f(',
        'a, b := ',
        'x = x\n',
        'const (\n',
        'iota\n',
        '"',
        '`',
        "'",
        '/*',
        '//',
      ],
      ...[
        '\n',
        'New()',
        'type s struct {\n',
        'k md5.T\n',
        'return ',
        '[]byte{',
        'x[:',
        '\u2028',
        '\0',
        '.',
        ',',
        'case ',
        'import "',
        'func(m ...md5.X) {',
      ],
    ],
  });

  it.each([
    go(`func f() {\n${'md5.New(sha1.New(1), b)\n'.repeat(5_000)}}`, 'crypto/md5', 'crypto/sha1'),
    go(`func w(a crypto.Hash) { a.New() }\n${'func v(a crypto.Hash) { w(a); v(a) }\n'.repeat(4_000)}`, 'crypto'),
    go(`${'var a = b\nvar b = a\n'.repeat(4_000)}func f() { rsa.GenerateKey(nil, a) }`, 'crypto/rsa'),
    go(`const (\n${'a = iota\n'.repeat(20_000)})`, 'crypto/rsa'),
    go(`func f() int { return f() }\nfunc g() { rsa.GenerateKey(nil, f()) }`, 'crypto/rsa'),
    `package p\nimport (\n${'"crypto/md5"\n'.repeat(20_000)})\n`,
    `package p\nimport "crypto/md5"\n${'/*'.repeat(100_000)}`,
    `package p\nimport "crypto/md5"\n${'a.B'.repeat(50_000)}`,
    `package p\nimport "crypto/md5"\nvar x = ${'a + '.repeat(30_000)}1\nfunc f() { md5.Sum(x) }`,
  ])('reads what repeats itself without end (%#)', (text) => {
    expect(() => scanBytes('a.go', new TextEncoder().encode(text))).not.toThrow();
  });
});
