// What a caller writes of keys and messages, checked: names of algorithms, context strings, pre-hash functions.

import { fromHex } from '../formats/hex.ts';
import { PqreadyError } from '../model/errors.ts';
import type { KeyAgreementId } from '../pqc/classical.ts';
import { isClassicalKeyId } from '../pqc/encoding/classical-key.ts';
import { ANY_KEY_IDS, type AnyKeyId, isAnyKeyId, keyLengthsOf } from '../pqc/encoding/key.ts';
import type { KeyReading } from '../pqc/encoding/read-key.ts';
import { isPreHash, type MessageForm } from '../pqc/message-form.ts';
import { isMlKemId, type MlKemId } from '../pqc/parameter-sets.ts';

/** What is said of the form of a message. */
export interface MessageFormOptions {
  /** text, or `0x…` for bytes in hexadecimal */
  readonly context?: string;
  readonly preHash?: string;
  readonly externalMu?: boolean;
  readonly allowWeakHash?: boolean;
}

/** Checks a name. Throws `unknown-id`. */
export function toKeyReading(algorithm: string | undefined, passphrase?: string): KeyReading {
  const opened = passphrase === undefined ? {} : { passphrase };
  if (algorithm === undefined) return opened;
  const id = algorithm.toLowerCase();
  if (isAnyKeyId(id)) return { id, ...opened };
  throw new PqreadyError('unknown-id', `--algorithm: expected one of ${ANY_KEY_IDS.join(', ')}, got "${algorithm}"`);
}

/** The form of a message. Throws `usage` where options exclude each other, `unknown-id` on another hash. */
export function toMessageForm({ context, preHash, externalMu, allowWeakHash }: MessageFormOptions): MessageForm {
  if (externalMu === true) {
    if (context !== undefined || preHash !== undefined) throw new PqreadyError('usage', '--external-mu: μ already binds context and hash');
    return { form: 'external-mu' };
  }
  const bound = context === undefined ? {} : { context: toBytes(context) };
  if (preHash === undefined) return { form: 'pure', ...bound };
  const hash = preHash.toLowerCase();
  if (!isPreHash(hash)) throw new PqreadyError('unknown-id', `--pre-hash: expected a hash such as sha-512 or shake256, got "${preHash}"`);
  return { form: 'pre-hash', hash, ...bound, ...(allowWeakHash === true ? { weakHash: 'allow' as const } : {}) };
}

/** Throws `bad-input` unless the key is one of ML-KEM. */
export function requireKemId(id: AnyKeyId): MlKemId {
  if (isMlKemId(id)) return id;
  throw new PqreadyError('bad-input', `key: expected one of ML-KEM, found one of ${keyLengthsOf(id).name}`);
}

/** Throws `bad-input` unless the key agrees on a secret with another. */
export function requireAgreementId(id: AnyKeyId): KeyAgreementId {
  if (isClassicalKeyId(id) && id !== 'ed25519') return id;
  throw new PqreadyError('bad-input', `key: expected one of X25519, P-256, P-384 or P-521, found one of ${keyLengthsOf(id).name}`);
}

function toBytes(text: string): Uint8Array {
  if (!text.startsWith('0x')) return new TextEncoder().encode(text);
  const bytes = fromHex(text.slice(2));
  if (bytes === undefined) throw new PqreadyError('usage', '--context: expected hexadecimal after 0x');
  return bytes;
}
