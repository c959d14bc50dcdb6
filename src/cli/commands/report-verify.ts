// `pqready report verify`: both signatures of a bundle, and every file of it.

import { basename } from 'node:path';
import { EXIT } from '../exit.ts';
import { KEY_FILE_BYTES, readInput } from '../files.ts';
import { result } from '../print.ts';

interface VerifyOptions {
  readonly key: readonly string[];
  readonly json?: boolean;
}

/** Runs it: exit code 0 where everything is as it was signed by both, 1 where anything is not. */
export async function runReportVerify(bundle: string, { key: paths, json }: VerifyOptions): Promise<void> {
  const library = await import('../../index.ts');
  const keys = [];
  for (const path of paths) keys.push({ name: basename(path), key: library.readPublicKey(await readInput(path, KEY_FILE_BYTES)) });
  const { faults, signedBy } = library.verifyReport(bundle, keys);
  const valid = faults.length === 0;
  if (json === true) {
    result(JSON.stringify({ schemaVersion: 1, valid, signedBy, faults }, null, 2));
  } else {
    const said = faults.map((fault) => `  ${library.sayBundleFault(fault)}`);
    const keysSaid = signedBy.map(({ name, key }) => `  signed by ${name}, key ${key}`);
    result([valid ? 'valid' : 'not valid', ...keysSaid, ...said].join('\n'));
  }
  process.exitCode = valid ? EXIT.done : EXIT.broken;
}
