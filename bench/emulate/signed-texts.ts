// Signatures by others for the kernels that only verify: OpenSSL's of SLH-DSA, and those of RFC 8554 and RFC 9858 of LMS and HSS.

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { hexToBytes } from '@noble/hashes/utils.js';
import type { SignedText } from './kernel-program.ts';

interface SlhDsaFile {
  readonly message: string;
  readonly context: string;
  readonly keys: readonly { readonly set: string; readonly publicKey: string; readonly signature: string }[];
}

interface LmsVector {
  readonly scheme: 'lms' | 'hss';
  readonly source: string;
  readonly publicKey: string;
  readonly message: string;
  readonly signature: string;
}

/** All twelve sets of SLH-DSA, then LMS and HSS. */
export function signedTexts(): readonly SignedText[] {
  const file: SlhDsaFile = JSON.parse(gunzipSync(readFileSync('profiles/vectors/slh-dsa/openssl.json.gz')).toString());
  const vectors: readonly LmsVector[] = JSON.parse(readFileSync('tests/fixtures/vectors/lms.json', 'utf8'));
  const [message, context] = [hexToBytes(file.message), hexToBytes(file.context)];
  const slh = file.keys.map(({ set, publicKey, signature }) => ({
    kernel: `pqr_${set.replace('slh-dsa-', 'slhdsa_').replace('-', '_')}_verify`,
    name: `${set} verify`,
    publicKey: hexToBytes(publicKey),
    signature: hexToBytes(signature),
    message,
    context,
  }));
  const lms = vectors.map((vector, index) => ({
    kernel: `pqr_${vector.scheme}_verify`,
    name: `${vector.scheme} verify ${index + 1}`,
    publicKey: hexToBytes(vector.publicKey),
    signature: hexToBytes(vector.signature),
    message: hexToBytes(vector.message),
    context: new Uint8Array(),
  }));
  return [...slh, ...lms];
}
