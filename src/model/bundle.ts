// A report bundle as a set of files: which file lists the others, which states them for signing, which holds the signatures; and what a
// verifier may find wrong with it.

import { compareText } from './order.ts';

/** Lists every other file but the envelope, for `sha256sum -c`. */
export const BUNDLE_MANIFEST = 'MANIFEST.sha256';
/** The in-toto statement, unsigned, for any signer. */
export const BUNDLE_STATEMENT = 'statement.intoto.json';
/** The DSSE envelope that `pqready report sign` writes. */
export const BUNDLE_ENVELOPE = 'report.dsse.json';

/** First line of the manifest: by it a folder is known as ours. */
export const MANIFEST_HEAD = '# pqready bundle; verify with: sha256sum -c MANIFEST.sha256';

/** The manifest of paths and their SHA-256 in lowercase hex; the same files give the same bytes. */
export function renderManifest(digests: ReadonlyMap<string, string>): string {
  const lines = [...digests].sort(([a], [b]) => compareText(a, b)).map(([path, sha256]) => `${sha256}  ${path}`);
  return `${[MANIFEST_HEAD, ...lines].join('\n')}\n`;
}

/** What is wrong with a bundle. `key` is the SHA-256 of a public key's SubjectPublicKeyInfo. */
export type BundleFault =
  | { readonly fault: 'file-missing' | 'file-extra' | 'file-changed' | 'not-a-file'; readonly path: string }
  | { readonly fault: 'manifest-missing' | 'manifest-form' | 'envelope-missing' }
  | { readonly fault: 'statement-form' | 'envelope-form'; readonly detail: string }
  | { readonly fault: 'not-signed' | 'signature-by-another'; readonly key: string }
  | { readonly fault: 'signature-invalid'; readonly key: string; readonly detail: string };

/** A bundle with no fault has every file as it was signed. */
export interface BundleVerdict {
  readonly faults: readonly BundleFault[];
  /** keys whose signature over the statement is valid, as they were given */
  readonly signedBy: readonly { readonly name: string; readonly key: string }[];
}
