// `pqready report sign`: both signatures over a bundle.

import type { PrivateKey } from '../../index.ts';
import { withPrivateKey } from '../files.ts';
import { note } from '../print.ts';

interface SignOptions {
  readonly key: readonly string[];
  readonly passphraseFile: readonly string[];
  readonly force?: boolean;
}

/** Runs it. */
export async function runReportSign(bundle: string, { key, passphraseFile, force }: SignOptions): Promise<void> {
  const library = await import('../../index.ts');
  if (passphraseFile.length > 1 && passphraseFile.length !== key.length)
    throw new library.PqreadyError('usage', `--passphrase-file: expected one, or one for each --key, got ${passphraseFile.length}`);
  const files = key.map((path, index) => ({ path, passphrase: passphraseFile[index] ?? passphraseFile[0] }));
  await withKeys(files, [], (keys) => library.signReport(bundle, keys, { force: force === true }));
  note(`signed ${bundle} with ${key.join(' and ')}`);
}

interface KeyFile {
  readonly path: string;
  readonly passphrase: string | undefined;
}

/** Opens one key after the other; each is cleared when all have been used. */
async function withKeys(
  [first, ...rest]: readonly KeyFile[],
  open: readonly PrivateKey[],
  use: (keys: readonly PrivateKey[]) => void,
): Promise<void> {
  if (first === undefined) return use(open);
  const opened = first.passphrase === undefined ? {} : { passphraseFile: first.passphrase };
  await withPrivateKey({ key: first.path, ...opened }, async (key) => withKeys(rest, [...open, key], use));
}
