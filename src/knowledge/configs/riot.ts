// RIOT: what the modules and packages that a Makefile or its Kconfig asks for (`USEMODULE += psa_cipher_aes_128_cbc`, `USEPKG += tinydtls`,
// `CONFIG_MODULE_CRYPTO_AES_128=y`) bring. Source: RIOT sys/crypto, sys/hashes, sys/psa_crypto, pkg/ and makefiles/pseudomodules.inc.mk.

import type { AlgorithmId } from '../../model/algorithm.ts';
import { type Mechanism, mechanism } from '../mechanism.ts';
import { algorithm, type ConfigSymbol, library, type Meaning, protocol, type SymbolFamily, symbols } from './symbol.ts';

const SOURCE = 'RIOT makefiles/pseudomodules.inc.mk, sys/psa_crypto';
const on = (meaning: Meaning): Meaning => ({ ...meaning, onlyWhenOn: true });
const one = (id: AlgorithmId, more: Omit<Mechanism, 'algorithm'> = {}): readonly Meaning[] => [on(algorithm(id, more))];
const ecc = (curve: NonNullable<Mechanism['curve']>): readonly Meaning[] => one('ecdsa', { curve });

const MODULES: readonly ConfigSymbol[] = symbols(SOURCE, undefined, {
  crypto_aes_128: one('aes', { keyBits: 128 }),
  crypto_aes_192: one('aes', { keyBits: 192 }),
  crypto_aes_256: one('aes', { keyBits: 256 }),
  crypto_3des: one('3des'),
  hashes_aes128_cmac: one('cmac', { parts: [mechanism('aes', { keyBits: 128 })] }),
  prng_sha1prng: one('sha-1'),
  prng_sha256prng: one('sha-256'),
  psa_aead_aes_128_ccm: one('aes', { keyBits: 128, mode: 'ccm' }),
  psa_aead_aes_192_ccm: one('aes', { keyBits: 192, mode: 'ccm' }),
  psa_aead_aes_256_ccm: one('aes', { keyBits: 256, mode: 'ccm' }),
  psa_cipher_aes_128_cbc: one('aes', { keyBits: 128, mode: 'cbc' }),
  psa_cipher_aes_192_cbc: one('aes', { keyBits: 192, mode: 'cbc' }),
  psa_cipher_aes_256_cbc: one('aes', { keyBits: 256, mode: 'cbc' }),
  psa_cipher_chacha20: one('chacha20'),
  psa_hash_md5: one('md5'),
  psa_hash_sha_1: one('sha-1'),
  psa_hash_sha_224: one('sha-224'),
  psa_hash_sha_256: one('sha-256'),
  psa_hash_sha_384: one('sha-384'),
  psa_hash_sha_512: one('sha-512'),
  psa_hash_sha_512_224: one('sha-512/224'),
  psa_hash_sha_512_256: one('sha-512/256'),
  psa_hash_sha3_256: one('sha3-256'),
  psa_hash_sha3_384: one('sha3-384'),
  psa_hash_sha3_512: one('sha3-512'),
  psa_mac_hmac_sha_256: one('hmac', { digest: 'sha-256' }),
  psa_asymmetric_ecc_p192r1: ecc('secp192r1'),
  psa_asymmetric_ecc_p256r1: ecc('secp256r1'),
  psa_asymmetric_ecc_ed25519: one('ed25519'),
  ...Object.fromEntries(
    ['gcoap_dtls', 'nanocoap_dtls', 'sock_dtls', 'tinydtls_sock_dtls'].map((name) => [name, [on(protocol('dtls'))]] as const),
  ),
  wolfcrypt: [on(library('wolfssl'))],
});

const PACKAGES: readonly ConfigSymbol[] = symbols(
  'RIOT pkg/',
  undefined,
  Object.fromEntries(
    (
      [
        ['c25519', 'c25519'],
        ['cryptoauthlib', 'cryptoauthlib'],
        ['driver_cryptocell_310', 'cryptocell'],
        ['hacl', 'hacl-star'],
        ['libcose', 'libcose'],
        ['libhydrogen', 'libhydrogen'],
        ['micro-ecc', 'micro-ecc'],
        ['monocypher', 'monocypher'],
        ['relic', 'relic'],
        ['tinycrypt', 'tinycrypt'],
        ['tinydtls', 'tinydtls'],
        ['tweetnacl', 'tweetnacl'],
        ['wolfssl', 'wolfssl'],
      ] as const
    ).map(([name, brings]) => [name, [on(library(brings))]] as const),
  ),
);

const BY_NAME: ReadonlyMap<string, ConfigSymbol> = new Map([...MODULES, ...PACKAGES].map((row) => [row.name, row]));

/** Modules and packages by the names that Makefiles give them. */
export const RIOT_MODULES: readonly ConfigSymbol[] = [...BY_NAME.values()];

/** The same by the symbols of RIOT's Kconfig: `MODULE_CRYPTO_AES_128`, `PACKAGE_MICRO-ECC`. */
export const RIOT_SYMBOLS: SymbolFamily = {
  toSymbol: (name) => {
    const module = /^(?:USE)?(?:MODULE|PACKAGE|PKG)_([A-Z0-9_-]{2,60})$/.exec(name)?.[1]?.toLowerCase();
    return module === undefined ? undefined : (BY_NAME.get(module) ?? BY_NAME.get(module.replaceAll('_', '-')));
  },
};
