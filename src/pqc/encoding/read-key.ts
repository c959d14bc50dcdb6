// A key from a file as people have them: PEM, DER or the raw bytes of the FIPS; plain or encrypted; or a certificate, for its key.

import { childrenOf } from '../../formats/algorithm-identifier.ts';
import { isMalformed, readElement } from '../../formats/der.ts';
import { readPem } from '../../formats/pem.ts';
import { PqreadyError } from '../../model/errors.ts';
import { readSubjectKey } from './certificate.ts';
import { type AnyKeyId, isKeyId, keyLengthsOf, type PrivateKey, type PublicKey, privateKeyFromSeed } from './key.ts';
import { decryptPkcs8 } from './pbes2.ts';
import { sayLabel, saySafely } from './pem.ts';
import { isEncryptedPkcs8, readPkcs8Der } from './pkcs8.ts';
import { readSpkiDer } from './spki.ts';

/** What a raw key is of, and what opens an encrypted one. */
export interface KeyReading {
  /** for raw bytes, which do not say it */
  readonly id?: AnyKeyId;
  readonly passphrase?: string;
}

/** A public key, or the subject's key of a certificate or request. Throws `bad-input`. */
export function readPublicKey(bytes: Uint8Array, { id }: KeyReading = {}): PublicKey {
  const { label, der } = toDerBlock(bytes);
  if (label === undefined && id !== undefined && bytes.length === keyLengthsOf(id).publicKeyBytes) return { id, bytes };
  if (label?.endsWith('PRIVATE KEY'))
    throw new PqreadyError('bad-input', `public key: expected a public key or certificate, found ${sayLabel(label)}`);
  const key = isSigned(der) ? readSubjectKey(der) : readSpkiDer(der);
  return requireId(key, id);
}

/** A private key. A raw one may be the expanded key or the seed. Throws `bad-input`. `bytes` stay the caller's to clear. */
export async function readPrivateKey(bytes: Uint8Array, { id, passphrase }: KeyReading = {}): Promise<PrivateKey> {
  const { label, der } = toDerBlock(bytes);
  if (label === undefined && id !== undefined) {
    const { privateKeyBytes, seedBytes } = keyLengthsOf(id);
    if (bytes.length === privateKeyBytes) return { id, expanded: bytes.slice() };
    if (isKeyId(id) && bytes.length === seedBytes) return privateKeyFromSeed(id, bytes.slice());
  }
  try {
    return requireId(await readPkcs8(der, passphrase), id);
  } finally {
    if (label !== undefined) der.fill(0); // what PEM was decoded into
  }
}

async function readPkcs8(der: Uint8Array, passphrase: string | undefined): Promise<PrivateKey> {
  if (!isEncryptedPkcs8(der)) return readPkcs8Der(der).key;
  if (passphrase === undefined) throw new PqreadyError('bad-input', 'private key: is encrypted, and no passphrase was given');
  const opened = await decryptPkcs8(der, passphrase);
  try {
    return readPkcs8Der(opened).key;
  } finally {
    opened.fill(0);
  }
}

/** The DER of a file: of its first PEM block, or the bytes themselves. Throws `bad-input` on a broken block. */
export function openPem(bytes: Uint8Array): Uint8Array {
  return toDerBlock(bytes).der;
}

/** The first block of PEM, or the bytes themselves. */
function toDerBlock(bytes: Uint8Array): { readonly label?: string; readonly der: Uint8Array } {
  const { blocks, problems } = readPem(bytes);
  const [block] = blocks;
  if (block !== undefined) return { label: block.label, der: block.body };
  const [problem] = problems;
  if (problem === undefined) return { der: bytes };
  throw new PqreadyError(
    'bad-input',
    `PEM ${sayLabel(problem.label)}: offset ${problem.offset}: expected ${saySafely(problem.label, problem.expected)}, found ${problem.found}`,
  );
}

function isSigned(der: Uint8Array): boolean {
  const top = readElement(der, 0);
  const children = isMalformed(top) ? [] : childrenOf(der, top);
  return children.length === 3 && children[2]?.tag === 0x03;
}

function requireId<K extends PublicKey | PrivateKey>(key: K, id: AnyKeyId | undefined): K {
  if (id !== undefined && key.id !== id) {
    throw new PqreadyError('bad-input', `key: expected one of ${keyLengthsOf(id).name}, found one of ${keyLengthsOf(key.id).name}`);
  }
  return key;
}
