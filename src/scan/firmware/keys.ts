// Public keys that verify images: those that the operator gave, those that an image asks for by their hash and another file of the tree
// holds. A private key stands for its public half; nothing else of it is read.

import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { childrenOf } from '../../formats/algorithm-identifier.ts';
import { isMalformed, readElement } from '../../formats/der.ts';
import { fromHex, toHex } from '../../formats/hex.ts';
import { readPem } from '../../formats/pem.ts';
import { type PkiObject, readPki } from '../../formats/pki.ts';
import { type SignatureClaim, verifySignature } from '../../formats/verify-signature.ts';
import type { Asked, Given } from '../../model/reference.ts';
import type { Elsewhere, FileEntry, ScanFile } from '../../model/world.ts';

/** A key with where it came from. */
export interface FoundKey {
  readonly spki: Uint8Array;
  /** path in the tree; absent for the operator's */
  readonly path?: string;
}

/** The keys that one file may be verified with. */
export interface KeyRing {
  /** given by the operator: the image must be signed by one of them */
  readonly operator: readonly FoundKey[];
  /** keys of the tree by the hash that the image names; asks for it where it is not known yet */
  readonly byHash: (hash: Uint8Array) => readonly FoundKey[];
}

const OPERATOR = 'operator';
const KEY_FILE = /\.(?:pem|pub|key|crt|cer|der|p8|pk8|spki)$/i;
const MAX_KEY_FILE_BYTES = 1_000_000;
const MAX_KEY_FILES = 5_000;
const MAX_OPERATOR_KEYS = 32;

/** Whether a file may hold a key that an image asks for. */
export function isKeyFile({ path, bytes }: FileEntry): boolean {
  return KEY_FILE.test(path) && bytes <= MAX_KEY_FILE_BYTES;
}

/** The ring of a file. Whoever asks is answered when every file is known, and read again. */
export function toKeyRing({ entry, given = [], ask }: ScanFile): KeyRing {
  const asked = new Set<string>([OPERATOR]);
  const keysNamed = (name: string): readonly FoundKey[] => given.filter((one) => one.name === name).flatMap(toFoundKey);
  ask?.({ path: entry.path, names: [...asked], brings: [] });
  return {
    operator: keysNamed(OPERATOR),
    byHash: (hash) => {
      asked.add(toHex(hash));
      ask?.({ path: entry.path, names: [...asked], brings: [] });
      return keysNamed(toHex(hash));
    },
  };
}

/** How a claim stands against the ring. `others` are keys that the image carries or names. */
export type Checked =
  | { readonly is: 'verified'; readonly key: FoundKey; readonly by: 'operator' | 'tree' }
  | { readonly is: 'wrong'; readonly by: 'operator' | 'tree' }
  | { readonly is: 'unverified' };

/** Verifies a claim with the operator's keys, or where there are none with those of the tree. */
export function checkClaim(claim: SignatureClaim | undefined, { operator }: KeyRing, named: readonly FoundKey[]): Checked {
  const by = operator.length > 0 ? 'operator' : 'tree';
  const keys = operator.length > 0 ? operator : named;
  if (claim === undefined) return by === 'operator' ? { is: 'wrong', by } : { is: 'unverified' };
  const answers = keys.map((key) => ({ key, answer: verifySignature(key.spki, claim) }));
  const right = answers.find(({ answer }) => answer === true);
  if (right !== undefined) return { is: 'verified', key: right.key, by };
  if (answers.some(({ answer }) => answer === false) || (by === 'operator' && answers.length > 0)) return { is: 'wrong', by };
  return { is: 'unverified' };
}

function toFoundKey({ value }: Given): readonly FoundKey[] {
  const spki = value.is === 'string' ? fromHex(value.value) : undefined;
  return spki === undefined ? [] : [{ spki, ...(value.place === undefined ? {} : { path: value.place }) }];
}

/** Looks for the keys that images asked for; every key file is read once. */
export async function answerKeys(asked: readonly Asked[], elsewhere: Elsewhere): Promise<ReadonlyMap<string, readonly Given[]>> {
  const operator = (elsewhere.verifyKeys ?? []).flatMap(readPublicKeys).slice(0, MAX_OPERATOR_KEYS);
  const wanted = new Set(asked.flatMap(({ names }) => names.filter((name) => name !== OPERATOR)));
  const found = wanted.size === 0 ? new Map<string, readonly FoundKey[]>() : await findKeys(wanted, elsewhere);
  const givenTo = ({ names }: Asked): readonly Given[] => [
    ...operator.map((spki) => toGiven(OPERATOR, { spki })),
    ...names.flatMap((name) => (found.get(name) ?? []).map((key) => toGiven(name, key))),
  ];
  return new Map(asked.map((one) => [one.path, givenTo(one)]));
}

function toGiven(name: string, { spki, path }: FoundKey): Given {
  return { name, value: { is: 'string', value: toHex(spki), ...(path === undefined ? {} : { place: path }) } };
}

async function findKeys(wanted: ReadonlySet<string>, { paths, read }: Elsewhere): Promise<ReadonlyMap<string, readonly FoundKey[]>> {
  const found = new Map<string, readonly FoundKey[]>();
  for (const path of paths.filter((each) => KEY_FILE.test(each)).slice(0, MAX_KEY_FILES)) {
    const bytes = await read(path);
    for (const spki of bytes === undefined ? [] : readPublicKeys(bytes)) {
      for (const name of hashesOf(spki)) {
        if (wanted.has(name)) found.set(name, [...(found.get(name) ?? []), { spki, path }]);
      }
    }
  }
  return found;
}

/** SubjectPublicKeyInfo of every key in a PEM or DER file; empty where there is none. */
export function readPublicKeys(bytes: Uint8Array): readonly Uint8Array[] {
  const { blocks } = readPem(bytes);
  const encodings = blocks.length > 0 ? blocks.map(({ body }) => body) : [bytes];
  return encodings.flatMap((der) => {
    const read = readPki(der);
    return isMalformed(read) ? [] : spkisOf(read.object);
  });
}

function spkisOf(object: PkiObject): readonly Uint8Array[] {
  switch (object.kind) {
    case 'public-key':
      return [object.publicKey.spki];
    case 'private-key':
      return object.privateKey.publicKey === undefined ? [] : [object.privateKey.publicKey.spki];
    case 'certificate':
      return [object.certificate.publicKey.spki];
    default:
      return [];
  }
}

// imgtool hashes the SubjectPublicKeyInfo of EC and Ed25519 keys and the RSAPublicKey of RSA keys, with the hash of the image.
function hashesOf(spki: Uint8Array): readonly string[] {
  const top = readElement(spki, 0);
  const bits = isMalformed(top) ? undefined : childrenOf(spki, top)[1];
  const encodings = bits === undefined ? [spki] : [spki, spki.subarray(bits.contentStart + 1, bits.end)];
  return encodings.flatMap((encoding) => [sha256, sha384, sha512].map((hash) => toHex(hash(encoding))));
}
