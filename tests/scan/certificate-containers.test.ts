import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPem } from '../../src/formats/pem.ts';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import { certificateScanner } from '../../src/scan/certificate.ts';
import facts from '../fixtures/pki/facts.json' with { type: 'json' };
import { ask, only, readFixture, toScanFile } from './scan-file.ts';

const FACTS: Readonly<Record<string, { readonly spkiSha256?: string; readonly sha256?: string }>> = facts;
const spkiOf = (name: string): string => FACTS[name]?.spkiSha256 ?? `no facts of ${name}`;
const certificateOf = (name: string): string => FACTS[name]?.sha256 ?? `no facts of ${name}`;

const scan = (name: string) => ask(certificateScanner, toScanFile(name, readFixture('pki', name)));
const scanText = (path: string, text: string) => ask(certificateScanner, toScanFile(path, text));
const textOf = (name: string): string => new TextDecoder().decode(readFixture('pki', name));
const derOf = (name: string): Uint8Array => readPem(readFixture('pki', name)).blocks[0]?.body ?? new Uint8Array();
const keysIn = ({ evidence }: ReturnType<typeof scan>): string[] =>
  only(evidence, 'key').map(({ material, container, encrypted, key }) =>
    [material, container, encrypted ? 'encrypted' : '', nameOf(key.algorithm), key.sizeBits ?? '', key.spkiSha256 ?? '']
      .filter((word) => word !== '')
      .join(' '),
  );

describe('PKCS #12 with open bags', () => {
  it('gives the certificate and the key that nothing encrypts', () => {
    const said = scan('test-only-open.p12');
    expect(only(said.evidence, 'certificate').map(({ sha256 }) => sha256)).toEqual([certificateOf('device.crt')]);
    expect(keysIn(said)).toEqual([`private-key PKCS#8 EC-secp256r1 256 ${spkiOf('prime256v1.pub.pem')}`]);
    expect(said.gaps).toEqual([]);
  });

  it('gives the certificates beside an encrypted key, and says what stays hidden', () => {
    const said = scan('certificates-open.p12');
    expect(only(said.evidence, 'certificate').map(({ sha256 }) => sha256)).toEqual([
      certificateOf('device.crt'),
      certificateOf('root-rsa2048.crt'),
    ]);
    expect(said.gaps).toMatchObject([
      { reason: 'encrypted', detail: 'PKCS#12: 1 part behind the password: which certificates and keys are in it is not known' },
    ]);
  });

  it('gives the certificates of a trust store without a password', () => {
    const said = scan('trust.p12');
    expect(only(said.evidence, 'certificate').map(({ sha256 }) => sha256)).toEqual([certificateOf('root-rsa2048.crt')]);
    expect(said.gaps).toEqual([]);
  });
});

describe('OpenPGP', () => {
  // name, number of the algorithm, bits, SHA-256 of the SubjectPublicKeyInfo: GnuPG and OpenSSL.
  const PGP = readFileSync(new URL('../fixtures/pki/openpgp-facts.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const NAMES: Readonly<Record<string, string>> = { '1': 'RSA-2048', '19': 'ECDSA-secp256r1', '22': 'Ed25519' };

  it.each(PGP)('openpgp-%s.asc is the key that GnuPG shows', (name, number = '', bits, spki) => {
    const [key] = keysIn(scan(`openpgp-${name}.asc`));
    expect(key).toBe(`public-key OpenPGP v4 ${NAMES[number]} ${number === '22' ? 256 : bits} ${spki}`);
  });

  it('has subkeys, and the way in which its parts are signed', () => {
    const said = scan('openpgp-ed.asc');
    expect(keysIn(said)[1]).toMatch(/^public-key OpenPGP v4 X25519 256 [0-9a-f]{64}$/);
    expect(only(said.evidence, 'algorithm').map(({ use }) => nameOf(use))).toEqual(['Ed25519']);
    expect(only(scan('openpgp-rsa.asc').evidence, 'algorithm').map(({ use }) => nameOf(use))).toEqual(['RSA-PKCS1-1.5-SHA-512']);
  });

  it('is read from a keyring of octets too', () => {
    expect(keysIn(scan('openpgp-rsa.gpg'))).toEqual(keysIn(scan('openpgp-rsa.asc')));
  });

  it('has secret keys, by the fingerprint of their public half, and says which are behind a passphrase', () => {
    const spki = PGP.find(([name]) => name === 'rsa')?.[3];
    expect(keysIn(scan('test-only-openpgp-rsa.asc'))).toEqual([`private-key OpenPGP v4 RSA-2048 2048 ${spki}`]);
    const locked = scan('test-only-openpgp-locked.asc');
    expect(keysIn(locked)[0]).toMatch(/^private-key OpenPGP v4 encrypted Ed25519 256 [0-9a-f]{64}$/);
    expect(locked.gaps).toMatchObject([{ reason: 'encrypted' }]);
  });

  it('has detached signatures, in files of any name', () => {
    const { evidence } = scanText('firmware.bin.asc', textOf('openpgp-signature.asc'));
    expect(only(evidence, 'algorithm').map(({ use }) => nameOf(use))).toEqual(['RSA-PKCS1-1.5-SHA-512']);
    expect(scanText('notes.asc', '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nfirmware\n').gaps).toEqual([]);
  });

  it('has post-quantum keys by their numbers', () => {
    // draft-ietf-openpgp-pqc: version 6, a time, the number, the length of the key, the key.
    const packet = (number: number) => Uint8Array.of(0xc6, 12, 6, 0, 0, 0, 0, number, 0, 0, 0, 2, 1, 2);
    const names = [30, 31, 32, 35, 36].map((number) =>
      nameOf(
        only(ask(certificateScanner, toScanFile('a.gpg', packet(number))).evidence, 'key')[0]?.key.algorithm ?? {
          algorithm: 'unrecognised',
          written: '',
          parameters: {},
          functions: [],
          parts: [],
        },
      ),
    );
    expect(names).toEqual([
      'Composite-ML-DSA-65-Ed25519',
      'Composite-ML-DSA-87-Ed448',
      'SLH-DSA-SHAKE-128s',
      'Composite-KEM-ML-KEM-768-X25519',
      'Composite-KEM-ML-KEM-1024-X448',
    ]);
  });
});

describe('JSON Web Keys', () => {
  it('have the fingerprints that OpenSSL makes of the same keys', () => {
    const names = ['rsa2048', 'prime256v1', 'secp384r1', 'secp521r1', 'ed25519', 'ml-dsa-65', 'ml-kem-768'];
    expect(only(scan('jwks.json').evidence, 'key').map(({ key }) => key.spkiSha256)).toEqual(
      names.map((name) => spkiOf(`${name}.pub.pem`)),
    );
  });

  it('stand on the line of their type, in any JSON', () => {
    const text = `{\n "ключ": {\n  "jwk": ${JSON.stringify(JSON.parse(textOf('jwks.json')).keys[4]).replace('"crv"', '\n   "crv"')}\n }\n}\n`;
    const { evidence } = scanText('settings.json', text);
    const line = text.slice(0, text.indexOf('"kty"')).split('\n').length;
    expect(evidence).toMatchObject([
      { location: { at: 'text', line }, observed: { kind: 'key', container: 'JWK', key: { spkiSha256: spkiOf('ed25519.pub.pem') } } },
    ]);
  });

  it('are private by their members, and secret by their type', () => {
    expect(keysIn(scan('test-only-private.jwk'))).toEqual([`private-key JWK EC-secp256r1 256 ${spkiOf('prime256v1.pub.pem')}`]);
    expect(keysIn(scan('test-only-secret.jwk'))).toEqual(['secret-key JWK HMAC-SHA-256 256']);
  });

  it.each([
    ['{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}', ['malformed: JWK: expected the members of a public key of type EC P-256']],
    ['{"kty":"RSA","n":"","e":"AQAB"}', ['malformed: JWK: expected the members of a public key of type RSA']],
    ['{"kty":"nonsense"}', []],
    ['{"kty": "oct"', []],
  ])('%s is no key', (text, gaps) => {
    const said = scanText('settings.json', text);
    expect(said.evidence).toEqual([]);
    expect(said.gaps.map((gap) => `${gap.reason}: ${gap.detail}`)).toEqual(gaps);
  });
});

describe('COSE keys', () => {
  it('have the fingerprints that OpenSSL makes of the same keys', () => {
    const names = ['prime256v1', 'ed25519', 'rsa2048', 'ml-dsa-65'];
    expect(only(scan('keys.cose').evidence, 'key').map(({ key }) => key.spkiSha256)).toEqual(
      names.map((name) => spkiOf(`${name}.pub.pem`)),
    );
    expect(keysIn(scan('prime256v1.cose'))).toEqual([`public-key COSE_Key EC-secp256r1 256 ${spkiOf('prime256v1.pub.pem')}`]);
    expect(keysIn(scan('test-only-prime256v1.cose'))).toEqual([`private-key COSE_Key EC-secp256r1 256 ${spkiOf('prime256v1.pub.pem')}`]);
  });

  it('take the whole file, or are none', () => {
    const bytes = readFixture('pki', 'prime256v1.cose');
    for (const cut of [bytes.slice(0, -1), Uint8Array.of(...bytes, 0), Uint8Array.of(0xa0)]) {
      expect(ask(certificateScanner, toScanFile('a.cose', cut))).toMatchObject({ evidence: [], gaps: [{ reason: 'unsupported' }] });
    }
  });
});

const hexArray = (bytes: Uint8Array, separator = ', '): string =>
  Array.from(bytes, (byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(separator);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('arrays, escapes and base64', () => {
  const DER = readFixture('pki', 'device.der');
  const KEY = derOf('test-only-prime256v1.key');
  const FOUND = [{ observed: { kind: 'certificate', sha256: certificateOf('device.der'), format: 'der' } }];

  it('gives the certificate of a C array as xxd writes it, on the line of its first octet', () => {
    const { evidence } = scanText('src/certs.c', `#include "x.h"\n${textOf('device_der.h')}`);
    expect(evidence).toMatchObject([{ ...FOUND[0], location: { at: 'text', line: 3, column: 3 } }]);
  });

  it.each([
    ['a.c', `static const uint8_t cert[] = {\n\t${hexArray(DER, ',\n\t/* x */ ')}\n};`],
    ['a.rs', `const CERT: [u8; 5] = [${hexArray(DER, ',').toUpperCase().replaceAll('0X', '0x')}];`],
    ['a.go', `var cert = []byte{${hexArray(DER)},}`],
    [
      'a.c',
      `char cert[] = "${Array.from(DER, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
        .join('')
        .replace(/(.{64})/g, '$1"\n  "')}";`,
    ],
    ['a.py', `CERT = b'${Array.from(DER, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}'`],
    ['a.json', JSON.stringify({ x5c: [base64(DER)] })],
    ['a.yaml', `ca: ${base64(DER)}\n`],
    ['nvs.csv', `key,type,encoding,value\ncerts,namespace,,\nca,data,base64,${base64(DER)}\n`],
    ['a.c', `const unsigned char pem[] = { ${hexArray(readFixture('pki', 'device.crt'))}, 0x00 };`],
    ['secret.yaml', `kind: Secret\ndata:\n  tls.crt: ${base64(readFixture('pki', 'device.crt'))}\n`],
  ])('gives the certificate in %s', (path, text) => {
    expect(only(scanText(path, text).evidence, 'certificate').map(({ sha256 }) => sha256)).toEqual([certificateOf('device.der')]);
  });

  it('gives keys by their fingerprint, size and place', () => {
    for (const text of [`{ ${hexArray(KEY)} }`, `"${base64(KEY)}"`, `key: ${base64(readFixture('pki', 'test-only-prime256v1.key'))}`]) {
      expect(keysIn(scanText('a.txt', text))).toEqual([`private-key PKCS#8 EC-secp256r1 256 ${spkiOf('prime256v1.pub.pem')}`]);
    }
    expect(keysIn(scanText('a.h', `{ ${hexArray(derOf('ed25519.pub.pem'))} }`))).toEqual([
      `public-key SPKI Ed25519 256 ${spkiOf('ed25519.pub.pem')}`,
    ]);
  });

  it.each([
    ['half of a certificate', `{ ${hexArray(DER.slice(0, 200))} }`],
    ['a certificate with something behind it', `{ ${hexArray(DER)}, 0x01 }`],
    ['the middle of an array', `{ 0x01, ${hexArray(DER)} }`],
    [
      'an ECDSA signature',
      `{ ${hexArray(Uint8Array.of(0x30, 0x44, 0x02, 0x20, ...new Uint8Array(32).fill(0x11), 0x02, 0x20, ...new Uint8Array(32).fill(0x22)))} }`,
    ],
    [
      'a DigestInfo',
      `{ ${hexArray(Uint8Array.of(0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0, 4, 0x20, ...new Uint8Array(32).fill(7)))} }`,
    ],
    ['zeros', `{ ${hexArray(new Uint8Array(500))} }`],
    ['base64 of something else', base64(Uint8Array.of(0x30, 0x82, ...new Uint8Array(200).fill(9)))],
    ['part of a longer word', `x${base64(DER)}`],
  ])('is silent on %s', (_what, text) => {
    expect(scanText('a.c', text)).toEqual({ evidence: [], gaps: [] });
  });

  it('tells a PEM block once, on however few lines it stands', () => {
    const line = textOf('device.crt').replaceAll('\n', '\\n');
    expect(only(scanText('a.json', `{"ca": "${line}"}`).evidence, 'certificate')).toHaveLength(1);
  });
});

describe('hostile containers', () => {
  it.each([
    '0x30, 0x82, ',
    '0x30,',
    '\\x30\\x82',
    'MII',
    `${'MIIB'.repeat(20)} `,
    '0x2d, 0x2d, ',
    '{"kty":',
    '[',
    '-----BEGIN PGP PUBLIC KEY BLOCK-----\n',
    'LS0tLS1CRUdJTi',
  ])('%j ten thousand times is read in one pass', (piece) => {
    for (const name of ['a.c', 'a.json', 'a.jwk', 'a.gpg', 'a.cose', 'a.pem']) scanText(name, piece.repeat(10_000));
  });

  it('never throw, whatever octets they have become', () => {
    const names = [
      'test-only-open.p12',
      'certificates-open.p12',
      'openpgp-ed.asc',
      'openpgp-rsa.gpg',
      'test-only-openpgp-rsa.asc',
      'jwks.json',
      'keys.cose',
      'device_der.h',
    ];
    const files = new Map(names.map((name) => [name, readFixture('pki', name)]));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { maxLength: 6 }),
        fc.nat(4000),
        (name, changes, cut) => {
          const bytes = (files.get(name) ?? new Uint8Array()).slice();
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          for (const one of [bytes, bytes.slice(0, cut), bytes.slice(cut)]) ask(certificateScanner, toScanFile(name, one));
        },
      ),
      { numRuns: 300 },
    );
  });
});
