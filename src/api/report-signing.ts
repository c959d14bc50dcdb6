// Signatures over a report bundle as functions: a classical key and one of ML-DSA sign its statement, and both are required of it.

import { checkFiles } from '../attest/bundle.ts';
import { signStatement } from '../attest/sign.ts';
import { type NamedKey, verifyBundle } from '../attest/verify.ts';
import { writeBundleFile } from '../io/bundle.ts';
import { readBundleFiles } from '../io/bundle-files.ts';
import { BUNDLE_ENVELOPE, BUNDLE_STATEMENT, type BundleFault, type BundleVerdict } from '../model/bundle.ts';
import { PqreadyError } from '../model/errors.ts';
import type { PrivateKey } from '../pqc/encoding/key.ts';
import { sayBundleFault } from '../report/wording/bundle.ts';

export type { NamedKey } from '../attest/verify.ts';
export type { BundleFault, BundleVerdict } from '../model/bundle.ts';
export { sayBundleFault } from '../report/wording/bundle.ts';

/**
 * Writes the envelope of a bundle. Throws `usage` unless there is one classical key and one of ML-DSA, `bad-input` where the bundle is not as
 * it was written, `output-exists` where it is signed already and `force` is not given.
 */
export function signReport(folder: string, keys: readonly PrivateKey[], { force = false }: { readonly force?: boolean } = {}): void {
  const files = readBundleFiles(folder);
  const faults = checkFiles(files);
  const statement = files.get(BUNDLE_STATEMENT);
  if (faults.length > 0 || statement === undefined) throw new PqreadyError('bad-input', `${folder}: not signed: ${sayFirst(faults)}`);
  if (files.has(BUNDLE_ENVELOPE) && !force)
    throw new PqreadyError('output-exists', `${folder}: is signed already (${BUNDLE_ENVELOPE}); --force signs it anew`);
  writeBundleFile(folder, BUNDLE_ENVELOPE, signStatement(statement, keys));
}

/** The verdict on a signed bundle. Throws `usage` unless there is one classical key and one of ML-DSA. */
export function verifyReport(folder: string, keys: readonly NamedKey[]): BundleVerdict {
  return verifyBundle(readBundleFiles(folder), keys);
}

function sayFirst(faults: readonly BundleFault[]): string {
  const [first] = faults;
  if (first === undefined) return 'it has no statement';
  return faults.length > 1 ? `${sayBundleFault(first)} (and ${faults.length - 1} more)` : sayBundleFault(first);
}
