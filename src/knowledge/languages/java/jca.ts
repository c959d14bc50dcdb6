// The Java Cryptography Architecture and Extension: java.security, javax.crypto and their `spec` packages, by the API documentation of
// JDK 24; defaults of transformations by the documentation of the SunJCE provider (JDK Providers Documentation, "The SunJCE Provider").
// Default key sizes differ between releases (RSA 1024, 2048, 3072; AES 128, 256) and are not filled in.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { DERIVE, DIGEST, GENERATE, KEYGEN, rowsOf, TAG } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

const crypto = rowsOf('javax.crypto', 'javax.crypto.');
const security = rowsOf('java.security', 'java.security.');
const spec = rowsOf('javax.crypto', 'javax.crypto.spec.');
const keySpec = rowsOf('java.security', 'java.security.spec.');

const BLOCK: Says = { mode: 'ecb', padding: 'pkcs5' };
const TRANSFORMATIONS: Readonly<Partial<Record<AlgorithmId, Says>>> = {
  ...Object.fromEntries(
    (['aes', 'des', '3des', 'blowfish', 'rc2', 'idea', 'twofish', 'cast5', 'seed', 'camellia', 'aria', 'sm4'] as const).map((id) => [
      id,
      BLOCK,
    ]),
  ),
  rsa: { padding: 'pkcs1v15' },
};

/** Calls of the JCA and JCE. */
export const JCA_ROWS: readonly CallRow[] = [
  crypto.call(
    'Cipher.getInstance',
    { algorithm: '0', operation: '=init', shares: '=init#1', key: '=init#1', details: '=init#2' },
    { defaultsOf: TRANSFORMATIONS, returns: 'javax.crypto.Cipher' },
  ),
  crypto.call('Mac.getInstance', { algorithm: '0' }, { functions: TAG, returns: 'javax.crypto.Mac' }),
  crypto.call(
    'KeyGenerator.getInstance',
    { algorithm: '0', keyBits: '=init', details: '=init' },
    { functions: KEYGEN, returns: 'javax.crypto.KeyGenerator' },
  ),
  crypto.call('KeyGenerator.generateKey', {}, { continues: true, silent: true, returns: 'javax.crypto.SecretKey' }),
  crypto.call('SecretKeyFactory.getInstance', { algorithm: '0', details: '=generateSecret' }, { returns: 'javax.crypto.SecretKeyFactory' }),
  crypto.call('SecretKeyFactory.generateSecret', { details: '0' }, { continues: true, silent: true, returns: 'javax.crypto.SecretKey' }),
  crypto.call('SecretKey.getEncoded', {}, { continues: true, silent: true, needs: true }),
  crypto.call('KeyAgreement.getInstance', { algorithm: '0', shares: '=init' }, { functions: DERIVE, returns: 'javax.crypto.KeyAgreement' }),
  crypto.call('KEM.getInstance', { algorithm: '0' }, { functions: ['encapsulate', 'decapsulate'], returns: 'javax.crypto.KEM' }),
  crypto.call('KDF.getInstance', { algorithm: '0' }, { functions: DERIVE, returns: 'javax.crypto.KDF' }),
  security.call(
    'MessageDigest.getInstance',
    { algorithm: '0' },
    { uses: { algorithm: 'hash' }, functions: DIGEST, returns: 'java.security.MessageDigest' },
  ),
  security.call(
    'Signature.getInstance',
    { algorithm: '0', details: '=setParameter', shares: '=initSign|=initVerify' },
    { functions: ['sign', 'verify'], returns: 'java.security.Signature' },
  ),
  security.call(
    'KeyPairGenerator.getInstance',
    { algorithm: '0', keyBits: '=initialize', details: '=initialize' },
    // The SunEC provider takes the NIST prime curve of a size (JDK Providers Documentation, "The SunEC Provider").
    { functions: KEYGEN, defaultsOf: { ec: { curveFamily: 'secp-r1' } }, returns: 'java.security.KeyPairGenerator' },
  ),
  ...security.calls(
    'KeyPairGenerator.generateKeyPair KeyPairGenerator.genKeyPair',
    {},
    { continues: true, silent: true, returns: 'java.security.KeyPair' },
  ),
  ...security.calls('KeyPair.getPrivate KeyPair.getPublic', {}, { continues: true, silent: true }),
  security.call(
    'KeyFactory.getInstance',
    { algorithm: '0', details: '=generatePublic|=generatePrivate' },
    { returns: 'java.security.KeyFactory' },
  ),
  security.call('AlgorithmParameters.getInstance', { algorithm: '0', details: '=init' }, { returns: 'java.security.AlgorithmParameters' }),
  security.call(
    'AlgorithmParameterGenerator.getInstance',
    { algorithm: '0', keyBits: '=init', details: '=init' },
    { functions: GENERATE, returns: 'java.security.AlgorithmParameterGenerator' },
  ),
  security.call('SecureRandom', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE, returns: 'java.security.SecureRandom' }),
  security.call(
    'SecureRandom.getInstance',
    { algorithm: '0' },
    { uses: { algorithm: 'csprng' }, functions: GENERATE, returns: 'java.security.SecureRandom' },
  ),
  security.call(
    'SecureRandom.getInstanceStrong',
    {},
    { uses: { algorithm: 'csprng' }, functions: GENERATE, returns: 'java.security.SecureRandom' },
  ),
  spec.call('SecretKeySpec', { algorithm: 'last', key: '0' }, { labels: true, returns: 'javax.crypto.SecretKey' }),
  spec.call('DESKeySpec', {}, { uses: { algorithm: 'des' }, specifies: true }),
  spec.call('DESedeKeySpec', {}, { uses: { algorithm: '3des' }, specifies: true }),
  spec.call('GCMParameterSpec', { tagBits: '0' }, { silent: true }),
  spec.call('PBEKeySpec', { iterations: '2', keyBits: '3' }, { silent: true }),
  spec.call('PBEParameterSpec', { iterations: '1' }, { silent: true }),
  spec.call('DHGenParameterSpec', { keyBits: '0' }, { uses: { algorithm: 'ffdh' }, specifies: true }),
  spec.call('OAEPParameterSpec', { digest: '0' }, { uses: { algorithm: 'rsaes-oaep' }, specifies: true }),
  spec.call('RC2ParameterSpec', { keyBits: '0' }, { silent: true }),
  spec.call('RC5ParameterSpec', {}, { silent: true }),
  keySpec.call('ECGenParameterSpec', { curve: '0' }, { uses: { algorithm: 'ec' }, specifies: true, needs: true }),
  keySpec.call('NamedParameterSpec', { algorithm: '0' }, { specifies: true }),
  keySpec.call('RSAKeyGenParameterSpec', { keyBits: '0' }, { uses: { algorithm: 'rsa' }, specifies: true }),
  keySpec.call('DSAGenParameterSpec', { keyBits: '0' }, { uses: { algorithm: 'dsa' }, specifies: true }),
  keySpec.call('PSSParameterSpec', { digest: '0' }, { uses: { algorithm: 'rsassa-pss' }, specifies: true }),
  keySpec.call('EdDSAParameterSpec', {}, { silent: true }),
];

const NAMED: readonly (readonly [string, AlgorithmId])[] = [
  ['X25519', 'x25519'],
  ['X448', 'x448'],
  ['ED25519', 'ed25519'],
  ['ED448', 'ed448'],
  ['ML_KEM_512', 'ml-kem-512'],
  ['ML_KEM_768', 'ml-kem-768'],
  ['ML_KEM_1024', 'ml-kem-1024'],
  ['ML_DSA_44', 'ml-dsa-44'],
  ['ML_DSA_65', 'ml-dsa-65'],
  ['ML_DSA_87', 'ml-dsa-87'],
];

/** Constants of the JCA and JCE. */
export const JCA_CONSTANTS: readonly (readonly [string, Constant])[] = [
  ...(['ENCRYPT_MODE', 'WRAP_MODE'] as const).map((name) => quiet(`javax.crypto.Cipher.${name}`, {}, { operation: 'encrypt' })),
  ...(['DECRYPT_MODE', 'UNWRAP_MODE'] as const).map((name) => quiet(`javax.crypto.Cipher.${name}`, {}, { operation: 'decrypt' })),
  ...NAMED.map(([name, algorithm]) => quiet(`java.security.spec.NamedParameterSpec.${name}`, { algorithm })),
  quiet('java.security.spec.MGF1ParameterSpec.SHA1', { algorithm: 'sha-1' }),
  ...(['224', '256', '384', '512'] as const).map((bits) =>
    quiet(`java.security.spec.MGF1ParameterSpec.SHA${bits}`, { algorithm: `sha-${bits}` }),
  ),
  quiet('java.security.spec.PSSParameterSpec.DEFAULT', { digest: 'sha-1' }),
  quiet('javax.crypto.spec.OAEPParameterSpec.DEFAULT', { digest: 'sha-1' }),
];

function quiet(name: string, says: Says, more: Partial<Constant> = {}): readonly [string, Constant] {
  return [name, { library: name.startsWith('javax') ? 'javax.crypto' : 'java.security', says, quiet: true, ...more }];
}
