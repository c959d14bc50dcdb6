// Verifies a signed bundle: both signatures over the statement, and the statement against every file. Everything that is wrong is said, not
// only the first thing.

import { BUNDLE_ENVELOPE, BUNDLE_STATEMENT, type BundleFault, type BundleVerdict } from '../model/bundle.ts';
import { verifyAsKey } from '../pqc/encoding/any-signature.ts';
import type { PublicKey } from '../pqc/encoding/key.ts';
import { type BundleFiles, checkFiles, isSame } from './bundle.ts';
import { type Envelope, PAYLOAD_TYPE, preAuthEncoding, readEnvelope } from './envelope.ts';
import { keyIdOf, requireBoth } from './keys.ts';

/** A public key with the name by which the operator knows it. */
export interface NamedKey {
  readonly name: string;
  readonly key: PublicKey;
}

/** The verdict on a bundle. Throws `usage` unless there is one key of each kind. */
export function verifyBundle(files: BundleFiles, keys: readonly NamedKey[]): BundleVerdict {
  requireBoth(keys.map(({ key }) => key.id));
  const ofFiles = checkFiles(files);
  const bytes = files.get(BUNDLE_ENVELOPE);
  if (bytes === undefined) return { faults: [...ofFiles, { fault: 'envelope-missing' }], signedBy: [] };
  const envelope = readEnvelope(bytes);
  if (typeof envelope === 'string') return { faults: [...ofFiles, { fault: 'envelope-form', detail: envelope }], signedBy: [] };
  const { faults, signedBy } = checkSignatures(envelope, keys);
  return { faults: [...ofFiles, ...checkPayload(envelope, files.get(BUNDLE_STATEMENT)), ...faults], signedBy };
}

// What was signed is the statement that lies beside it, byte for byte.
function checkPayload({ payloadType, payload }: Envelope, statement: Uint8Array | undefined): BundleFault[] {
  const wrongType: BundleFault[] =
    payloadType === PAYLOAD_TYPE ? [] : [{ fault: 'envelope-form', detail: `expected the payload type ${PAYLOAD_TYPE}` }];
  if (statement === undefined || isSame(payload, statement)) return wrongType;
  return [...wrongType, { fault: 'envelope-form', detail: `its payload is not ${BUNDLE_STATEMENT}` }];
}

// The key id only chooses which key to try; the key decides. Each key has to have signed, and nobody else.
function checkSignatures(envelope: Envelope, keys: readonly NamedKey[]): BundleVerdict {
  const message = preAuthEncoding(envelope.payloadType, envelope.payload);
  const faults: BundleFault[] = [];
  const signedBy: { name: string; key: string }[] = [];
  for (const { name, key } of keys) {
    const id = keyIdOf(key);
    const own = envelope.signatures.filter(({ keyid }) => keyid === id);
    const [first] = own;
    if (first === undefined || own.length > 1) {
      faults.push({ fault: 'not-signed', key: id });
      continue;
    }
    const verdict = verifyAsKey(key, { message, signature: first.sig });
    if (verdict.valid) signedBy.push({ name, key: id });
    else faults.push({ fault: 'signature-invalid', key: id, detail: verdict.reason });
  }
  const known = new Set(keys.map(({ key }) => keyIdOf(key)));
  const others = envelope.signatures.filter(({ keyid }) => !known.has(keyid));
  return { faults: [...faults, ...others.map(({ keyid }) => ({ fault: 'signature-by-another' as const, key: keyid }))], signedBy };
}
