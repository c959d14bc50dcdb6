// Names of SSH: key types, signatures, key exchanges, ciphers, MACs. RFC 4253, RFC 4344, RFC 4419, RFC 5647, RFC 5656, RFC 6668, RFC 8268,
// RFC 8332, RFC 8709, RFC 8731; OpenSSH PROTOCOL, PROTOCOL.u2f, PROTOCOL.certkeys, PROTOCOL.key; draft-ietf-sshm-mlkem-hybrid-kex,
// draft-ietf-sshm-ntruprime-ssh. The IANA registry "Secure Shell (SSH) Protocol Parameters" lists them.

import type { AlgorithmId, AlgorithmUse, CurveId } from '../../model/algorithm.ts';
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
  ['3des-ctr', ['3des', { mode: 'ctr' }]],
  ['chacha20-poly1305@openssh.com', ['chacha20-poly1305', { keyBits: 256 }]],
  ['chacha20-poly1305', ['chacha20-poly1305', { keyBits: 256 }]],
  ['aes128-gcm', ['aes', { keyBits: 128, mode: 'gcm' }]],
  ['aes256-gcm', ['aes', { keyBits: 256, mode: 'gcm' }]],
  ['AEAD_AES_128_GCM', ['aes', { keyBits: 128, mode: 'gcm' }]],
  ['AEAD_AES_256_GCM', ['aes', { keyBits: 256, mode: 'gcm' }]],
  ['rijndael-cbc@lysator.liu.se', ['aes', { keyBits: 256, mode: 'cbc' }]],
  ['arcfour', ['rc4', { keyBits: 128 }]],
  ['arcfour128', ['rc4', { keyBits: 128 }]],
  ['arcfour256', ['rc4', { keyBits: 256 }]],
  ['blowfish-cbc', ['blowfish', { keyBits: 128, mode: 'cbc' }]],
  ['blowfish-ctr', ['blowfish', { keyBits: 256, mode: 'ctr' }]],
  ['cast128-cbc', ['cast5', { keyBits: 128, mode: 'cbc' }]],
  ['cast128-ctr', ['cast5', { keyBits: 128, mode: 'ctr' }]],
  ['idea-cbc', ['idea', { mode: 'cbc' }]],
  ['des-cbc', ['des', { mode: 'cbc' }]],
  ...family('twofish', 'twofish'),
  ...family('serpent', 'serpent'),
  ...family('camellia', 'camellia'),
  ['twofish-cbc', ['twofish', { keyBits: 256, mode: 'cbc' }]],
]);

function family(name: string, algorithm: AlgorithmId): readonly (readonly [string, Row])[] {
  return ([128, 192, 256] as const).flatMap((keyBits) =>
    (['cbc', 'ctr'] as const).map((mode): readonly [string, Row] => [`${name}${keyBits}-${mode}`, [algorithm, { keyBits, mode }]]),
  );
}

const DH = (keyBits: number, digest: AlgorithmId): Row => ['ffdh', { keyBits, digest }];
const ECDH = (curve: CurveId, digest: AlgorithmId): Row => ['ecdh', { curve, digest }];
const GROUP_EXCHANGE_1: Row = ['ffdh', { digest: 'sha-1' }];
const GROUP_EXCHANGE_256: Row = ['ffdh', { digest: 'sha-256' }];

const KEY_EXCHANGES: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['mlkem768x25519-sha256', ['x25519mlkem768', { digest: 'sha-256' }]],
  ['mlkem768nistp256-sha256', ['secp256r1mlkem768', { digest: 'sha-256' }]],
  ['mlkem1024nistp384-sha384', ['secp384r1mlkem1024', { digest: 'sha-384' }]],
  ['sntrup761x25519-sha512', ['sntrup761x25519', { digest: 'sha-512' }]],
  ['sntrup761x25519-sha512@openssh.com', ['sntrup761x25519', { digest: 'sha-512' }]],
  ['curve25519-sha256', ['x25519', { digest: 'sha-256' }]],
  ['curve25519-sha256@libssh.org', ['x25519', { digest: 'sha-256' }]],
  ['curve448-sha512', ['x448', { digest: 'sha-512' }]],
  ['ecdh-sha2-nistp256', ECDH('secp256r1', 'sha-256')],
  ['ecdh-sha2-nistp384', ECDH('secp384r1', 'sha-384')],
  ['ecdh-sha2-nistp521', ECDH('secp521r1', 'sha-512')],
  ['ecmqv-sha2', ['ecmqv']],
  ['diffie-hellman-group1-sha1', DH(1024, 'sha-1')],
  ['diffie-hellman-group14-sha1', DH(2048, 'sha-1')],
  ['diffie-hellman-group14-sha256', DH(2048, 'sha-256')],
  ['diffie-hellman-group15-sha512', DH(3072, 'sha-512')],
  ['diffie-hellman-group16-sha512', DH(4096, 'sha-512')],
  ['diffie-hellman-group17-sha512', DH(6144, 'sha-512')],
  ['diffie-hellman-group18-sha512', DH(8192, 'sha-512')],
  ['diffie-hellman-group-exchange-sha1', GROUP_EXCHANGE_1],
  ['diffie-hellman-group-exchange-sha256', GROUP_EXCHANGE_256],
  ['rsa1024-sha1', ['rsaes-oaep', { keyBits: 1024, digest: 'sha-1' }]],
  ['rsa2048-sha256', ['rsaes-oaep', { keyBits: 2048, digest: 'sha-256' }]],
  ['gss-gex-sha1-', GROUP_EXCHANGE_1],
  ['gss-group1-sha1-', DH(1024, 'sha-1')],
  ['gss-group14-sha1-', DH(2048, 'sha-1')],
  ['gss-group14-sha256-', DH(2048, 'sha-256')],
  ['gss-group16-sha512-', DH(4096, 'sha-512')],
  ['gss-nistp256-sha256-', ECDH('secp256r1', 'sha-256')],
  ['gss-curve25519-sha256-', ['x25519', { digest: 'sha-256' }]],
]);

const SIGNATURES: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['ssh-rsa', ['rsassa-pkcs1', { digest: 'sha-1' }]],
  ['rsa-sha2-256', ['rsassa-pkcs1', { digest: 'sha-256' }]],
  ['rsa-sha2-512', ['rsassa-pkcs1', { digest: 'sha-512' }]],
  ['x509v3-ssh-rsa', ['rsassa-pkcs1', { digest: 'sha-1' }]],
  ['x509v3-rsa2048-sha256', ['rsassa-pkcs1', { keyBits: 2048, digest: 'sha-256' }]],
  ['ssh-dss', ['dsa', { digest: 'sha-1' }]],
  ['ssh-ed25519', ['ed25519']],
  ['ssh-ed448', ['ed448']],
  ['sk-ssh-ed25519@openssh.com', ['ed25519']],
  ['ecdsa-sha2-nistp256', ['ecdsa', { curve: 'secp256r1', digest: 'sha-256' }]],
  ['ecdsa-sha2-nistp384', ['ecdsa', { curve: 'secp384r1', digest: 'sha-384' }]],
  ['ecdsa-sha2-nistp521', ['ecdsa', { curve: 'secp521r1', digest: 'sha-512' }]],
  ['sk-ecdsa-sha2-nistp256@openssh.com', ['ecdsa', { curve: 'secp256r1', digest: 'sha-256' }]],
  ['webauthn-sk-ecdsa-sha2-nistp256@openssh.com', ['ecdsa', { curve: 'secp256r1', digest: 'sha-256' }]],
]);

const MACS: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['hmac-sha2-256', ['hmac', { digest: 'sha-256' }]],
  ['hmac-sha2-512', ['hmac', { digest: 'sha-512' }]],
  ['hmac-sha1', ['hmac', { digest: 'sha-1' }]],
  ['hmac-sha1-96', ['hmac', { digest: 'sha-1' }]],
  ['hmac-md5', ['hmac', { digest: 'md5' }]],
  ['hmac-md5-96', ['hmac', { digest: 'md5' }]],
  ['hmac-ripemd160', ['hmac', { digest: 'ripemd-160' }]],
  ['umac-64', ['umac']],
  ['umac-128', ['umac']],
  ['AEAD_AES_128_GCM', ['aes', { keyBits: 128, mode: 'gcm' }]],
  ['AEAD_AES_256_GCM', ['aes', { keyBits: 256, mode: 'gcm' }]],
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

/** The use that a key exchange method names; undefined for one that is not known. RFC 4462 puts the digest of a mechanism after `gss-…-`. */
export function findSshKex(name: string): AlgorithmUse | undefined {
  const row =
    KEY_EXCHANGES.get(name) ?? (name.startsWith('gss-') ? KEY_EXCHANGES.get(name.slice(0, name.lastIndexOf('-') + 1)) : undefined);
  return row === undefined ? undefined : { ...toNamedUse(name, row), functions: ['keyderive'] };
}

/** The use that a host key or public key algorithm names: the signature, where `findSshKeyType` tells the key. */
export function findSshSignature(name: string): AlgorithmUse | undefined {
  const plain = name.endsWith(CERTIFICATE_SUFFIX) ? name.slice(0, -CERTIFICATE_SUFFIX.length) : name;
  const row = SIGNATURES.get(plain) ?? SIGNATURES.get(`${plain}@openssh.com`);
  return row === undefined ? undefined : { ...toNamedUse(name, row), functions: ['sign', 'verify'] };
}

/** The use that a MAC names, with and without "encrypt then MAC" (`-etm@openssh.com`). */
export function findSshMac(name: string): AlgorithmUse | undefined {
  const row = MACS.get(name.replace(/(?:-etm)?@openssh\.com$|@openssh\.com$/, ''));
  return row === undefined ? undefined : { ...toNamedUse(name, row), functions: ['tag'] };
}

/** True for a cipher that is known by name. */
export function isSshCipher(name: string): boolean {
  return CIPHERS.has(name);
}

/** Every name of a list, for patterns such as `-*-cbc`. */
export function sshNames(list: 'kex' | 'host-key' | 'cipher' | 'mac'): readonly string[] {
  const table = { kex: KEY_EXCHANGES, 'host-key': SIGNATURES, cipher: CIPHERS, mac: MACS }[list];
  return [...table.keys()].filter((name) => !name.endsWith('-'));
}

function toNamedUse(written: string, [algorithm, says]: Row = ['unrecognised']): AlgorithmUse {
  return toUse(written, algorithm, says);
}
