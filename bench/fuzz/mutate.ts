// Mutations of bytes, drawn from a seeded generator: what storage, transport and an attacker do to a file.

import type { Random } from '../emulate/random.ts';

/** Lengths and signs at which readers go wrong: of DER, of counts, of text. */
const LIKELY_BYTES: readonly number[] = [
  0x00, 0x01, 0x02, 0x04, 0x0a, 0x20, 0x2d, 0x30, 0x7f, 0x80, 0x81, 0x82, 0x83, 0x84, 0xa0, 0xfe, 0xff,
];
const MOST_CHANGES = 4;
const OVERSIZE_BYTES = 65_536;

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => replace(bytes, random, (old) => old ^ (1 << random.below(8))),
  (bytes, random) => replace(bytes, random, () => random.pick(LIKELY_BYTES)),
  (bytes, random) => replace(bytes, random, () => random.below(256)),
  // The head of a structure decides how the rest is read.
  (bytes, random) => (bytes.length === 0 ? bytes : bytes.with(random.below(Math.min(bytes.length, 64)), random.pick(LIKELY_BYTES))),
  (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  (bytes, random) => bytes.slice(random.below(bytes.length + 1)),
  (bytes, random) => cut(bytes, random, new Uint8Array()),
  (bytes, random) => insert(bytes, random, randomBytes(random, 1 + random.below(16))),
  (bytes, random) => insert(bytes, random, slice(bytes, random)),
  (bytes, random, other) => cut(bytes, random, slice(other, random)),
  (bytes, random, other) => join(bytes.slice(0, random.below(bytes.length + 1)), other.slice(random.below(other.length + 1))),
  (bytes, random) =>
    join(bytes, new Uint8Array(random.below(32) === 0 ? OVERSIZE_BYTES : random.below(64)).fill(random.pick(LIKELY_BYTES))),
];

/** One to four changes of a seed; `other` is a second seed for splices. */
export function mutate(seed: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let bytes = seed;
  for (let left = 1 + random.below(MOST_CHANGES); left > 0; left--) bytes = random.pick(MUTATIONS)(bytes, random, other);
  return bytes;
}

function replace(bytes: Uint8Array, random: Random, change: (old: number) => number): Uint8Array {
  if (bytes.length === 0) return bytes;
  const at = random.below(bytes.length);
  return bytes.with(at, change(bytes[at] ?? 0));
}

function insert(bytes: Uint8Array, random: Random, inserted: Uint8Array): Uint8Array {
  const at = random.below(bytes.length + 1);
  return join(bytes.subarray(0, at), inserted, bytes.subarray(at));
}

/** A stretch replaced by another. */
function cut(bytes: Uint8Array, random: Random, replacement: Uint8Array): Uint8Array {
  const at = random.below(bytes.length + 1);
  return join(bytes.subarray(0, at), replacement, bytes.subarray(at + random.below(32)));
}

function slice(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  return bytes.slice(at, at + random.below(64));
}

function randomBytes(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random.below(256));
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
