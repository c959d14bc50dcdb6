// A small bundle in memory and on disk, and keys to sign it.

import { execFileSync } from 'node:child_process';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { signStatement } from '../../src/attest/sign.ts';
import { renderStatement } from '../../src/attest/statement.ts';
import type { NamedKey } from '../../src/attest/verify.ts';
import { BUNDLE_ENVELOPE, BUNDLE_MANIFEST, BUNDLE_STATEMENT, renderManifest } from '../../src/model/bundle.ts';
import { generatePrivateKey, type PrivateKey, publicKeyOf } from '../../src/pqc/encoding/key.ts';
import { INVENTORY_ONLY } from '../report/sample.ts';

/** Both kinds of key, made anew for each run. */
export const ECDSA: PrivateKey = generatePrivateKey('secp256r1');
export const ML_DSA: PrivateKey = generatePrivateKey('ml-dsa-44');
export const OTHER: PrivateKey = generatePrivateKey('ml-dsa-44');

/** The public halves as a verifier is given them. */
export const KEYS: readonly [NamedKey, NamedKey] = [
  { name: 'ecdsa.pub', key: publicKeyOf(ECDSA) },
  { name: 'ml-dsa.pub', key: publicKeyOf(ML_DSA) },
];

/** The texts of a bundle, small enough to flip every byte. */
export function texts(): Map<string, string> {
  const files = new Map([
    ['report.json', '{"a": 1}\n'],
    ['index.html', '<!doctype html>\n'],
    ['evidence/facts.ndjson', '{}\n'],
  ]);
  return files.set(BUNDLE_STATEMENT, renderStatement(INVENTORY_ONLY, files));
}

/** The bundle as a verifier reads it, signed unless said otherwise. */
export function bundle(signers: readonly PrivateKey[] | undefined = [ECDSA, ML_DSA]): Map<string, Uint8Array> {
  const written = texts();
  const manifest = renderManifest(new Map([...written].map(([path, text]) => [path, bytesToHex(sha256(utf8ToBytes(text)))])));
  const files = new Map([...written, [BUNDLE_MANIFEST, manifest] as const].map(([path, text]) => [path, utf8ToBytes(text)]));
  const statement = files.get(BUNDLE_STATEMENT);
  if (signers.length > 0 && statement !== undefined) files.set(BUNDLE_ENVELOPE, utf8ToBytes(signStatement(statement, signers)));
  return files;
}

/** What `openssl` prints. */
export function openssl(...args: readonly string[]): string {
  return execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
