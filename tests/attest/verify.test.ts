// A signed bundle: both signatures are required, and whatever changes in it is found.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkFiles } from '../../src/attest/bundle.ts';
import { readEnvelope, renderEnvelope } from '../../src/attest/envelope.ts';
import { keyIdOf } from '../../src/attest/keys.ts';
import { signStatement } from '../../src/attest/sign.ts';
import { PREDICATE_TYPE, renderStatement } from '../../src/attest/statement.ts';
import { verifyBundle } from '../../src/attest/verify.ts';
import { BUNDLE_ENVELOPE, BUNDLE_MANIFEST, BUNDLE_STATEMENT, renderManifest } from '../../src/model/bundle.ts';
import { generatePrivateKey, publicKeyOf } from '../../src/pqc/encoding/key.ts';
import { SAMPLE } from '../report/sample.ts';
import { bundle, ECDSA, KEYS, ML_DSA, OTHER, texts } from './given.ts';

let signed = new Map<string, Uint8Array>();
beforeAll(() => {
  signed = bundle();
});

function faultsOf(files: ReadonlyMap<string, Uint8Array | undefined>): string[] {
  return verifyBundle(files, KEYS).faults.map((each) => ('path' in each ? `${each.fault} ${each.path}` : each.fault));
}

/** The bundle with one file replaced. */
function withFile(path: string, bytes: Uint8Array | undefined): Map<string, Uint8Array | undefined> {
  return new Map<string, Uint8Array | undefined>(signed).set(path, bytes);
}

function file(path: string): Uint8Array {
  const bytes = signed.get(path);
  if (bytes === undefined) throw new Error(`no ${path}`);
  return bytes;
}

describe('a signed bundle', () => {
  it('verifies with both keys, in any order', () => {
    const verdict = verifyBundle(signed, KEYS);
    expect(verdict).toEqual({ faults: [], signedBy: KEYS.map(({ name, key }) => ({ name, key: keyIdOf(key) })) });
    expect(verifyBundle(signed, [...KEYS].reverse()).faults).toEqual([]);
  });

  it('has one classical signature and one of ML-DSA over the same statement', () => {
    const envelope = readEnvelope(file(BUNDLE_ENVELOPE));
    if (typeof envelope === 'string') throw new Error(envelope);
    expect(envelope.payload).toEqual(file(BUNDLE_STATEMENT));
    // FIPS 204 Table 2: a signature of ML-DSA-44 has 2420 bytes
    expect(envelope.signatures.map(({ sig }) => sig.length).filter((length) => length === 2420)).toHaveLength(1);
    expect(envelope.signatures).toHaveLength(2);
  });

  it.each(['report.json', 'index.html', 'evidence/facts.ndjson', BUNDLE_STATEMENT, BUNDLE_MANIFEST, BUNDLE_ENVELOPE])(
    'is found out for a flipped bit of %s',
    (path) => {
      const bytes = file(path);
      const stride = Math.max(1, Math.floor(bytes.length / 150));
      for (let at = 0; at < bytes.length; at += stride) {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
        expect(faultsOf(withFile(path, flipped)), `byte ${at}`).not.toEqual([]);
      }
    },
    60_000,
  );

  it('is found out for any byte put in place of another, anywhere', () => {
    const paths = [...signed.keys()];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 1, max: 255 }), (path, place, by) => {
        const bytes = file(path).slice();
        const at = place % bytes.length;
        bytes[at] = ((bytes[at] ?? 0) + by) & 0xff;
        expect(faultsOf(withFile(path, bytes))).not.toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it.each(['report.json', 'index.html', 'evidence/facts.ndjson', BUNDLE_STATEMENT, BUNDLE_MANIFEST, BUNDLE_ENVELOPE])(
    'is found out for %s cut short, grown or gone',
    (path) => {
      const bytes = file(path);
      expect(faultsOf(withFile(path, bytes.slice(0, -1)))).not.toEqual([]);
      expect(faultsOf(withFile(path, Uint8Array.of(...bytes, 0x0a)))).not.toEqual([]);
      const without = new Map(signed);
      without.delete(path);
      expect(faultsOf(without)).not.toEqual([]);
    },
  );

  it('names missing, extra and changed files, and what is no file', () => {
    const files = new Map<string, Uint8Array | undefined>(signed);
    files.delete('index.html');
    files.set('evidence/more.ndjson', utf8ToBytes('{}'));
    files.set('link', undefined);
    files.set('report.json', utf8ToBytes('{}'));
    expect(faultsOf(files)).toEqual(
      expect.arrayContaining(['file-missing index.html', 'file-extra evidence/more.ndjson', 'not-a-file link', 'file-changed report.json']),
    );
  });

  it('is found out where files and manifest were changed together', () => {
    const files = new Map(signed).set('report.json', utf8ToBytes('{"a": 2}\n'));
    files.set(BUNDLE_MANIFEST, utf8ToBytes(manifestOf(files)));
    expect(faultsOf(files)).toEqual(['statement-form']);
  });

  it('is found out where files, manifest and statement were changed together, by both signatures', () => {
    const changed = new Map([['report.json', '{"a": 2}\n']]);
    const files = new Map<string, Uint8Array>(
      [...changed, [BUNDLE_STATEMENT, renderStatement(SAMPLE, changed)] as const].map(([path, text]) => [path, utf8ToBytes(text)]),
    );
    files.set(BUNDLE_MANIFEST, utf8ToBytes(manifestOf(files)));
    files.set(BUNDLE_ENVELOPE, file(BUNDLE_ENVELOPE));
    expect(faultsOf(files)).toEqual(['envelope-form']);
    const envelope = readEnvelope(file(BUNDLE_ENVELOPE));
    const statement = files.get(BUNDLE_STATEMENT);
    if (typeof envelope === 'string' || statement === undefined) throw new Error('no envelope');
    files.set(BUNDLE_ENVELOPE, utf8ToBytes(renderEnvelope({ ...envelope, payload: statement })));
    expect(faultsOf(files)).toEqual(['signature-invalid', 'signature-invalid']);
  });
});

describe('both signatures', () => {
  it.each([
    ['signed by another key of ML-DSA', [ECDSA, OTHER], ['not-signed', 'signature-by-another']],
    [
      'signed by two strangers',
      [generatePrivateKey('ed25519'), OTHER],
      ['not-signed', 'not-signed', 'signature-by-another', 'signature-by-another'],
    ],
  ] as const)('are required: %s', (_name, signers, expected) => {
    expect(faultsOf(bundle(signers))).toEqual(expected);
  });

  it('are required: one of them taken out, doubled or put in the other’s place', () => {
    const envelope = readEnvelope(file(BUNDLE_ENVELOPE));
    if (typeof envelope === 'string') throw new Error(envelope);
    const [classical, postQuantum] = envelope.signatures;
    if (classical === undefined || postQuantum === undefined) throw new Error('two signatures');
    const wrote = (...signatures: (typeof envelope.signatures)[number][]): string[] =>
      faultsOf(withFile(BUNDLE_ENVELOPE, utf8ToBytes(renderEnvelope({ ...envelope, signatures }))));
    expect(wrote(classical)).toEqual(['not-signed']);
    expect(wrote(postQuantum)).toEqual(['not-signed']);
    expect(wrote()).toEqual(['not-signed', 'not-signed']);
    expect(wrote(classical, classical, postQuantum)).toEqual(['not-signed']);
    expect(wrote({ ...classical, sig: postQuantum.sig }, { ...postQuantum, sig: classical.sig })).toEqual([
      'signature-invalid',
      'signature-invalid',
    ]);
  });

  it('are required of an unsigned bundle', () => {
    expect(faultsOf(bundle([]))).toEqual(['envelope-missing']);
    expect(checkFiles(bundle([]))).toEqual([]);
  });

  it.each([
    ['one key', [ECDSA]],
    ['two of ML-DSA', [ML_DSA, OTHER]],
    ['two classical ones', [ECDSA, generatePrivateKey('ed25519')]],
    ['a key that agrees', [generatePrivateKey('x25519'), ML_DSA]],
    ['a key of ML-KEM', [ECDSA, generatePrivateKey('ml-kem-512')]],
    ['none', []],
  ])('are refused from %s', (_name, keys) => {
    expect(() => signStatement(utf8ToBytes('{}'), keys)).toThrow(/expected/);
    expect(() =>
      verifyBundle(
        signed,
        keys.map((key) => ({ name: 'k', key: publicKeyOf(key) })),
      ),
    ).toThrow(/expected/);
  });
});

describe('the statement', () => {
  it('is an in-toto statement over every file and every image', () => {
    const statement: unknown = JSON.parse(renderStatement(SAMPLE, new Map([['report.json', 'hello']])));
    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: PREDICATE_TYPE,
      subject: [
        // the digest that the sample's facts carry
        { name: 'image:lock', digest: { sha256: '201df239d3f2938af827f4b2be03d9bd0f1abaf801b2135952e3a6a20d834e4d' } },
        // sha256sum of "hello"
        { name: 'report.json', digest: { sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824' } },
      ],
    });
  });

  it('is the same text every time, and says nothing of a law', () => {
    const text = renderStatement(SAMPLE, texts());
    expect(renderStatement(structuredClone(SAMPLE), texts())).toBe(text);
    expect(text).not.toMatch(/compliant|conform|\bmet\b|\bpass/i);
  });
});

function manifestOf(files: ReadonlyMap<string, Uint8Array>): string {
  const listed = [...files].filter(([path]) => path !== BUNDLE_MANIFEST && path !== BUNDLE_ENVELOPE);
  return renderManifest(new Map(listed.map(([path, bytes]) => [path, bytesToHex(sha256(bytes))])));
}
