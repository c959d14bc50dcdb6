// Signs a bundle's statement with both keys: one DSSE envelope, two signatures over the same pre-authentication encoding.

import { signAsKey } from '../pqc/encoding/any-signature.ts';
import { type PrivateKey, publicKeyOf } from '../pqc/encoding/key.ts';
import { PAYLOAD_TYPE, preAuthEncoding, renderEnvelope } from './envelope.ts';
import { keyIdOf, requireBoth } from './keys.ts';

/** The envelope of a statement, as a file. ECDSA in DER with the k of RFC 6979, ML-DSA pure, hedged, with an empty context. Throws `usage` unless there is one key of each kind. */
export function signStatement(statement: Uint8Array, keys: readonly PrivateKey[]): string {
  requireBoth(keys.map(({ id }) => id));
  const message = preAuthEncoding(PAYLOAD_TYPE, statement);
  const signatures = keys.map((key) => ({ keyid: keyIdOf(publicKeyOf(key)), sig: signAsKey(key, message) }));
  return renderEnvelope({ payload: statement, payloadType: PAYLOAD_TYPE, signatures });
}
