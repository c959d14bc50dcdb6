// The words of which names of algorithms are made, folded to lowercase letters and digits: what people write in code, configuration,
// JOSE headers (RFC 7518, RFC 8037), JCA transformations, SSH (RFC 4253, 5656, 8332), OpenSSL, and TLS signature schemes (RFC 8446).

import type { AlgorithmId, CipherMode, CurveId, Padding } from '../../model/algorithm.ts';
import { ALGORITHM_IDS, ALGORITHMS } from '../algorithms.ts';
import { CURVE_IDS, CURVES } from '../curves.ts';

/** What one word says. A word may say several things at once (`HS256` is HMAC and SHA-256). */
export interface Word {
  readonly algorithm?: AlgorithmId;
  readonly digest?: AlgorithmId;
  readonly mode?: CipherMode;
  readonly padding?: Padding;
  readonly curve?: CurveId;
  readonly bits?: number;
}

const SILENT: Word = {};

// Bits of the MODP groups that SSH and IKE number. RFC 2409 §6, RFC 3526.
const GROUP_BITS = { 1: 1024, 2: 1024, 5: 1536, 14: 2048, 15: 3072, 16: 4096, 17: 6144, 18: 8192 } as const;

// Words that carry nothing by themselves.
const NOISE = (
  'with and id alg aid evp evpmd key keygen padding encryption cipher algorithm none openssh com libssh org etm cert v00 v01 ' +
  'ssh ssl3 ietf prf mgf1 mgf1p kdf es draft00 r3 clean ref simple robust pure m24 m32 h5 h10 h15 h20 h25 mt psa ni wolfssl fips nist x509 ' +
  'auto default public private bit bits ossl signature sig hash digest mac aead std plain rfc3686 rfc4106 rfc4309 rfc4543 authenc'
).split(' ');

const MODES: readonly (readonly [string, Word])[] = [
  ...(['ecb', 'cbc', 'cfb1', 'cfb8', 'ofb', 'ctr', 'gcm', 'ccm', 'ccm8', 'ocb', 'eax', 'siv', 'xts', 'kw', 'kwp'] as const).map((mode) =>
    say(mode, { mode }),
  ),
  ...says('cfb cfb128 cfb64', { mode: 'cfb' }),
  ...says('ofb128 ofb64', { mode: 'ofb' }),
  ...says('cts cbccs cbccts cbccs1 cbccs2 cbccs3', { mode: 'cbc-cs' }),
  ...says('gcmsiv', { mode: 'gcm-siv' }),
  ...says('ctr128', { mode: 'ctr' }),
  // RFC 9053 §4.2: AES-CCM-<length field>-<tag>-<key>
  ...([128, 256] as const).flatMap((bits) => [
    ...says(`ccm1664${bits} ccm6464${bits}`, { mode: 'ccm8', bits }),
    ...says(`ccm16128${bits} ccm64128${bits}`, { mode: 'ccm', bits }),
  ]),
  ...says('wrap keywrap', { mode: 'kw' }),
  ...says('wrappad kwpad', { mode: 'kwp' }),
];

const PADDINGS: readonly (readonly [string, Word])[] = [
  ...says('nopadding nopad', { padding: 'none' }),
  ...says('pkcs5 pkcs5padding', { padding: 'pkcs5' }),
  ...says('pkcs7 pkcs7padding', { padding: 'pkcs7' }),
  ...says('pkcs1 pkcs1padding pkcs1pad pkcs1v15 v15', { padding: 'pkcs1v15' }),
  ...says('oaep oaeppadding', { padding: 'oaep' }),
  ...says('pss andmgf1', { padding: 'pss' }),
  ...says('iso78164padding iso78164', { padding: 'iso7816-4' }),
  ...says('zerobytepadding zeropadding zeros', { padding: 'zero' }),
  ...says('x923padding x923 ansix923', { padding: 'x9.23' }),
];

const DIGESTS: readonly (readonly [string, Word])[] = [
  ...says('md2', { digest: 'md2' }),
  ...says('md4', { digest: 'md4' }),
  ...says('md5', { digest: 'md5' }),
  ...says('sha sha1 sha160', { digest: 'sha-1' }),
  ...says('sha2', { digest: 'sha-2' }),
  ...says('sha3', { digest: 'sha-3' }),
  ...(['224', '256', '384', '512'] as const).flatMap((bits) => [
    ...says(`sha${bits} sha2${bits}`, { digest: `sha-${bits}` }),
    ...says(`sha3${bits}`, { digest: `sha3-${bits}` }),
  ]),
  ...(['224', '256'] as const).flatMap((bits) => says(`sha512${bits} sha2512${bits} sha512t${bits}`, { digest: `sha-512/${bits}` })),
  ...says('shake128 shake128len256 shake128256', { digest: 'shake128' }),
  ...says('shake256 shake256len512 shake256512', { digest: 'shake256' }),
  ...says('cshake cshake128 cshake256', { digest: 'cshake' }),
  ...says('keccak', { digest: 'keccak' }),
  ...says('blake2b', { digest: 'blake2b' }),
  ...says('blake2s', { digest: 'blake2s' }),
  ...says('blake3', { digest: 'blake3' }),
  ...says('ripemd160 ripemd rmd160 rmd', { digest: 'ripemd-160' }),
  ...says('whirlpool', { digest: 'whirlpool' }),
  ...says('sm3', { digest: 'sm3' }),
  ...says('streebog mdgost12 gost3411', { digest: 'streebog' }),
];

const CIPHERS: readonly (readonly [string, Word])[] = [
  ...says('aes rijndael', { algorithm: 'aes' }),
  ...says('des', { algorithm: 'des' }),
  ...says('3des des3 des3ede tdes tdea tripledes desede', { algorithm: '3des' }),
  ...says('desede3', { algorithm: '3des', bits: 168 }), // OpenSSL: three independent keys
  ...says('bf blowfish', { algorithm: 'blowfish' }),
  ...says('cast cast5 cast128', { algorithm: 'cast5' }),
  ...says('cast6 cast256', { algorithm: 'cast6' }),
  ...says('rc4 arc4 arcfour', { algorithm: 'rc4' }),
  ...says('xtea xxtea', { algorithm: 'tea' }),
  ...says('gost89 gost28147 gost', { algorithm: 'gost-28147' }),
  ...says('chacha chacha20', { algorithm: 'chacha20' }),
  ...says('chachapoly chacha20poly1305 chachapoly1305 c20p', { algorithm: 'chacha20-poly1305' }),
  ...says('xchacha', { algorithm: 'xchacha20' }),
  ...says('xc20p xchachapoly', { algorithm: 'xchacha20-poly1305' }),
  ...says('secretbox xsalsa20poly1305', { algorithm: 'xsalsa20-poly1305' }),
  ...says('hc128 hc256', { algorithm: 'hc' }),
  ...says('ascon ascon128 ascon128a asconaead asconaead128 asconhash asconhash256 asconxof', { algorithm: 'ascon' }),
  ...([128, 192, 256] as const).flatMap((bits) => [
    say(`a${bits}gcm`, { algorithm: 'aes', bits, mode: 'gcm' }),
    say(`a${bits}gcmkw`, { algorithm: 'aes', bits, mode: 'gcm' }),
    say(`a${bits}kw`, { algorithm: 'aes', bits, mode: 'kw' }),
    say(`a${bits}cbc`, { algorithm: 'aes', bits, mode: 'cbc' }),
    say(`a${bits}ctr`, { algorithm: 'aes', bits, mode: 'ctr' }),
  ]),
];

const PUBLIC_KEY: readonly (readonly [string, Word])[] = [
  ...says('rsaes', { algorithm: 'rsa' }),
  ...says('rsa15', { algorithm: 'rsaes-pkcs1' }), // RFC 7518 §4.2
  ...says('rsaespkcs1 rsaespkcs1v15 rsaespkcs115', { algorithm: 'rsaes-pkcs1' }),
  // `RSA-PKCS1-1.5-SHA-256`: the CycloneDX cryptography registry
  ...says('rsassapkcs1 rsassapkcs1v15 rsapkcs1 rsapkcs1v15 rsapkcs115', { algorithm: 'rsassa-pkcs1' }),
  ...says('rsassa', { algorithm: 'rsassa-pkcs1' }),
  ...says('rsapss rsassapss rsapssrsae rsapsspss', { algorithm: 'rsassa-pss' }),
  ...says('rsaoaep rsaesoaep', { algorithm: 'rsaes-oaep' }),
  ...says('dss', { algorithm: 'dsa' }),
  ...says('dh dhe edh diffiehellman diffiehellmangroup dhgroup ffdhe modp', { algorithm: 'ffdh' }),
  ...says('xdh', { algorithm: 'ecdh' }),
  ...([1, 2, 5, 14, 15, 16, 17, 18] as const).flatMap((group) =>
    says(`diffiehellmangroup${group} dhgroup${group} modp${group}`, { algorithm: 'ffdh', bits: GROUP_BITS[group] }),
  ),
  ...says('diffiehellmangroupexchange', { algorithm: 'ffdh' }),
  ...says('ecdhe ecdhes ecdh', { algorithm: 'ecdh' }),
  ...says('ecc', { algorithm: 'ec' }),
  ...says('es256k', { algorithm: 'ecdsa', digest: 'sha-256', curve: 'secp256k1' }),
  ...says('curve25519', { algorithm: 'x25519' }),
  ...says('curve448', { algorithm: 'x448' }),
  ...says('ecjpake', { algorithm: 'j-pake' }),
  ...says('es256 esp256', { algorithm: 'ecdsa', digest: 'sha-256', curve: 'secp256r1' }),
  ...says('es384 esp384', { algorithm: 'ecdsa', digest: 'sha-384', curve: 'secp384r1' }),
  ...says('es512 esp512', { algorithm: 'ecdsa', digest: 'sha-512', curve: 'secp521r1' }),
  ...(['256', '384', '512'] as const).flatMap((bits) => [
    say(`rs${bits}`, { algorithm: 'rsassa-pkcs1', digest: `sha-${bits}` }),
    say(`ps${bits}`, { algorithm: 'rsassa-pss', digest: `sha-${bits}` }),
    say(`hs${bits}`, { algorithm: 'hmac', digest: `sha-${bits}` }),
  ]),
];

const POST_QUANTUM: readonly (readonly [string, Word])[] = [
  ...([512, 768, 1024] as const).flatMap((bits) => says(`kyber${bits}`, { algorithm: 'kyber', bits })),
  ...([2, 3, 5] as const).flatMap((level) => says(`dilithium${level}`, { algorithm: 'dilithium', bits: level })),
  ...says('falcon falconpadded', { algorithm: 'fn-dsa' }),
  ...says('sphincs sphincsplus', { algorithm: 'sphincsplus' }),
  ...['sha2', 'shake', 'sha256', 'shake256', 'haraka'].flatMap((hash) =>
    ['128s', '128f', '192s', '192f', '256s', '256f'].flatMap((set) =>
      says(`sphincs${hash}${set} sphincsplus${hash}${set}`, { algorithm: 'sphincsplus' }),
    ),
  ),
  ...['640', '976', '1344'].flatMap((bits) =>
    says(`frodokem${bits}aes frodokem${bits}shake frodo${bits}aes frodo${bits}shake`, { algorithm: 'frodokem', bits: Number(bits) }),
  ),
  ...says('mceliece', { algorithm: 'classic-mceliece' }),
  ...['348864', '460896', '6688128', '6960119', '8192128'].flatMap((set) =>
    says(`classicmceliece${set} classicmceliece${set}f mceliece${set} mceliece${set}f`, { algorithm: 'classic-mceliece' }),
  ),
  ...says('bikel1 bikel3 bikel5 bike1l1 bike1l3', { algorithm: 'bike' }),
  ...says('ntruhps2048509 ntruhps2048677 ntruhps4096821 ntruhrss701', { algorithm: 'ntru' }),
  ...says('xmssmt', { algorithm: 'xmss' }),
  ...says('mayo1 mayo2 mayo3 mayo5', { algorithm: 'mayo' }),
  ...says('mlkem768x25519', { algorithm: 'x25519mlkem768' }), // OpenSSH 9.9
  ...says('p256mlkem768 mlkem768nistp256', { algorithm: 'secp256r1mlkem768' }),
  ...says('p384mlkem1024 mlkem1024nistp384', { algorithm: 'secp384r1mlkem1024' }),
];

const SCHEMES: readonly (readonly [string, Word])[] = [
  ...says('pbe', { algorithm: 'pbes1' }),
  ...says('argon2id argon2i argon2d', { algorithm: 'argon2' }),
  ...says('kmac128', { algorithm: 'kmac', bits: 128 }),
  ...says('kmac256', { algorithm: 'kmac', bits: 256 }),
  ...says('omac omac1', { algorithm: 'cmac' }),
  ...says('siphash24 siphash48', { algorithm: 'siphash' }),
  ...says('kbkdf', { algorithm: 'sp800-108' }),
  ...says('sskdf', { algorithm: 'sp800-56c' }),
  ...says('x963kdf ansix963kdf', { algorithm: 'ansi-kdf' }),
  ...says('tls1prf tls12prf', { algorithm: 'tls-prf' }),
];

// Plain words that are also English, or that only other words give a meaning: they stand for a mechanism only beside one (`seed-cbc`).
const NOT_BY_THEMSELVES: ReadonlySet<AlgorithmId> = new Set(['unrecognised', 'hash', 'csprng', 'rsassa-pkcs1', 'rsaes-pkcs1']);

const DIGEST_IDS: ReadonlySet<AlgorithmId> = new Set(
  ALGORITHM_IDS.filter((id) => ['hash', 'xof'].includes(ALGORITHMS[id].primitive) && id !== 'hash'),
);

/** Every word by its folded spelling. */
export const WORDS: ReadonlyMap<string, Word> = new Map([
  ...NOISE.map((noise) => say(noise, SILENT)),
  ...CURVE_IDS.flatMap((curve) => [curve, ...CURVES[curve].aliases].map((name) => say(foldName(name), { curve }))),
  ...ALGORITHM_IDS.filter((id) => !NOT_BY_THEMSELVES.has(id)).map((id) =>
    say(foldName(id), DIGEST_IDS.has(id) ? { digest: id } : { algorithm: id }),
  ),
  ...MODES,
  ...PADDINGS,
  ...DIGESTS,
  ...CIPHERS,
  ...PUBLIC_KEY,
  ...POST_QUANTUM,
  ...SCHEMES,
]);

/** The length of the longest word. */
export const LONGEST_WORD: number = Math.max(...[...WORDS.keys()].map((word) => word.length));

/** Lowercase ASCII letters and digits of a name. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function say(spelling: string, word: Word): readonly [string, Word] {
  return [spelling, word];
}

function says(spellings: string, word: Word): readonly (readonly [string, Word])[] {
  return spellings.split(' ').map((spelling) => say(spelling, word));
}
