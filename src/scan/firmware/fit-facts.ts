// What a flattened devicetree says of verified boot: hashes, signatures and ciphers of a FIT image, and the keys that a control devicetree
// of U-Boot holds and requires. U-Boot documentation: doc/usage/fit/signature.rst, source_file_format.rst.

import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { isMalformed } from '../../formats/der.ts';
import { cellOf, childOf, type FdtNode, propertyOf, readFdt, stringOf } from '../../formats/fdt.ts';
import { fitImagesOf, isFit } from '../../formats/fit.ts';
import { toHex } from '../../formats/hex.ts';
import type { SignatureClaim, SignedDigest } from '../../formats/verify-signature.ts';
import { findFitCipher, findFitHash, findFitSignature } from '../../knowledge/fit-algorithms.ts';
import { type Mechanism, mechanism, toUse } from '../../knowledge/mechanism.ts';
import type { Confidence, Evidence, Gap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { algorithm, fact, type Image, toEvidence, toGap, toImage } from './image.ts';
import { checkClaim, type KeyRing, toKeyRing } from './keys.ts';

type Hash = (data: Uint8Array) => Uint8Array;

const HASHES: ReadonlyMap<string, Hash> = new Map<string, Hash>([
  ['md5', md5],
  ['sha-1', sha1],
  ['sha-256', sha256],
  ['sha-384', sha384],
  ['sha-512', sha512],
]);

interface Within {
  readonly image: Image;
  readonly ring: KeyRing;
}

/** The facts of a devicetree; undefined for another file. */
export function scanFit(file: ScanFile): readonly (Evidence | Gap)[] | undefined {
  const fdt = readFdt(file.bytes);
  if (fdt === undefined) return undefined;
  if (isMalformed(fdt))
    return [
      toGap(file.entry, 'malformed', `devicetree: expected ${fdt.expected}, found ${fdt.found}`, Math.min(fdt.offset, file.bytes.length)),
    ];
  const within = { image: toImage(file), ring: toKeyRing(file) };
  const keys = (childOf(fdt.root, 'signature')?.children ?? []).flatMap((node) => keyFacts(within.image, node));
  if (!isFit(fdt)) return keys;
  const images = fitImagesOf(file.bytes, fdt);
  const configurations = childOf(fdt.root, 'configurations')?.children ?? [];
  const signed = [...images.map(({ node }) => node), ...configurations].some((node) => node.children.some(isSignature));
  return [
    ...images.flatMap(({ node, data }) => imageFacts(within, node, data)),
    ...configurations.flatMap((node) => node.children.filter(isSignature).flatMap((each) => signatureFacts(within, each))),
    ...(signed
      ? []
      : hashOnly(
          within.image,
          images.map(({ node }) => node),
        )),
    ...keys,
  ];
}

function imageFacts(within: Within, node: FdtNode, data: Uint8Array | undefined): readonly (Evidence | Gap)[] {
  const missing =
    data === undefined
      ? [toGap(within.image.entry, 'malformed', `FIT image ${node.name}: its data lies outside the file`, node.offset)]
      : [];
  const cipher = node.children.find(({ name }) => name.startsWith('cipher'));
  return [
    ...missing,
    ...node.children.filter(({ name }) => name === 'hash' || /^hash[-@]/.test(name)).flatMap((each) => hashFacts(within.image, each, data)),
    ...node.children.filter(isSignature).flatMap((each) => signatureFacts(within, each, data)),
    ...(cipher === undefined ? [] : cipherFacts(within.image, node, cipher)),
  ];
}

function hashFacts(image: Image, node: FdtNode, data: Uint8Array | undefined): readonly (Evidence | Gap)[] {
  const algo = stringOf(node, 'algo') ?? '';
  const found = findFitHash(algo);
  if (found === 'checksum') return [];
  if (found === undefined) return [unknownName(image, node, algo)];
  const value = propertyOf(node, 'value');
  const at = { offset: value?.offset ?? node.offset, length: value?.value.length ?? 0 };
  const use = toEvidence(image, said(at, 'certain'), algorithm(toUse(algo, found), `FIT ${node.name}`, 'u-boot'));
  const hash = HASHES.get(found.algorithm);
  if (data === undefined || value === undefined || hash === undefined || toHex(hash(data)) === toHex(value.value)) return [use];
  return [use, toGap(image.entry, 'malformed', `FIT ${node.name}: expected the ${algo} of its image, found another`, at.offset)];
}

// A signature of a configuration is over hashed regions of the tree; only that of an image, over its data, is verified here.
function signatureFacts({ image, ring }: Within, node: FdtNode, data?: Uint8Array): readonly (Evidence | Gap)[] {
  const algo = stringOf(node, 'algo') ?? '';
  const found = findFitSignature(algo, stringOf(node, 'padding'));
  if (found === undefined) return [unknownName(image, node, algo)];
  const value = propertyOf(node, 'value');
  const at = { offset: value?.offset ?? node.offset, length: value?.value.length ?? 0 };
  const hint = stringOf(node, 'key-name-hint');
  const symbol = `FIT ${node.name}${hint === undefined ? '' : ` by key ${hint.slice(0, 40)}`}`;
  if (value === undefined)
    return [toGap(image.entry, 'malformed', `${symbol}: expected a value, found none: the image is not signed yet`, node.offset)];
  const claim = data === undefined ? undefined : toClaim(found, data, value.value);
  const checked = claim === undefined ? ({ is: 'unverified' } as const) : checkClaim(claim, ring, []);
  const state = checked.is === 'verified' ? 'verified with the given key' : checked.is === 'wrong' ? 'does not verify' : 'not verified';
  return [
    toEvidence(image, said(at, checked.is === 'verified' ? 'certain' : 'likely'), algorithm(toUse(algo, found), symbol, 'u-boot')),
    toEvidence(image, said(at, 'certain'), fact('image-signature', state, symbol)),
    ...(checked.is === 'wrong'
      ? [toGap(image.entry, 'malformed', `${symbol}: expected a signature by the given key, found one that does not verify`, at.offset)]
      : []),
  ];
}

function toClaim(found: Mechanism, data: Uint8Array, signature: Uint8Array): SignatureClaim | undefined {
  const digest = (['sha-1', 'sha-256', 'sha-384', 'sha-512'] as const).find((each) => each === found.digest) satisfies
    | SignedDigest
    | undefined;
  const hash = HASHES.get(digest ?? '');
  if (digest === undefined || hash === undefined) return undefined;
  const scheme = ({ 'rsassa-pkcs1': 'rsa-pkcs1', 'rsassa-pss': 'rsa-pss', ecdsa: 'ecdsa' } as const)[schemeName(found)];
  return { scheme, digest, signed: hash(data), signature };
}

function schemeName({ algorithm: id }: Mechanism): 'rsassa-pkcs1' | 'rsassa-pss' | 'ecdsa' {
  return id === 'rsassa-pss' || id === 'ecdsa' ? id : 'rsassa-pkcs1';
}

function cipherFacts(image: Image, node: FdtNode, cipher: FdtNode): readonly (Evidence | Gap)[] {
  const algo = stringOf(cipher, 'algo') ?? '';
  const found = findFitCipher(algo);
  const gap = toGap(image.entry, 'encrypted', `FIT image ${node.name}: its data is encrypted`, node.offset);
  if (found === undefined) return [unknownName(image, cipher, algo), gap];
  const at = { offset: cipher.offset, length: 0 };
  return [toEvidence(image, said(at, 'certain'), algorithm(toUse(algo, found), `FIT ${cipher.name}`, 'u-boot')), gap];
}

// mkimage -K writes the public key into the devicetree of the boot loader: `required` says whether an unsigned image is refused.
function keyFacts(image: Image, node: FdtNode): readonly (Evidence | Gap)[] {
  const algo = stringOf(node, 'algo') ?? '';
  const found = findFitSignature(algo, undefined);
  if (found === undefined) return algo === '' ? [] : [unknownName(image, node, algo)];
  const at = said({ offset: node.offset, length: 0 }, 'certain');
  const sizeBits = cellOf(node, 'rsa,num-bits') ?? found.keyBits;
  const key = toUse(
    algo,
    found.curve === undefined
      ? mechanism('rsa', sizeBits === undefined ? {} : { keyBits: sizeBits })
      : mechanism('ec', { curve: found.curve }),
  );
  const required = stringOf(node, 'required');
  return [
    toEvidence(image, at, {
      kind: 'key',
      material: 'public-key',
      key: { algorithm: key, ...(sizeBits === undefined ? {} : { sizeBits }) },
      encrypted: false,
      container: `U-Boot control devicetree /signature/${node.name.slice(0, 60)}`,
    }),
    toEvidence(image, at, algorithm(toUse(algo, found), `/signature/${node.name.slice(0, 60)}`, 'u-boot')),
    toEvidence(
      image,
      at,
      fact(
        'secure-boot',
        required === undefined
          ? 'u-boot-fit-signature, key not required'
          : `u-boot-fit-signature, key required for ${required.slice(0, 20)}`,
        'required',
      ),
    ),
  ];
}

function hashOnly(image: Image, nodes: readonly FdtNode[]): readonly Evidence[] {
  const names = nodes.flatMap((node) => node.children).map((each) => stringOf(each, 'algo') ?? '');
  const [found] = names.map(findFitHash).flatMap((hash) => (hash === undefined || hash === 'checksum' ? [] : [hash]));
  if (found === undefined) return [];
  const at = said({ offset: 0, length: image.entry.bytes }, 'certain');
  return [toEvidence(image, at, fact('image-hash-only', found.algorithm, 'FIT hash nodes without a signature node'))];
}

function isSignature({ name }: FdtNode): boolean {
  return name === 'signature' || /^signature[-@]/.test(name);
}

function unknownName(image: Image, node: FdtNode, algo: string): Gap {
  return toGap(
    image.entry,
    'unsupported',
    `FIT ${node.name.slice(0, 40)}: algorithm ${JSON.stringify(algo.slice(0, 40))} is not known`,
    node.offset,
  );
}

function said({ offset, length }: { readonly offset: number; readonly length: number }, confidence: Confidence) {
  return { offset, length, state: 'present', confidence, roleHint: 'boot' } as const;
}
