import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import { type Evidence, isGap } from '../../src/model/evidence.ts';
import { sbomScanner } from '../../src/scan/sbom.ts';
import { cyclonedxErrors } from '../report/schemas.ts';
import { evidenceIn, found, readFixture, scanText } from './expectations.ts';

const scanAll = (name: string): readonly Evidence[] => evidenceIn(scanText(sbomScanner, name, readFixture(`sbom/${name}`)));
const scan = (name: string): readonly Evidence[] => scanAll(name).filter(({ observed }) => observed.kind !== 'fact');
const wants = (path: string, bytes = 10, ignored = false): boolean => sbomScanner.wants({ path, bytes, ignored, origin: 'first-party' });

describe('dialects', () => {
  it('CycloneDX JSON: packages at any depth by purl, upstream or CPE; assets as their author names them', () => {
    expect(found(scan('gateway.cdx.json'))).toEqual([
      '16: present library openssl@3.0.15-1~deb12u1',
      '23: present library golang-x-crypto@v0.33.0',
      '24: present library bouncycastle@1.80',
      '27: present library mbedtls@2.28.8',
      '31: present AES-256-GCM',
      '40: present ECDSA-secp256r1',
      '49: present ML-KEM-768',
      '58: present HouseCipher',
      '64: present key',
      '85: present tls 1.2 TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 HOUSE_SUITE',
    ]);
  });

  it('CycloneDX XML: the same, as elements', () => {
    expect(found(scan('bom.xml'))).toEqual([
      '5: present library wolfssl@5.7.2',
      '13: present library tink@1.15.0',
      '21: present RSA-PKCS1-1.5-SHA-256-2048',
    ]);
  });

  it('SPDX 2 JSON: by purl, by the CPE that Yocto writes, else by a bare name', () => {
    expect(found(scan('image.spdx.json'))).toEqual([
      '11: present library openssl@3.2.3',
      '25: present library cryptography@43.0.1',
      '32: present library dropbear',
    ]);
  });

  it('SPDX tag and value, as west and esp-idf-sbom write it; a text of several lines holds no tags', () => {
    const evidence = scan('modules-deps.spdx');
    expect(found(evidence)).toEqual(['9: present library mbedtls@3.6.2', '26: present library tinycrypt']);
    expect(evidence[0]?.observed).toMatchObject({ purl: 'pkg:github/mbed-tls/mbedtls@V3.6.2' });
  });

  it('SPDX 3 JSON-LD: packages only', () => {
    expect(found(scan('rootfs.spdx3.json'))).toEqual(['9: present library gnutls@3.8.8', '20: present library jose@5.9.6']);
  });

  it('Syft’s own JSON and Buildroot’s manifest', () => {
    expect(found(scan('scan.syft.json'))).toEqual(['3: present library libgcrypt@1.10.1-3', '5: present library dropbear@2022.83']);
    expect(found(scan('manifest.csv'))).toEqual(['3: present library openssl@3.2.3', '4: present library wolfssl@5.7.2']);
  });

  it('what npm itself writes of this project, in both of its formats', () => {
    for (const format of ['cyclonedx', 'spdx']) {
      const text = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', format], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const libraries = evidenceIn(scanText(sbomScanner, `${format}.json`, text)).flatMap(({ observed }) =>
        observed.kind === 'library' ? [observed.purl] : [],
      );
      expect(libraries).toContain('pkg:npm/%40noble/post-quantum@0.7.1');
    }
  });

  it('our example of CycloneDX 1.6 is one by the official schema', () => {
    expect(cyclonedxErrors('1.6', JSON.parse(readFixture('sbom/gateway.cdx.json')))).toEqual([]);
  });
});

describe('that a bill is there', () => {
  it.each([
    ['gateway.cdx.json', 'CycloneDX, 6 packages'],
    ['bom.xml', 'CycloneDX XML, 3 packages'],
    ['image.spdx.json', 'SPDX, 4 packages'],
    ['modules-deps.spdx', 'SPDX tag-value, 3 packages'],
    ['rootfs.spdx3.json', 'SPDX 3, 2 packages'],
    ['scan.syft.json', 'Syft, 3 packages'],
    ['manifest.csv', 'Buildroot manifest, 3 packages'],
  ])('is a fact of the source, whatever it says: %s', (name, value) => {
    expect(scanAll(name)[0]).toMatchObject({ grade: 'source', location: { line: 1 }, observed: { fact: 'bill-of-materials', value } });
  });
});

describe('what is taken over', () => {
  it('is declared, and says nothing of algorithms for a library', () => {
    for (const evidence of scan('gateway.cdx.json'))
      expect(evidence).toMatchObject({ grade: 'declared', state: 'present', scanner: 'sbom' });
    expect(scan('image.spdx.json').every(({ observed }) => observed.kind === 'library')).toBe(true);
  });

  it('a key has the algorithm that its reference names; a certificate without its bytes is a gap', () => {
    const key = scan('gateway.cdx.json').find(({ observed }) => observed.kind === 'key')?.observed;
    expect(key).toMatchObject({ kind: 'key', material: 'public-key', key: { sizeBits: 256 }, container: 'CycloneDX' });
    expect(key?.kind === 'key' ? nameOf(key.key.algorithm) : '').toBe('ECDSA-secp256r1');
    expect(scanText(sbomScanner, 'a.json', readFixture('sbom/gateway.cdx.json')).filter(isGap)).toEqual([
      expect.objectContaining({ reason: 'unsupported', location: expect.objectContaining({ line: 77 }) }),
    ]);
  });

  it('is not what pqready wrote into its own bundle; under another name a bill of pqready is like any other', () => {
    const own = readFixture('sbom/gateway.cdx.json').replace('a-bill-maker', 'pqready');
    expect(scanText(sbomScanner, 'report/inventory.cdx.json', own)).toEqual([]);
    expect(scanText(sbomScanner, 'supplier.cdx.json', own)).not.toEqual([]);
    expect(scanText(sbomScanner, 'report/inventory.cdx.json', readFixture('sbom/gateway.cdx.json'))).not.toEqual([]);
  });
});

describe('files', () => {
  it('are any JSON or XML by content; what git ignores or is too large has to be called a bill', () => {
    expect(wants('data.json')).toBe(true);
    expect(wants('data.json', 10, true)).toBe(false);
    expect(wants('build/spdx/app.spdx', 10, true)).toBe(true);
    expect(wants('target/bom.xml', 10, true)).toBe(true);
    expect(wants('data.json', 40_000_000)).toBe(false);
    expect(wants('rootfs.spdx.json', 40_000_000)).toBe(true);
    expect(wants('node_modules/a/bom.json')).toBe(false);
    expect(wants('main.c')).toBe(false);
  });

  it('that are none give nothing', () => {
    expect(scanText(sbomScanner, 'tsconfig.json', '{"compilerOptions":{}}')).toEqual([]);
    expect(scanText(sbomScanner, 'notes.spdx', 'the tag SPDXVersion: comes first')).toEqual([]);
  });
});

describe('malformed input', () => {
  it.each([
    ['a.json', '{"bomFormat":"CycloneDX",\n"components" 1', 2],
    ['a.json', `{"bomFormat":"CycloneDX","components":${'['.repeat(200_000)}`, 1],
    ['a.xml', '<bom xmlns="http://cyclonedx.org/schema/bom/1.5">\n<components>', 2],
    ['a.json', '{"spdxVersion":"SPDX-2.3",\n\n', 3],
  ])('%s is a gap with its line', (path, text, line) => {
    expect(scanText(sbomScanner, path, text)).toEqual([
      expect.objectContaining({ scanner: 'sbom', reason: 'malformed', location: expect.objectContaining({ path, line }) }),
    ]);
  });

  it('components in components in components end', () => {
    const deep = `{"bomFormat":"CycloneDX",${'"components":[{"name":"openssl",'.repeat(30)}"x":1${'}]'.repeat(30)}}`;
    expect(evidenceIn(scanText(sbomScanner, 'a.json', deep)).length).toBeGreaterThan(20);
  });

  it('lines of 1 MB and keys of Object’s prototype are read as what they are', () => {
    const long = `SPDXVersion: SPDX-2.3\nPackageName: ${'a'.repeat(1_000_000)}\nExternalRef: ${'a '.repeat(500_000)}\nPackageName: wolfssl`;
    expect(found(evidenceIn(scanText(sbomScanner, 'a.spdx', long))).slice(1)).toEqual(['4: present library wolfssl']);
    const odd =
      '{"bomFormat":"CycloneDX","components":[{"name":"__proto__","type":"constructor","cryptoProperties":{"assetType":"constructor"}}]}';
    expect(scanText(sbomScanner, 'a.json', odd)).toHaveLength(1);
  });

  it('never makes the scanner throw', () => {
    const fixtures = [
      'gateway.cdx.json',
      'bom.xml',
      'image.spdx.json',
      'modules-deps.spdx',
      'rootfs.spdx3.json',
      'scan.syft.json',
      'manifest.csv',
    ];
    const texts = fixtures.map((name) => readFixture(`sbom/${name}`));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 40 }), fc.string({ maxLength: 20 }), (text, at, length, put) => {
        const start = at % text.length;
        scanText(sbomScanner, 'a.json', text.slice(0, start) + put + text.slice(start + length));
      }),
      { numRuns: 500 },
    );
  });
});
