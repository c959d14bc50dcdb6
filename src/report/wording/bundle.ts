// What is wrong with a bundle, in a sentence.

import { BUNDLE_ENVELOPE, BUNDLE_MANIFEST, BUNDLE_STATEMENT, type BundleFault } from '../../model/bundle.ts';
import { toVisible } from '../escape.ts';

/** One fault, on one line. */
export function sayBundleFault(fault: BundleFault): string {
  return toVisible(say(fault));
}

function say(fault: BundleFault): string {
  switch (fault.fault) {
    case 'file-missing':
      return `${fault.path}: is missing`;
    case 'file-extra':
      return `${fault.path}: is not of this bundle`;
    case 'file-changed':
      return `${fault.path}: has changed since the bundle was written`;
    case 'not-a-file':
      return `${fault.path}: expected a plain file`;
    case 'manifest-missing':
      return `${BUNDLE_MANIFEST}: is missing`;
    case 'manifest-form':
      return `${BUNDLE_MANIFEST}: is not as pqready writes it`;
    case 'statement-form':
      return `${BUNDLE_STATEMENT}: ${fault.detail}`;
    case 'envelope-missing':
      return `${BUNDLE_ENVELOPE}: is missing; pqready report sign writes it`;
    case 'envelope-form':
      return `${BUNDLE_ENVELOPE}: ${fault.detail}`;
    case 'not-signed':
      return `${BUNDLE_ENVELOPE}: expected one signature of key ${fault.key}`;
    case 'signature-by-another':
      return `${BUNDLE_ENVELOPE}: has a signature of key ${fault.key}, which was not given`;
    case 'signature-invalid':
      return `${BUNDLE_ENVELOPE}: the signature of key ${fault.key} is not valid: ${fault.detail}`;
  }
}
