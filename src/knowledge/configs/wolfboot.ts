// wolfBoot: the signature, hash and image encryption that its .config (make variables, `SIGN?=ECC256`) chooses.
// Source: wolfBoot docs/compile.md, options.mk.

import type { Mechanism } from '../mechanism.ts';
import { algorithm, type ConfigSymbol, chosen, fact, type Meaning, toWholeNumber, valued } from './symbol.ts';

const VERIFY: Pick<Mechanism, 'functions'> = { functions: ['verify'] };
const SIGNED: Meaning = chosen('secure-boot', 'wolfboot');

const SIGNATURES: ReadonlyMap<string, readonly Meaning[]> = new Map([
  ['NONE', [chosen('image-hash-only', 'configured')]],
  ['RSA2048', [algorithm('rsassa-pkcs1', { keyBits: 2048, ...VERIFY }), SIGNED]],
  ['RSA3072', [algorithm('rsassa-pkcs1', { keyBits: 3072, ...VERIFY }), SIGNED]],
  ['RSA4096', [algorithm('rsassa-pkcs1', { keyBits: 4096, ...VERIFY }), SIGNED]],
  ['ECC256', [algorithm('ecdsa', { curve: 'secp256r1', ...VERIFY }), SIGNED]],
  ['ECC384', [algorithm('ecdsa', { curve: 'secp384r1', ...VERIFY }), SIGNED]],
  ['ECC521', [algorithm('ecdsa', { curve: 'secp521r1', ...VERIFY }), SIGNED]],
  ['ED25519', [algorithm('ed25519', VERIFY), SIGNED]],
  ['ED448', [algorithm('ed448', VERIFY), SIGNED]],
  ['LMS', [algorithm('lms', VERIFY), SIGNED]],
  ['XMSS', [algorithm('xmss', VERIFY), SIGNED]],
  ['ML_DSA', [algorithm('ml-dsa', VERIFY), SIGNED]],
]);
// FIPS 204 table 1: security categories 2, 3 and 5.
const ML_DSA_LEVELS: ReadonlyMap<string, readonly Meaning[]> = new Map([
  ['2', [algorithm('ml-dsa-44', VERIFY)]],
  ['3', [algorithm('ml-dsa-65', VERIFY)]],
  ['5', [algorithm('ml-dsa-87', VERIFY)]],
]);
const HASHES: ReadonlyMap<string, readonly Meaning[]> = new Map([
  ['SHA256', [algorithm('sha-256')]],
  ['SHA384', [algorithm('sha-384')]],
  ['SHA3', [algorithm('sha3-384')]],
]);
const set = (value: string): boolean => value === '1';

/** Make variables of wolfBoot. */
export const WOLFBOOT_VARIABLES: readonly ConfigSymbol[] = valued('wolfBoot docs/compile.md, options.mk', 'boot', {
  SIGN: (value) => SIGNATURES.get(value),
  SIGN_SECONDARY: (value) => SIGNATURES.get(value),
  ML_DSA_LEVEL: (value) => ML_DSA_LEVELS.get(value),
  HASH: (value) => HASHES.get(value),
  ENCRYPT_WITH_AES128: (value) => (set(value) ? [algorithm('aes', { keyBits: 128, mode: 'ctr' })] : undefined),
  ENCRYPT_WITH_AES256: (value) => (set(value) ? [algorithm('aes', { keyBits: 256, mode: 'ctr' })] : undefined),
  ENCRYPT_WITH_CHACHA: (value) => (set(value) ? [algorithm('chacha20')] : undefined),
  WOLFBOOT_PARTITION_SIZE: (value) => {
    const bytes = toWholeNumber(value);
    return bytes === undefined ? undefined : [fact('slot-bytes', String(bytes))];
  },
  TARGET: (value) => (value === '' ? undefined : [fact('soc', value)]),
});
