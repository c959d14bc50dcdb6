// `pqready pqc encaps`, `decaps` and `agree`: a shared secret through ML-KEM or a hybrid, or between two classical keys.

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

interface AgreeOptions extends Omit<DecapsOptions, 'ciphertext'> {
  readonly peer: string;
}

/** Runs encaps. */
export async function runEncaps(options: EncapsOptions): Promise<void> {
  const library = await import('../../index.ts');
  const force = options.force === true;
  await requireFree([options.ciphertext, options.secret], force);
  const bytes = await readInput(options.key, KEY_FILE_BYTES);
  const { ciphertext, sharedSecret } = encapsulate();
  try {
    await writeOutput(options.ciphertext, ciphertext, { secret: false, force });
    await writeOutput(options.secret, sharedSecret, { secret: true, force });
  } finally {
    sharedSecret.fill(0);
  }
  note(`wrote ${options.ciphertext}: ciphertext, ${ciphertext.length} bytes`);
  note(`wrote ${options.secret}: shared secret, mode 0600`);

  function encapsulate(): ReturnType<typeof library.encapsulate> {
    const hybrid = options.algorithm?.toLowerCase() ?? '';
    if (library.isHybridKemId(hybrid)) return library.encapsulateHybrid(hybrid, bytes);
    const key = library.readPublicKey(bytes, library.toKeyReading(options.algorithm));
    return library.encapsulate(library.requireKemId(key.id), key.bytes);
  }
}

/** Runs decaps. */
export async function runDecaps(options: DecapsOptions): Promise<void> {
  const library = await import('../../index.ts');
  await requireFree([options.secret], options.force === true);
  const ciphertext = await readInput(options.ciphertext, KEY_FILE_BYTES);
  await writeSecret(await decapsulate(), options);
  note('a ciphertext that was changed gives another secret, not an error (FIPS 203 implicit rejection)');

  async function decapsulate(): Promise<Uint8Array> {
    const hybrid = options.algorithm?.toLowerCase() ?? '';
    if (!library.isHybridKemId(hybrid))
      return withPrivateKey(options, (key) => library.decapsulate(library.requireKemId(key.id), key.expanded, ciphertext));
    const bytes = await readInput(options.key, KEY_FILE_BYTES);
    try {
      return library.decapsulateHybrid(hybrid, bytes, ciphertext);
    } finally {
      bytes.fill(0);
    }
  }
}

/** Runs agree. */
export async function runAgree(options: AgreeOptions): Promise<void> {
  const library = await import('../../index.ts');
  await requireFree([options.secret], options.force === true);
  const peerBytes = await readInput(options.peer, KEY_FILE_BYTES);
  const secret = await withPrivateKey(options, (key) => {
    const id = library.requireAgreementId(key.id);
    return library.agree(id, key.expanded, library.readPublicKey(peerBytes, { id }).bytes);
  });
  await writeSecret(secret, options);
}

async function writeSecret(secret: Uint8Array, options: Pick<DecapsOptions, 'secret' | 'force'>): Promise<void> {
  try {
    await writeOutput(options.secret, secret, { secret: true, force: options.force === true });
  } finally {
    secret.fill(0);
  }
  note(`wrote ${options.secret}: shared secret, mode 0600`);
}
