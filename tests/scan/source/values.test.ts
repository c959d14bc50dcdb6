import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { toReaching } from '../../../src/scan/source/reaching.ts';
import { changeText } from '../../../src/scan/source/texts.ts';
import { loadFor, seenIn } from './scan-source.ts';

beforeAll(() => loadFor('a.py', 'a.js', 'a.c', 'a.go', 'a.rs', 'A.java'));

describe('a name that is assigned more than once', () => {
  it.each([
    [
      'in Python, one after the other',
      'a.py',
      'import hashlib\nh = "sha1"\nhashlib.new(h)\nh = "sha512"\nhashlib.new(h)\n',
      ['3 SHA-1', '5 SHA-512'],
    ],
    [
      'in Python, in both branches',
      'a.py',
      'import hashlib\ndef f(x):\n    h = "md5"\n    if x:\n        h = "sha256"\n    else:\n        h = "sha512"\n    hashlib.new(h)\n',
      ['8 MD5', '8 SHA-256', '8 SHA-512'],
    ],
    ['in Python, from itself', 'a.py', 'import hashlib\nh = "SHA512"\nh = h.lower()\nhashlib.new(h)\n', ['4 SHA-512']],
    [
      'in JavaScript, in one branch',
      'a.js',
      "const c = require('crypto');\nlet h = 'sha1';\nc.createHash(h);\nif (x) {\n  h = 'sha384';\n}\nc.createHash(h);\n",
      ['3 SHA-1', '7 SHA-1', '7 SHA-384'],
    ],
    [
      'in JavaScript, without braces',
      'a.js',
      "const c = require('crypto');\nlet h = 'sha1';\nif (x)\n  h = 'sha384';\nc.createHash(h);\n",
      ['5 SHA-1', '5 SHA-384'],
    ],
    [
      'in Java, in a switch',
      'A.java',
      'import java.security.*;\nclass A { void f(int x) throws Exception {\nString s = "MD5";\nMessageDigest.getInstance(s);\nswitch (x) {\ncase 1: s = "SHA-1"; break;\ndefault: s = "SHA-256";\n}\nMessageDigest.getInstance(s);\ns = "SHA-512";\nMessageDigest.getInstance(s);\n} }\n',
      ['4 MD5', '9 MD5', '9 SHA-1', '9 SHA-256', '11 SHA-512'],
    ],
    [
      'in C, under conditions of the preprocessor',
      'a.c',
      '#include <openssl/evp.h>\nvoid f(void) {\n  const char *n = "sha1";\n  EVP_get_digestbyname(n);\n#ifdef NEW\n  n = "sha512";\n#else\n  n = "sha256";\n#endif\n  EVP_get_digestbyname(n);\n}\n',
      ['4 SHA-1', '10 SHA-1', '10 SHA-256', '10 SHA-512'],
    ],
  ])('%s', (_, path, text, wanted) => expect([...new Set(seenIn(path, text))].sort(byLine)).toEqual(wanted));

  it('ends on a name that is assigned and used without end', () => {
    const text = `import hashlib\n${'h = "md5"\nhashlib.new(h)\n'.repeat(2000)}`;
    expect(new Set(seenIn('a.py', text).map((line) => line.replace(/^\d+ /, '')))).toEqual(new Set(['MD5']));
    const far = `import hashlib\n${'h = "md5"\n'.repeat(11)}${'# "\n'.repeat(1500)}${'hashlib.new(h)\n'.repeat(1500)}`;
    expect(seenIn('a.py', far).length).toBe(1500);
  });

  it('keeps all where nothing can be told, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.array(fc.nat(200), { maxLength: 6 }), fc.nat(200), (text, places, at) => {
        const bindings = places.map((place) => ({ is: 'value' as const, at: place, read: () => ({ is: 'null' as const, at: place }) }));
        for (const style of ['braces', 'braces-and-lines', 'indentation'] as const) {
          const kept = toReaching(text, style)(bindings, at);
          expect(kept.length > 0 || bindings.length === 0).toBe(true);
          expect(kept.every((one) => bindings.some((other) => other === one))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('Java: texts and things that are filled', () => {
  const java = (body: string): readonly string[] =>
    seenIn(
      'A.java',
      `import java.util.*; import javax.crypto.*; import java.security.*;\nclass A { void f() throws Exception {\n${body}\n} }\n`,
    );

  it.each([
    ['characters', "char[] v = {'D','E','S'}; KeyGenerator.getInstance(String.valueOf(v));", ['3 DES']],
    [
      'a builder',
      'StringBuilder b = new StringBuilder("AES"); b.append("/CTR").append("/NoPadding"); Cipher.getInstance(b.toString());',
      ['3 AES-CTR'],
    ],
    ['a builder in one chain', 'Cipher.getInstance(new StringBuilder().append("RC").append(4).toString());', ['3 RC4']],
    ['a builder that is turned round', 'Cipher.getInstance(new StringBuilder("4CR").reverse().toString());', ['3 RC4']],
    ['what is replaced', 'Cipher.getInstance("AES_ECB".replace("_", "/") + "/NoPadding");', ['3 AES-ECB']],
    ['a part', 'MessageDigest.getInstance("xMD5".substring(1));', ['3 MD5']],
    ['a part between places', 'MessageDigest.getInstance("xMD5x".substring(1, 4));', ['3 MD5']],
    ['what is split', 'MessageDigest.getInstance("SHA-1,MD5".split(",")[1]);', ['3 MD5']],
    [
      'a map',
      'Map<String, String> m = new HashMap<>(); m.put("old", "MD5"); m.put("new", "SHA-512"); MessageDigest.getInstance(m.get("new"));',
      ['3 SHA-512'],
    ],
    ['a list', 'List<String> l = new ArrayList<>(); l.add("MD5"); l.add("SHA-384"); MessageDigest.getInstance(l.get(1));', ['3 SHA-384']],
    [
      'properties',
      'Properties p = new Properties(); p.setProperty("h", "SHA-224"); MessageDigest.getInstance(p.getProperty("h"));',
      ['3 SHA-224'],
    ],
    ['what nobody knows', 'StringBuilder b = new StringBuilder(); b.append(x); MessageDigest.getInstance(b.toString());', ['3 Hash']],
  ])('%s', (_, body, wanted) => expect(java(body)).toEqual(wanted));

  it('changes texts as the methods of strings do', () => {
    expect(changeText('replaceAll', 'a.b.c', ['\\.', '-'])).toBe('a-b-c');
    expect(changeText('replaceAll', 'abc', ['[a-b]', 'x'])).toBeUndefined();
    expect(changeText('replace', '$&', ['$', '$$'])).toBe('$$&');
    expect(changeText('substring', 'abc', ['x'])).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.array(fc.string(), { maxLength: 3 }), (name, text, args) => {
        changeText(name, text, args);
        for (const known of ['replace', 'replaceAll', 'replaceFirst', 'split', 'substring', 'reverse']) changeText(known, text, args);
      }),
      { numRuns: 200 },
    );
  });
});

describe('Python: what a table holds is called', () => {
  it('takes the curve from a table of classes', () => {
    const text =
      'from cryptography.hazmat.primitives.asymmetric import ec\nT = {"a": ec.SECP256R1, "b": ec.SECP384R1}\ndef f(n):\n    return ec.generate_private_key(T[n]())\n';
    expect(seenIn('a.py', text)).toEqual(['4 EC-secp256r1', '4 EC-secp384r1']);
  });

  it('takes cipher and mode from a table of tables', () => {
    const text =
      'from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes\nT = {"x": {"c": algorithms.AES, "m": modes.CTR}}\ndef f(n, k, i):\n    return Cipher(T[n]["c"](k), T[n]["m"](i))\n';
    expect(seenIn('a.py', text)).toContain('4 AES-CTR');
  });
});

describe('PKCS #11 by the names of its mechanisms', () => {
  it('reads variants of cryptoki and constants of any crate that binds the header', () => {
    const text = [
      'use cryptoki::mechanism::Mechanism;',
      'fn g(s: &Session) {',
      '  s.generate_key_pair(&Mechanism::EccKeyPairGen, &[], &[]);',
      '  s.sign(&Mechanism::Sha256RsaPkcs, k, d);',
      '  s.encrypt(&Mechanism::AesGcm(params), k, d);',
      '  s.digest(&Mechanism::Sha1, d);',
      '  let t = pkcs11_sys::CKM_ECDSA_SHA384;',
      '}',
    ].join('\n');
    expect(seenIn('a.rs', text)).toEqual(['3 EC', '4 RSA-PKCS1-1.5-SHA-256', '5 AES-GCM', '6 SHA-1', '7 ECDSA-SHA-384']);
  });

  it('reads the constants of Java’s wrappers', () => {
    const text = 'import iaik.pkcs.pkcs11.wrapper.PKCS11Constants;\nclass P { long m = PKCS11Constants.CKM_AES_CBC_PAD; }\n';
    expect(seenIn('P.java', text)).toEqual(['2 AES-CBC']);
  });
});

describe('names that say a curve', () => {
  it('reads it beside what is done', () => {
    expect(seenIn('a.c', 'int f(void) { return cc310_ecdsa_verify_secp256r1(ctx, key, hash); }\n')).toEqual(['1 ECDSA-secp256r1']);
    expect(seenIn('a.c', 'int f(void) { return show_secp256r1(ctx, ecdsa); }\n')).toEqual([]);
  });
});

describe('liboqs-go and go.step.sm/crypto', () => {
  it('reads what Init is told, and kty with its curve or size', () => {
    const text = [
      'package a',
      'import (',
      '\t"github.com/open-quantum-safe/liboqs-go/oqs"',
      '\t"go.step.sm/crypto/jose"',
      '\t"go.step.sm/crypto/keyutil"',
      ')',
      'func f() {',
      '\tclient := oqs.KeyEncapsulation{}',
      '\tclient.Init("ML-KEM-768", nil)',
      '\tkeyutil.GenerateKey("RSA", "", 3072)',
      '\tjose.GenerateJWK("EC", "P-256", "ES256", "sig", "", 0)',
      '}',
    ].join('\n');
    expect(seenIn('a.go', text)).toEqual(['9 ML-KEM-768', '10 RSA-3072', '11 ECDSA-secp256r1-SHA-256']);
  });
});

function byLine(one: string, other: string): number {
  const [a, b] = [Number.parseInt(one, 10), Number.parseInt(other, 10)];
  return a === b ? (one < other ? -1 : 1) : a - b;
}
