import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import { certificateScanner } from '../../src/scan/certificate.ts';
import facts from '../fixtures/pki/facts.json' with { type: 'json' };
import { ask, only, readFixture, toScanFile } from './scan-file.ts';

interface Fact {
  readonly sha256?: string;
  readonly serial?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly ca?: boolean;
  readonly spkiSha256: string;
  readonly details?: { readonly modulusLength?: number };
}

const FACTS = Object.entries(facts as Readonly<Record<string, Fact>>);
const CERTIFICATES = FACTS.filter(([, fact]) => fact.sha256 !== undefined);
const KEYS = FACTS.filter(([, fact]) => fact.sha256 === undefined);
/** private keys whose public half would need key generation or is not computed: FIPS 204 keys, DSA */
const NO_FINGERPRINT = /^test-only-(?:ml-dsa-44|dsa1024)\.key$/;

const scan = (name: string) => ask(certificateScanner, toScanFile(name, readFixture('pki', name)));
const scanText = (path: string, text: string) => ask(certificateScanner, toScanFile(path, text));
const pem = (name: string): string => new TextDecoder().decode(readFixture('pki', name));
const without = (text: string): string[] => text.trim().split('\n');

describe('certificates', () => {
  it.each(CERTIFICATES)('%s is what OpenSSL says', (name, fact) => {
    const [certificate] = only(scan(name).evidence, 'certificate');
    expect(certificate).toMatchObject({
      sha256: fact.sha256,
      serialNumber: fact.serial,
      notBefore: fact.notBefore?.replace('.000Z', 'Z'),
      notAfter: fact.notAfter?.replace('.000Z', 'Z'),
      isCa: fact.ca,
      publicKey: { spkiSha256: fact.spkiSha256 },
    });
    if (fact.details?.modulusLength !== undefined) expect(certificate?.publicKey.sizeBits).toBe(fact.details.modulusLength);
  });

  it.each([
    ['root-rsa2048.crt', 'RSA-PKCS1-1.5-SHA-256-2048', 'RSA-2048'],
    ['rsa2048-sha1.crt', 'RSA-PKCS1-1.5-SHA-1-2048', 'RSA-2048'],
    ['rsa2048-pss-sha384.crt', 'RSA-PSS-SHA-384-2048', 'RSA-2048'],
    ['secp384r1.crt', 'ECDSA-secp384r1-SHA-384', 'EC-secp384r1'],
    ['brainpoolP256r1.crt', 'ECDSA-brainpoolP256r1-SHA-256', 'EC-brainpoolP256r1'],
    ['ed25519.crt', 'Ed25519', 'Ed25519'],
    ['ml-dsa-65.crt', 'ML-DSA-65', 'ML-DSA-65'],
    ['ml-kem-768.crt', 'ML-DSA-65', 'ML-KEM-768'],
    ['slh-dsa-sha2-128s.crt', 'SLH-DSA-SHA2-128s', 'SLH-DSA-SHA2-128s'],
  ])('%s is signed with %s and carries a key for %s', (name, signature, key) => {
    const [certificate] = only(scan(name).evidence, 'certificate');
    expect(certificate && [nameOf(certificate.signature), nameOf(certificate.publicKey.algorithm)]).toEqual([signature, key]);
  });

  it('decodes the parameters of RSASSA-PSS: hash, mask, salt', () => {
    const [certificate] = only(scan('rsa2048-pss-sha384.crt').evidence, 'certificate');
    expect(certificate?.signature).toMatchObject({
      written: 'id-RSASSA-PSS (SHA-384, MGF1 SHA-384, salt 48 bytes)',
      parameters: { digest: { value: 'sha-384', from: 'written' } },
    });
  });

  it('writes names as RFC 4514 does', () => {
    // openssl x509 -nameopt RFC2253
    expect(only(scan('root-rsa2048.crt').evidence, 'certificate')[0]).toMatchObject({
      subject: 'CN=Example Root\\, \\"test\\",O=Example GmbH,C=DE',
      selfSigned: true,
    });
  });

  it('leaves the size of a foreign signer’s key open, and says that of its own', () => {
    const [leaf, root] = only(scan('chain.pem').evidence, 'certificate');
    expect(leaf?.signature.parameters.keyBits).toBeUndefined();
    expect(root?.signature.parameters.keyBits).toEqual({ value: 2048, from: 'resolved' });
    expect(leaf?.authorityKeyId).toBe(root?.subjectKeyId);
    expect(leaf?.selfSigned).toBe(false);
  });

  it.each(['chain.pem', 'chain.p7b', 'chain.der.p7b'])('finds both certificates of %s', (name) => {
    expect(only(scan(name).evidence, 'certificate').map(({ serialNumber }) => serialNumber)).toEqual(['1234', 'a1b2c3']);
  });

  it('says line, column and byte of each block, and the command that shows the first', () => {
    const { evidence } = scan('chain.pem');
    const second = pem('chain.pem').lastIndexOf('-----BEGIN');
    const line = pem('chain.pem').slice(0, second).split('\n').length;
    expect(evidence.map(({ location }) => location)).toEqual([
      { at: 'text', path: 'chain.pem', line: 1, column: 1, offset: 0 },
      { at: 'text', path: 'chain.pem', line, column: 1, offset: second },
    ]);
    expect(evidence.map(({ command }) => command)).toEqual(['openssl x509 -in chain.pem -noout -text', undefined]);
  });

  it('copies the origin of the file, and hints at the role by plain names', () => {
    const hint = (path: string) => ask(certificateScanner, toScanFile(path, readFixture('pki', 'device.crt'), 'test')).evidence[0];
    expect(hint('tests/device.crt')).toMatchObject({
      origin: 'test',
      roleHint: 'device-identity',
      state: 'present',
      confidence: 'certain',
    });
    expect(hint('bootloader/mcuboot/root-ec-p256.pem')?.roleHint).toBe('boot');
    expect(hint('keys/ota_update.pem')?.roleHint).toBe('update');
    expect(hint('ota_example/server_certs/ca_cert.pem')?.roleHint).toBe('transport');
    expect(hint('ota_example/server_certs/prvtkey.pem')?.roleHint).toBeUndefined();
    expect(hint('server/ota_signing.pem')?.roleHint).toBe('update');
    expect(hint('certs/AmazonRootCA1.pem')?.roleHint).toBe('transport');
    expect(hint('certs/xyz.pem')?.roleHint).toBeUndefined();
    expect(hint('certs/vacation.pem')?.roleHint).toBeUndefined(); // holds "ca"
  });
});

describe('keys', () => {
  it.each(KEYS)('%s has the fingerprint that OpenSSL makes of its public half', (name, fact) => {
    const [key] = only(scan(name).evidence, 'key');
    expect(key?.key.spkiSha256).toBe(NO_FINGERPRINT.test(name) ? undefined : fact.spkiSha256);
    if (fact.details?.modulusLength !== undefined) expect(key?.key.sizeBits).toBe(fact.details.modulusLength);
  });

  it.each([
    ['test-only-rsa2048.pkcs1.key', 'PKCS#1', 'RSA-2048', 2048],
    ['test-only-secp521r1.sec1.key', 'SEC1', 'EC-secp521r1', 521],
    ['test-only-explicit256.key', 'SEC1', 'EC-256', 256],
    ['test-only-rsapss2048.key', 'PKCS#8', 'RSA-PSS-SHA-256-2048', 2048],
    ['test-only-dsa1024.key', 'PKCS#8', 'DSA-1024', 1024],
    ['test-only-ml-dsa-44.key', 'PKCS#8', 'ML-DSA-44', undefined],
    ['test-only-ml-kem-512.key', 'PKCS#8', 'ML-KEM-512', 6400], // FIPS 203 table 3: 800 octets
    ['test-only-id_rsa', 'OpenSSH', 'RSA-2048', 2048],
    ['test-only-id_ecdsa.pub', 'OpenSSH', 'ECDSA-secp256r1', 256],
  ])('%s is a %s key for %s of %s bits', (name, container, algorithm, sizeBits) => {
    const file = toScanFile(name.replace('test-only-id_', 'id_'), readFixture('pki', name));
    const [key] = only(ask(certificateScanner, file).evidence, 'key');
    expect(key && [key.container, nameOf(key.key.algorithm), key.key.sizeBits]).toEqual([container, algorithm, sizeBits]);
  });

  it('reads the lone seeds of RFC 9881 and RFC 9935', () => {
    // PKCS #8 with seed [0]: OpenSSL 3.5 reads both as ml-dsa-65 and ml-kem-768
    const seeds = [
      [`3034020100300b060960864801650304031204228020${'07'.repeat(32)}`, 'ML-DSA-65'],
      [`3054020100300b060960864801650304040204428040${'07'.repeat(64)}`, 'ML-KEM-768'],
    ] as const;
    for (const [hex, name] of seeds) {
      const [key] = only(ask(certificateScanner, toScanFile('seed.der', Uint8Array.from(Buffer.from(hex, 'hex')))).evidence, 'key');
      expect(key).toMatchObject({ material: 'private-key', container: 'PKCS#8', encrypted: false });
      expect(key && nameOf(key.key.algorithm)).toBe(name);
    }
  });

  it.each([
    ['test-only-rsa2048.pbes2.key', 'PKCS#8', ['PBES2-PBKDF2-HMAC-SHA-256-AES-256-CBC']],
    ['test-only-rsa2048.scrypt.key', 'PKCS#8', ['PBES2-scrypt-AES-256-CBC']],
    ['test-only-rsa2048.pbes1.key', 'PKCS#8', ['PBES1-3DES-168-CBC-SHA-1']],
    ['test-only-rsa2048.encrypted.pkcs1.key', 'PKCS#1', ['AES-256-CBC', 'EVP_BytesToKey-MD5']],
  ])('%s is said to be encrypted, how, and that its size is not known', (name, container, uses) => {
    const { evidence, gaps } = scan(name);
    expect(only(evidence, 'key')).toMatchObject([{ encrypted: true, container, material: 'private-key' }]);
    expect(only(evidence, 'key')[0]?.key.sizeBits).toBeUndefined();
    expect(only(evidence, 'algorithm').map(({ use }) => nameOf(use))).toEqual(uses);
    expect(gaps).toMatchObject([{ reason: 'encrypted' }]);
  });

  it('counts the iterations of PBKDF2 and the cost of scrypt', () => {
    const kdf = (name: string) => only(scan(name).evidence, 'algorithm')[0]?.use.parts[0]?.parameters.iterations?.value;
    expect(kdf('test-only-rsa2048.pbes2.key')).toBe(10_000);
    expect(kdf('test-only-rsa2048.scrypt.key')).toBe(16_384); // 2^14, openssl pkcs8 -scrypt
  });

  it('reads the open half of an encrypted OpenSSH key', () => {
    const { evidence, gaps } = scan('test-only-id_rsa');
    expect(only(evidence, 'key')).toMatchObject([{ encrypted: true, container: 'OpenSSH', key: { sizeBits: 2048 } }]);
    expect(only(evidence, 'algorithm').map(({ use }) => nameOf(use))).toEqual(['AES-256-CTR', 'bcrypt']);
    expect(gaps).toEqual([]);
  });

  it('reads authorized_keys line by line, with options and comments', () => {
    const line = pem('test-only-id_ed25519.pub').trim();
    const text = `# ${line}\n\nfrom="10.0.0.1",no-pty ${line} someone\nssh-ed25519 AAAA not-a-key\n`;
    const { evidence } = scanText('home/.ssh/authorized_keys', text);
    expect(evidence.map(({ location }) => location.at === 'text' && location.line)).toEqual([3]);
  });

  it('says a request as a key and its signature', () => {
    const { evidence } = scan('device.csr');
    expect(only(evidence, 'key')).toMatchObject([{ material: 'certificate-request', container: 'PKCS#10' }]);
    expect(only(evidence, 'algorithm').map(({ use }) => nameOf(use))).toEqual(['ECDSA-SHA-256']);
  });

  it('says the signature of a revocation list and the size of domain parameters', () => {
    expect(only(scan('root.crl').evidence, 'algorithm').map(({ use }) => nameOf(use))).toEqual(['RSA-PKCS1-1.5-SHA-256']);
    expect(only(scan('dh512.pem').evidence, 'algorithm').map(({ use }) => nameOf(use))).toEqual(['FFDH-512']);
    expect(only(scan('test-only-dsa1024.key').evidence, 'algorithm').map(({ use }) => nameOf(use))).toEqual(['DSA-1024']);
    expect(only(scan('secp384r1.params.pem').evidence, 'algorithm').map(({ use }) => nameOf(use))).toEqual(['EC-secp384r1']);
  });

  it('never says anything of a private key’s octets', () => {
    for (const name of readdirSync(new URL('../fixtures/pki', import.meta.url)).filter(
      (each) => each.startsWith('test-only') && !each.endsWith('.pub'),
    )) {
      const said = JSON.stringify(scan(name));
      const secrets = name.endsWith('.der') ? [] : without(pem(name)).filter((line) => /^[A-Za-z0-9+/]{40,}$/.test(line));
      for (const secret of secrets) {
        expect(said).not.toContain(secret.slice(0, 24));
        expect(said).not.toContain(Buffer.from(secret, 'base64').toString('hex').slice(0, 40));
      }
    }
  });
});

describe('keystores', () => {
  it('says how a PKCS#12 file is protected and what stays hidden', () => {
    const names = (name: string) => only(scan(name).evidence, 'algorithm').map(({ use }) => nameOf(use));
    expect(names('device.p12')).toEqual(['PBES2-PBKDF2-HMAC-SHA-256-AES-256-CBC', 'HMAC-SHA-256']);
    expect(names('device.legacy.pfx')).toEqual(['PBES1-RC2-40-CBC-SHA-1', 'PBES1-3DES-168-CBC-SHA-1', 'HMAC-SHA-1']);
    expect(scan('device.p12').gaps).toMatchObject([{ reason: 'encrypted' }]);
  });

  it('reads the certificates of a Java keystore and counts its keys', () => {
    const { evidence, gaps } = scan('device.jks');
    expect(
      only(evidence, 'certificate')
        .map(({ serialNumber }) => serialNumber)
        .sort(),
    ).toEqual(['1234', 'a1b2c3']);
    expect(gaps).toMatchObject([{ reason: 'encrypted', detail: 'JKS: 1 private and 0 secret keys are behind the password' }]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['empty.pem', '', 'malformed', 'empty file'],
    ['cut.pem', '-----BEGIN CERTIFICATE-----\nMIIB\n', 'malformed', 'expected -----END CERTIFICATE-----'],
    ['text.crt', 'no certificate here\n', 'unsupported', '20 bytes'],
    [
      'pgp.key',
      '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----\n',
      'malformed',
      'base64 of whole octets',
    ],
    ['other.pem', '-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n', 'malformed', 'octet 0 of the body'],
  ])('%s is a gap', (path, text, reason, detail) => {
    const { evidence, gaps } = scanText(path, text);
    expect(evidence).toEqual([]);
    expect(gaps).toMatchObject([{ scanner: 'certificate', reason }]);
    expect(gaps[0]?.detail).toContain(detail);
  });

  it('answers a DER certificate cut at every octet with one gap and no evidence', () => {
    const whole = readFixture('pki', 'device.der');
    for (let length = 1; length < whole.length; length++) {
      const { evidence, gaps } = ask(certificateScanner, toScanFile('cut.der', whole.subarray(0, length)));
      expect([evidence.length, gaps.length]).toEqual([0, 1]);
    }
  });

  it('says where a truncated certificate ends', () => {
    const { gaps } = ask(certificateScanner, toScanFile('cut.der', readFixture('pki', 'device.der').subarray(0, 100)));
    expect(gaps[0]?.detail).toMatch(/^DER: octet 0: expected \d+ bytes of content, found 96 bytes up to the end$/);
  });

  it('reads what stands before a broken part', () => {
    const der = readFixture('pki', 'device.der');
    const { evidence, gaps } = ask(certificateScanner, toScanFile('two.der', Uint8Array.from([...der, ...der.subarray(0, 50)])));
    expect(only(evidence, 'certificate')).toHaveLength(1);
    expect(gaps).toMatchObject([{ reason: 'malformed', location: { offset: der.length } }]);
  });

  it('passes over padding behind an encoding', () => {
    const { evidence, gaps } = ask(
      certificateScanner,
      toScanFile('padded.der', Uint8Array.from([...readFixture('pki', 'device.der'), 0xff, 0xff, 0xff])),
    );
    expect([evidence.length, gaps.length]).toEqual([1, 0]);
  });
});

describe('PEM inside other files', () => {
  const lines = without(pem('device.crt'));
  const inC = `static const char cert[] =\n${lines.map((line) => `    "${line}\\n"`).join('\n')};\n`;

  it('finds a certificate in the string literals of a C file, on the line of BEGIN', () => {
    const { evidence } = scanText('src/cert.c', inC);
    expect(evidence).toMatchObject([
      {
        grade: 'source',
        location: { at: 'text', path: 'src/cert.c', line: 2, column: 6 },
        observed: { kind: 'certificate', serialNumber: '1234' },
      },
    ]);
  });

  it('finds a private key in a JavaScript literal', () => {
    const text = `const key = ${without(pem('test-only-prime256v1.key'))
      .map((line) => `'${line}\\n'`)
      .join(' +\n  ')};`;
    expect(only(scanText('server.js', text).evidence, 'key')).toMatchObject([{ material: 'private-key', container: 'PKCS#8' }]);
  });

  it('finds a certificate in the read-only data of an image, and says so', () => {
    const image = new Uint8Array(4096);
    image.set(new TextEncoder().encode(pem('device.crt')), 1024);
    const { evidence } = ask(certificateScanner, toScanFile('build/app.bin', image, 'generated'));
    expect(evidence).toMatchObject([
      { grade: 'binary', origin: 'generated', location: { at: 'bytes', offset: 1024 }, observed: { kind: 'certificate' } },
    ]);
  });

  it.each([
    [
      'a comparison',
      'if (memcmp(p, "-----BEGIN CERTIFICATE-----", 27) == 0) return 1;\nstatic const char end[] = "-----END CERTIFICATE-----";',
    ],
    ['a placeholder', 'KEY = """-----BEGIN PRIVATE KEY-----\n...your key here...\n-----END PRIVATE KEY-----"""'],
    ['a short nonsense body', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
    ['a format', 'printf("-----BEGIN %s-----\\n%s\\n-----END %s-----\\n", label, body, label);'],
    ['OpenPGP', '-----BEGIN PGP SIGNATURE-----\n\niQIz\n-----END PGP SIGNATURE-----'],
  ])('is silent about %s', (_, text) => {
    expect(scanText('src/file.py', text)).toEqual({ evidence: [], gaps: [] });
  });

  it('reports a damaged certificate, which is more than a placeholder', () => {
    const body = Buffer.from(readFixture('pki', 'device.der').subarray(0, 300)).toString('base64');
    const { gaps } = scanText('src/file.py', `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`);
    expect(gaps).toMatchObject([{ reason: 'malformed' }]);
  });
});

describe('which files', () => {
  const wants = (path: string, more: { bytes?: number; ignored?: boolean } = {}) =>
    certificateScanner.wants({ path, bytes: more.bytes ?? 1000, ignored: more.ignored ?? false, origin: 'first-party' });
  const always = (path: string) => certificateScanner.always?.({ path, bytes: 1000, ignored: false, origin: 'first-party' });

  it('reads certificates, keys and images even where git ignores them, source only where it belongs to the project', () => {
    expect(['a.pem', 'a.p12', 'ssh/id_ed25519', 'build/zephyr.bin'].map((path) => wants(path, { ignored: true }))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([wants('src/a.c'), wants('src/a.c', { ignored: true }), wants('docs/a.png'), wants('big.log', { bytes: 9_000_000 })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('scans key files without waiting for a literal, since DER holds none', () => {
    expect([always('a.der'), always('b/known_hosts'), always('src/a.c'), always('build/app.bin')]).toEqual([true, true, false, false]);
  });

  it('never throws, whatever the name and the bytes', () => {
    const paths = fc.constantFrom('a.pem', 'a.der', 'a.jks', 'id_rsa', 'a.pub', 'a.c', 'a.bin', 'a.p12');
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map((raw) => Uint8Array.from([0x30, 0x82, 0x01, 0x00, ...raw])),
    );
    fc.assert(
      fc.property(paths, content, (path, bytes) => {
        ask(certificateScanner, toScanFile(path, bytes));
      }),
      { numRuns: 300 },
    );
  });
});
