// The shape of a row of the algorithm table: what is fixed about a mechanism before anybody says how it is used.

import type { AlgorithmId, CryptoFunction, CurveId, Padding, Primitive, QuantumThreat } from '../../model/algorithm.ts';

/** CycloneDX 1.7 `algorithmFamiliesEnum`: the 93 names the schema accepts (the registry file has more and is not what decides). */
export type AlgorithmFamily =
  | ('3DES' | '3GPP-XOR' | 'A5/1' | 'A5/2' | 'AES' | 'ARIA' | 'Argon2' | 'Ascon' | 'BLAKE2' | 'BLAKE3' | 'BLS' | 'Blowfish' | 'CAMELLIA')
  | ('CAST5' | 'CAST6' | 'CMAC' | 'CMEA' | 'CTR_DRBG' | 'ChaCha' | 'ChaCha20' | 'DES' | 'DSA' | 'ECDH' | 'ECDSA' | 'ECIES' | 'EdDSA')
  | ('ElGamal' | 'FFDH' | 'Fortuna' | 'GOST' | 'HC' | 'HKDF' | 'HMAC' | 'HMAC_DRBG' | 'HPKE' | 'Hash_DRBG' | 'IDEA' | 'IKE-PRF' | 'J-PAKE')
  | (
      | 'LMS'
      | 'MD2'
      | 'MD4'
      | 'MD5'
      | 'MILENAGE'
      | 'ML-DSA'
      | 'ML-KEM'
      | 'MQV'
      | 'OPAQUE'
      | 'PBES1'
      | 'PBES2'
      | 'PBKDF1'
      | 'PBKDF2'
      | 'PBMAC1'
    )
  | ('Poly1305' | 'RABBIT' | 'RC2' | 'RC4' | 'RC5' | 'RC6' | 'RIPEMD' | 'RSAES-OAEP' | 'RSAES-PKCS1' | 'RSASSA-PKCS1' | 'RSASSA-PSS')
  | ('SEED' | 'SHA-1' | 'SHA-2' | 'SHA-3' | 'SLH-DSA' | 'SM2' | 'SM3' | 'SM4' | 'SM9' | 'SNOW3G' | 'SP800-108' | 'SPAKE2' | 'SPAKE2PLUS')
  | (
      | 'SRP'
      | 'Salsa20'
      | 'Serpent'
      | 'SipHash'
      | 'Skipjack'
      | 'TUAK'
      | 'Twofish'
      | 'UMAC'
      | 'Whirlpool'
      | 'X3DH'
      | 'XMSS'
      | 'Yarrow'
      | 'ZUC'
    )
  | ('bcrypt' | 'scrypt' | 'yescrypt');

/**
 * What of a use enters its printed name, in the order in which it is printed (patterns of the CycloneDX cryptography registry).
 * `cipher` is the block cipher a mechanism is built on, printed before it (`AES-128-CMAC`); `prf` is a digest under HMAC.
 */
export type NameElement = 'keyBits' | 'mode' | 'curve' | 'digest' | 'prf' | 'outputBits' | 'cipher' | 'parts';

/** A mechanism that another always holds. */
export interface Component {
  readonly algorithm: AlgorithmId;
  readonly curve?: CurveId;
}

/** One mechanism. What a standard fixes stands here; what a use chooses stands in its parameters. */
export interface AlgorithmRow {
  /** as printed before anything is appended, `AES`, `RSA-PSS`, `ML-KEM-768` */
  readonly name: string;
  readonly primitive: Primitive;
  /** absent where the schema's enum has no name for it */
  readonly family?: AlgorithmFamily;
  readonly threat: QuantumThreat;
  /** what every use of it does by definition (a hash digests); empty where a use must say */
  readonly functions: readonly CryptoFunction[];
  /** elements of a use that distinguish one component from another and stand in its name */
  readonly named: readonly NameElement[];
  /** a mechanism that is several primitives: the first function of this list that a use has decides */
  readonly byFunction?: readonly (readonly [CryptoFunction, Primitive])[];
  /** fixed by the name of the mechanism: `768`, `SHA2-128s`, `256` */
  readonly parameterSet?: string;
  /** key size that the mechanism allows alone */
  readonly fixedKeyBits?: number;
  /** curve that the mechanism is defined on */
  readonly fixedCurve?: CurveId;
  /** padding that the mechanism is */
  readonly fixedPadding?: Padding;
  /** what it always consists of: the two halves of a hybrid */
  readonly components?: readonly Component[];
  /** security strength in bits against a classical attacker, where the mechanism alone fixes it */
  readonly classicalBits?: number;
  /** NIST security category 1 to 5, 0 for none; where the mechanism alone fixes it */
  readonly nistCategory?: number;
  /** object identifier that names the mechanism and nothing more */
  readonly oid?: string;
  /** standard that defines the mechanism */
  readonly source: string;
}

/** A total table over some of the ids. */
export type AlgorithmRows<Id extends AlgorithmId> = Readonly<Record<Id, AlgorithmRow>>;
