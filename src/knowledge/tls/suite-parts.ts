// What the name of a cipher suite says: key exchange, authentication, cipher with mode and key bits, and the hash of its MAC or PRF.
// Names are regular since RFC 2246 (`TLS_kex_auth_WITH_cipher_hash`); TLS 1.3 names have no key exchange (RFC 8446 B.4).

import type { AlgorithmId, AlgorithmUse } from '../../model/algorithm.ts';
import { type Mechanism, mechanism, toUse } from '../mechanism.ts';

const ECDH: Mechanism = mechanism('ecdh', { functions: ['keyderive'] });
const DH: Mechanism = mechanism('ffdh', { functions: ['keyderive'] });
const ECDSA: Mechanism = mechanism('ecdsa', { functions: ['sign', 'verify'] });
const DSS: Mechanism = mechanism('dsa', { functions: ['sign', 'verify'] });
// TLS 1.2 may sign with PKCS#1 v1.5 or PSS (RFC 8446 4.2.3): the suite says only RSA.
const RSA_SIGN: Mechanism = mechanism('rsa', { functions: ['sign', 'verify'] });
// RFC 5246 7.4.7.1: the premaster secret is encrypted with RSAES-PKCS1-v1_5.
const RSA_TRANSPORT: Mechanism = mechanism('rsaes-pkcs1', { functions: ['encrypt', 'decrypt'] });
const SRP: Mechanism = mechanism('srp', { digest: 'sha-1', functions: ['keyderive'] });

/** What stands before `_WITH_`, in the parts it is made of. A pre-shared key and Kerberos are no algorithm here. */
const KEY_EXCHANGES: ReadonlyMap<string, readonly Mechanism[]> = new Map([
  ['RSA', [RSA_TRANSPORT]],
  ['RSA_PSK', [RSA_TRANSPORT]],
  ['RSA_EXPORT', [{ ...RSA_TRANSPORT, keyBits: 512 }]],
  ['DH_DSS', [DH, DSS]],
  ['DH_RSA', [DH, RSA_SIGN]],
  ['DHE_DSS', [DH, DSS]],
  ['DHE_RSA', [DH, RSA_SIGN]],
  ['DH_DSS_EXPORT', [{ ...DH, keyBits: 512 }, DSS]],
  ['DH_RSA_EXPORT', [{ ...DH, keyBits: 512 }, RSA_SIGN]],
  ['DHE_DSS_EXPORT', [{ ...DH, keyBits: 512 }, DSS]],
  ['DHE_RSA_EXPORT', [{ ...DH, keyBits: 512 }, RSA_SIGN]],
  ['DH_anon', [DH]],
  ['DH_anon_EXPORT', [{ ...DH, keyBits: 512 }]],
  ['DHE_PSK', [DH]],
  ['PSK_DHE', [DH]], // RFC 6655 turned the words round
  ['ECDH_ECDSA', [ECDH, ECDSA]],
  ['ECDH_RSA', [ECDH, RSA_SIGN]],
  ['ECDHE_ECDSA', [ECDH, ECDSA]],
  ['ECDHE_RSA', [ECDH, RSA_SIGN]],
  ['ECDHE_PSK', [ECDH]],
  ['ECDH_anon', [ECDH]],
  ['ECJPAKE', [mechanism('j-pake', { curve: 'secp256r1', functions: ['keyderive'] })]],
  ['SRP_SHA', [SRP]],
  ['SRP_SHA_RSA', [SRP, RSA_SIGN]],
  ['SRP_SHA_DSS', [SRP, DSS]],
  ['PSK', []],
  ['KRB5', []],
  ['KRB5_EXPORT', []],
]);

const MODES: ReadonlyMap<string, Mechanism['mode']> = new Map([
  ['CBC', 'cbc'],
  ['GCM', 'gcm'],
  ['CCM', 'ccm'],
  ['CCM_8', 'ccm8'],
]);

/** Ciphers whose names do not follow `NAME_BITS_MODE`. */
const CIPHERS: ReadonlyMap<string, readonly Mechanism[]> = new Map([
  ['NULL', []],
  ['RC4_128', [mechanism('rc4', { keyBits: 128 })]],
  ['RC4_40', [mechanism('rc4', { keyBits: 40 })]],
  ['RC2_CBC_40', [mechanism('rc2', { keyBits: 40, mode: 'cbc' })]],
  ['DES_CBC', [mechanism('des', { mode: 'cbc' })]],
  ['DES40_CBC', [mechanism('des', { keyBits: 40, mode: 'cbc' })]],
  ['DES_CBC_40', [mechanism('des', { keyBits: 40, mode: 'cbc' })]],
  ['3DES_EDE_CBC', [mechanism('3des', { keyBits: 168, mode: 'cbc' })]],
  ['IDEA_CBC', [mechanism('idea', { mode: 'cbc' })]],
  ['SEED_CBC', [mechanism('seed', { mode: 'cbc' })]],
  ['SM4_GCM', [mechanism('sm4', { mode: 'gcm' })]],
  ['SM4_CCM', [mechanism('sm4', { mode: 'ccm' })]],
  ['CHACHA20_POLY1305', [mechanism('chacha20-poly1305')]],
  // RFC 9189 4.2: GOST 28147-89 in its counter and its MAC mode.
  ['28147_CNT', [mechanism('gost-28147')]],
]);

const HASHES: ReadonlyMap<string, AlgorithmId> = new Map([
  ['MD5', 'md5'],
  ['SHA', 'sha-1'],
  ['SHA256', 'sha-256'],
  ['SHA384', 'sha-384'],
  ['SHA512', 'sha-512'],
  ['SM3', 'sm3'],
]);

const AEAD = /(?:_(?:GCM|CCM|CCM_8|POLY1305|MGM_[LS])|^AEGIS_\w+)$/;
const REGULAR_CIPHER = /^(AES|CAMELLIA|ARIA)_(128|256)_(CBC|GCM|CCM_8|CCM)$/;
const TRAILING_HASH = /_(MD5|SHA|SHA256|SHA384|SHA512|SM3)$/;

/** The algorithms that the registered name of a suite names, in the order key exchange, authentication, cipher, hash. */
export function toSuiteAlgorithms(name: string): readonly AlgorithmUse[] {
  const [before, after] = name.slice('TLS_'.length).split('_WITH_');
  const keyExchange = after === undefined ? undefined : before;
  const body = after ?? before ?? '';
  const hash = TRAILING_HASH.exec(body)?.[1];
  const cipher = hash === undefined ? body : body.slice(0, -hash.length - 1);
  return [
    ...(keyExchange === undefined ? [] : keyExchangeParts(keyExchange)),
    ...cipherParts(cipher),
    ...hashParts({ hash, cipher, tls13: keyExchange === undefined }),
  ];
}

function keyExchangeParts(written: string): readonly AlgorithmUse[] {
  return (KEY_EXCHANGES.get(written) ?? [mechanism('unrecognised')]).map((named) => toUse(written, named));
}

function cipherParts(written: string): readonly AlgorithmUse[] {
  if (HASHES.has(written)) return []; // RFC 9150: integrity only
  const regular = REGULAR_CIPHER.exec(written);
  const mode = MODES.get(regular?.[3] ?? '');
  const [, family, bits] = regular ?? [];
  const named =
    family === undefined || mode === undefined
      ? (CIPHERS.get(written) ?? [mechanism('unrecognised')])
      : [mechanism(FAMILIES[family] ?? 'unrecognised', { keyBits: Number(bits), mode })];
  return named.map((each) => toUse(written, { ...each, functions: ['encrypt', 'decrypt'] }));
}

const FAMILIES: Readonly<Record<string, AlgorithmId>> = { AES: 'aes', CAMELLIA: 'camellia', ARIA: 'aria' };

// An AEAD suite names the hash of the key schedule (RFC 5246 5, RFC 8446 7.1), any other the hash of its HMAC (RFC 5246 6.2.3.1).
function hashParts({ hash, cipher, tls13 }: { hash: string | undefined; cipher: string; tls13: boolean }): readonly AlgorithmUse[] {
  const aead = AEAD.test(cipher);
  // RFC 6655 3: a CCM suite without a hash in its name uses the PRF of TLS 1.2, which is with SHA-256.
  const digest = HASHES.get(hash ?? '') ?? (aead ? 'sha-256' : undefined);
  if (digest === undefined) return [];
  if (HASHES.has(cipher) || !aead) return [toUse(hash ?? '', mechanism('hmac', { digest }))];
  return [toUse(hash ?? 'SHA256', mechanism(tls13 ? 'hkdf' : 'tls-prf', { digest }))];
}
