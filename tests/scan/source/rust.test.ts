import { beforeAll, describe, expect, it } from 'vitest';
import { nameOf } from '../../../src/knowledge/algorithms.ts';
import { algorithmsIn, expectFloors, loadFor, scanBytes, scanSource, survivesHostileText } from './read-source.ts';

const names = (text: string): readonly string[] => algorithmsIn('a.rs', text).map((line) => line.replace(/^\d+ \w+ /, ''));
const inFunction = (body: string, ...uses: readonly string[]): string =>
  `${uses.map((path) => `use ${path};`).join('\n')}\nfn f(k: &[u8], d: &[u8]) {\n${body}\n}\n`;

beforeAll(() => loadFor('a.rs'));

describe('Rust', () => {
  it('reads the annotated fixtures with recall and precision of 0.95 and more', () => expectFloors('rust'));

  it('follows uses: nested, renamed, of everything, by whole paths', () => {
    expect(names(inFunction('H::digest(d);', 'sha2::{Digest, Sha256 as H}'))).toEqual(['SHA-256']);
    expect(names(inFunction('s::Sha384::digest(d);', 'sha2 as s'))).toEqual(['SHA-384']);
    expect(names(inFunction('digest(&SHA512, d);', 'ring::digest::*'))).toEqual(['SHA-512']);
    expect(names('extern crate ring as r;\nfn f(d: &[u8]) { r::digest::digest(&r::digest::SHA256, d); }')).toEqual(['SHA-256']);
    expect(names(inFunction('sha1::Sha1::new();'))).toEqual(['SHA-1']);
  });

  it('knows what one crate brings on from another', () => {
    expect(names(inFunction('ecb::Encryptor::<Aes128>::new(k.into());', 'aes_gcm::aes::Aes128'))).toEqual(['AES-128-ECB']);
    expect(names(inFunction('Sha512::digest(d);', 'rsa::sha2::{Digest, Sha512}'))).toEqual(['SHA-512']);
    const text = inFunction('ClientConfig::builder();', 'tokio_rustls::rustls::ClientConfig');
    expect(scanSource('a.rs', text).some(({ observed }) => observed.kind === 'protocol' && observed.protocol === 'tls')).toBe(true);
  });

  it('reads types with arguments: in turbofish, in aliases, in qualified paths', () => {
    expect(names(inFunction('Hmac::<Sha256>::new_from_slice(k);', 'hmac::Hmac', 'sha2::Sha256'))).toEqual(['HMAC-SHA-256']);
    expect(names(`type M = hmac::Hmac<sha2::Sha384>;\n${inFunction('M::new_from_slice(k);')}`)).toEqual(['HMAC-SHA-384']);
    expect(names(inFunction('<hmac::Hmac<sha1::Sha1> as Mac>::new_from_slice(k);'))).toEqual(['HMAC-SHA-1']);
    expect(names(inFunction('Oaep::<Sha256>::new(); k.encrypt(r, Oaep::new::<Sha256>(), d);', 'rsa::Oaep', 'sha2::Sha256'))).toEqual([]);
  });

  it('reads the length of keys from types and arrays', () => {
    const text = 'const K: [u8; 16] = *b"0123456789abcdef";\nfn f(iv: &[u8; 16]) { embassy_stm32::aes::AesCbc::new(&K, iv); }';
    expect(names(text)).toEqual(['AES-128-CBC']);
    expect(names(inFunction('let key = vec![0u8; 32];\nopenssl::symm::encrypt(c, &key, None, d);'))).toEqual(['openssl::symm::encrypt']);
  });

  it('follows constants, both sides of a choice, and own functions that are called with one', () => {
    expect(names('const N: usize = 3 * 1024;\nfn f() { rsa::RsaPrivateKey::new(&mut r, N); }')).toEqual(['RSA-3072']);
    const text = 'fn g(n: u32) { openssl::rsa::Rsa::generate(n); }\nfn f() { g(1024); }';
    expect(names(text)).toEqual(['RSA-1024', 'RSA-1024']);
    expect(names('fn a() -> u32 { 4096 }\nfn f() { openssl::rsa::Rsa::generate(a()); }')).toEqual(['RSA-4096']);
  });

  it('reads the last value that a name was given', () => {
    const text = 'let c = Cipher::des_cbc();\nlet c = Cipher::aes_256_gcm();\nencrypt(c, k, None, d);';
    expect(names(inFunction(text, 'openssl::symm::{encrypt, Cipher}'))).toEqual(['DES-CBC', 'AES-256-GCM', 'AES-256-GCM']);
  });

  it('knows methods by the types of parameters, fields and results', () => {
    expect(names('use ed25519_dalek::SigningKey;\nfn f(k: &SigningKey) { k.sign(m); }')).toEqual(['Ed25519']);
    expect(names('struct S { k: Option<p256::ecdsa::SigningKey> }\nimpl S { fn f(&self) { self.k.as_ref().unwrap().sign(m); } }')).toEqual([
      'ECDSA-secp256r1',
    ]);
    expect(names('fn k() -> Result<k256::ecdsa::SigningKey, E> { todo() }\nfn f() { k()?.sign(m); }')).toEqual(['ECDSA-secp256k1']);
  });

  it('reads what stands in macros as it reads calls', () => {
    expect(names(inFunction('assert_eq!(Md5::digest(d), x);', 'md5::{Digest, Md5}'))).toEqual(['MD5']);
    expect(names('lazy_static! { static ref K: Key = Key::new(HMAC_SHA256, b""); }\nuse ring::hmac::{Key, HMAC_SHA256};')).toEqual([
      'HMAC-SHA-256',
    ]);
  });

  it('knows tests from what they test, and under which feature code is built', () => {
    const text =
      'fn f(d: &[u8]) { sha1::Sha1::digest(d); }\n#[cfg(feature = "old")]\nfn g(d: &[u8]) { md5::compute(d); }\n#[cfg(test)]\nmod tests { fn t() { sha2::Sha256::digest(b""); } }\n';
    const seen = scanSource('a.rs', text).flatMap(({ origin, observed }) =>
      observed.kind === 'algorithm' ? [[nameOf(observed.use), origin, observed.condition]] : [],
    );
    expect(seen).toEqual([
      ['SHA-1', 'first-party', undefined],
      ['MD5', 'first-party', 'feature = "old"'],
      ['SHA-256', 'test', undefined],
    ]);
  });

  it('takes a Noise protocol apart', () => {
    expect(names(inFunction('snow::Builder::new("Noise_IK_448_AESGCM_SHA512".parse().unwrap());'))).toEqual([
      'X448',
      'AES-256-GCM',
      'SHA-512',
    ]);
  });

  it.each([
    ['a module of the file', 'mod sha2 { pub struct Sha256; }\nuse self::sha2::Sha256;\nfn f() { Sha256::digest(b""); }'],
    ['a type of the file', inFunction('Aes128::new(k);', 'crate::soft::Aes128')],
    ['comments and strings', inFunction('// Sha1::new()\n/* Md5::new() */ let s = "Sha1::new()"; let r = r#"Sha1::new()"#;', 'sha1::Sha1')],
    ['types alone', 'use aes::Aes128;\nstruct S { c: Aes128 }\nfn f(c: &Aes128) -> Option<Aes128> { None }'],
    ['a size', inFunction('Sha256::output_size();', 'sha2::Sha256')],
    ['a use', 'pub use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, SHA256};'],
  ])('finds nothing in %s', (_, text) => expect(names(text)).toEqual([]));
});

describe('hostile Rust', () => {
  survivesHostileText('a.rs', {
    preamble: 'use sha2::{Digest, Sha256};\nuse ring::digest::*;\n',
    pieces: [
      ...[
        'Sha256::digest(',
        'digest(&SHA256, ',
        'Hmac::<',
        '>',
        '>::new(',
        'type A = ',
        ';',
        'let x = ',
        'let (a, b) = ',
        '{',
        '}',
        ')',
        '?',
        '.unwrap()',
      ],
      ...[
        'use a::{b, ',
        'use x::*;',
        'impl S {',
        'fn f(k: &Sha256',
        'struct S { k: ',
        '#[cfg(test)]\n',
        'mod t {',
        'r#"',
        '"#',
        '"',
        "'",
        "'a ",
        '/*',
        '//',
      ],
      ...['\n', 'macro!(', 'lazy_static! {', 'static ref X: T = ', 'match x {', ' => ', '\u2028', '\0', '&', '::', 'b"', 'self.x = '],
    ],
  });

  it.each([
    `use sha2::Sha256;\nfn f() {\n${'Sha256::digest(Sha256::digest(b));\n'.repeat(4_000)}}`,
    `fn w(n: u32) { openssl::rsa::Rsa::generate(n); }\n${'fn v(n: u32) { w(n); v(n); }\n'.repeat(3_000)}`,
    `type A = B;\ntype B = A;\nfn f() { A::new(); hmac::Hmac::<A>::new(k); }`,
    `use sha2::Sha256;\n${'type T = hmac::Hmac<T>;\n'.repeat(3_000)}fn f() { T::new(k); }`,
    `fn f() -> u32 { f() }\nfn g() { openssl::rsa::Rsa::generate(f()); }`,
    `use sha2::{${'a::{'.repeat(3_000)}${'}'.repeat(3_000)}};\nfn f() { sha2::Sha256::new(); }`,
    `use sha2::Sha256;\n${'/*'.repeat(50_000)}`,
    `use sha2::Sha256;\n${'a::B'.repeat(50_000)}`,
    `use sha2::Sha256;\n${'r#"'.repeat(5_000)}`,
    `use sha2::Sha256;\nfn f() { sha2::Sha256::new(hmac::Hmac::${'<A'.repeat(5_000)}${'>'.repeat(5_000)}::new()); }`,
    `use sha2::Sha256;\n${'#[cfg(test)]\n'.repeat(5_000)}fn f() { Sha256::new(); }`,
  ])('reads what repeats itself without end (%#)', (text) => {
    expect(() => scanBytes('a.rs', new TextEncoder().encode(text))).not.toThrow();
  });
});
