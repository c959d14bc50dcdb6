// Puts the words of one name together: a size belongs to the mechanism it stands beside, a digest to the scheme that is built on it,
// a signature or KDF is the whole and its hash a part.

import type { AlgorithmId, AlgorithmUse, CipherMode, CurveId, Padding } from '../../model/algorithm.ts';
import { ALGORITHMS, primitiveOf, useOf } from '../algorithms.ts';
import { type Mechanism, toUse } from '../mechanism.ts';
import type { Word } from './words.ts';

interface Draft {
  algorithm: AlgorithmId;
  keyBits?: number;
  mode?: CipherMode;
  padding?: Padding;
  curve?: CurveId;
  digest?: AlgorithmId;
  tagBits?: number;
  outputBits?: number;
  parts: Draft[];
}

/** The use that the words make together, or undefined when they name no mechanism. */
export function composeUse(words: readonly (Word | number)[], written: string): AlgorithmUse | undefined {
  const drafts = toDrafts(words);
  const whole = drafts === undefined ? undefined : toWhole(drafts);
  return whole === undefined ? undefined : toUse(written, toMechanism(whole));
}

interface Reading {
  readonly drafts: Draft[];
  /** said before the first mechanism: `id-aes128`, `SHA256withRSA` */
  readonly before: { digest?: AlgorithmId; curve?: CurveId; bits?: number; mode?: CipherMode };
}

function toDrafts(words: readonly (Word | number)[]): readonly Draft[] | undefined {
  const reading: Reading = { drafts: [], before: {} };
  for (const word of words) {
    const taken = typeof word === 'number' ? takeNumber(reading, word) : takeWord(reading, word);
    if (!taken) return undefined;
  }
  const { drafts, before } = reading;
  if (before.mode !== undefined) return undefined;
  if (before.digest !== undefined)
    drafts.unshift({ algorithm: before.digest, parts: [], ...(before.bits === undefined ? {} : { outputBits: before.bits }) });
  if (drafts.length === 0 && before.curve !== undefined) drafts.push({ algorithm: 'ec', curve: before.curve, parts: [] });
  return drafts;
}

function takeWord({ drafts, before }: Reading, word: Word): boolean {
  if (word.algorithm !== undefined) drafts.push(startDraft(word.algorithm, word, before));
  const draft = drafts.at(-1);
  if (word.digest !== undefined && word.algorithm === undefined) return takeDigest({ drafts, before }, word.digest);
  if (word.mode !== undefined && word.algorithm === undefined && (draft === undefined || !isCipher(draft.algorithm))) {
    before.mode = word.mode; // `cbc(aes)`
    return draft !== undefined || word.bits === undefined;
  }
  if (draft === undefined) {
    if (word.curve !== undefined) before.curve = word.curve;
    return word.padding === undefined;
  }
  if (word.mode !== undefined) draft.mode = word.mode;
  if (word.padding !== undefined) draft.padding ??= word.padding; // OAEPWith…AndMGF1 stays OAEP
  if (word.curve !== undefined) draft.curve = word.curve;
  if (word.bits !== undefined) draft.keyBits = word.bits;
  return true;
}

function startDraft(algorithm: AlgorithmId, word: Word, before: Reading['before']): Draft {
  const draft: Draft = { algorithm, parts: [] };
  if (word.bits !== undefined) draft.keyBits = word.bits;
  if (word.digest !== undefined) draft.digest = word.digest;
  if (takesDigest(algorithm) && before.digest !== undefined) {
    draft.digest = before.digest;
    delete before.digest;
  }
  if (before.curve !== undefined) {
    draft.curve = before.curve;
    delete before.curve;
  }
  if (before.mode !== undefined && isCipher(algorithm)) {
    draft.mode = before.mode;
    delete before.mode;
  }
  if (before.bits !== undefined && before.digest === undefined) {
    draft.keyBits = before.bits;
    delete before.bits;
  }
  return draft;
}

function takeDigest({ drafts, before }: Reading, digest: AlgorithmId): boolean {
  const draft = drafts.at(-1);
  if (draft === undefined && before.digest === undefined) before.digest = digest;
  else if (draft !== undefined && takesDigest(draft.algorithm) && draft.digest === undefined) draft.digest = digest;
  else drafts.push({ algorithm: digest, parts: [] });
  return true;
}

const OAEP_DIGESTS: ReadonlyMap<number, AlgorithmId> = new Map([
  [1, 'sha-1'],
  [256, 'sha-256'],
  [384, 'sha-384'],
  [512, 'sha-512'],
]);

function takeNumber({ drafts, before }: Reading, bits: number): boolean {
  const draft = drafts.at(-1);
  if (draft === undefined) {
    if (before.bits !== undefined) return false;
    before.bits = bits;
    return true;
  }
  const primitive = primitiveOf(useOf(draft.algorithm));
  if ((draft.algorithm === 'rsaes-oaep' || draft.padding === 'oaep') && OAEP_DIGESTS.has(bits)) {
    const digest = OAEP_DIGESTS.get(bits); // RFC 7518 §4.3: RSA-OAEP-256
    if (digest !== undefined) draft.digest = digest;
  } else if (primitive === 'hash' || primitive === 'xof') draft.outputBits ??= bits;
  else if (primitive === 'mac' && draft.digest !== undefined) draft.tagBits = bits;
  else if (draft.mode === 'ccm' && bits === 8) draft.mode = 'ccm8';
  else if (draft.mode !== undefined && bits <= 16)
    draft.tagBits = 8 * bits; // IKE writes the tag in octets: aes256gcm16
  else if (draft.keyBits !== undefined) draft.tagBits = bits;
  else draft.keyBits = bits;
  return true;
}

function isCipher(algorithm: AlgorithmId): boolean {
  return ALGORITHMS[algorithm].primitive === 'block-cipher' || algorithm === 'rsa';
}

const ON_DIGEST: ReadonlySet<string> = new Set(['mac', 'kdf', 'signature', 'pke', 'key-agree', 'drbg']);

function takesDigest(algorithm: AlgorithmId): boolean {
  const { primitive } = ALGORITHMS[algorithm];
  return (ON_DIGEST.has(primitive) || algorithm === 'ec') && !ON_CIPHER.has(algorithm);
}

// Built on a block cipher that stands beside them: AES-CMAC, CTR_DRBG.
const ON_CIPHER: ReadonlySet<AlgorithmId> = new Set(['cmac', 'gmac', 'cbc-mac', 'ctr-drbg']);

function toWhole(drafts: readonly Draft[]): Draft | undefined {
  const first = drafts[0];
  if (first === undefined) return undefined;
  const whole = drafts.find((draft) => ON_CIPHER.has(draft.algorithm) || isPostQuantumKem(draft.algorithm)) ?? first;
  whole.parts.push(...drafts.filter((draft) => draft !== whole));
  if (whole.algorithm === 'pbes1' && drafts.some((draft) => draft.algorithm === 'hmac')) whole.algorithm = 'pbes2';
  settleRsa(whole);
  settlePbkdf(whole);
  return whole;
}

function isPostQuantumKem(algorithm: AlgorithmId): boolean {
  return ALGORITHMS[algorithm].primitive === 'kem';
}

// `RSA-SHA256` is a signature with PKCS #1 v1.5 (RFC 8017 §8.2); `RSA/ECB/PKCS1Padding` is a cipher, and the ECB in it means nothing.
function settleRsa(whole: Draft): void {
  if (whole.algorithm !== 'rsa' && whole.algorithm !== 'rsassa-pkcs1') return;
  const isCipher = whole.mode !== undefined;
  delete whole.mode;
  if (whole.padding === 'pss') whole.algorithm = 'rsassa-pss';
  else if (whole.padding === 'oaep') whole.algorithm = 'rsaes-oaep';
  else if (whole.padding === 'pkcs1v15' && isCipher) whole.algorithm = 'rsaes-pkcs1';
  else if (whole.digest !== undefined) whole.algorithm = 'rsassa-pkcs1';
}

// PBKDF2 runs over a pseudorandom function, in practice HMAC: the hash is the hash of that.
function settlePbkdf(whole: Draft): void {
  if (whole.algorithm !== 'pbkdf2') return;
  const hmac = whole.parts.find((part) => part.algorithm === 'hmac');
  if (hmac === undefined && whole.digest !== undefined) whole.parts.push({ algorithm: 'hmac', digest: whole.digest, parts: [] });
  else if (hmac?.digest !== undefined) whole.digest = hmac.digest;
}

function toMechanism(draft: Draft): Mechanism {
  const { parts, ...rest } = draft;
  const inside = parts.some((part) => part.digest === draft.digest);
  const ofDigest = draft.digest === undefined || inside ? [] : [{ algorithm: draft.digest }];
  const all = [...parts.map(toMechanism), ...ofDigest];
  return { ...rest, ...(all.length === 0 ? {} : { parts: all }) };
}
