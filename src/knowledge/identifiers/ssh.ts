// Names of SSH key types and of the ciphers that protect OpenSSH private keys. RFC 4253, RFC 5656, RFC 8709; OpenSSH PROTOCOL.u2f,
// PROTOCOL.certkeys, PROTOCOL.key.

import type { AlgorithmId, AlgorithmUse } from '../../model/algorithm.ts';
import { type Says, toUse } from './row.ts';

type Row = readonly [algorithm: AlgorithmId, says?: Says];

const KEY_TYPES: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['ssh-rsa', ['rsa']],
  ['ssh-dss', ['dsa']],
  ['ssh-ed25519', ['ed25519', { curve: 'ed25519' }]],
  ['ssh-ed448', ['ed448', { curve: 'ed448' }]],
  ['ecdsa-sha2-nistp256', ['ecdsa', { curve: 'secp256r1' }]],
  ['ecdsa-sha2-nistp384', ['ecdsa', { curve: 'secp384r1' }]],
  ['ecdsa-sha2-nistp521', ['ecdsa', { curve: 'secp521r1' }]],
  ['sk-ssh-ed25519@openssh.com', ['ed25519', { curve: 'ed25519' }]],
  ['sk-ecdsa-sha2-nistp256@openssh.com', ['ecdsa', { curve: 'secp256r1' }]],
]);

const CIPHERS: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['aes128-cbc', ['aes', { keyBits: 128, mode: 'cbc' }]],
  ['aes192-cbc', ['aes', { keyBits: 192, mode: 'cbc' }]],
  ['aes256-cbc', ['aes', { keyBits: 256, mode: 'cbc' }]],
  ['aes128-ctr', ['aes', { keyBits: 128, mode: 'ctr' }]],
  ['aes192-ctr', ['aes', { keyBits: 192, mode: 'ctr' }]],
  ['aes256-ctr', ['aes', { keyBits: 256, mode: 'ctr' }]],
  ['aes128-gcm@openssh.com', ['aes', { keyBits: 128, mode: 'gcm' }]],
  ['aes256-gcm@openssh.com', ['aes', { keyBits: 256, mode: 'gcm' }]],
  ['3des-cbc', ['3des', { mode: 'cbc' }]],
  ['chacha20-poly1305@openssh.com', ['chacha20-poly1305', { keyBits: 256 }]],
]);

const CERTIFICATE_SUFFIX = '-cert-v01@openssh.com';

/** The use that an SSH key type names; a type that is not known keeps its name. */
export function findSshKeyType(type: string): AlgorithmUse {
  const plain = type.endsWith(CERTIFICATE_SUFFIX) ? type.slice(0, -CERTIFICATE_SUFFIX.length) : type;
  return toNamedUse(type, KEY_TYPES.get(plain) ?? KEY_TYPES.get(`${plain}@openssh.com`));
}

/** The use that an SSH cipher names. */
export function findSshCipher(name: string): AlgorithmUse {
  return { ...toNamedUse(name, CIPHERS.get(name)), functions: ['encrypt', 'decrypt'] };
}

function toNamedUse(written: string, [algorithm, says]: Row = ['unrecognised']): AlgorithmUse {
  return toUse(written, algorithm, says);
}
