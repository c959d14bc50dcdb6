// A key as the bytes of a file: PEM, DER or the raw bytes of the FIPS.

import { utf8ToBytes } from '@noble/hashes/utils.js';
import { PqreadyError } from '../../model/errors.ts';
import type { PrivateKey, PublicKey } from './key.ts';
import { encryptPkcs8 } from './pbes2.ts';
import { renderPem } from './pem.ts';
import { type PrivateKeyForm, toPkcs8Der } from './pkcs8.ts';
import { toSpkiDer } from './spki.ts';

/** How a key stands in a file. `raw`: as the FIPS encodes it, which does not say what it is. */
export type KeyFormat = 'pem' | 'der' | 'raw';

export interface PrivateKeyWriting {
  readonly format: KeyFormat;
  /** where absent: seed and expanded key where there is a seed, as OpenSSL writes by default */
  readonly form?: PrivateKeyForm;
  /** encrypts PKCS #8; not for `raw` */
  readonly passphrase?: string;
}

/** The bytes of a private key's file. Throws `bad-input` where the key cannot stand in that form. */
export async function writePrivateKey(key: PrivateKey, { format, form, passphrase }: PrivateKeyWriting): Promise<Uint8Array> {
  const chosen = form ?? (key.seed === undefined ? 'expanded' : 'both');
  if (format === 'raw') return toRaw(key, chosen, passphrase !== undefined);
  const plain = toPkcs8Der(key, chosen);
  if (passphrase === undefined && format === 'der') return plain;
  try {
    if (passphrase === undefined) return utf8ToBytes(renderPem('PRIVATE KEY', plain));
    const encrypted = await encryptPkcs8(plain, passphrase);
    return format === 'der' ? encrypted : utf8ToBytes(renderPem('ENCRYPTED PRIVATE KEY', encrypted));
  } finally {
    plain.fill(0);
  }
}

/** The bytes of a public key's file. */
export function writePublicKey(key: PublicKey, format: KeyFormat): Uint8Array {
  if (format === 'raw') return key.bytes;
  const der = toSpkiDer(key);
  return format === 'der' ? der : utf8ToBytes(renderPem('PUBLIC KEY', der));
}

function toRaw(key: PrivateKey, form: PrivateKeyForm, encrypted: boolean): Uint8Array {
  if (encrypted) throw new PqreadyError('bad-input', 'raw private key: cannot be encrypted; PEM and DER can');
  if (form !== 'seed') return key.expanded;
  if (key.seed === undefined) throw new PqreadyError('bad-input', 'raw private key: has no seed');
  return key.seed;
}
