// Words of IKE and ESP proposals as strongSwan and Libreswan write them (`aes256gcm16-prfsha384-ecp384-ke1_mlkem768`), with the transforms they
// stand for. IANA registry "Internet Key Exchange Version 2 (IKEv2) Parameters"; RFC 7296, RFC 9370 (additional key exchanges),
// draft-ietf-ipsecme-ikev2-mlkem; strongSwan documentation, "Algorithm Proposals (Cipher Suites)".

import type { AlgorithmId, AlgorithmUse, CipherMode } from '../../model/algorithm.ts';
import { type Mechanism, mechanism, toUse } from '../mechanism.ts';

/** What a word of a proposal is. */
export interface IkeTransform {
  readonly type: 'encryption' | 'integrity' | 'prf' | 'group' | 'none';
  /** without the `ke1_` of an additional key exchange */
  readonly name: string;
  readonly use?: AlgorithmUse;
}

type Row = readonly [type: IkeTransform['type'], named?: Mechanism];

const integrity = (digest: AlgorithmId): Row => ['integrity', mechanism('hmac', { digest, functions: ['tag'] })];
const prf = (digest: AlgorithmId): Row => ['prf', mechanism('hmac', { digest, functions: ['keyderive'] })];
const group = (named: Mechanism): Row => ['group', { ...named, functions: ['keyderive'] }];
const modp = (keyBits: number): Row => group(mechanism('ffdh', { keyBits }));
const curve = (id: NonNullable<Mechanism['curve']>): Row => group(mechanism('ecdh', { curve: id }));
const kem = (id: AlgorithmId): Row => ['group', mechanism(id, { functions: ['encapsulate', 'decapsulate'] })];
const cipher = (id: AlgorithmId, more: Omit<Mechanism, 'algorithm'> = {}): Row => [
  'encryption',
  mechanism(id, { functions: ['encrypt', 'decrypt'], ...more }),
];
const X25519 = group(mechanism('x25519'));
const X448 = group(mechanism('x448'));

const WORDS: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['null', ['none']],
  ['esn', ['none']],
  ['noesn', ['none']],
  ['default', ['none']],
  ['none', ['none']],
  ['3des', cipher('3des', { mode: 'cbc' })],
  ['des', cipher('des', { mode: 'cbc' })],
  ['cast128', cipher('cast5', { keyBits: 128, mode: 'cbc' })],
  ['chacha20poly1305', cipher('chacha20-poly1305', { keyBits: 256 })],
  ['chacha20_poly1305', cipher('chacha20-poly1305', { keyBits: 256 })],
  ['md5', integrity('md5')],
  ['md5_128', integrity('md5')],
  ['sha', integrity('sha-1')],
  ['sha1', integrity('sha-1')],
  ['sha1_160', integrity('sha-1')],
  ['sha2', integrity('sha-256')],
  ['sha256', integrity('sha-256')],
  ['sha256_96', integrity('sha-256')],
  ['sha2_256', integrity('sha-256')],
  ['sha384', integrity('sha-384')],
  ['sha2_384', integrity('sha-384')],
  ['sha512', integrity('sha-512')],
  ['sha2_512', integrity('sha-512')],
  ['aesxcbc', ['integrity', mechanism('cbc-mac', { keyBits: 128, functions: ['tag'] })]],
  ['aescmac', ['integrity', mechanism('cmac', { functions: ['tag'] })]],
  ['aes_cmac', ['integrity', mechanism('cmac', { functions: ['tag'] })]],
  ['prfmd5', prf('md5')],
  ['prfsha1', prf('sha-1')],
  ['prfsha256', prf('sha-256')],
  ['prfsha384', prf('sha-384')],
  ['prfsha512', prf('sha-512')],
  ['prfaesxcbc', ['prf', mechanism('cbc-mac', { keyBits: 128, functions: ['keyderive'] })]],
  ['prfaescmac', ['prf', mechanism('cmac', { functions: ['keyderive'] })]],
  ...[768, 1024, 1536, 2048, 3072, 4096, 6144, 8192].map((bits): readonly [string, Row] => [`modp${bits}`, modp(bits)]),
  ['modp1024s160', modp(1024)],
  ['modp2048s224', modp(2048)],
  ['modp2048s256', modp(2048)],
  ['ecp192', curve('secp192r1')],
  ['ecp224', curve('secp224r1')],
  ['ecp256', curve('secp256r1')],
  ['ecp384', curve('secp384r1')],
  ['ecp521', curve('secp521r1')],
  ['ecp224bp', curve('brainpoolP224r1')],
  ['ecp256bp', curve('brainpoolP256r1')],
  ['ecp384bp', curve('brainpoolP384r1')],
  ['ecp512bp', curve('brainpoolP512r1')],
  ['curve25519', X25519],
  ['x25519', X25519],
  ['curve448', X448],
  ['x448', X448],
  ['mlkem512', kem('ml-kem-512')],
  ['mlkem768', kem('ml-kem-768')],
  ['mlkem1024', kem('ml-kem-1024')],
  ['ntru112', kem('ntru')],
  ['ntru128', kem('ntru')],
  ['ntru192', kem('ntru')],
  ['ntru256', kem('ntru')],
  // Libreswan writes groups by their numbers in the registry (Transform Type 4).
  ...(
    [
      [1, modp(768)],
      [2, modp(1024)],
      [5, modp(1536)],
      [14, modp(2048)],
      [15, modp(3072)],
      [16, modp(4096)],
      [17, modp(6144)],
      [18, modp(8192)],
      [19, curve('secp256r1')],
      [20, curve('secp384r1')],
      [21, curve('secp521r1')],
      [28, curve('brainpoolP256r1')],
      [29, curve('brainpoolP384r1')],
      [30, curve('brainpoolP512r1')],
      [31, X25519],
      [32, X448],
    ] as const
  ).map(([number, row]): readonly [string, Row] => [`dh${number}`, row]),
]);

/** `aes256`, `aes128gcm16`, `aes_gcm256`, `camellia192ctr`: family, size and mode in one word. */
const CIPHER =
  /^(aes|camellia|blowfish|serpent|twofish)[_-]?(?:(gcm|ccm|ctr)[_-]?(?:(?:a|b|c|8|12|16)[_-]?)?)?(128|192|256)?(gcm|ccm|ctr|gmac)?(8|12|16|64|96|128)?$/;
const MODES: ReadonlyMap<string, CipherMode> = new Map<string, CipherMode>([
  ['gcm', 'gcm'],
  ['ccm', 'ccm'],
  ['ctr', 'ctr'],
]);
const FAMILIES: ReadonlyMap<string, AlgorithmId> = new Map<string, AlgorithmId>([
  ['aes', 'aes'],
  ['camellia', 'camellia'],
  ['blowfish', 'blowfish'],
  ['serpent', 'serpent'],
  ['twofish', 'twofish'],
]);

/** A word of a proposal; undefined for one that is not known. Case does not matter. */
export function findIkeTransform(written: string): IkeTransform | undefined {
  if (written.length > 40) return undefined;
  const name = written.toLowerCase().replace(/^ke[1-7]_/, '');
  const [type, named] = WORDS.get(name) ?? toCipher(name) ?? [];
  if (type === undefined) return undefined;
  return { type, name, ...(named === undefined ? {} : { use: toUse(name, named) }) };
}

function toCipher(name: string): Row | undefined {
  const [, family = '', before, bits, after, icv] = CIPHER.exec(name) ?? [];
  const id = FAMILIES.get(family);
  if (id === undefined) return undefined;
  // strongSwan: a bare `aes` is aes128; GMAC authenticates and encrypts nothing.
  const keyBits = Number(bits ?? 128);
  if (after === 'gmac') return ['integrity', mechanism('gmac', { functions: ['tag'], parts: [mechanism(id, { keyBits })] })];
  const mode = MODES.get(before ?? after ?? '') ?? 'cbc';
  const tagBits = icv === undefined ? undefined : Number(icv) <= 16 ? Number(icv) * 8 : Number(icv);
  return cipher(id, { keyBits, mode, ...(tagBits === undefined ? {} : { tagBits }) });
}
