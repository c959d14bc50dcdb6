// The parameter sets of LM-OTS and LMS by type code: RFC 8554 §4.1 Table 1 and §5.1 Table 2 (SHA-256, 32 bytes), SP 800-208 §4 (SHA-256 cut
// to 24 bytes, SHAKE256 with 32 and 24 bytes; the same codes stand in the IANA registry of Leighton-Micali signatures).

import { sha256 } from '@noble/hashes/sha2.js';
import { shake256 } from '@noble/hashes/sha3.js';

/** Hash function and length of its output, of a one-time signature or of a tree. */
export interface HashChoice {
  readonly hash: 'SHA256' | 'SHAKE';
  /** `n` of LM-OTS, `m` of LMS */
  readonly bytes: 24 | 32;
}

/** One row of RFC 8554 Table 1. */
export interface LmOtsParameters extends HashChoice {
  /** Winternitz parameter: bits of a digit */
  readonly w: 1 | 2 | 4 | 8;
  /** number of digits with the checksum */
  readonly p: number;
  /** left shift of the checksum, bits */
  readonly ls: number;
}

/** One row of RFC 8554 Table 2. */
export interface LmsParameters extends HashChoice {
  /** height of the tree */
  readonly h: 5 | 10 | 15 | 20 | 25;
}

type Digits = Omit<LmOtsParameters, keyof HashChoice>;

const DIGITS_32: readonly Digits[] = [
  { w: 1, p: 265, ls: 7 },
  { w: 2, p: 133, ls: 6 },
  { w: 4, p: 67, ls: 4 },
  { w: 8, p: 34, ls: 0 },
];
const DIGITS_24: readonly Digits[] = [
  { w: 1, p: 200, ls: 8 },
  { w: 2, p: 101, ls: 6 },
  { w: 4, p: 51, ls: 4 },
  { w: 8, p: 26, ls: 0 },
];
const HEIGHTS = [5, 10, 15, 20, 25] as const;

/** In the order of the type codes. */
const HASH_CHOICES: readonly HashChoice[] = [
  { hash: 'SHA256', bytes: 32 },
  { hash: 'SHA256', bytes: 24 },
  { hash: 'SHAKE', bytes: 32 },
  { hash: 'SHAKE', bytes: 24 },
];

/** By type code: 1 to 16. */
export const LM_OTS: ReadonlyMap<number, LmOtsParameters> = new Map(
  HASH_CHOICES.flatMap((choice) => (choice.bytes === 32 ? DIGITS_32 : DIGITS_24).map((digits) => ({ ...choice, ...digits }))).map(
    (row, index) => [1 + index, row],
  ),
);

/** By type code: 5 to 24 (1 to 4 are of an older draft). */
export const LMS: ReadonlyMap<number, LmsParameters> = new Map(
  HASH_CHOICES.flatMap((choice) => HEIGHTS.map((h) => ({ ...choice, h }))).map((row, index) => [5 + index, row]),
);

/** The hash of a set, cut to its length. */
export function digest({ hash, bytes }: HashChoice, data: Uint8Array): Uint8Array {
  return hash === 'SHA256' ? sha256(data).subarray(0, bytes) : shake256(data, { dkLen: bytes });
}

/** `LMOTS_SHA256_N32_W8`, as the registry writes it. */
export function nameLmOts({ hash, bytes, w }: LmOtsParameters): string {
  return `LMOTS_${hash}_N${bytes}_W${w}`;
}

/** `LMS_SHA256_M32_H5`, as the registry writes it. */
export function nameLms({ hash, bytes, h }: LmsParameters): string {
  return `LMS_${hash}_M${bytes}_H${h}`;
}
