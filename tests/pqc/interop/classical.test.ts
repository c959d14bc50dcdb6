// Debian's openssl(1) instead of the OpenSSL inside Node: tests/pqc/classical.test.ts asks that one.

import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agree, type ClassicalSignatureId, type KeyAgreementId, signClassical, verifyClassical } from '../../../src/pqc/classical.ts';
import { HAS_OPENSSL, type OpensslFolder, openFolder } from './debian.ts';
import { AGREEMENT_IDS, CLASSICAL_IDS } from './table.ts';

const MESSAGE = utf8ToBytes('firmware 1.4.0');
const CURVES: Readonly<Record<ClassicalSignatureId | KeyAgreementId, string>> = {
  ed25519: 'Ed25519',
  x25519: 'X25519',
  secp256r1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
  'ecdsa-secp256r1-sha256': 'P-256',
  'ecdsa-secp384r1-sha384': 'P-384',
  'ecdsa-secp521r1-sha512': 'P-521',
};
let folder: OpensslFolder;
const file = (name: string): string => folder.file(name);
const openssl = (...args: readonly string[]): Uint8Array => folder.openssl(...args);

describe.skipIf(!HAS_OPENSSL)('classical signatures and secrets both ways with openssl(1)', () => {
  beforeAll(() => {
    folder = openFolder();
    writeFileSync(file('message'), MESSAGE);
  });
  afterAll(() => folder.close());

  it.each(CLASSICAL_IDS)('%s: it verifies ours, and we verify its', (id) => {
    const { privateKey, publicKey } = makeKey(id, 'signer');
    const digest = id === 'ed25519' ? [] : ['-digest', `sha${id.slice(-3)}`];
    const input = ['-rawin', ...digest, '-in', file('message')];
    const theirs = openssl('pkeyutl', '-sign', '-inkey', file('signer.key'), ...input);
    expect(verifyClassical(id, { publicKey, message: MESSAGE, signature: theirs })).toEqual({ valid: true });
    writeFileSync(file('signature'), signClassical(id, { privateKey, message: MESSAGE }));
    const verified = openssl('pkeyutl', '-verify', '-pubin', '-inkey', file('signer.pub'), '-sigfile', file('signature'), ...input);
    expect(Buffer.from(verified).toString()).toBe('Signature Verified Successfully\n');
  });

  it.each(AGREEMENT_IDS)('%s: both come to one secret', (id) => {
    const ours = makeKey(id, 'ours');
    const theirs = makeKey(id, 'theirs');
    const secret = openssl('pkeyutl', '-derive', '-inkey', file('theirs.key'), '-peerkey', file('ours.pub'));
    expect(bytesToHex(agree(id, ours.privateKey, theirs.publicKey))).toBe(bytesToHex(secret));
  });
});

/** A key that openssl(1) makes and writes beside its public half; its raw parts. */
function makeKey(id: ClassicalSignatureId | KeyAgreementId, name: string) {
  const curve = CURVES[id];
  const kind = curve.startsWith('P-') ? ['EC', '-pkeyopt', `ec_paramgen_curve:${curve}`] : [curve];
  openssl('genpkey', '-out', file(`${name}.key`), '-algorithm', ...kind);
  openssl('pkey', '-in', file(`${name}.key`), '-pubout', '-out', file(`${name}.pub`));
  const { d = '', x = '', y } = createPrivateKey(readFileSync(file(`${name}.key`))).export({ format: 'jwk' });
  const [privateKey, ...point] = [d, x, ...(y === undefined ? [] : [y])].map((part) => Buffer.from(part, 'base64url'));
  const publicKey = y === undefined ? Buffer.concat(point) : Buffer.concat([Buffer.of(4), ...point]);
  return { privateKey: new Uint8Array(privateKey ?? []), publicKey: new Uint8Array(publicKey) };
}
