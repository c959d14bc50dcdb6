// Signatures in every form of message, with given randomness and without, byte for byte: ACVP's prompts of SLH-DSA, whose expected signatures
// the collection lacks, and what ML-DSA adds. OpenSSL knows no pre-hash: peer.mjs puts M′ together from OpenSSL's hash functions and identifiers.

import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planSigGen } from '../../../src/pqc/acvp/signature.ts';
import { parseVectorSet, type VectorCase, type VectorGroup } from '../../../src/pqc/acvp/vector-set.ts';
import { type PrivateKey, publicKeyOf } from '../../../src/pqc/encoding/key.ts';
import { toPkcs8Der } from '../../../src/pqc/encoding/pkcs8.ts';
import type { MessageForm, PreHash } from '../../../src/pqc/message-form.ts';
import type { SigningRequest } from '../../../src/pqc/operation.ts';
import { ML_DSA_IDS } from '../../../src/pqc/parameter-sets.ts';
import { sign, verify } from '../../../src/pqc/signature.ts';
import { SLH_DSA_IDS, type SlhDsaId } from '../../../src/pqc/slh-dsa-sets.ts';
import { COMPLETE, completePrompts, PROMPTS, readText } from '../vector-files.ts';
import { ourKey, ourPkcs8, ourSpki } from './keys.ts';
import { base64, bytesOf, HAS_OPENSSL_35, type Openssl, openOpenssl } from './node24.ts';
import { SMALL_IDS } from './table.ts';

/** Ours beside OpenSSL's, which are ACVP's too. */
const HASHES: readonly (readonly [PreHash, string])[] = [
  ['sha-224', 'SHA2-224'],
  ['sha-256', 'SHA2-256'],
  ['sha-384', 'SHA2-384'],
  ['sha-512', 'SHA2-512'],
  ['sha-512/224', 'SHA2-512/224'],
  ['sha-512/256', 'SHA2-512/256'],
  ['sha3-224', 'SHA3-224'],
  ['sha3-256', 'SHA3-256'],
  ['sha3-384', 'SHA3-384'],
  ['sha3-512', 'SHA3-512'],
  ['shake128', 'SHAKE-128'],
  ['shake256', 'SHAKE-256'],
];
const MESSAGE = utf8ToBytes('firmware 1.4.0');
const CONTEXT = utf8ToBytes('update');
const groups = parseVectorSet({ name: 'prompts', prompt: COMPLETE === undefined ? readText(PROMPTS) : completePrompts(COMPLETE) }).groups;

let openssl: Openssl;

describe.skipIf(!HAS_OPENSSL_35)('signatures in every form of message against OpenSSL 3.5', { timeout: 3_600_000 }, () => {
  beforeAll(() => {
    openssl = openOpenssl();
  }, 120_000);
  afterAll(() => openssl.close());

  it('the prompts are of every set, form and hash function, with randomness and without', () => {
    const kinds = new Set(groups.map(({ fields }) => [...fields].filter(([name]) => name !== 'tgId').join(' ')));
    expect([groups.length, kinds.size]).toEqual([72, 72]);
    const hashes = groups.flatMap(({ cases }) => cases.map(({ given }) => given.get('hashAlg'))).filter((hash) => hash !== undefined);
    expect([...new Set(hashes)].sort()).toEqual(HASHES.map(([, name]) => name).sort());
  });

  it.each(SLH_DSA_IDS)('%s: ACVP’s prompts: we verify OpenSSL’s signatures, and no changed ones', async (id) => {
    for (const { request, theirs } of await signByOpenssl(id)) {
      const asked = { publicKey: publicKeyOf(keyOf(request)).bytes, message: request.message, form: request.form };
      expect(verify(id, { ...asked, signature: theirs })).toEqual({ valid: true });
      const changed = theirs.with(theirs.length >> 1, (theirs[theirs.length >> 1] ?? 0) ^ 1);
      expect(verify(id, { ...asked, signature: changed })).toEqual({ valid: false, reason: 'signature-mismatch' });
    }
  });

  it.each(SLH_DSA_IDS.filter(signsHere))('%s: ACVP’s prompts: we sign the same bytes as OpenSSL', async (id) => {
    for (const { request, theirs, isFirst } of await signByOpenssl(id)) {
      if (isSlowest(id) && !isFirst) continue;
      const { expanded } = keyOf(request);
      const { message, form, randomness = 'deterministic' } = request;
      expect(bytesToHex(sign(id, { privateKey: expanded, message, form, randomness }))).toBe(bytesToHex(theirs));
    }
  });

  it.each(ML_DSA_IDS)('%s: internal, μ and each pre-hash: the same bytes, and each verifies the other’s', async (id) => {
    for (const [form, signed] of ML_DSA_FORMS) {
      for (const randomness of ['deterministic', new Uint8Array(32).fill(9)] as const) {
        const given = randomness === 'deterministic' ? {} : { randomness: base64(randomness) };
        const ours = sign(id, { privateKey: ourKey(id).expanded, message: signed.bytes, form, randomness });
        const asked = { spki: ourSpki(id), signature: base64(ours), ...signed.question };
        const [theirs, ...verdicts] = await openssl.ask(
          { op: 'signMessage', pkcs8: ourPkcs8(id), ...given, ...signed.question },
          { op: 'verifyMessage', ...asked },
          { op: 'verifyMessage', ...asked, message: base64(signed.bytes.with(0, 0)) },
        );
        expect(base64(ours)).toBe(theirs);
        expect(verdicts).toEqual([true, false]);
      }
    }
  });
});

type Signed = readonly [form: MessageForm, signed: { readonly bytes: Uint8Array; readonly question: Readonly<Record<string, string>> }];

const ML_DSA_FORMS: readonly Signed[] = [
  toSigned({ form: 'internal' }, MESSAGE),
  toSigned({ form: 'external-mu' }, new Uint8Array(64).fill(5)),
  ...HASHES.map(([hash, name]) => toSigned({ form: 'pre-hash', hash, context: CONTEXT, weakHash: 'allow' }, MESSAGE, { hash: name })),
];

function toSigned(form: MessageForm, bytes: Uint8Array, named: { readonly hash?: string } = {}): Signed {
  const context: { readonly context?: string } = 'context' in form && form.context !== undefined ? { context: base64(form.context) } : {};
  return [form, { bytes, question: { message: base64(bytes), form: form.form, ...context, ...named } }];
}

interface Prompted {
  readonly request: SigningRequest;
  readonly theirs: Uint8Array;
  /** of its group */
  readonly isFirst: boolean;
}

const signedByOpenssl = new Map<SlhDsaId, readonly Prompted[]>();

/** The prompts of a set with OpenSSL's signatures, made once. */
async function signByOpenssl(id: SlhDsaId): Promise<readonly Prompted[]> {
  const known = signedByOpenssl.get(id);
  if (known !== undefined) return known;
  const prompts = groups.flatMap((group) =>
    group.cases.flatMap((test, index) => {
      const { request } = planSigGen(group, test);
      return request.op === 'sign' && request.algorithm === id ? [{ group, test, request, isFirst: index === 0 }] : [];
    }),
  );
  const answers = await openssl.ask(...prompts.map(({ group, test, request }) => toQuestion(group, test, keyOf(request))));
  const signed = prompts.map(({ request, isFirst }, i) => ({
    // OpenSSL knows no weak pre-hash, and NIST's prompts pair every hash with every set.
    request: request.form.form === 'pre-hash' ? { ...request, form: { ...request.form, weakHash: 'allow' as const } } : request,
    theirs: bytesOf(answers[i]),
    isFirst,
  }));
  signedByOpenssl.set(id, signed);
  return signed;
}

/** From the members of the prompt as they stand, so that what our planner reads of them is tested too. */
function toQuestion({ fields }: VectorGroup, { given }: VectorCase, key: PrivateKey) {
  const bytesAt = (name: string, as: string) => (given.has(name) ? { [as]: base64(hexToBytes(String(given.get(name)))) } : {});
  const hash = given.get('hashAlg');
  const form = hash !== undefined ? 'pre-hash' : fields.get('signatureInterface') === 'internal' ? 'internal' : 'pure';
  return {
    op: 'signMessage',
    pkcs8: base64(toPkcs8Der(key, 'expanded')),
    form,
    ...(hash === undefined ? {} : { hash: String(hash) }),
    ...bytesAt('message', 'message'),
    ...bytesAt('context', 'context'),
    ...bytesAt('additionalRandomness', 'randomness'),
  };
}

function keyOf({ algorithm, key }: SigningRequest): PrivateKey {
  if (!('expanded' in key)) throw new Error('the prompts of SLH-DSA give expanded keys');
  return { id: algorithm, expanded: key.expanded };
}

/** One signature takes seconds: with the complete vectors. */
function signsHere(id: SlhDsaId): boolean {
  return COMPLETE !== undefined || !SMALL_IDS.includes(id);
}

/** One signature takes fifteen seconds: one of each group. */
function isSlowest(id: SlhDsaId): boolean {
  return SMALL_IDS.includes(id) && id.includes('shake');
}
