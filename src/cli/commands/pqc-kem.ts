// `pqready pqc encaps` and `pqready pqc decaps`: a shared secret through ML-KEM.

import { KEY_FILE_BYTES, readInput, readPassphrase, requireFree, writeOutput } from '../files.ts';
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
  await writeOutput(options.ciphertext, ciphertext, { secret: false, force });
  await writeOutput(options.secret, sharedSecret, { secret: true, force });
  sharedSecret.fill(0);
  note(`wrote ${options.ciphertext}: ciphertext, ${ciphertext.length} bytes`);
  note(`wrote ${options.secret}: shared secret, mode 0600`);
}

/** Runs decaps. */
export async function runDecaps(options: DecapsOptions): Promise<void> {
  const library = await import('../../index.ts');
  const passphrase = options.passphraseFile === undefined ? undefined : await readPassphrase(options.passphraseFile);
  const key = await library.readPrivateKey(
    await readInput(options.key, KEY_FILE_BYTES),
    library.toKeyReading(options.algorithm, passphrase),
  );
  const ciphertext = await readInput(options.ciphertext, KEY_FILE_BYTES);
  const sharedSecret = library.decapsulate(library.requireKemId(key.id), key.expanded, ciphertext);
  await writeOutput(options.secret, sharedSecret, { secret: true, force: options.force === true });
  sharedSecret.fill(0);
  key.expanded.fill(0);
  key.seed?.fill(0);
  note(`wrote ${options.secret}: shared secret, mode 0600`);
  note('a ciphertext that was changed gives another secret, not an error (FIPS 203 implicit rejection)');
}
