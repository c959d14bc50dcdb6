// The vocabulary of cryptography: what an algorithm, a curve, a mode may be called here. One id per mechanism that a standard
// names on its own; sizes, modes, paddings and curves that a standard treats as parameters are parameters of a use.
// Sources: FIPS 203/204/205, SP 800-208, CycloneDX cryptography registry, IANA TLS registry.

/** Public-key mechanisms that Shor's algorithm breaks. */
export type ClassicalPublicKeyId =
  | 'rsa' // a key or a call that does not say which RSA scheme
  | 'rsaes-oaep'
  | 'rsaes-pkcs1'
  | 'rsassa-pkcs1'
  | 'rsassa-pss'
  | 'dsa'
  | 'ffdh'
  | 'elgamal'
  | 'ec' // a key on a curve, use unknown
  | 'ecdsa'
  | 'ecdh'
  | 'ecies'
  | 'ecmqv'
  | 'eddsa' // Ed25519 or Ed448, not said which
  | 'ed25519'
  | 'ed448'
  | 'x25519'
  | 'x448'
  | 'sm2'
  | 'j-pake'
  | 'srp'
  | 'spake2'
  | 'spake2plus'
  | 'sae' // simultaneous authentication of equals: Wi-Fi's WPA3
  | 'bls';

/** Public-key mechanisms with no known quantum break, and hybrids that contain one. */
export type PostQuantumId =
  | 'ml-kem' // parameter set unknown
  | 'ml-kem-512'
  | 'ml-kem-768'
  | 'ml-kem-1024'
  | 'kyber' // round 3: not FIPS 203
  | 'ml-dsa'
  | 'ml-dsa-44'
  | 'ml-dsa-65'
  | 'ml-dsa-87'
  | 'dilithium' // round 3: not FIPS 204
  | 'slh-dsa'
  | 'slh-dsa-sha2-128s'
  | 'slh-dsa-sha2-128f'
  | 'slh-dsa-sha2-192s'
  | 'slh-dsa-sha2-192f'
  | 'slh-dsa-sha2-256s'
  | 'slh-dsa-sha2-256f'
  | 'slh-dsa-shake-128s'
  | 'slh-dsa-shake-128f'
  | 'slh-dsa-shake-192s'
  | 'slh-dsa-shake-192f'
  | 'slh-dsa-shake-256s'
  | 'slh-dsa-shake-256f'
  | 'sphincsplus' // round 3: not FIPS 205
  | 'lms'
  | 'hss'
  | 'xmss'
  | 'fn-dsa'
  | 'hqc'
  | 'bike'
  | 'frodokem'
  | 'classic-mceliece'
  | 'ntru'
  | 'sntrup761'
  | 'mayo'
  | 'cross'
  | 'x25519mlkem768'
  | 'secp256r1mlkem768'
  | 'secp384r1mlkem1024'
  | 'x-wing'
  | 'sntrup761x25519'
  | 'composite-ml-dsa'
  | 'composite-ml-kem';

/** Secret-key mechanisms, hashes, key derivation, random generation. */
export type SymmetricId =
  | 'aes'
  | 'aria'
  | 'camellia'
  | 'seed'
  | 'sm4'
  | 'des'
  | '3des'
  | 'blowfish'
  | 'twofish'
  | 'serpent'
  | 'cast5'
  | 'cast6'
  | 'idea'
  | 'rc2'
  | 'rc4'
  | 'rc5'
  | 'rc6'
  | 'skipjack'
  | 'tea' // TEA, XTEA, XXTEA
  | 'gost-28147'
  | 'chacha20'
  | 'chacha20-poly1305'
  | 'xchacha20'
  | 'xchacha20-poly1305'
  | 'salsa20'
  | 'xsalsa20'
  | 'xsalsa20-poly1305'
  | 'ascon'
  | 'rabbit'
  | 'hc'
  | 'zuc'
  | 'snow3g'
  | 'md2'
  | 'md4'
  | 'md5'
  | 'sha-1'
  | 'sha-2' // size unknown
  | 'sha-224'
  | 'sha-256'
  | 'sha-384'
  | 'sha-512'
  | 'sha-512/224'
  | 'sha-512/256'
  | 'sha-3' // size unknown
  | 'sha3-224'
  | 'sha3-256'
  | 'sha3-384'
  | 'sha3-512'
  | 'keccak' // before FIPS 202 padding
  | 'shake128'
  | 'shake256'
  | 'cshake'
  | 'blake2b'
  | 'blake2s'
  | 'blake3'
  | 'ripemd-160'
  | 'whirlpool'
  | 'sm3'
  | 'streebog'
  | 'hash' // a hash whose name is not known
  | 'hmac'
  | 'cmac'
  | 'gmac'
  | 'kmac'
  | 'cbc-mac'
  | 'poly1305'
  | 'siphash'
  | 'umac'
  | 'hkdf'
  | 'pbkdf1'
  | 'pbkdf2'
  | 'scrypt'
  | 'yescrypt'
  | 'argon2'
  | 'bcrypt'
  | 'sp800-108'
  | 'sp800-56c'
  | 'ansi-kdf'
  | 'tls-prf'
  | 'ssh-kdf'
  | 'evp-bytes-to-key'
  | 'pbes1'
  | 'pbes2'
  | 'hpke'
  | 'ctr-drbg'
  | 'hmac-drbg'
  | 'hash-drbg'
  | 'csprng'; // the platform's generator, construction unknown

/** Every mechanism the tool knows by name. An unknown one is `unrecognised` and keeps its written name: it is evidence, not nothing. */
export type AlgorithmId = ClassicalPublicKeyId | PostQuantumId | SymmetricId | 'unrecognised';

/** Elliptic curves by one name each; `knowledge/curves.ts` maps every alias to it. */
export type CurveId =
  | 'secp192r1'
  | 'secp224r1'
  | 'secp256r1'
  | 'secp384r1'
  | 'secp521r1'
  | 'secp192k1'
  | 'secp224k1'
  | 'secp256k1'
  | 'secp160r1'
  | 'brainpoolP192r1'
  | 'brainpoolP224r1'
  | 'brainpoolP256r1'
  | 'brainpoolP320r1'
  | 'brainpoolP384r1'
  | 'brainpoolP512r1'
  | 'sect163k1'
  | 'sect163r1'
  | 'sect233k1'
  | 'sect233r1'
  | 'sect283k1'
  | 'sect283r1'
  | 'sect409k1'
  | 'sect409r1'
  | 'sect571k1'
  | 'sect571r1'
  | 'sm2p256v1'
  | 'curve25519'
  | 'ed25519'
  | 'curve448'
  | 'ed448';

/** Modes of operation, exact; CycloneDX knows only some of them and gets `other` for the rest. */
export type CipherMode =
  | 'ecb'
  | 'cbc'
  | 'cbc-cs'
  | 'cfb'
  | 'cfb1'
  | 'cfb8'
  | 'ofb'
  | 'ctr'
  | 'gcm'
  | 'gcm-siv'
  | 'ccm'
  | 'ccm8'
  | 'ocb'
  | 'eax'
  | 'siv'
  | 'xts'
  | 'kw'
  | 'kwp';

/** Paddings of block ciphers and RSA. */
export type Padding = 'none' | 'pkcs5' | 'pkcs7' | 'pkcs1v15' | 'oaep' | 'pss' | 'iso7816-4' | 'zero' | 'x9.23';

/** CycloneDX 1.7 `algorithmProperties.primitive`. */
export type Primitive =
  | 'drbg'
  | 'mac'
  | 'block-cipher'
  | 'stream-cipher'
  | 'signature'
  | 'hash'
  | 'pke'
  | 'xof'
  | 'kdf'
  | 'key-agree'
  | 'kem'
  | 'ae'
  | 'combiner'
  | 'key-wrap'
  | 'other'
  | 'unknown';

/** CycloneDX `cryptoFunctions`: what a use does with the algorithm. */
export type CryptoFunction =
  | 'generate'
  | 'keygen'
  | 'encrypt'
  | 'decrypt'
  | 'digest'
  | 'tag'
  | 'keyderive'
  | 'sign'
  | 'verify'
  | 'encapsulate'
  | 'decapsulate';

/** What is known to happen to a mechanism when a cryptographically relevant quantum computer exists. */
export type QuantumThreat = 'broken-by-shor' | 'weakened-by-grover' | 'no-known-quantum-break' | 'unknown';

/** A value and how it came to be known: written at the use, resolved from elsewhere (`at`), or filled in by the library. */
export interface Parameter<T> {
  readonly value: T;
  readonly from: 'written' | 'resolved' | 'default';
  /** where a resolved value stands, `path:line` */
  readonly at?: string;
}

/** What a use says about its algorithm. What it does not say is left out, never guessed. */
export interface Parameters {
  readonly keyBits?: Parameter<number>;
  readonly mode?: Parameter<CipherMode>;
  readonly padding?: Parameter<Padding>;
  readonly curve?: Parameter<CurveId>;
  readonly digest?: Parameter<AlgorithmId>;
  readonly tagBits?: Parameter<number>;
  readonly outputBits?: Parameter<number>;
  readonly iterations?: Parameter<number>;
}

/** One mechanism as used, with the mechanisms it is built from (`SHA256withRSA` → RSASSA-PKCS1 with part SHA-256). */
export interface AlgorithmUse {
  readonly algorithm: AlgorithmId;
  /** the name as the source wrote it */
  readonly written: string;
  readonly parameters: Parameters;
  readonly functions: readonly CryptoFunction[];
  readonly parts: readonly AlgorithmUse[];
}
