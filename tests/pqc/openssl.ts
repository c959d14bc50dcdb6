// Fixtures made by OpenSSL 3.5: tests/fixtures/openssl/README.md says how.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { KeyId } from '../../src/pqc/encoding/key.ts';
import type { PrivateKeyForm } from '../../src/pqc/encoding/pkcs8.ts';
import type { SlhDsaId } from '../../src/pqc/slh-dsa-sets.ts';
import type { TlsHybridId } from '../../src/pqc/tls-hybrid.ts';
import { readText, SHIPPED } from './vector-files.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/openssl/', import.meta.url));

/** Bytes in hexadecimal. */
export interface SlhDsaFixture {
  readonly set: SlhDsaId;
  readonly privateKey: string;
  readonly publicKey: string;
  /** by OpenSSL, hedged, with the context */
  readonly signature: string;
  /** SHA-256 of our deterministic signature, which OpenSSL verified */
  readonly acceptedSha256: string;
}

/** One TLS 1.3 exchange up to OpenSSL's answer; bytes in hexadecimal. */
export interface TlsExchange {
  readonly group: TlsHybridId;
  readonly seeds: { readonly mlKem: string; readonly classical: string };
  readonly clientHello: string;
  readonly serverHello: string;
  readonly serverHandshakeTrafficSecret: string;
}

/** Keys and signatures of all twelve sets of SLH-DSA. */
export function slhDsaFixtures(): { readonly message: string; readonly context: string; readonly keys: readonly SlhDsaFixture[] } {
  return JSON.parse(readText(`${SHIPPED}slh-dsa/openssl.json.gz`));
}

/** One exchange for each hybrid group. */
export function tlsExchanges(): readonly TlsExchange[] {
  return JSON.parse(readFileSync(`${FOLDER}tls-hybrid.json`, 'utf8')).exchanges;
}

/** What OpenSSL wrote for one parameter set, and the digests of what we write for a fixed seed and OpenSSL read. */
export interface KeyFixture {
  readonly id: KeyId;
  readonly openssl: { readonly publicKey: string; readonly privateKey: string; readonly encrypted: string };
  /** the fixed seed in base64; SHA-256 of our SubjectPublicKeyInfo and of each PKCS #8 form */
  readonly accepted: Readonly<Record<'spki' | PrivateKeyForm, string>> & { readonly seedBytes: string };
  readonly kem?: { readonly ciphertext: string; readonly sharedSecret: string; readonly acceptedSha256: string };
  readonly signature?: { readonly bytes: string; readonly acceptedSha256: string };
}

/** Keys of all eighteen sets, certificates and a request of ours that OpenSSL verified; bytes in base64. */
export interface FormatFixtures {
  readonly message: string;
  readonly context: string;
  readonly passphrase: string;
  readonly keys: readonly KeyFixture[];
  readonly chain: { readonly certificates: Readonly<Record<string, string>>; readonly request: string };
}

/** The formats' fixtures. */
export function formatFixtures(): FormatFixtures {
  return JSON.parse(readText(`${FOLDER}formats.json.gz`));
}

/** The bytes of base64. */
export function fromBase64(text: string | undefined): Uint8Array {
  return new Uint8Array(Buffer.from(text ?? '', 'base64'));
}
