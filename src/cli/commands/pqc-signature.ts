// `pqready pqc sign` and `pqready pqc verify`: ML-DSA, SLH-DSA, Ed25519 and ECDSA; LMS and HSS to verify.

import { EXIT } from '../exit.ts';
import { KEY_FILE_BYTES, MESSAGE_FILE_BYTES, readInput, requireFree, withPrivateKey, writeOutput } from '../files.ts';
import { note, result } from '../print.ts';

interface FormOptions {
  readonly key: string;
  readonly algorithm?: string;
  readonly in: string;
  readonly context?: string;
  readonly preHash?: string;
  readonly externalMu?: boolean;
}

interface SignOptions extends FormOptions {
  readonly out: string;
  readonly passphraseFile?: string;
  readonly testOnlyDeterministic?: boolean;
  readonly force?: boolean;
}

interface VerifyOptions extends FormOptions {
  readonly signature: string;
  readonly allowWeakHash?: boolean;
}

/** Runs sign. */
export async function runSign(options: SignOptions): Promise<void> {
  const library = await import('../../index.ts');
  await requireFree([options.out], options.force === true);
  const message = await readInput(options.in, MESSAGE_FILE_BYTES);
  const form = library.toMessageForm(options);
  const randomness = options.testOnlyDeterministic === true ? { randomness: 'deterministic' as const } : {};
  const { id, signature } = await withPrivateKey(options, (key) => ({
    id: key.id,
    signature: library.signAsKey(key, message, { form, ...randomness }),
  }));
  await writeOutput(options.out, signature, { secret: false, force: options.force === true });
  note(`wrote ${options.out}: ${id} signature, ${signature.length} bytes`);
  if (options.testOnlyDeterministic === true) note('signed without randomness: for tests only');
}

/** Runs verify: exit code 0 where the signature is valid, 1 where it is not. */
export async function runVerify(options: VerifyOptions): Promise<void> {
  const library = await import('../../index.ts');
  const keyBytes = await readInput(options.key, KEY_FILE_BYTES);
  const message = await readInput(options.in, MESSAGE_FILE_BYTES);
  const signature = await readInput(options.signature, KEY_FILE_BYTES);
  const verdict =
    options.algorithm === 'lms' || options.algorithm === 'hss'
      ? (options.algorithm === 'lms' ? library.verifyLms : library.verifyHss)({ publicKey: keyBytes, message, signature })
      : verifyWithKey();
  result(verdict.valid ? 'valid' : `not valid: ${verdict.reason}`);
  process.exitCode = verdict.valid ? EXIT.done : EXIT.broken;

  function verifyWithKey(): ReturnType<typeof library.verifyAsKey> {
    const key = library.readPublicKey(keyBytes, library.toKeyReading(options.algorithm));
    const form = library.toMessageForm(options);
    return library.verifyAsKey(key, { message, signature, form });
  }
}
