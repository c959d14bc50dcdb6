// `pqready pqc keygen`: a key pair of ML-KEM, ML-DSA, SLH-DSA, a hybrid or, to compare with, on a classical curve.

import type { HybridKemId } from '../../index.ts';
import { KEY_FILE_BYTES, readInput, readPassphrase, requireFree, writeOutput } from '../files.ts';
import { note, result } from '../print.ts';

interface KeygenOptions {
  readonly out: string;
  readonly public?: string;
  readonly format: 'pem' | 'der' | 'raw';
  readonly form?: 'seed' | 'expanded' | 'both';
  readonly passphraseFile?: string;
  readonly testOnlySeedFile?: string;
  readonly printPrivateKey?: boolean;
  readonly force?: boolean;
}

/** Runs it. */
export async function runKeygen(algorithm: string, options: KeygenOptions): Promise<void> {
  const library = await import('../../index.ts');
  const id = algorithm.toLowerCase();
  if (library.isHybridKemId(id)) return writeHybrid(id, options);
  if (!library.isAnyKeyId(id)) {
    const known = [...library.ANY_KEY_IDS, ...library.HYBRID_KEM_IDS].join(', ');
    throw new library.PqreadyError('unknown-id', `algorithm: expected one of ${known}, got "${algorithm}"`);
  }
  const toTerminal = options.out === '-';
  if (toTerminal && (options.printPrivateKey !== true || options.format !== 'pem')) {
    throw new library.PqreadyError('usage', '--out -: a private key is printed only as PEM and with --print-private-key');
  }
  const force = options.force === true;
  await requireFree([options.out, options.public], force);
  const seedFile = options.testOnlySeedFile;
  if (seedFile !== undefined && !library.isKeyId(id)) {
    throw new library.PqreadyError('usage', `--test-only-seed-file: a key of ${id} follows from no seed`);
  }
  const seed = seedFile === undefined ? undefined : await readInput(seedFile, KEY_FILE_BYTES);
  const key = seed === undefined || !library.isKeyId(id) ? library.generatePrivateKey(id) : library.privateKeyFromSeed(id, seed);
  const cleared = [key.expanded, ...[key.seed, seed].filter((each) => each !== undefined)];
  try {
    const privateBytes = await library.writePrivateKey(key, {
      format: options.format,
      ...(options.form === undefined ? {} : { form: options.form }),
      ...(options.passphraseFile === undefined ? {} : { passphrase: await readPassphrase(options.passphraseFile) }),
    });
    cleared.push(privateBytes);
    const publicBytes = library.writePublicKey(library.publicKeyOf(key), options.format);
    if (toTerminal) result(new TextDecoder().decode(privateBytes));
    else await writeOutput(options.out, privateBytes, { secret: true, force });
    if (options.public !== undefined) await writeOutput(options.public, publicBytes, { secret: false, force });
  } finally {
    for (const bytes of cleared) bytes.fill(0);
  }
  if (!toTerminal) note(`wrote ${options.out}: private key, mode 0600`);
  if (options.public !== undefined) note(`wrote ${options.public}: public key`);
  if (seedFile !== undefined) note('the key follows from a seed that was given: for tests only');
}

/** No RFC gives these keys an encoding, so they are written as they are. */
async function writeHybrid(id: HybridKemId, options: KeygenOptions): Promise<void> {
  const { generateHybridKeyPair, PqreadyError } = await import('../../index.ts');
  const { out, form, passphraseFile, testOnlySeedFile } = options;
  const isRaw = options.format === 'raw' && form === undefined && passphraseFile === undefined && testOnlySeedFile === undefined;
  if (!isRaw || out === '-') throw new PqreadyError('usage', `${id}: expected --format raw, and neither form, passphrase nor seed`);
  const force = options.force === true;
  await requireFree([out, options.public], force);
  const { publicKey, privateKey } = generateHybridKeyPair(id);
  try {
    await writeOutput(out, privateKey, { secret: true, force });
  } finally {
    privateKey.fill(0);
  }
  note(`wrote ${out}: private key, mode 0600`);
  if (options.public === undefined) return;
  await writeOutput(options.public, publicKey, { secret: false, force });
  note(`wrote ${options.public}: public key`);
}
