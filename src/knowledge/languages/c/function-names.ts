// Functions that are called after what they do: `HASHCRYPT_AES_EncryptCbc`, `sha256_update`, `rijndael_encrypt`. Drivers of vendors and code
// that a product carries along are named so, whatever their prefix. A name is read only where it says an algorithm and a deed.

import type { CryptoFunction } from '../../../model/algorithm.ts';
import { ALGORITHMS } from '../../algorithms.ts';
import { findCurve } from '../../curves.ts';
import { type Mechanism, mechanism } from '../../mechanism.ts';
import { parseAlgorithmName } from '../../names.ts';
import type { CallRow } from '../row.ts';
import { toSays } from '../says.ts';
import { LIBRARY_PREFIXES } from './prefixes.ts';

// A look at the whole name before it is taken apart: most identifiers of a file end here.
const WORTH_READING =
  /sha|md[245]|aes|rijndael|mac|ecdsa|ecdh|ecdhe|eddsa|25519|448|chacha|poly1305|des|rsa|pbkdf|hkdf|rc4|arcfour|kyber|dilithium|mlkem|mldsa|ml_kem|ml_dsa|slh|sphincs|falcon|lms|lmots|hss|xmss|gcm|ccm|prf|blake|keccak|salsa|camellia|aria|blowfish|ripemd|sm[234]|trng|rng|pka|ecc|ascon|xtea|argon|scrypt|spake|jpake|srp/i;

// What a word says of the deed. `''` is a word that says nothing and disturbs nothing.
const DEEDS: ReadonlyMap<string, CryptoFunction | ''> = new Map([
  ...words('encrypt enc encode seal encipher encryption cipher crypt xcrypt encryptinit encryptupdate encryptfinal', 'encrypt'),
  ...words('decrypt dec decode open decipher decryption', 'decrypt'),
  ...words('sign signing signature signmessage signhash', 'sign'),
  ...words('verify verif verifying verification validate check_sig authenticate', 'verify'),
  ...words('hash digest hashing compute calc calculate calculation sum compress compression transform', 'digest'),
  ...words('mac tag cmac', 'tag'),
  ...words('keygen genkey makekey keypair generatekey genkeypair generatekeypair keygeneration', 'keygen'),
  ...words('derive derivation agree agreement shared secret sharedsecret exchange expand extract kdf', 'keyderive'),
  ...words('encap encaps encapsulate encapsulation', 'encapsulate'),
  ...words('decap decaps decapsulate decapsulation', 'decapsulate'),
  ...words('generate gen make create rand random read fill', ''),
  ...words(
    'init initialize initialise setup begin start starts started update append add finish final finalize finalise finalised end done close',
    '',
  ),
  ...words(
    'process run execute perform do operate operation handle block blocks stream data message msg buf buffer bytes multi single one two',
    '',
  ),
  ...words(
    'step oneshot all full whole raw ex ext simple fast soft hw sw blocking nonblocking async sync dma it polling irq once direct',
    '',
  ),
  ...words(
    'set key keys load expand expansion schedule sched setkey iv ctx context with and auth only in place inplace from to for of by',
    '',
  ),
  ...words(
    'private priv public pub input output sig wrap unwrap ecb cbc ctr xor hex str string file flash image accumulate accmlt last',
    '',
  ),
  ...words('nonce aad additional assoc payload phase internal impl ref opt core api hal drv driver ll native software hardware alt', ''),
  ...words('vector vec iov algo mode bit bits key128 key256 sec secure protected normal sha', ''),
]);

// Words that mean that nothing is done with the algorithm, wherever they stand.
const ASIDE = new Set(
  (
    'is has get print dump log show test selftest free send recv receive parse copy clone register unregister supported support supports ' +
    'available size len length count name type id info cmd shell bench benchmark demo example main struct mutex lock_init assert cmp compare lock unlock acquire ' +
    'element elem asn1 pem der alloc malloc delete destroy deinit zeroize clear reset callback cb handler event error err status task thread ' +
    'wipe drop abort cleanup release invalid valid config configure enabled disable enable probe remove export import write string2 str2 format'
  ).split(' '),
);

// Words that alone say an algorithm; a short word such as `des` or `ecc` needs a prefix that is known.
const TELLING =
  /^(?:sha(?:1|2|3|224|256|384|512)|sha(?:1|224|256|384|512)hash|md[245]|aes(?:128|192|256)?|rijndael\w*|hmac\w*|cmac|gmac|omac1?|aescmac|ecdsa\w*|ecdhe?|eddsa|ed25519\w*|x25519|curve25519|x448|ed448|chacha(?:20)?\w*|poly1305\w*|3des|tdes|tripledes|des3|rsa\w*|pbkdf2\w*|hkdf\w*|rc4|arc4|arcfour|blowfish|camellia\w*|ripemd\w*|rmd160|blake[23]\w*|keccak\w*|siphash\w*|salsa20|xsalsa20|kyber\w*|dilithium\w*|mlkem\w*|mldsa\w*|slhdsa|sphincs\w*|lmots|xmss\w*|aescbc|aesctr|aesgcm|aesccm|aesecb|aescfb|argon2\w*|ctrdrbg|hmacdrbg|xtea|xxtea|ecjpake|spake2\w*|prf)$/;

// Modes that in practice are AES's.
const MODE_ALONE: ReadonlyMap<string, Mechanism> = new Map([
  ['gcm', mechanism('aes', { mode: 'gcm' })],
  ['ccm', mechanism('aes', { mode: 'ccm' })],
]);

const MOST_WORDS = 12;
const SPLIT = /[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g;

/** The words of a name as written in snake or camel case, in lowercase. */
export function splitName(name: string): readonly string[] {
  return (name.match(SPLIT) ?? []).map((word) => word.toLowerCase()).filter((word) => word !== 'ex'); // HAL_HMACEx_SHA224_Start
}

interface Core {
  readonly use: ReturnType<typeof toSays>;
  readonly start: number;
  readonly end: number;
}

/** The row that a name makes for itself; undefined where it says no algorithm or nothing that is done with it. */
export function readFunctionName(symbol: string): CallRow | undefined {
  if (symbol.length > 80 || !WORTH_READING.test(symbol)) return undefined;
  return readPlain(symbol) ?? readWithCurve(symbol);
}

const CURVE_WORD = /^(?:secp|sect|nistp?|p|prime|brainpool)\d{3}\w{0,4}$/i;

// `cc310_ecdsa_verify_secp256r1`: the curve stands beside what is done on it.
function readWithCurve(symbol: string): CallRow | undefined {
  const parts = symbol.split('_');
  const at = parts.findIndex((part) => CURVE_WORD.test(part));
  const curve = at < 0 ? undefined : findCurve(parts[at] ?? '');
  const row = curve === undefined ? undefined : readPlain(parts.filter((_, index) => index !== at).join('_'));
  const algorithm = row?.uses?.algorithm;
  if (row === undefined || algorithm === undefined || !ALGORITHMS[algorithm].named.includes('curve')) return undefined;
  return { ...row, symbol, uses: { ...row.uses, ...(curve === undefined ? {} : { curve }) } };
}

function readPlain(symbol: string): CallRow | undefined {
  const prefix = LIBRARY_PREFIXES.find(([start]) => symbol.startsWith(start));
  const all = splitName(symbol);
  if (all.length === 0 || all.length > MOST_WORDS) return undefined;
  if (all.length === 1 && !/\d/.test(symbol)) return undefined; // `hmac`, `ecdsa`: as a rule a variable
  const core = findCore(all, prefix !== undefined);
  if (core === undefined) return undefined;
  const [before, rest] = [all.slice(0, core.start), all.slice(core.end)];
  const mode =
    core.use.mode === undefined && isBlockCipher(core.use) ? [...rest, ...before].find((word) => MODE_WORDS.has(word)) : undefined;
  const after = rest.filter((word) => word !== mode);
  if ([...before, ...after].some((word) => ASIDE.has(word))) return undefined;
  const isMacro = symbol === symbol.toUpperCase();
  if ((prefix === undefined || isMacro) && !doesSomething({ before, after, isMacro })) return undefined;
  return toRow(symbol, mode === undefined ? core.use : { ...core.use, ...toMode(mode) }, {
    library: prefix?.[1],
    words: [...after, ...before],
  });
}

function toRow(
  symbol: string,
  uses: Core['use'],
  { library, words: around }: { readonly library: string | undefined; readonly words: readonly string[] },
): CallRow | undefined {
  const does = around.map((word) => DEEDS.get(word)).find((deed): deed is CryptoFunction => deed !== undefined && deed !== '');
  const fixed = ALGORITHMS[uses.algorithm].functions.length > 0;
  const functions = does === undefined || fixed ? {} : { functions: [does] };
  return { symbol, library: library ?? 'unknown', uses, ...functions, ...(library === undefined ? { likely: true } : { object: '0' }) };
}

interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly isMacro: boolean;
}

const MACRO_DEEDS = new Set('encrypt decrypt sign verify init update final hash digest compute'.split(' '));

// Without a known prefix every word behind the algorithm must be a deed, and there must be one, before or behind, or nothing but the algorithm.
function doesSomething({ before, after, isMacro }: Around): boolean {
  // in capitals: as a rule the name of a register or a number
  if (isMacro && !after.some((word) => MACRO_DEEDS.has(word))) return false;
  if (!after.every((word) => DEEDS.has(word) || /^\d+$/.test(word))) return false;
  if (after.length > 0) return true;
  return before.length === 0 || before.some((word) => DEEDS.has(word) && DEEDS.get(word) !== '');
}

/** The longest run of words that is the name of an algorithm; of equals, the last. */
function findCore(all: readonly string[], known: boolean): Core | undefined {
  for (let length = Math.min(all.length, 6); length > 0; length--) {
    for (let start = all.length - length; start >= 0; start--) {
      const run = all.slice(start, start + length);
      const core = readRun(run, known);
      if (core !== undefined) return { use: core, start, end: start + length };
    }
  }
  return undefined;
}

function readRun(run: readonly string[], known: boolean): Core['use'] | undefined {
  const [first = '', last = ''] = [run[0], run.at(-1)];
  // Words that the reader of names takes for noise must not make a run longer.
  if (isNoise(first) || isNoise(last)) return undefined;
  if (!known && !run.some((word) => TELLING.test(word))) return modeAlone(run);
  if (run.length === 1 && first === 'sha') return undefined; // of any size
  const use = parseAlgorithmName(run.join('-'));
  return use === undefined ? modeAlone(run) : namedCurve(toSays(use));
}

// `AES_EncryptCbc`, `aes_crypt_ecb`: the mode stands apart.
const MODE_WORDS = new Set('ecb cbc ctr cfb cfb8 cfb128 ofb gcm ccm xts eax siv ocb wrap unwrap'.split(' '));

function toMode(word: string): Pick<Core['use'], 'mode'> {
  const mode = parseAlgorithmName(`aes-${word === 'unwrap' ? 'wrap' : word}`)?.parameters.mode?.value;
  return mode === undefined ? {} : { mode };
}

function isBlockCipher({ algorithm }: Core['use']): boolean {
  return ALGORITHMS[algorithm].primitive === 'block-cipher';
}

const ON_ONE_CURVE: ReadonlySet<string> = new Set(['x25519', 'x448', 'ed25519', 'ed448']);

// `ecdh_x25519` is X25519.
function namedCurve(says: Core['use']): Core['use'] {
  const part = says.parts?.find(({ algorithm }) => ON_ONE_CURVE.has(algorithm));
  return (says.algorithm === 'ecdh' || says.algorithm === 'eddsa') && part !== undefined ? part : says;
}

function modeAlone(run: readonly string[]): Core['use'] | undefined {
  const [word = '', ...more] = run;
  return more.length === 0 ? MODE_ALONE.get(word) : undefined;
}

const NOISE = new Set(
  'with and id alg aid key keygen padding encryption cipher algorithm public private bit bits signature sig hash digest mac std plain none auto default ref clean'.split(
    ' ',
  ),
);

function isNoise(word: string): boolean {
  return NOISE.has(word);
}

function words(list: string, deed: CryptoFunction | ''): readonly (readonly [string, CryptoFunction | ''])[] {
  return list.split(' ').map((word) => [word, deed] as const);
}
