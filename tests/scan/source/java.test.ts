import { beforeAll, describe, expect, it } from 'vitest';
import { parseJavaName } from '../../../src/knowledge/languages/java/names.ts';
import { isGap } from '../../../src/model/evidence.ts';
import { algorithmsIn, expectFloors, loadFor, scanBytes, scanSource, survivesHostileText } from './read-source.ts';

const IMPORTS =
  'import java.security.*;\nimport java.security.spec.*;\nimport javax.crypto.*;\nimport javax.crypto.spec.*;\nimport javax.net.ssl.*;\n';
/** Names of what a method's body gives, without places. */
const inMethod = (body: string, rest = ''): readonly string[] =>
  namesIn(`${IMPORTS}class A {\n${rest}\nvoid f() throws Exception {\n${body}\n} }`);
const namesIn = (text: string): readonly string[] => algorithmsIn('A.java', text).map((line) => line.replace(/^\d+ \w+ /, ''));

beforeAll(() => loadFor('A.java'));

describe('Java', () => {
  it('reads the annotated fixtures with recall and precision of 0.95 and more', () => expectFloors('java'));

  it('knows a class by its import, by the packages that are imported whole, and by its full name', () => {
    expect(namesIn('import javax.crypto.Cipher;\nclass A { Object o = Cipher.getInstance("DES"); }')).toEqual(['DES-ECB']);
    expect(namesIn('import javax.crypto.*;\nclass A { Object o = Cipher.getInstance("DES"); }')).toEqual(['DES-ECB']);
    expect(namesIn('class A { Object o = javax.crypto.Cipher.getInstance("DES"); }')).toEqual(['DES-ECB']);
    expect(namesIn('class A { Object o = Cipher.getInstance("DES"); }')).toEqual([]);
    expect(namesIn('import org.example.Cipher;\nclass A { Object o = Cipher.getInstance("DES"); }')).toEqual([]);
  });

  it('knows Bouncy Castle in any of its packages', () => {
    for (const path of [
      'org.bouncycastle.crypto.engines',
      'org.spongycastle.crypto.engines',
      'com.android.org.bouncycastle.crypto.engines',
    ])
      expect(namesIn(`import ${path}.AESEngine;\nclass A { Object o = new AESEngine(); }`), path).toEqual(['AES']);
    for (const path of ['org.bouncycastle.pqc.crypto.crystals.kyber', 'org.bouncycastle.pqc.crypto.kyber'])
      expect(namesIn(`import ${path}.*;\nclass A { Object o = new KyberKEMGenerator(r); }`), path).toEqual(['Kyber']);
  });

  it('marks what the provider fills in', () => {
    const [found] = scanSource('A.java', `${IMPORTS}class A { Object o = Cipher.getInstance("AES"); }`).filter(
      ({ observed }) => observed.kind === 'algorithm',
    );
    expect(found?.observed).toMatchObject({
      use: { parameters: { mode: { value: 'ecb', from: 'default' }, padding: { value: 'pkcs5', from: 'default' } } },
    });
  });

  it('says where a resolved value stands, and reports the use', () => {
    const text = `${IMPORTS}class A {\n  static final String T = "AES/GCM/NoPadding";\n  Object o = Cipher.getInstance(T);\n}`;
    const [found] = scanSource('A.java', text).filter(({ observed }) => observed.kind === 'algorithm');
    expect(found?.location).toMatchObject({ line: 8 });
    expect(found?.observed).toMatchObject({ use: { parameters: { mode: { value: 'gcm', from: 'resolved', at: 'A.java:7' } } } });
  });

  it('keeps a name that it does not know, and a value that it cannot follow', () => {
    const written = (body: string): readonly string[] =>
      scanSource('A.java', `${IMPORTS}class A { void f(Object x) { ${body} } }`).flatMap(({ observed }) =>
        observed.kind === 'algorithm' ? [`${observed.use.algorithm} ${observed.use.written}`] : [],
      );
    expect(written('Cipher.getInstance("HOUSE/7");')).toEqual(['unrecognised HOUSE/7']);
    expect(written('Cipher.getInstance(x.name());')).toEqual(['unrecognised javax.crypto.Cipher.getInstance']);
  });

  it('attaches what is said later to the thing that was made, until another takes its place', () => {
    const body = 'KeyGenerator g = KeyGenerator.getInstance("AES");\ng.init(192);\ng = KeyGenerator.getInstance("AES");\ng.init(256);';
    expect(inMethod(body)).toEqual(['AES-192', 'AES-256']);
    expect(inMethod('KeyPairGenerator g = KeyPairGenerator.getInstance("EC"); g.initialize(384);')).toEqual(['EC-secp384r1']);
  });

  it('finds the size of a key through the generator that made it', () => {
    const body =
      'KeyGenerator g = KeyGenerator.getInstance("AES"); g.init(256); Cipher c = Cipher.getInstance("AES/CBC/NoPadding"); c.init(1, g.generateKey());';
    expect(inMethod(body)).toEqual(['AES-256', 'AES-256-CBC']);
  });

  it('hands a constant through constructors that call each other', () => {
    const rest =
      'Object c; A() throws Exception { this("Camellia/CBC/NoPadding"); } A(String t) throws Exception { c = Cipher.getInstance(t); }';
    expect(inMethod('', rest)).toEqual(['Camellia-CBC', 'Camellia-CBC']);
  });

  it('reads the iterations and the length of a key that a password gives', () => {
    const text = `${IMPORTS}class A { void f() { SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(new PBEKeySpec(p, s, 600_000, 256)); } }`;
    const [found] = scanSource('A.java', text).filter(({ observed }) => observed.kind === 'algorithm');
    expect(found?.observed).toMatchObject({
      use: { algorithm: 'pbkdf2', parameters: { iterations: { value: 600_000 }, keyBits: { value: 256 } } },
    });
  });

  it('tells the suites and groups of TLS', () => {
    const text = `${IMPORTS}class A { void f(SSLParameters p) { p.setNamedGroups(new String[] {"X25519MLKEM768", "secp256r1"}); p.setCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"}); } }`;
    const protocols = scanSource('A.java', text).flatMap(({ observed }) => (observed.kind === 'protocol' ? [observed] : []));
    expect(protocols.map(({ groups }) => groups)).toEqual([['X25519MLKEM768', 'secp256r1'], []]);
    expect(protocols[1]?.suites.map(({ name }) => name)).toEqual(['TLS_AES_128_GCM_SHA256']);
  });

  it('reads on where the file does not compile', () => {
    expect(namesIn(`${IMPORTS}class A { void f( { Cipher.getInstance("DES"); \n } } } void g() { Mac.getInstance("HmacMD5"); }`)).toEqual([
      'DES-ECB',
      'HMAC-MD5',
    ]);
    expect(namesIn(`${IMPORTS}class A { String s = "open;\n Object o = Mac.getInstance("HmacMD5");`)).toEqual(['HMAC-MD5']);
  });

  it.each([
    ['a comment', '// Cipher.getInstance("DES");\n/* Mac.getInstance("HmacMD5"); */'],
    ['a string', 'log("Cipher.getInstance(\\"DES\\")"); log("""\nCipher.getInstance("DES")""");'],
    ['an annotation', '@Named("Cipher.getInstance") Object x;'],
    ['a label for a key', 'new SecretKeySpec(b, "PW");'],
    ['a reflection', 'Class.forName("javax.crypto.Cipher");'],
    ['a method reference', 'map(Cipher::getInstance);'],
  ])('finds nothing in %s', (_, body) => expect(inMethod(body)).toEqual([]));
});

describe('names of Java providers', () => {
  // Java Security Standard Algorithm Names, JDK 21; Bouncy Castle, "Specifications".
  it.each([
    ['AES/SIC/NoPadding', 'aes', { mode: 'ctr' }],
    ['RSA/None/PKCS1Padding', 'rsaes-pkcs1', { padding: 'pkcs1v15' }],
    ['PBEWITHSHA256AND256BITAES-CBC-BC', 'pbes1', {}],
    ['SHA256withECDSAinP1363Format', 'ecdsa', { digest: 'sha-256' }],
    ['ECDHC', 'ecdh', {}],
    ['SHA1PRNG', 'csprng', {}],
    ['AES_256/GCM/NoPadding', 'aes', { keyBits: 256, mode: 'gcm' }],
    ['DESMAC', 'cbc-mac', {}],
  ])('%s', (written, algorithm, parameters) => {
    const use = parseJavaName(written);
    expect(use?.algorithm).toBe(algorithm);
    for (const [name, value] of Object.entries(parameters)) expect(use?.parameters).toMatchObject({ [name]: { value } });
  });

  it.each(['PKCS12', 'X.509', 'JKS', 'GOST3411-2012-256', 'RIPEMD128', '', 'x'.repeat(1000)])('%s is none', (written) =>
    expect(parseJavaName(written)).toBeUndefined(),
  );
});

const PIECES = [
  ...[
    'Cipher.getInstance(',
    'new SecretKeySpec(',
    'class A {',
    'enum E { X("',
    'void f(String a) {',
    'return ',
    'switch (x) {',
    'case 1 -> ',
  ],
  ...[
    '"',
    '"""',
    "'",
    '/*',
    '*/',
    '//',
    '\n',
    '{',
    '}',
    '(',
    ')',
    '<',
    '>',
    '[',
    ']',
    '->',
    '::',
    '=',
    ';',
    ',',
    '.',
    '@',
    'new ',
    'this.',
  ],
  ...[
    'import javax.crypto.*;\n',
    'String s = ',
    's',
    '+',
    '? ',
    ': ',
    '\u2028',
    '\0',
    'yield ',
    '(byte) ',
    'String.format("%s',
    'f(',
    '\\',
  ],
];

describe('hostile Java', () => {
  survivesHostileText('A.java', { preamble: IMPORTS, pieces: PIECES });

  it('reads a line of a megabyte', () => {
    const text = `${IMPORTS}class A { void g() { ${'f(1, 2, 3); '.repeat(90_000)} Cipher.getInstance("DES"); } }`;
    expect(algorithmsIn('A.java', text)).toEqual(['6 called DES-ECB']);
  });

  it('reads UTF-16, a byte order mark, and bytes that are no text', () => {
    const text = `${IMPORTS}class A { Object o = Cipher.getInstance("DES"); }`;
    const wide = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((char) => [char.charCodeAt(0), 0])]);
    expect(scanBytes('A.java', wide).filter((item) => !isGap(item) && item.observed.kind === 'algorithm')).toHaveLength(1);
    expect(algorithmsIn('A.java', `\uFEFF${text}`)).toEqual(['6 called DES-ECB']);
    const broken = new TextEncoder().encode(text.replace('DES', 'D\u00e9S'));
    broken[broken.indexOf(0xc3)] = 0xff;
    expect(() => scanBytes('A.java', broken)).not.toThrow();
  });

  it.each([
    `class A { void f() {\n${'Cipher c = Cipher.getInstance(a); c.init(1, k);\n'.repeat(5_000)}} }`,
    `class A { Object w(String a) { return Cipher.getInstance(a); }\n${'Object v(String a) { w(a); return v(a); }\n'.repeat(4_000)}}`,
    `class A { ${'String a = b; String b = a;\n'.repeat(4_000)} Object o = Cipher.getInstance(a); }`,
    `class A { String f() { return f(); } Object o = Cipher.getInstance(f()); }`,
    `class A { Object o = ${'Cipher.getInstance('.repeat(5_000)}"DES"${')'.repeat(5_000)}; }`,
    `class A { Object o = x${'.init(1)'.repeat(20_000)}; }`,
    `class A { Object o = Cipher.getInstance("a")${'.init(1)'.repeat(20_000)}; }`,
    `class A { String s = ${'"a" + '.repeat(30_000)}"b"; Object o = Cipher.getInstance(s); }`,
    `${'class A { void f() { '.repeat(5_000)}Cipher.getInstance("DES");`,
    `class A { void f() { ${'KeyGenerator g = KeyGenerator.getInstance("AES"); g.init(128); '.repeat(4_000)} } }`,
    `enum E { ${'A("AES"), '.repeat(10_000)}; E(String n) { Cipher.getInstance(n); } }`,
    `class A { Object o = ${'a ? "x" : '.repeat(20_000)}Cipher.getInstance("DES"); }`,
    `class A { Object o = ${'f(x, '.repeat(10_000)}1${')'.repeat(10_000)}; Object p = Cipher.getInstance(o); }`,
    `class A { Object o = ${'a < b '.repeat(20_000)}; Object p = Cipher.getInstance(o); }`,
    `class A<${'T<'.repeat(20_000)} { }`,
    'import javax.crypto.*;\n'.repeat(20_000),
  ])('reads what repeats itself without end (%#)', (text) => {
    expect(() => scanBytes('A.java', new TextEncoder().encode(IMPORTS + text))).not.toThrow();
  });
});
