// Linux kernel, U-Boot and Buildroot: the crypto API, signed modules, verified and encrypted block devices, FIT signatures, packages.
// Sources: Linux crypto/Kconfig, kernel/module/Kconfig, drivers/md/Kconfig, fs/crypto/Kconfig, net/wireguard; U-Boot boot/Kconfig,
// lib/rsa/Kconfig; Buildroot package/*/Config.in.

import { findPackage } from '../packages.ts';
import { algorithm, type ConfigSymbol, chosen, fact, library, likely, protocol, type SymbolFamily, symbols, uses } from './symbol.ts';

const VERIFY = { functions: ['verify'] } as const;

/** Symbols of the Linux kernel and U-Boot. CRYPTO_AES and its kin are the kernel's; Zephyr has none of these names. */
export const LINUX_SYMBOLS: readonly ConfigSymbol[] = [
  ...symbols('Linux crypto/Kconfig', undefined, {
    CRYPTO_AES: [algorithm('aes')],
    CRYPTO_ARIA: [algorithm('aria')],
    CRYPTO_BLOWFISH: [algorithm('blowfish')],
    CRYPTO_CAMELLIA: [algorithm('camellia')],
    CRYPTO_CAST5: [algorithm('cast5')],
    CRYPTO_CAST6: [algorithm('cast6')],
    CRYPTO_DES: [algorithm('des'), algorithm('3des')],
    CRYPTO_SERPENT: [algorithm('serpent')],
    CRYPTO_TWOFISH: [algorithm('twofish')],
    CRYPTO_SM4: [algorithm('sm4')],
    CRYPTO_ARC4: [algorithm('rc4')],
    CRYPTO_CHACHA20: [algorithm('chacha20')],
    CRYPTO_CHACHA20POLY1305: [algorithm('chacha20-poly1305')],
    CRYPTO_POLY1305: [algorithm('poly1305')],
    CRYPTO_CBC: [likely(algorithm('aes', { mode: 'cbc' }))],
    CRYPTO_CCM: [likely(algorithm('aes', { mode: 'ccm' }))],
    CRYPTO_CTR: [likely(algorithm('aes', { mode: 'ctr' }))],
    CRYPTO_ECB: [likely(algorithm('aes', { mode: 'ecb' }))],
    CRYPTO_GCM: [likely(algorithm('aes', { mode: 'gcm' }))],
    CRYPTO_XTS: [likely(algorithm('aes', { mode: 'xts' }))],
    CRYPTO_CMAC: [algorithm('cmac')],
    CRYPTO_HMAC: [algorithm('hmac')],
    CRYPTO_MD4: [algorithm('md4')],
    CRYPTO_MD5: [algorithm('md5')],
    CRYPTO_RMD160: [algorithm('ripemd-160')],
    CRYPTO_SHA1: [algorithm('sha-1')],
    CRYPTO_SHA256: [algorithm('sha-256')],
    CRYPTO_SHA512: [algorithm('sha-512')],
    CRYPTO_SHA3: [algorithm('sha-3')],
    CRYPTO_SM3: [algorithm('sm3')],
    CRYPTO_STREEBOG: [algorithm('streebog')],
    CRYPTO_BLAKE2B: [algorithm('blake2b')],
    CRYPTO_RSA: [algorithm('rsa')],
    CRYPTO_DH: [algorithm('ffdh')],
    CRYPTO_ECDH: [algorithm('ecdh')],
    CRYPTO_ECDSA: [algorithm('ecdsa')],
    CRYPTO_CURVE25519: [algorithm('x25519')],
    CRYPTO_SM2: [algorithm('sm2')],
    CRYPTO_MLDSA: [algorithm('ml-dsa', VERIFY)],
    CRYPTO_DRBG_HMAC: [algorithm('hmac-drbg')],
    CRYPTO_DRBG_HASH: [algorithm('hash-drbg')],
    CRYPTO_DRBG_CTR: [algorithm('ctr-drbg')],
  }),
  ...symbols('Linux kernel/module/Kconfig', 'boot', {
    MODULE_SIG_SHA1: [uses('sha-1')],
    MODULE_SIG_SHA256: [uses('sha-256')],
    MODULE_SIG_SHA384: [uses('sha-384')],
    MODULE_SIG_SHA512: [uses('sha-512')],
    MODULE_SIG_KEY_TYPE_RSA: [uses('rsa', VERIFY)],
    MODULE_SIG_KEY_TYPE_ECDSA: [uses('ecdsa', { curve: 'secp384r1', ...VERIFY })],
    DM_VERITY_VERIFY_ROOTHASH_SIG: [fact('secure-boot', 'dm-verity-signature')],
  }),
  ...symbols('Linux drivers/md/Kconfig, fs/crypto/Kconfig, fs/verity/Kconfig', 'storage', {
    FS_ENCRYPTION: [uses('aes', { mode: 'xts' })],
    FS_VERITY: [uses('sha-256')],
  }),
  // WireGuard whitepaper 5.4: Curve25519, ChaCha20-Poly1305, BLAKE2s. XFRM is IPsec.
  ...symbols('Linux drivers/net/Kconfig, net/xfrm/Kconfig', 'transport', {
    WIREGUARD: [protocol('other', 'WireGuard'), uses('x25519'), uses('chacha20-poly1305'), uses('blake2s')],
    XFRM_USER: [protocol('ipsec')],
  }),
  ...symbols('U-Boot boot/Kconfig, lib/rsa/Kconfig, lib/ecdsa/Kconfig', 'boot', {
    FIT_SIGNATURE: [fact('secure-boot', 'u-boot-fit-signature')],
    SPL_FIT_SIGNATURE: [chosen('secure-boot', 'u-boot-fit-signature')],
    RSA_VERIFY: [algorithm('rsa', VERIFY)],
    SPL_RSA_VERIFY: [uses('rsa', VERIFY)],
    ECDSA_VERIFY: [algorithm('ecdsa', VERIFY)],
    FIT_CIPHER: [uses('aes', { mode: 'cbc', functions: ['decrypt'] })],
  }),
];

/** Buildroot's switches of packages that bring cryptography. */
export const BUILDROOT_SYMBOLS: SymbolFamily = {
  toSymbol: (name) => {
    if (!name.startsWith('BR2_PACKAGE_')) return undefined;
    const found = findPackage('generic', name.slice('BR2_PACKAGE_'.length).toLowerCase().replaceAll('_', '-'));
    return found === undefined ? undefined : { name, means: [library(found.library)], source: 'Buildroot package/*/Config.in' };
  },
};
