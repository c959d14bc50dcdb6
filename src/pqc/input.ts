// Checks on what a caller hands to a reference operation. Messages name lengths and clauses, never a byte of the input.

import { PqreadyError } from '../model/errors.ts';

/** Throws `bad-input` unless `bytes` is `expected` long. `what` is a name of the standard, `ML-KEM-768 ciphertext`. */
export function requireLength(bytes: Uint8Array, expected: number, what: string): void {
  if (bytes.length !== expected) throw new PqreadyError('bad-input', `${what}: expected ${expected} bytes, got ${bytes.length}`);
}
