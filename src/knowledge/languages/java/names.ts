// Names that Java's providers give algorithms: the Java Security Standard Algorithm Names (JDK 21) and those of Bouncy Castle's provider.
// What they add to the names that everybody writes is rewritten here; the rest is read as any name.

import type { AlgorithmId, AlgorithmUse } from '../../../model/algorithm.ts';
import { useOf } from '../../algorithms.ts';
import { mechanism, toUse } from '../../mechanism.ts';
import { parseAlgorithmName } from '../../names.ts';

// Other words for the same, or words that say nothing about the algorithm.
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/\/SIC\b/i, '/CTR'],
  [/\/PCBC\b/i, ''], // propagating CBC has no name in CycloneDX; the padding stays
  [/\/?ISO10126(?:-?2)?(?:Padding)?$/i, ''],
  [/\/TBCPadding$/i, ''],
  [/withCVC-/i, 'with'],
  [/inP1363Format$/i, ''],
  [/^Raw(?=DSA|ECDSA|RSA)/i, 'NONEwith'],
  [/^ECD?H?CDH$|^ECDHC$|^ECCDH$/i, 'ECDH'],
  [/^(RSA)\/(?:None|NONE)(?=\/)/i, '$1/ECB'],
  [/^PBEWITH(SHA-?\d*|MD5)AND(128|192|256)BIT-?AES-CBC-(?:BC|OPENSSL)$/i, 'PBEWith$1AndAES_$2'],
  [/^PBEWITHSHA1?AND[23]-KEY(?:TRIPLEDES|DESEDE)-CBC$/i, 'PBEWithSHA1AndDESede'],
  [/^PBEWITHSHA1?AND(128|40)BITRC([24])(?:-CBC)?$/i, 'PBEWithSHA1AndRC$2_$1'],
  [/^HmacPBE(?=SHA)/i, 'Hmac'],
  [/^FRODO(?:KEM)?$/i, 'FrodoKEM'],
  [/^CMCE$/i, 'mceliece'],
  [/^SHAKE(128|256)-\d+$/i, 'SHAKE$1'],
  [/^(AES)(?:_|-)?(128|192|256)?[-_]?(?:WRAP|KW)$/i, '$1$2-KW'],
  [/^KECCAK-(?=\d)/i, 'Keccak-'],
];

// Random generators of the platform, whatever they are built from.
const GENERATORS = /^(?:SHA1PRNG|NativePRNG(?:Blocking|NonBlocking)?|Windows-PRNG|PKCS11|DRBG|DEFAULT|NONCEANDIV|IBMSecureRandom)$/i;

// Names that would be read as something else, and mean what is not known by name: another generation of a standard, another size.
const NOT_KNOWN = /GOST|^RIPEMD(?:128|256|320)|^Tiger|^DSTU|^DEFLATE|^Grain|^KMAC\w*-/i;

// DES in CBC mode as a MAC: ANSI X9.9 and ISO 9797-1 algorithm 3.
const DES_MACS = /^(?:DESMAC|DESEDEMAC|ISO9797ALG3MAC|DES(?:EDE)?MAC64|DESWITHISO9797|ISO9797ALG3)(?:\/\w+)?$/i;

const LONGEST = 80;

/** What a string means as the name of an algorithm in Java. */
export function parseJavaName(written: string): AlgorithmUse | undefined {
  const name = written.trim();
  if (name.length > LONGEST || name === '') return undefined;
  if (GENERATORS.test(name)) return useOf('csprng', { written });
  if (DES_MACS.test(name))
    return toUse(written, mechanism('cbc-mac', { parts: [mechanism(/EDE|ALG3|9797/i.test(name) ? '3des' : 'des')] }));
  if (NOT_KNOWN.test(name)) return undefined;
  const plain = REWRITES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), name);
  const use = parseAlgorithmName(plain);
  return use === undefined || !isPlausible(use.algorithm, name) ? undefined : { ...use, written };
}

// A word that is also something else: the curve of `EC`, the type of a key store.
function isPlausible(algorithm: AlgorithmId, name: string): boolean {
  return algorithm !== 'unrecognised' && !/^(?:PKCS\d+|X\.?509|JKS|JCEKS|BKS|RAW)$/i.test(name);
}
