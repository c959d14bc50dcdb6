// Random straight and forward-branching blocks of Thumb instructions for the driver of thumb-driver.ts. r6 is the base of all accesses and
// r5 a small offset: no instruction writes them. SP comes back to where it was.

import type { EmulatedIsa } from '../../src/emulate/isa.ts';
import { encode, type Pattern, type RegisterChoice } from './patterns.ts';
import type { Random } from './random.ts';
import { DSP_PATTERNS, FLOAT_MOVES, NARROW, WIDE } from './thumb-patterns.ts';

const CHOICE: RegisterChoice = {
  destinations: [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 12],
  sources: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  base: 6,
  offset: 5,
};

type BranchForm = 'b' | 'b.w' | 'bl' | 'bcond' | 'bcond.w' | 'cbz';

/** Halfwords, or a branch over the next `skip` pieces. */
type Piece =
  | { readonly halves: readonly number[]; readonly instructions: number }
  | { readonly form: BranchForm; readonly skip: number; readonly field: number };

/** Code of a block and how many instructions it has. */
export interface Block {
  readonly halves: readonly number[];
  readonly instructions: number;
}

/** At most 32 instructions; the block ends by a call of `dump`. */
export function thumbBlock(random: Random, isa: EmulatedIsa, place: { readonly address: number; readonly dump: number }): Block {
  const pieces: Piece[] = [];
  const wanted = 4 + random.below(28);
  for (let count = 0; count < wanted; ) {
    const piece = randomPiece(random, isa, wanted - count);
    pieces.push(piece);
    count += 'halves' in piece ? piece.instructions : 1;
  }
  return layOut(pieces, place);
}

function randomPiece(random: Random, isa: EmulatedIsa, room: number): Piece {
  const mainline = isa !== 'armv6-m';
  const kind = random.below(20);
  if (kind === 0) return branch(random, mainline);
  if (kind === 1 && room >= 2) return stackPair(random);
  if (kind === 2 && room >= 2) return movedBase(random, mainline);
  if (kind === 3 && room >= 5 && mainline) return ifThen(random, isa);
  if (kind === 4) return statusRegister(random, isa);
  if (kind === 5 && room >= 2 && mainline) return exclusivePair(random);
  return one(randomInstruction(random, isa));
}

function one(word: number): Piece {
  return { halves: toHalves(word), instructions: 1 };
}

function toHalves(word: number): readonly number[] {
  return word > 0xffff ? [word >>> 16, word & 0xffff] : [word];
}

function randomInstruction(random: Random, isa: EmulatedIsa): number {
  return encode(random.pick(random.pick(patternsOf(isa))), random, CHOICE);
}

function patternsOf(isa: EmulatedIsa): readonly (readonly Pattern[])[] {
  if (isa === 'armv6-m') return [NARROW];
  return isa === 'armv7-m' ? [NARROW, WIDE, WIDE] : [NARROW, WIDE, WIDE, DSP_PATTERNS, DSP_PATTERNS, FLOAT_MOVES];
}

/** PUSH and POP of as many registers, or SP down and up. */
function stackPair(random: Random): Piece {
  if (random.below(3) === 0) {
    const words = 1 + random.below(16);
    return { halves: [0xb080 | words, 0xb000 | words], instructions: 2 };
  }
  const count = 1 + random.below(5);
  const list = (): number => CHOICE.destinations.filter((each) => each < 8).reduce((bits, each) => bits | (1 << each), 0);
  return { halves: [0xb400 | subset(random, list(), count), 0xbc00 | subset(random, list(), count)], instructions: 2 };
}

function subset(random: Random, list: number, count: number): number {
  let bits = 0;
  const members = Array.from({ length: 16 }, (_, index) => index).filter((index) => (list >>> index) & 1);
  while (members.length > 0 && popCount(bits) < count) bits |= 1 << random.pick(members);
  return bits;
}

function popCount(bits: number): number {
  return bits === 0 ? 0 : (bits & 1) + popCount(bits >>> 1);
}

/** `mov r4, r6` and an access that moves r4. */
function movedBase(random: Random, mainline: boolean): Piece {
  const low = 0b1000_1111;
  const word =
    mainline && random.below(3) > 0
      ? movedBaseWide(random)
      : (random.below(2) === 0 ? 0xc000 : 0xc800) | (4 << 8) | subset(random, low, 1 + random.below(4));
  return { halves: [0x4634, ...toHalves(word)], instructions: 2 };
}

function movedBaseWide(random: Random): number {
  const [rt, rt2] = random.pick([
    [0, 1],
    [2, 3],
    [7, 8],
    [9, 12],
  ] as const);
  const up = random.below(2) << 23;
  const lists = subset(random, 0b1_1111_1000_1111, 2 + random.below(4));
  const many = lists | (popCount(lists) < 2 ? 3 : 0);
  switch (random.below(4)) {
    case 0: // LDMIA, STMIA, LDMDB, STMDB with write-back
      return ((random.below(2) === 0 ? 0xe8a40000 : 0xe9240000) | (random.below(2) << 20) | many) >>> 0;
    case 1: // LDRD, STRD before and after
      return (0xe8640000 | (random.below(2) << 24) | up | (random.below(2) << 20) | (rt << 12) | (rt2 << 8) | random.below(32)) >>> 0;
    case 2: // LDRSB, LDRSH
      return (
        (0xf9140900 | (random.below(2) << 21) | (rt << 12) | (random.below(2) << 10) | (random.below(2) << 9) | random.below(128)) >>> 0
      );
    default: // LDR, STR of every size
      return (
        (0xf8040900 |
          (random.below(3) << 21) |
          (random.below(2) << 20) |
          (rt << 12) |
          (random.below(2) << 10) |
          (random.below(2) << 9) |
          random.below(128)) >>>
        0
      );
  }
}

/** IT and the one to four instructions that it governs. */
function ifThen(random: Random, isa: EmulatedIsa): Piece {
  const condition = random.below(14);
  const length = 1 + random.below(4);
  const mask = ((random.below(16) & (0xf << (5 - length))) | (1 << (4 - length))) & 0xf;
  const governed = Array.from({ length }, () => toHalves(randomInstruction(random, isa)));
  return { halves: [0xbf00 | (condition << 4) | mask, ...governed.flat()], instructions: 1 + length };
}

function statusRegister(random: Random, isa: EmulatedIsa): Piece {
  if (isa === 'armv6-m' && random.below(2) === 0) return shiftedStatus(random);
  const r = random.pick(CHOICE.destinations);
  const mask = isa === 'armv7e-m' ? random.pick([2, 1, 3]) : 2;
  return one(isa === 'armv6-m' || random.below(2) === 0 ? (0xf3ef8000 | (r << 8)) >>> 0 : (0xf3808000 | (r << 16) | (mask << 10)) >>> 0);
}

/** Armv6-M has no Q, the Cortex-M3 that judges it has: the bit is shifted out before MSR. */
function shiftedStatus(random: Random): Piece {
  const r = random.pick([0, 1, 2, 3, 4, 7]);
  return { halves: [0x0700 | (r << 3) | r, 0xf380 | r, 0x8800], instructions: 2 };
}

function exclusivePair(random: Random): Piece {
  const [rt, value, result] = [random.pick([0, 1, 2]), random.pick([3, 4, 7]), random.pick([8, 9, 10])];
  if (random.below(2) === 0) {
    const words = random.below(16);
    return { halves: [0xe856, (rt << 12) | 0xf00 | words, 0xe846, (value << 12) | (result << 8) | words], instructions: 2 };
  }
  const kind = random.pick([0x40, 0x50]);
  return { halves: [0xe8d6, (rt << 12) | 0xf0f | kind, 0xe8c6, (value << 12) | 0xf00 | kind | result], instructions: 2 };
}

function branch(random: Random, mainline: boolean): Piece {
  const form = random.pick<BranchForm>(mainline ? ['b', 'b.w', 'bl', 'bcond', 'bcond', 'bcond.w', 'cbz'] : ['b', 'bl', 'bcond', 'bcond']);
  const field = form === 'cbz' ? random.below(8) | (random.below(2) << 11) : random.below(14);
  return { form, skip: 1 + random.below(3), field };
}

function layOut(pieces: readonly Piece[], { address, dump }: { readonly address: number; readonly dump: number }): Block {
  const sizes = pieces.map((piece) => ('halves' in piece ? piece.halves.length : isLong(piece.form) ? 2 : 1));
  const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, each) => sum + each, 0));
  const total = sizes.reduce((sum, each) => sum + each, 0);
  const body = pieces.flatMap((piece, index): readonly number[] => {
    if ('halves' in piece) return piece.halves;
    const target = starts[index + 1 + piece.skip] ?? total;
    return encodeBranch(piece, 2 * (target - (starts[index] ?? 0)) - 4);
  });
  const call = encodeBranch({ form: 'bl', field: 0 }, dump - (address + 2 * total) - 4);
  const instructions = pieces.reduce((sum, piece) => sum + ('halves' in piece ? piece.instructions : 1), 0);
  return { halves: [...body, ...call], instructions };
}

function isLong(form: BranchForm): boolean {
  return form === 'b.w' || form === 'bl' || form === 'bcond.w';
}

function encodeBranch({ form, field }: { readonly form: BranchForm; readonly field: number }, offset: number): readonly number[] {
  const [s, high, low] = [offset < 0 ? 1 : 0, (offset >> 12) & 0x3ff, (offset >> 1) & 0x7ff];
  if (form === 'b') return [0xe000 | low];
  if (form === 'bcond') return [0xd000 | (field << 8) | ((offset >> 1) & 0xff)];
  if (form === 'cbz') return [0xb100 | (field & 0x800) | (field & 7) | (((offset >> 1) & 31) << 3) | (((offset >> 6) & 1) << 9)];
  if (form === 'bcond.w')
    return [
      0xf000 | (s << 10) | (field << 6) | ((offset >> 12) & 0x3f),
      0x8000 | (((offset >> 18) & 1) << 13) | (((offset >> 19) & 1) << 11) | low,
    ];
  const [j1, j2] = [((offset >> 23) & 1) ^ 1 ^ s, ((offset >> 22) & 1) ^ 1 ^ s];
  return [0xf000 | (s << 10) | high, (form === 'bl' ? 0xd000 : 0x9000) | (j1 << 13) | (j2 << 11) | low];
}
