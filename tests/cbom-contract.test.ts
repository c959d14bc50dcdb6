// The contract others score us by, read back as they read it. The reader walks plain JSON and knows nothing of ours; what it must find is
// written beside the evidence by hand.

import { describe, expect, it } from 'vitest';
import { fuse } from '../src/inventory/fuse.ts';
import { useOf } from '../src/knowledge/algorithms.ts';
import { findCipherSuite } from '../src/knowledge/tls.ts';
import type { Evidence, IsoDate } from '../src/model/evidence.ts';
import type { Report } from '../src/model/report.ts';
import { cyclonedx16, cyclonedx17 } from '../src/report/cyclonedx.ts';
import { at, COVERAGE, called, certificate, key, protocol, seen, signing, use } from './inventory/evidence.ts';
import { cyclonedxErrors } from './report/schemas.ts';

// ---- the reader -----------------------------------------------------------------------------------------------------------------------

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
interface Row {
  readonly [field: string]: string | number | undefined;
}

/** One row for each occurrence: what is used, how, where, and how it is known. */
function readCbom(text: string): readonly Row[] {
  const bom: Json = JSON.parse(text);
  return list(get(bom, 'components')).flatMap((component) => {
    const properties = get(get(component, 'cryptoProperties'), 'algorithmProperties');
    const what = {
      ref: word(get(component, 'bom-ref')),
      name: word(get(component, 'name')),
      primitive: word(get(properties, 'primitive')),
      family: word(get(properties, 'algorithmFamily')),
      set: word(get(properties, 'parameterSetIdentifier')),
      mode: word(get(properties, 'mode')),
      padding: word(get(properties, 'padding')),
      curve: word(get(properties, 'ellipticCurve')) ?? word(get(properties, 'curve')),
    };
    return list(get(get(component, 'evidence'), 'occurrences')).map((occurrence) => ({
      ...what,
      file: word(get(occurrence, 'location')),
      line: number(get(occurrence, 'line')),
      offset: number(get(occurrence, 'offset')),
      symbol: word(get(occurrence, 'symbol')),
      ...Object.fromEntries(
        (word(get(occurrence, 'additionalContext')) ?? '').split(';').map((pair) => pair.split('=') as [string, string]),
      ),
    }));
  });
}

function get(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })[name]
    : undefined;
}
function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
function word(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
function number(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

// ---- evidence by hand, and the rows it must give --------------------------------------------------------------------------------------

interface Case {
  readonly claim: string;
  readonly evidence: Evidence;
  readonly rows: readonly Row[];
}

const CALLED = { state: 'called', grade: 'source', confidence: 'certain', origin: 'first-party' };

const CASES: readonly Case[] = [
  {
    claim: 'a cipher with size and mode',
    evidence: called(use('aes', { keyBits: 256, mode: 'gcm' }), at('src/c1.c', 11), 'EVP_aes_256_gcm'),
    rows: [
      {
        name: 'AES-256-GCM',
        primitive: 'ae',
        family: 'AES',
        set: '256',
        mode: 'gcm',
        file: 'src/c1.c',
        line: 11,
        symbol: 'EVP_aes_256_gcm',
        ...CALLED,
      },
    ],
  },
  {
    claim: 'a mode that the schema has no value for',
    evidence: called(use('aes', { keyBits: 256, mode: 'xts' }), at('src/c2.c', 12), 'aes-256-xts'),
    rows: [
      {
        name: 'AES-256-XTS',
        primitive: 'block-cipher',
        family: 'AES',
        set: '256',
        mode: 'other',
        file: 'src/c2.c',
        line: 12,
        symbol: 'aes-256-xts',
        ...CALLED,
      },
    ],
  },
  {
    claim: 'a key wrap',
    evidence: called(use('aes', { keyBits: 128, mode: 'kw' }), at('src/c3.c', 13), 'AESWrap'),
    rows: [
      {
        name: 'AES-128-KW',
        primitive: 'key-wrap',
        family: 'AES',
        set: '128',
        mode: 'other',
        file: 'src/c3.c',
        line: 13,
        symbol: 'AESWrap',
        ...CALLED,
      },
    ],
  },
  {
    claim: 'a cipher of which the size is not known, without padding',
    evidence: called(use('aes', { mode: 'cbc', padding: 'none' }), at('src/C4.java', 14), 'AES/CBC/NoPadding'),
    rows: [
      {
        name: 'AES-CBC',
        primitive: 'block-cipher',
        family: 'AES',
        mode: 'cbc',
        padding: 'raw',
        file: 'src/C4.java',
        line: 14,
        symbol: 'AES/CBC/NoPadding',
        ...CALLED,
      },
    ],
  },
  {
    claim: 'a key size that the library fills in',
    evidence: called(
      useOf('rsa', { parameters: { keyBits: { value: 2048, from: 'default' } }, functions: ['keygen'] }),
      at('src/C5.java', 15),
      'KeyPairGenerator',
    ),
    rows: [
      {
        name: 'RSA-2048',
        primitive: 'pke',
        set: '2048',
        file: 'src/C5.java',
        line: 15,
        symbol: 'KeyPairGenerator',
        ...CALLED,
        default: 'keyBits',
      },
    ],
  },
  {
    claim: 'a value that stands elsewhere',
    evidence: called(
      useOf('aes', { parameters: { keyBits: { value: 192, from: 'resolved', at: 'src/keys.h:7' } } }),
      at('src/c6.c', 16),
      'AES_set_encrypt_key',
    ),
    rows: [
      {
        name: 'AES-192',
        primitive: 'block-cipher',
        family: 'AES',
        set: '192',
        file: 'src/c6.c',
        line: 16,
        symbol: 'AES_set_encrypt_key',
        ...CALLED,
        resolved: 'src/keys.h:7',
      },
    ],
  },
  {
    claim: 'RSA-PSS, which is a padding the schema has no value for',
    evidence: called(signing('rsa', { padding: 'pss', digest: 'sha-256', keyBits: 2048 }), at('src/c7.c', 17), 'RSA_PKCS1_PSS_PADDING'),
    rows: [
      {
        name: 'RSA-PSS-SHA-256-2048',
        primitive: 'signature',
        family: 'RSASSA-PSS',
        set: '2048',
        padding: 'other',
        file: 'src/c7.c',
        line: 17,
        symbol: 'RSA_PKCS1_PSS_PADDING',
        ...CALLED,
      },
      {
        name: 'SHA-256',
        primitive: 'hash',
        family: 'SHA-2',
        set: '256',
        file: 'src/c7.c',
        line: 17,
        symbol: 'RSA_PKCS1_PSS_PADDING',
        ...CALLED,
      },
    ],
  },
  {
    claim: 'a compound name, part by part',
    evidence: called(use('pbkdf2', { digest: 'sha-512' }), at('src/c8.py', 18), 'PBKDF2HMAC'),
    rows: [
      { name: 'HMAC-SHA-512', primitive: 'mac', family: 'HMAC', file: 'src/c8.py', line: 18, symbol: 'PBKDF2HMAC', ...CALLED },
      { name: 'PBKDF2-HMAC-SHA-512', primitive: 'kdf', family: 'PBKDF2', file: 'src/c8.py', line: 18, symbol: 'PBKDF2HMAC', ...CALLED },
      { name: 'SHA-512', primitive: 'hash', family: 'SHA-2', set: '512', file: 'src/c8.py', line: 18, symbol: 'PBKDF2HMAC', ...CALLED },
    ],
  },
  {
    claim: 'a curve under its one alias',
    evidence: called(use('ecdh', { curve: 'secp256r1' }), at('test/c9.c', 19), 'prime256v1', { origin: 'test', confidence: 'likely' }),
    rows: [
      {
        name: 'ECDH-secp256r1',
        primitive: 'key-agree',
        family: 'ECDH',
        set: '256',
        curve: 'secg/secp256r1',
        file: 'test/c9.c',
        line: 19,
        symbol: 'prime256v1',
        ...CALLED,
        origin: 'test',
        confidence: 'likely',
      },
    ],
  },
  {
    claim: 'a hybrid, the only combiner, with its halves',
    evidence: called(use('x25519mlkem768'), at('src/c10.c', 20), 'X25519MLKEM768', { state: 'enabled' }),
    rows: [
      {
        name: 'ML-KEM-768',
        primitive: 'kem',
        family: 'ML-KEM',
        set: '768',
        file: 'src/c10.c',
        line: 20,
        symbol: 'X25519MLKEM768',
        ...CALLED,
        state: 'enabled',
      },
      {
        name: 'X25519',
        primitive: 'key-agree',
        family: 'ECDH',
        curve: 'other/Curve25519',
        file: 'src/c10.c',
        line: 20,
        symbol: 'X25519MLKEM768',
        ...CALLED,
        state: 'enabled',
      },
      { name: 'X25519MLKEM768', primitive: 'combiner', file: 'src/c10.c', line: 20, symbol: 'X25519MLKEM768', ...CALLED, state: 'enabled' },
    ],
  },
  {
    claim: 'a signature without a family of the schema',
    evidence: called(signing('fn-dsa'), at('src/c11.c', 21), 'falcon'),
    rows: [{ name: 'FN-DSA', primitive: 'signature', file: 'src/c11.c', line: 21, symbol: 'falcon', ...CALLED }],
  },
  {
    claim: 'a parameter set with letters',
    evidence: called(signing('slh-dsa-sha2-128s', {}, ['verify']), at('src/c12.c', 22), 'slh_dsa_sha2_128s'),
    rows: [
      {
        name: 'SLH-DSA-SHA2-128s',
        primitive: 'signature',
        family: 'SLH-DSA',
        set: 'SHA2-128s',
        file: 'src/c12.c',
        line: 22,
        symbol: 'slh_dsa_sha2_128s',
        ...CALLED,
      },
    ],
  },
  {
    claim: 'bytes: an offset and no line',
    evidence: called(use('sha-256'), { at: 'bytes', path: 'fw.zip!/app.bin', offset: 4096, length: 256 }, 'K table', {
      scanner: 'firmware',
      grade: 'binary',
      state: 'present',
      confidence: 'likely',
    }),
    rows: [
      {
        name: 'SHA-256',
        primitive: 'hash',
        family: 'SHA-2',
        set: '256',
        file: 'fw.zip!/app.bin',
        offset: 4096,
        symbol: 'K table',
        state: 'present',
        grade: 'binary',
        confidence: 'likely',
        origin: 'first-party',
      },
    ],
  },
  {
    claim: 'an endpoint by its address',
    evidence: called(use('x25519'), { at: 'endpoint', transport: 'tcp', host: 'broker.example', port: 8883 }, 'x25519', {
      scanner: 'tls',
      grade: 'observed',
      state: 'negotiated',
    }),
    rows: [
      {
        name: 'X25519',
        primitive: 'key-agree',
        family: 'ECDH',
        curve: 'other/Curve25519',
        file: 'tls://broker.example:8883',
        symbol: 'x25519',
        state: 'negotiated',
        grade: 'observed',
        confidence: 'certain',
        origin: 'first-party',
      },
    ],
  },
  {
    claim: 'absence: no row',
    evidence: called(use('rc4'), at('config.h', 23), 'MBEDTLS_ARC4_C', { state: 'absent' }),
    rows: [],
  },
];

describe('the CBOM contract, read back', () => {
  it.each(CASES)('$claim', ({ evidence, rows }) => {
    const read = readCbom(cyclonedx17.render(report([evidence]))).map(({ ref: _ref, ...row }) => row);
    expect(read).toEqual([...rows].sort((a, b) => order(a, b)));
  });

  it('holds for all of them in one document: every row, and no other', () => {
    const read = readCbom(cyclonedx17.render(report(CASES.map(({ evidence }) => evidence))));
    const wanted = CASES.flatMap(({ rows }) => rows).map((row) => JSON.stringify(sorted(row)));
    expect(read.map(({ ref: _ref, ...row }) => JSON.stringify(sorted(row))).sort()).toEqual(wanted.sort());
    const components = new Set(read.map(({ ref }) => ref));
    const tuples = new Set(
      read.map(({ name, primitive, family, set, mode, padding, curve }) =>
        JSON.stringify([name, primitive, family, set, mode, padding, curve]),
      ),
    );
    expect(components.size).toBe(tuples.size);
  });

  it('in 1.6: no family, no primitive `key-wrap`, the curve by its plain name', () => {
    const rows = readCbom(cyclonedx16.render(report(CASES.map(({ evidence }) => evidence))));
    expect(rows.filter(({ family }) => family !== undefined)).toEqual([]);
    expect(rows.find(({ name }) => name === 'AES-128-KW')?.['primitive']).toBe('other');
    expect(rows.find(({ name }) => name === 'ECDH-secp256r1')?.['curve']).toBe('secp256r1');
  });

  it('says what is absent in properties', () => {
    const bom: Json = JSON.parse(cyclonedx17.render(report(CASES.map(({ evidence }) => evidence))));
    expect(list(get(bom, 'properties'))).toEqual([
      {
        name: 'pqready:absent',
        value: 'name=RC4;location=config.h;line=23;symbol=MBEDTLS_ARC4_C;state=absent;grade=source;confidence=certain;origin=first-party',
      },
    ]);
  });

  it('joins what a compound is made of by dependencies', () => {
    const bom: Json = JSON.parse(cyclonedx17.render(report(CASES.map(({ evidence }) => evidence))));
    const edges = new Map(list(get(bom, 'dependencies')).map((each) => [word(get(each, 'ref')), list(get(each, 'dependsOn'))]));
    expect(edges.get('crypto/algorithm/pbkdf2-hmac-sha-512')).toEqual(['crypto/algorithm/hmac-sha-512']);
    expect(edges.get('crypto/algorithm/hmac-sha-512')).toEqual(['crypto/algorithm/sha-512']);
    expect(edges.get('crypto/algorithm/x25519mlkem768')).toEqual(['crypto/algorithm/ml-kem-768', 'crypto/algorithm/x25519']);
  });
});

describe('the official schema', () => {
  const root = certificate({ sha256: 'a'.repeat(64), subject: 'CN=Root', issuer: 'CN=Root', isCa: true, subjectKeyId: '0a' });
  const suite = findCipherSuite('TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8');
  const everything = [
    ...CASES.map(({ evidence }) => evidence),
    seen(root, at('root.pem', 1)),
    seen(certificate({ sha256: 'b'.repeat(64), subject: 'CN=Lock', issuer: 'CN=Root', authorityKeyId: '0a', format: 'der' }), {
      at: 'bytes',
      path: 'lock.der',
      offset: 0,
      length: 500,
    }),
    seen(key({ encrypted: true }), at('lock.key', 1)),
    seen(key({ material: 'certificate-request', container: 'PKCS#10' }), at('lock.csr', 1)),
    seen(
      protocol({ protocol: 'dtls', suites: suite ? [suite] : [], groups: ['secp256r1'], schemes: ['ecdsa_secp256r1_sha256'] }),
      at('prj.conf', 1),
    ),
    seen(protocol({ protocol: 'lorawan', versions: [] }), at('prj.conf', 2)),
    seen(
      { kind: 'library', name: '@noble/curves', version: '2.4.0', purl: 'pkg:npm/%40noble/curves@2.4.0', symbol: '@noble/curves' },
      at('package.json', 9),
    ),
    seen({ kind: 'fact', fact: 'board', value: 'nrf52840dk', symbol: 'CONFIG_BOARD' }, at('.config', 9)),
  ];

  it.each([
    ['1.6', cyclonedx16],
    ['1.7', cyclonedx17],
  ] as const)('accepts every kind of asset in %s', (version, reporter) => {
    const document: unknown = JSON.parse(reporter.render(report(everything)));
    expect(cyclonedxErrors(version, document)).toEqual([]);
  });

  it('would not accept what it must not: the check can fail', () => {
    const document = JSON.parse(
      cyclonedx17
        .render(report([called(signing('fn-dsa'), at('a.c', 1), 'falcon')]))
        .replace('"primitive": "signature"', '"primitive": "signature", "algorithmFamily": "FN-DSA"'),
    );
    expect(cyclonedxErrors('1.7', document).length).toBeGreaterThan(0);
  });
});

function report(evidence: readonly Evidence[]): Report {
  const inventory = fuse({ subject: 'lock', evidence, gaps: [], coverage: COVERAGE, roles: [] });
  return {
    schemaVersion: 1,
    tool: { name: 'pqready', version: '0.1.0' },
    asOf: '2026-11-23' as IsoDate,
    inventory,
    productSource: 'none',
    targets: [],
    measurements: [],
    refused: [],
  };
}

function order(a: Row, b: Row): number {
  const [left = '', right = ''] = [a['name'], b['name']].map((name) => String(name).toLowerCase());
  return left < right ? -1 : left > right ? 1 : 0;
}

function sorted(row: Row): readonly (readonly [string, string | number | undefined])[] {
  return Object.entries(row)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
