// `pqready pqc encaps` and `pqready pqc decaps`: a shared secret through ML-KEM.

import { KEY_FILE_BYTES, readInput, requireFree, withPrivateKey, writeOutput } from '../files.ts';
import { note } from '../print.ts';

interface EncapsOptions {
  readonly key: string;
  readonly algorithm?: string;
  readonly ciphertext: string;
  readonly secret: string;
  readonly force?: boolean;
}

interface DecapsOptions extends EncapsOptions {
  readonly passphraseFile?: string;
}

/** Runs encaps. */
export async function runEncaps(options: EncapsOptions): Promise<void> {
  const library = await import('../../index.ts');
  const force = options.force === true;
  await requireFree([options.ciphertext, options.secret], force);
  const key = library.readPublicKey(await readInput(options.key, KEY_FILE_BYTES), library.toKeyReading(options.algorithm));
  const { ciphertext, sharedSecret } = library.encapsulate(library.requireKemId(key.id), key.bytes);
  try {
    await writeOutput(options.ciphertext, ciphertext, { secret: false, force });
    await writeOutput(options.secret, sharedSecret, { secret: true, force });
  } finally {
    sharedSecret.fill(0);
  }
  note(`wrote ${options.ciphertext}: ciphertext, ${ciphertext.length} bytes`);
  note(`wrote ${options.secret}: shared secret, mode 0600`);
}

/** Runs decaps. */
export async function runDecaps(options: DecapsOptions): Promise<void> {
  const library = await import('../../index.ts');
  const force = options.force === true;
  await requireFree([options.secret], force);
  const ciphertext = await readInput(options.ciphertext, KEY_FILE_BYTES);
  const sharedSecret = await withPrivateKey(options, (key) => library.decapsulate(library.requireKemId(key.id), key.expanded, ciphertext));
  try {
    await writeOutput(options.secret, sharedSecret, { secret: true, force });
  } finally {
    sharedSecret.fill(0);
  }
  note(`wrote ${options.secret}: shared secret, mode 0600`);
  note('a ciphertext that was changed gives another secret, not an error (FIPS 203 implicit rejection)');
}
