// Edge cases of ML-DSA and SLH-DSA that the texts of FIPS 204 and FIPS 205 name: context strings, separation of forms, lengths, changed
// messages, keys and signatures, hint encodings, the bound of z, hedging. Keys follow from a fixed seed, so a run can be repeated.

import { sha256 } from '@noble/hashes/sha2.js';
import { shake256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PqcRequirementId } from '../../model/conformance.ts';
import { keyLengthsOf } from '../encoding/key.ts';
import type { MessageForm, PreHash } from '../message-form.ts';
import { hintOf, ML_DSA_ENCODINGS } from '../ml-dsa-encoding.ts';
import type { OperationRequest, SigningRequest, VerifyingRequest } from '../operation.ts';
import { isMlDsaId, ML_DSA_SEED_BYTES, type MlDsaId } from '../parameter-sets.ts';
import { generateSignatureKeyPair, type SignatureId, sign, verify } from '../signature.ts';
import { failed, type Outcome, PASSED } from '../vectors/judge.ts';
import type { ConformCase } from './cases.ts';
import { differs, examines, flip, gives, otherLengths, rejects, resultOf } from './edge.ts';
import { findRequirement } from './requirement-of.ts';

/** A key and one valid signature, of the reference or of OpenSSL. */
export interface SignatureMaterial {
  readonly set: SignatureId;
  readonly pk: Uint8Array;
  readonly sk: Uint8Array;
  readonly message: Uint8Array;
  readonly form: MessageForm;
  readonly signature: Uint8Array;
  /** SHA-256 of the deterministic signature, lowercase hex: it has one value */
  readonly deterministicSha256: string;
}

/** Key and signature of the reference. Those of SLH-DSA are OpenSSL's and ship: the small sets sign too slowly in JavaScript. */
export function toMlDsaMaterial(set: MlDsaId): SignatureMaterial {
  const seed = shake256(utf8ToBytes(`pqready conformance ${set}`), { dkLen: ML_DSA_SEED_BYTES });
  const { publicKey, privateKey } = generateSignatureKeyPair(set, seed);
  const message = utf8ToBytes('firmware 1.4.0');
  const form = { form: 'pure', context: utf8ToBytes('update') } as const;
  const signature = sign(set, { privateKey, message, form, randomness: 'deterministic' });
  return { set, pk: publicKey, sk: privateKey, message, form, signature, deterministicSha256: bytesToHex(sha256(signature)) };
}

/** All edge cases of a parameter set. */
export function edgeCasesOfSignature(material: SignatureMaterial): readonly ConformCase[] {
  return [
    ...validCases(material),
    ...changedCases(material),
    ...separationCases(material),
    ...lengthCases(material),
    ...contextCases(material),
    ...signingCases(material),
    ...preHashCases(material),
    ...(isMlDsaId(material.set) ? [...encodingCases(material, material.set), ...preHashedCases(material, material.set)] : []),
  ];
}

/** The requirements that both standards have, by their name without the family. */
type Shared =
  | 'verify'
  | 'sign'
  | 'reject-modified'
  | 'separation'
  | 'context'
  | 'signature-length'
  | 'public-key-length'
  | 'private-key-length'
  | 'keygen';

function named(
  { set }: SignatureMaterial,
  name: string,
  requirement: Shared,
): { readonly name: string; readonly requirement: PqcRequirementId } {
  return { name, requirement: `${isMlDsaId(set) ? 'ml-dsa' : 'slh-dsa'}-${requirement}` };
}

function toVerify({ set, pk, message, form, signature }: SignatureMaterial, change: Partial<VerifyingRequest> = {}): OperationRequest {
  return { op: 'verify', algorithm: set, pk, message, form, signature, ...change };
}

function validCases(material: SignatureMaterial): readonly ConformCase[] {
  return gives(named(material, 'valid', 'verify'), toVerify(material), [['valid', true]]);
}

/** One bit changed in the message, in the key, and along the signature. */
function changedCases(material: SignatureMaterial): readonly ConformCase[] {
  const { message, pk, signature } = material;
  const last = signature.length - 1;
  const offsets = [...new Set([0, 40, 70, last >> 2, last >> 1, (3 * last) >> 2])];
  // A bit of an ML-DSA signature may break the encoding of the hint or the bound of z: then that is what is examined.
  const rejected = (name: string, change: Partial<VerifyingRequest>): readonly ConformCase[] => {
    const request = toVerify(material, change);
    const told = findRequirement({ request, expected: { kind: 'rejected', reasons: [] } });
    return rejects({ name, requirement: told ?? named(material, name, 'reject-modified').requirement }, request);
  };
  return [
    ...rejected('message-changed', { message: flip(message, 0) }),
    ...rejected('message-longer', { message: Uint8Array.of(...message, 0) }),
    ...rejected('message-empty', { message: new Uint8Array() }),
    ...rejected('key-first', { pk: flip(pk, 0) }),
    ...rejected('key-last', { pk: flip(pk, pk.length - 1) }),
    ...[...offsets, last].flatMap((offset) => rejected(`signature-byte-${offset}`, { signature: flip(signature, offset) })),
    ...rejected('signature-zeros', { signature: new Uint8Array(signature.length) }),
    ...rejected('signature-ones', { signature: new Uint8Array(signature.length).fill(0xff) }),
  ];
}

/** The same signature asked for in another form, and with another context. */
function separationCases(material: SignatureMaterial): readonly ConformCase[] {
  const context = utf8ToBytes('update');
  const forms: readonly (readonly [string, MessageForm])[] = [
    ['no-context', { form: 'pure' }],
    ['other-context', { form: 'pure', context: utf8ToBytes('updatf') }],
    ['context-moved-to-message', { form: 'pure', context: utf8ToBytes('updat') }],
    ['as-pre-hash', { form: 'pre-hash', hash: 'sha-512', context }],
    ['as-internal', { form: 'internal' }],
  ];
  return forms.flatMap(([name, form]) => rejects(named(material, name, 'separation'), toVerify(material, { form })));
}

function lengthCases(material: SignatureMaterial): readonly ConformCase[] {
  const { pk, signature } = material;
  return [
    ...otherLengths(signature).flatMap(([name, other]) =>
      rejects(named(material, `signature-${name}`, 'signature-length'), toVerify(material, { signature: other })),
    ),
    ...otherLengths(pk).flatMap(([name, other]) =>
      rejects(named(material, `key-${name}`, 'public-key-length'), toVerify(material, { pk: other })),
    ),
  ];
}

/** 255 bytes are the longest context, and 256 must not wrap to none. */
function contextCases(material: SignatureMaterial): readonly ConformCase[] {
  const [longest, tooLong] = [toForm(255), toForm(256)];
  return [
    ...rejects(named(material, 'context-256', 'context'), toVerify(material, { form: tooLong })),
    ...RANDOMNESS.flatMap(([how, drawn]) => [
      ...rejects(named(material, `sign-context-256${how}`, 'context'), toSign(material, { form: tooLong, ...drawn })),
      ...examines(named(material, `sign-context-255${how}`, 'context'), toSign(material, { form: longest, ...drawn }), (results) =>
        judgeSigned({ ...material, form: longest, signature: resultOf(results, 'signature') }),
      ),
    ]),
  ];
}

/** An implementation may offer one and not the other. */
const RANDOMNESS: readonly (readonly [string, Pick<SigningRequest, 'randomness'>])[] = [
  ['', {}],
  ['-deterministic', { randomness: 'deterministic' }],
];

function toForm(contextBytes: number): MessageForm {
  return { form: 'pure', context: new Uint8Array(contextBytes).fill(7) };
}

function toSign({ set, sk, message, form }: SignatureMaterial, change: Partial<SigningRequest> = {}): OperationRequest {
  return { op: 'sign', algorithm: set, key: { expanded: sk }, message, form, ...change };
}

/** A signature that the implementation made, under the key and for the form it was asked with. */
function judgeSigned({ set, pk, message, form, signature }: SignatureMaterial): Outcome {
  const { valid } = verify(set, { publicKey: pk, message, form, signature });
  return valid ? PASSED : failed('the reference does not verify the signature');
}

/** What the implementation signs and generates with its own randomness must verify; what it signs without any must repeat. */
function signingCases(material: SignatureMaterial): readonly ConformCase[] {
  const { set, sk, deterministicSha256 } = material;
  const { name, privateKeyBytes } = keyLengthsOf(set);
  return [
    ...examines(named(material, 'sign-hedged', 'sign'), toSign(material), (results) =>
      judgeSigned({ ...material, signature: resultOf(results, 'signature') }),
    ),
    ...examines(named(material, 'sign-deterministic', 'sign'), toSign(material, { randomness: 'deterministic' }), (results) =>
      bytesToHex(sha256(resultOf(results, 'signature'))) === deterministicSha256
        ? PASSED
        : failed('the signature differs from the deterministic one'),
    ),
    ...(isMlDsaId(set) ? differs({ name: 'sign-twice', requirement: 'ml-dsa-hedged' }, toSign(material), 'signature') : []),
    ...otherLengths(sk).flatMap(([length, key]) =>
      RANDOMNESS.flatMap(([how, drawn]) =>
        rejects(named(material, `sign-key-${length}${how}`, 'private-key-length'), toSign(material, { key: { expanded: key }, ...drawn })),
      ),
    ),
    ...examines(named(material, 'keygen-own-seed', 'keygen'), { op: 'keygen', algorithm: set }, async (results, ask) => {
      const [made, secret] = [resultOf(results, 'pk'), resultOf(results, 'sk')];
      if (secret.length !== privateKeyBytes)
        return failed(`expected a ${name} private key of ${privateKeyBytes} bytes, got ${secret.length}`);
      const signed = await ask(toSign(material, { key: { expanded: secret } }));
      const signature = signed.kind === 'done' ? signed.results.get('signature') : undefined;
      if (signed.kind === 'unsupported') return { kind: 'skipped', why: signed.why };
      return signature instanceof Uint8Array
        ? judgeSigned({ ...material, pk: made, signature })
        : failed('the generated key does not sign');
    }),
  ];
}

/** A digest of 512 bits is strong enough for every set. */
const PRE_HASHES: readonly PreHash[] = ['sha-512', 'sha3-512', 'shake256'];

/** What the implementation signs with a pre-hash must verify. */
function preHashCases(material: SignatureMaterial): readonly ConformCase[] {
  const { set } = material;
  const requirement = isMlDsaId(set) ? 'ml-dsa-sign-pre-hash' : 'slh-dsa-sign-pre-hash';
  return PRE_HASHES.flatMap((hash) => {
    const form = { form: 'pre-hash', hash, context: utf8ToBytes('update') } as const;
    return examines({ name: `sign-${hash}`, requirement }, toSign(material, { form }), (results) =>
      judgeSigned({ ...material, form, signature: resultOf(results, 'signature') }),
    );
  });
}

/** What the reference signs with a pre-hash verifies, and under no other hash of the same length. */
function preHashedCases(material: SignatureMaterial, set: MlDsaId): readonly ConformCase[] {
  const { sk, message } = material;
  return PRE_HASHES.flatMap((hash, index) => {
    const form = { form: 'pre-hash', hash, context: utf8ToBytes('update') } as const;
    const signature = sign(set, { privateKey: sk, message, form, randomness: 'deterministic' });
    const other = PRE_HASHES[(index + 1) % PRE_HASHES.length] ?? 'sha-512';
    return [
      ...gives({ name: `verify-${hash}`, requirement: 'ml-dsa-verify-pre-hash' }, toVerify(material, { form, signature }), [
        ['valid', true],
      ]),
      ...rejects(
        named(material, `verify-${hash}-as-${other}`, 'separation'),
        toVerify(material, { form: { ...form, hash: other }, signature }),
      ),
    ];
  });
}

/** FIPS 204 Algorithm 21 (each way in which a hint can be encoded wrongly) and Algorithm 8 line 13 (z at and beyond γ1 − β). */
function encodingCases(material: SignatureMaterial, set: MlDsaId): readonly ConformCase[] {
  const { signature } = material;
  const hints = brokenHints(set, signature);
  return [
    ...hints.flatMap(([name, broken]) =>
      rejects({ name: `hint-${name}`, requirement: 'ml-dsa-hint-encoding' }, toVerify(material, { signature: broken })),
    ),
    ...brokenNorms(set, signature).flatMap(([name, broken]) =>
      rejects({ name: `z-${name}`, requirement: 'ml-dsa-z-norm' }, toVerify(material, { signature: broken })),
    ),
  ];
}

function brokenHints(set: MlDsaId, signature: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  const { k, omega } = ML_DSA_ENCODINGS[set];
  const start = signature.length - omega - k;
  const ends = hintOf(set, signature).subarray(omega);
  const [first = 0, total = 0] = [ends[0], ends[k - 1]];
  const patched = (changes: readonly (readonly [number, number])[]): Uint8Array => {
    const changed = signature.slice();
    for (const [offset, value] of changes) changed[start + offset] = value;
    return changed;
  };
  const [one = 0, two = 0] = signature.subarray(start, start + 2);
  return [
    ...(first >= 2
      ? ([
          [
            'descending',
            patched([
              [0, two],
              [1, one],
            ]),
          ],
          ['repeated', patched([[1, one]])],
        ] as const)
      : []),
    ...(total < omega ? ([['padding', patched([[omega - 1, 1]])]] as const) : []),
    ['count-beyond-omega', patched([[omega + k - 1, omega + 1]])],
    ['count-255', patched([[omega + k - 1, 255]])],
    ...(first > 0 ? ([['count-backwards', patched([[omega + 1, first - 1]])]] as const) : []),
  ];
}

/** The first coefficient of z set to γ1 − β, to its negative, and to the largest that the encoding holds. */
function brokenNorms(set: MlDsaId, signature: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  const { gamma1Bits, beta, challengeBytes } = ML_DSA_ENCODINGS[set];
  const gamma1 = 2 ** gamma1Bits;
  const bound = gamma1 - beta;
  const values = { 'at-bound': bound, 'at-negative-bound': -bound, largest: gamma1, smallest: 1 - gamma1 };
  return Object.entries(values).map(([name, value]) => {
    // Algorithm 17: γ1 − z in 1 + log2 γ1 bits, least significant bit first; the first three bytes hold the whole of it.
    const bits = gamma1 - value;
    const mask = 2 ** (gamma1Bits + 1) - 1;
    const [b0 = 0, b1 = 0, b2 = 0] = signature.subarray(challengeBytes, challengeBytes + 3);
    const held = ((b0 | (b1 << 8) | (b2 << 16)) & ~mask) | bits;
    const changed = signature.slice();
    changed.set([held & 0xff, (held >> 8) & 0xff, (held >> 16) & 0xff], challengeBytes);
    return [name, changed] as const;
  });
}
