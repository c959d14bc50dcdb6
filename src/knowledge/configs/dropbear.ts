// Dropbear: the switches of localoptions.h and default_options.h, each 1 or 0. Source: Dropbear src/default_options.h and src/sysoptions.h of
// 2025.88; the names of 2018.76 and later.

import { algorithm, type ConfigSymbol, library, symbols } from './symbol.ts';

const SOURCE = 'Dropbear src/default_options.h';

/** Macros of Dropbear. */
export const DROPBEAR_MACROS: readonly ConfigSymbol[] = symbols(SOURCE, 'transport', {
  DROPBEAR_SERVER: [{ ...library('dropbear'), onlyWhenOn: true }],
  DROPBEAR_CLIENT: [{ ...library('dropbear'), onlyWhenOn: true }],
  DROPBEAR_AES128: [algorithm('aes', { keyBits: 128 })],
  DROPBEAR_AES256: [algorithm('aes', { keyBits: 256 })],
  DROPBEAR_3DES: [algorithm('3des')],
  DROPBEAR_CHACHA20POLY1305: [algorithm('chacha20-poly1305')],
  DROPBEAR_ENABLE_CBC_MODE: [algorithm('aes', { mode: 'cbc' })],
  DROPBEAR_ENABLE_CTR_MODE: [algorithm('aes', { mode: 'ctr' })],
  DROPBEAR_ENABLE_GCM_MODE: [algorithm('aes', { mode: 'gcm' })],
  DROPBEAR_SHA1_HMAC: [algorithm('hmac', { digest: 'sha-1' })],
  DROPBEAR_SHA1_96_HMAC: [algorithm('hmac', { digest: 'sha-1', tagBits: 96 })],
  DROPBEAR_SHA2_256_HMAC: [algorithm('hmac', { digest: 'sha-256' })],
  DROPBEAR_SHA2_512_HMAC: [algorithm('hmac', { digest: 'sha-512' })],
  DROPBEAR_RSA: [algorithm('rsa')],
  DROPBEAR_RSA_SHA1: [algorithm('rsassa-pkcs1', { digest: 'sha-1' })],
  DROPBEAR_DSS: [algorithm('dsa')],
  DROPBEAR_ECDSA: [algorithm('ecdsa')],
  DROPBEAR_ED25519: [algorithm('ed25519')],
  DROPBEAR_SK_ECDSA: [algorithm('ecdsa', { curve: 'secp256r1' })],
  DROPBEAR_SK_ED25519: [algorithm('ed25519')],
  DROPBEAR_DH_GROUP1: [algorithm('ffdh', { keyBits: 1024 })],
  DROPBEAR_DH_GROUP14_SHA1: [algorithm('ffdh', { keyBits: 2048, digest: 'sha-1' })],
  DROPBEAR_DH_GROUP14_SHA256: [algorithm('ffdh', { keyBits: 2048, digest: 'sha-256' })],
  DROPBEAR_DH_GROUP16: [algorithm('ffdh', { keyBits: 4096 })],
  DROPBEAR_CURVE25519: [algorithm('x25519')],
  DROPBEAR_ECDH: [algorithm('ecdh')],
  DROPBEAR_SNTRUP761: [algorithm('sntrup761x25519')],
  DROPBEAR_MLKEM768: [algorithm('x25519mlkem768')],
});
