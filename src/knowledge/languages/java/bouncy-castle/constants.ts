// Constants of Bouncy Castle that are named after mechanisms: object identifiers, parameter sets, tags of OpenPGP.

import type { AlgorithmId } from '../../../../model/algorithm.ts';
import type { Constant, Says } from '../../row.ts';
import { toSays } from '../../says.ts';
import { parseJavaName } from '../names.ts';
import { PREFIX } from './make.ts';

// RFC 4880 §9, RFC 9580 §9: constants of OpenPGP by their names in Bouncy Castle.
const OPENPGP: Readonly<Record<string, readonly (readonly [string, AlgorithmId, Says?])[]>> = {
  'SymmetricKeyAlgorithmTags PGPEncryptedData': [
    ['AES_128', 'aes', { keyBits: 128 }],
    ['AES_192', 'aes', { keyBits: 192 }],
    ['AES_256', 'aes', { keyBits: 256 }],
    ['CAST5', 'cast5'],
    ['TRIPLE_DES', '3des'],
    ['BLOWFISH', 'blowfish'],
    ['IDEA', 'idea'],
    ['TWOFISH', 'twofish'],
  ],
  HashAlgorithmTags: [
    ['MD5', 'md5'],
    ['SHA1', 'sha-1'],
    ['SHA256', 'sha-256'],
    ['SHA384', 'sha-384'],
    ['SHA512', 'sha-512'],
    ['RIPEMD160', 'ripemd-160'],
  ],
  'PublicKeyAlgorithmTags PGPPublicKey': [
    ['RSA_GENERAL', 'rsa'],
    ['RSA_SIGN', 'rsa'],
    ['RSA_ENCRYPT', 'rsa'],
    ['DSA', 'dsa'],
    ['ECDH', 'ecdh'],
    ['ECDSA', 'ecdsa'],
    ['EDDSA', 'eddsa'],
    ['ELGAMAL_ENCRYPT', 'elgamal'],
  ],
};

/** Constants of Bouncy Castle whose names alone would not be read. */
export const BOUNCY_CASTLE_CONSTANTS: readonly (readonly [string, Constant])[] = Object.entries(OPENPGP).flatMap(([classes, rows]) =>
  classes
    .split(' ')
    .flatMap((owner) => rows.map(([name, algorithm, says]) => [`${PREFIX}${owner}.${name}`, constant({ algorithm, ...says })] as const)),
);

/** Classes of constants that are named after mechanisms: object identifiers, parameter sets. */
export const BOUNCY_CASTLE_CONSTANT_CLASSES: readonly string[] = (
  'PKCSObjectIdentifiers NISTObjectIdentifiers X9ObjectIdentifiers OIWObjectIdentifiers SECObjectIdentifiers TeleTrusTObjectIdentifiers EdECObjectIdentifiers BCObjectIdentifiers ' +
  'IANAObjectIdentifiers MiscObjectIdentifiers GMObjectIdentifiers NTTObjectIdentifiers KISAObjectIdentifiers CMSAlgorithm MLKEMParameters MLDSAParameters SLHDSAParameters KyberParameters DilithiumParameters ' +
  'FalconParameters SPHINCSPlusParameters NTRUParameters HQCParameters BIKEParameters FrodoParameters FrodoKEMParameters CMCEParameters MLKEMParameterSpec MLDSAParameterSpec SLHDSAParameterSpec KyberParameterSpec ' +
  'DilithiumParameterSpec FalconParameterSpec SPHINCSPlusParameterSpec SymmetricKeyAlgorithmTags HashAlgorithmTags PublicKeyAlgorithmTags PGPEncryptedData PGPPublicKey SignatureScheme NamedGroup MayoParameters ' +
  'XMSSParameterSpec LMSigParameters'
).split(' ');

const SET_OF: readonly (readonly [RegExp, string])[] = [
  [/^(?:id_)?alg_/, ''],
  [/^id_/, ''],
  [/_(?:with_?)?sha512$/i, ''],
];

/** What a constant of one of these classes says by its own name: `id_aes256_GCM`, `ml_kem_768`. */
export function readBouncyCastleConstant(owner: string, name: string): Constant | undefined {
  if (/^(?:LMSig|XMSS)/.test(owner)) return constant({ algorithm: owner.startsWith('LM') ? 'lms' : 'xmss' });
  const plain = SET_OF.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), name);
  const written = owner.startsWith('SPHINCSPlus')
    ? `sphincsplus`
    : owner.startsWith('SLHDSA')
      ? `slh-dsa-${plain.replace(/^slh_dsa_/, '')}`
      : plain;
  const use = parseJavaName(written.replaceAll('_', '-')) ?? parseJavaName(written);
  return use === undefined ? undefined : constant(toSays(use));
}

function constant(says: Says): Constant {
  return { library: 'bouncycastle', says };
}
