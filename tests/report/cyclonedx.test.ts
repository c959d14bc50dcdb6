// What CycloneDX 1.6 and 1.7 ask of single fields; the contract as a whole is in `tests/cbom-contract.test.ts`. UUIDs from RFC 9562 A.4.

import { describe, expect, it } from 'vitest';
import { parseProduct } from '../../src/catalog/product.ts';
import { fuse } from '../../src/inventory/fuse.ts';
import { findCipherSuite } from '../../src/knowledge/tls.ts';
import type { Evidence, Gap, IsoDate } from '../../src/model/evidence.ts';
import type { Product, RoleDeclaration } from '../../src/model/product.ts';
import type { Report } from '../../src/model/report.ts';
import { toUuid5 } from '../../src/report/cyclonedx/serial-number.ts';
import { cyclonedx16, cyclonedx17 } from '../../src/report/cyclonedx.ts';
import { at, COVERAGE, called, certificate, key, protocol, seen, use } from '../inventory/evidence.ts';
import { SAMPLE } from './sample.ts';

import { cyclonedxErrors } from './schemas.ts';

describe('a CBOM', () => {
  it.each([
    ['1.6', cyclonedx16],
    ['1.7', cyclonedx17],
  ] as const)('of a whole report is valid against %s', (version, reporter) => {
    expect(cyclonedxErrors(version, JSON.parse(reporter.render(SAMPLE)))).toEqual([]);
  });

  it('of nothing is valid', () => {
    expect(cyclonedxErrors('1.7', JSON.parse(cyclonedx17.render(report([]))))).toEqual([]);
  });

  it('is the same text for the same report, and has another serial number for another content or version', () => {
    const one = report([called(use('md5'), at('a.c', 1), 'MD5')]);
    const other = report([called(use('md5'), at('a.c', 2), 'MD5')]);
    expect(cyclonedx17.render(one)).toBe(cyclonedx17.render(one));
    const serials = [cyclonedx17.render(one), cyclonedx17.render(other), cyclonedx16.render(one)].map(
      (text) => JSON.parse(text).serialNumber,
    );
    expect(new Set(serials).size).toBe(3);
  });

  it('is dated by the as-of day and made by this tool', () => {
    const { metadata } = JSON.parse(cyclonedx17.render(report([])));
    expect(metadata).toMatchObject({
      timestamp: '2026-11-23T00:00:00Z',
      tools: { components: [{ name: 'pqready', version: '0.1.0' }] },
      component: { 'bom-ref': 'subject', name: 'lock' },
    });
  });

  it('never carries a source text, and cannot be broken by hostile names', () => {
    const evil = 'x;state=absent"},\u202e\ud800';
    const text = cyclonedx17.render(report([called(use('aes', { keyBits: 128 }), at(`src/${evil}`, 1), evil)]));
    const [component] = JSON.parse(text).components;
    expect(component.evidence.occurrences[0].additionalContext).toBe('state=called;grade=source;confidence=certain;origin=first-party');
    expect(cyclonedxErrors('1.7', JSON.parse(text))).toEqual([]);
  });

  it('says which library provides an algorithm, as the calls name it; of several versions none is named', () => {
    const library = (name: string, version?: string) =>
      seen({ kind: 'library', name, symbol: name, ...(version === undefined ? {} : { version }) }, at(`${name}${version}.txt`, 1));
    const evidence = [
      seen({ kind: 'algorithm', use: use('md5'), symbol: 'MD5', library: 'openssl' }, at('a.c', 1)),
      seen({ kind: 'algorithm', use: use('sha-256'), symbol: 'SHA256', library: 'mbedtls' }, at('a.c', 2)),
      seen({ kind: 'algorithm', use: use('sha-384'), symbol: 'SHA384', library: 'wolfssl' }, at('a.c', 3)),
      ...[library('openssl', '3.5.0'), library('mbedtls'), library('mbedtls', '3.6.2'), library('wolfssl', '5.7.2')],
      ...[library('wolfssl', '5.7.4'), library('nettle')],
    ];
    const { dependencies } = JSON.parse(cyclonedx16.render(report(evidence)));
    const provides = dependencies.flatMap((each: { ref: string; provides?: string[] }) =>
      each.provides ? [[each.ref, each.provides]] : [],
    );
    expect(provides).toEqual([
      ['library/mbedtls', ['crypto/algorithm/sha-256']],
      ['library/openssl@3.5.0', ['crypto/algorithm/md5']],
    ]);
  });

  it('has the parts of the product inside it, each depending on what was seen in its paths', () => {
    const evidence = [
      called(use('md5'), at('fw/a.c', 1), 'MD5'),
      called(use('sha-1'), at('app/b.c', 1), 'SHA1'),
      called(use('rc4'), at('x.c', 1), 'RC4'),
    ];
    const product: Product = {
      ...parseProduct('schemaVersion: 1\nname: lock\nparts: []\n', 'pqready.yaml'),
      parts: [
        { id: 'firmware', kind: 'firmware', paths: ['fw'], version: '2.0' },
        { id: 'phone', kind: 'app', paths: ['app'] },
      ],
    };
    const text = cyclonedx17.render({ ...report(evidence), product });
    const { metadata, dependencies } = JSON.parse(text);
    expect(metadata.component.components).toEqual([
      { type: 'firmware', 'bom-ref': 'part/firmware', name: 'firmware', version: '2.0' },
      { type: 'application', 'bom-ref': 'part/phone', name: 'phone' },
    ]);
    expect(dependencies.slice(0, 3)).toEqual([
      { ref: 'subject', dependsOn: ['part/firmware', 'part/phone', 'crypto/algorithm/rc4'] },
      { ref: 'part/firmware', dependsOn: ['crypto/algorithm/md5'] },
      { ref: 'part/phone', dependsOn: ['crypto/algorithm/sha-1'] },
    ]);
    for (const version of ['1.6', '1.7'] as const)
      expect(
        cyclonedxErrors(version, JSON.parse((version === '1.6' ? cyclonedx16 : cyclonedx17).render({ ...report(evidence), product }))),
      ).toEqual([]);
  });

  it('escapes what would break the pairs of a property', () => {
    const gap: Gap = { scanner: 'sbom', location: at('a;b.json', 1), reason: 'malformed', detail: 'expected {; got 100%' };
    expect(JSON.parse(cyclonedx17.render(report([], [gap]))).properties).toEqual([
      { name: 'pqready:gap', value: 'reason=malformed;location=a%3Bb.json;line=1;scanner=sbom;detail=expected {%3B got 100%25' },
    ]);
  });

  it('marks the digest that a library fills in on the digest too', () => {
    const parameters = { digest: { value: 'sha-1', from: 'default' } } as const;
    const { components } = JSON.parse(
      cyclonedx17.render(report([called(use('rsaes-oaep', {}, { parameters }), at('A.java', 3), 'OAEPPadding')])),
    );
    for (const component of components) expect(component.evidence.occurrences[0].additionalContext).toMatch(/;default=digest$/);
    expect(components.map(({ name }: { name: string }) => name)).toEqual(['RSA-OAEP-SHA-1', 'SHA-1']);
  });
});

describe('references', () => {
  const root = certificate({ sha256: 'a'.repeat(64), subject: 'CN=Root', issuer: 'CN=Root', isCa: true, subjectKeyId: '0a' });
  const leaf = certificate({ sha256: 'b'.repeat(64), subject: 'CN=Lock', issuer: 'CN=Root', authorityKeyId: '0a' });
  const suite = findCipherSuite('TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8');
  const evidence = [
    seen(root, at('root.pem', 1)),
    seen(leaf, at('lock.pem', 1)),
    seen(key({ key: { algorithm: use('rsa', { keyBits: 2048 }), sizeBits: 2048, spkiSha256: 'c'.repeat(64) } }), at('lock.key', 1)),
    seen(
      protocol({ protocol: 'dtls', suites: suite ? [suite] : [], groups: ['secp256r1'], schemes: ['ecdsa_secp256r1_sha256'] }),
      at('prj.conf', 1),
    ),
  ];
  const lock = `crypto/certificate/${'b'.repeat(16)}`;

  it('of a certificate lead to key, signature and issuer: typed in 1.7, two fields in 1.6', () => {
    expect(find(cyclonedx17, evidence, lock).certificateProperties).toMatchObject({
      fingerprint: { alg: 'SHA-256', content: 'b'.repeat(64) },
      relatedCryptographicAssets: [
        { type: 'algorithm', ref: 'crypto/algorithm/ecdsa-sha-256' },
        { type: 'certificate', ref: `crypto/certificate/${'a'.repeat(16)}` },
        { type: 'public-key', ref: `crypto/key/public-key/f${'b'.repeat(15)}` },
      ],
    });
    expect(find(cyclonedx16, evidence, lock).certificateProperties).toMatchObject({
      signatureAlgorithmRef: 'crypto/algorithm/ecdsa-sha-256',
      subjectPublicKeyRef: `crypto/key/public-key/f${'b'.repeat(15)}`,
    });
  });

  it('of a key lead to its algorithm; size in bits, fingerprint of the public half', () => {
    const id = `crypto/key/private-key/${'c'.repeat(16)}`;
    expect(find(cyclonedx17, evidence, id).relatedCryptoMaterialProperties).toMatchObject({
      type: 'private-key',
      size: 2048,
      format: 'PKCS#8',
      fingerprint: { content: 'c'.repeat(64) },
      relatedCryptographicAssets: [{ type: 'algorithm', ref: 'crypto/algorithm/rsa-2048' }],
    });
    expect(find(cyclonedx16, evidence, id).relatedCryptoMaterialProperties).toMatchObject({
      algorithmRef: 'crypto/algorithm/rsa-2048',
      size: 2048,
    });
  });

  it('of a protocol name suites with code points, groups and schemes; 1.6 has neither DTLS nor groups', () => {
    expect(find(cyclonedx17, evidence, 'crypto/protocol/dtls-1.2').protocolProperties).toMatchObject({
      type: 'dtls',
      version: '1.2',
      cipherSuites: [
        {
          name: 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8',
          identifiers: ['0xC0', '0xAE'],
          tlsGroups: ['secp256r1'],
          tlsSignatureSchemes: ['ecdsa_secp256r1_sha256'],
        },
      ],
    });
    const old = find(cyclonedx16, evidence, 'crypto/protocol/dtls-1.2').protocolProperties;
    expect(old).toMatchObject({ type: 'other', version: '1.2' });
    expect(Object.keys(old.cipherSuites[0])).toEqual(['name', 'algorithms', 'identifiers']);
    expect(old.cryptoRefArray).toContain('crypto/algorithm/ecdh-secp256r1');
  });

  it('all lead to a component of the document', () => {
    const bom = JSON.parse(cyclonedx17.render(report(evidence)));
    const refs = new Set(bom.components.map((component: { 'bom-ref': string }) => component['bom-ref']));
    const used = [...cyclonedx17.render(report(evidence)).matchAll(/"ref": "([^"]+)"/g)]
      .map(([, ref]) => ref)
      .filter((ref) => ref !== 'subject');
    expect(used.filter((ref) => !refs.has(ref))).toEqual([]);
  });
});

describe('roles', () => {
  it('stand on the component as properties', () => {
    const roles: readonly RoleDeclaration[] = [{ role: 'boot', paths: ['src'] }];
    const [component] = JSON.parse(cyclonedx17.render(report([called(use('sha-256'), at('src/a.c', 1), 'SHA256')], [], roles))).components;
    expect(component.properties).toContainEqual({ name: 'pqready:role', value: 'boot' });
  });
});

describe('the version 5 UUID', () => {
  it('of www.example.com in the DNS namespace is that of RFC 9562 A.4', () => {
    expect(toUuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });
});

// biome-ignore lint/suspicious/noExplicitAny: a test reads plain JSON
function find(reporter: typeof cyclonedx17, evidence: readonly Evidence[], ref: string): any {
  const { components } = JSON.parse(reporter.render(report(evidence)));
  return components.find((component: { 'bom-ref': string }) => component['bom-ref'] === ref)?.cryptoProperties;
}

function report(evidence: readonly Evidence[], gaps: readonly Gap[] = [], roles: readonly RoleDeclaration[] = []): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'pqready', version: '0.1.0' },
    asOf: '2026-11-23' as IsoDate,
    inventory: fuse({ subject: 'lock', evidence, gaps, coverage: COVERAGE, roles }),
    productSource: 'none',
    targets: [],
    measurements: [],
    refused: [],
  };
}
