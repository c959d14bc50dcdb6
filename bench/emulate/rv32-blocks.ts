// Random straight and forward-branching blocks of RV32IMC for the driver of drivers.ts. x8 and x2 are the bases of all accesses: no
// instruction writes them but for pairs that move the stack pointer down and up. RISC-V Unprivileged ISA 20191213, chapters 2, 7, 16.

import { encode, type Pattern, type RegisterChoice } from './patterns.ts';
import type { Random } from './random.ts';
import type { Block } from './thumb-blocks.ts';

const plain = (name: string, ...bits: readonly string[]): readonly Pattern[] => bits.map((each) => ({ name, bits: each }));
const FUNCT3 = ['000', '001', '010', '011', '100', '101', '110', '111'] as const;
const LAST = 30;

const CHOICE: RegisterChoice = {
  destinations: Array.from({ length: LAST + 1 }, (_, index) => index).filter((each) => each !== 2 && each !== 8),
  sources: Array.from({ length: LAST + 1 }, (_, index) => index),
  base: 8,
  offset: 0,
};
/** Fields of three bits stand for x8…x15; x8 is the base. */
const SHORT: RegisterChoice = { destinations: [1, 2, 3, 4, 5, 6, 7], sources: [0, 1, 2, 3, 4, 5, 6, 7], base: 0, offset: 0 };

const notZero =
  (mask: number): ((word: number) => boolean) =>
  (word) =>
    (word & mask) !== 0;

const WORDS: readonly Pattern[] = [
  ...plain('lui, auipc', 'iiiiiiiiiiiiiiiiiiiiddddd0110111', 'iiiiiiiiiiiiiiiiiiiiddddd0010111'),
  ...plain('immediate', ...FUNCT3.filter((each) => each !== '001' && each !== '101').map((op) => `iiiiiiiiiiiinnnnn${op}ddddd0010011`)),
  ...plain('shift', '0000000iiiiinnnnn001ddddd0010011', '0000000iiiiinnnnn101ddddd0010011', '0100000iiiiinnnnn101ddddd0010011'),
  ...plain('register', ...FUNCT3.map((op) => `0000000mmmmmnnnnn${op}ddddd0110011`)),
  ...plain('register', '0100000mmmmmnnnnn000ddddd0110011', '0100000mmmmmnnnnn101ddddd0110011'),
  ...plain('multiply', ...FUNCT3.map((op) => `0000001mmmmmnnnnn${op}ddddd0110011`)),
  ...plain('load word', '00000iiiii00bbbbb010ddddd0000011', '11111iiiii00bbbbb010ddddd0000011'),
  ...plain('load byte', ...['000', '100'].flatMap((op) => [`00000iiiiiiibbbbb${op}ddddd0000011`, `11111iiiiiiibbbbb${op}ddddd0000011`])),
  ...plain('load half', ...['001', '101'].map((op) => `00000iiiiii0bbbbb${op}ddddd0000011`)),
  ...plain('store', '00000iimmmmmbbbbb010iii000100011', '00000iimmmmmbbbbb001iiii00100011', '11111iimmmmmbbbbb000iiiii0100011'),
  ...plain('fence', '00001111111100000000000000001111'),
];

const COMPRESSED_SHORT: readonly Pattern[] = [
  { name: 'c.addi4spn', bits: '000iiiiiiiiddd00', legal: notZero(0x1fe0) },
  ...plain('c.lw, c.sw', '0100iibbbi0ddd00', '1100iibbbi0mmm00'),
  ...plain('c.srli, c.srai, c.andi', '100000dddiiiii01', '100001dddiiiii01', '100i10dddiiiii01'),
  ...plain('c.sub, c.xor, c.or, c.and', ...['00', '01', '10', '11'].map((op) => `100011ddd${op}mmm01`)),
];

const COMPRESSED: readonly Pattern[] = [
  ...plain('c.addi, c.li', '000idddddiiiii01', '010idddddiiiii01'),
  { name: 'c.lui', bits: '011idddddiiiii01', legal: notZero(0x107c) },
  ...plain('c.slli', '0000dddddiiiii10'),
  { name: 'c.mv', bits: '1000dddddmmmmm10', legal: notZero(0x7c) },
  { name: 'c.add', bits: '1001dddddmmmmm10', legal: notZero(0x7c) },
  { name: 'c.lwsp', bits: '0100dddddiii0010', legal: notZero(0xf80) },
  ...plain('c.swsp', '1100iii00mmmmm10'),
];

type BranchForm = 'branch' | 'jal' | 'c.beqz' | 'c.j' | 'c.jal';

type Piece =
  | { readonly halves: readonly number[]; readonly instructions: number }
  | { readonly form: BranchForm; readonly skip: number; readonly field: number };

/** At most 32 instructions; the block ends by a call of `dump` through x31. */
export function rv32Block(random: Random, place: { readonly address: number; readonly dump: number }): Block {
  const pieces: Piece[] = [];
  const wanted = 4 + random.below(28);
  for (let count = 0; count < wanted; ) {
    const piece = randomPiece(random, wanted - count);
    pieces.push(piece);
    count += 'halves' in piece ? piece.instructions : 1;
  }
  return layOut(pieces, place);
}

function randomPiece(random: Random, room: number): Piece {
  const kind = random.below(20);
  if (kind <= 1) {
    const form = random.pick<BranchForm>(['branch', 'branch', 'jal', 'c.beqz', 'c.j', 'c.jal']);
    return { form, skip: 1 + random.below(3), field: random.word() };
  }
  // c.addi16sp down and up: -16 and +16
  if (kind === 2 && room >= 2) return { halves: [0x717d, 0x6141], instructions: 2 };
  if (kind < 8) return { halves: [encode(random.pick(COMPRESSED_SHORT), random, SHORT)], instructions: 1 };
  if (kind < 12) return { halves: [encode(random.pick(COMPRESSED), random, CHOICE)], instructions: 1 };
  return { halves: toHalves(encode(random.pick(WORDS), random, CHOICE)), instructions: 1 };
}

function toHalves(word: number): readonly number[] {
  return [word & 0xffff, word >>> 16];
}

function layOut(pieces: readonly Piece[], { address, dump }: { readonly address: number; readonly dump: number }): Block {
  const sizes = pieces.map((piece) => ('halves' in piece ? piece.halves.length : piece.form.startsWith('c.') ? 1 : 2));
  const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, each) => sum + each, 0));
  const total = sizes.reduce((sum, each) => sum + each, 0);
  const body = pieces.flatMap((piece, index): readonly number[] => {
    if ('halves' in piece) return piece.halves;
    const target = starts[index + 1 + piece.skip] ?? total;
    return encodeBranch(piece, 2 * (target - (starts[index] ?? 0)));
  });
  const call = toHalves(jal(31, dump - (address + 2 * total)));
  const instructions = pieces.reduce((sum, piece) => sum + ('halves' in piece ? piece.instructions : 1), 0);
  return { halves: [...body, ...call], instructions };
}

/** Offsets of branches here are positive and below 256 bytes. */
function encodeBranch({ form, field }: { readonly form: BranchForm; readonly field: number }, offset: number): readonly number[] {
  const [bit5, bits76] = [(offset >> 5) & 1, (offset >> 6) & 3];
  if (form === 'c.beqz')
    return [
      0xc001 |
        ((field & 1) << 13) |
        (((offset >> 3) & 3) << 10) |
        (((field >> 1) & 7) << 7) |
        (bits76 << 5) |
        (((offset >> 1) & 3) << 3) |
        (bit5 << 2),
    ];
  if (form === 'c.j' || form === 'c.jal') return [(form === 'c.j' ? 0xa001 : 0x2001) | compressedJump(offset)];
  if (form === 'jal') return toHalves(jal([0, 1, 5, 7][field & 3] ?? 0, offset));
  const funct3 = [0, 1, 4, 5, 6, 7][field % 6] ?? 0;
  const upper = ((offset >> 5) & 0x3f) << 25;
  const registers = (((field >>> 8) % (LAST + 1)) << 15) | (((field >>> 16) % (LAST + 1)) << 20);
  return toHalves((upper | registers | (funct3 << 12) | (((offset >> 1) & 15) << 8) | 0x63) >>> 0);
}

function compressedJump(offset: number): number {
  const pick = (bit: number, to: number): number => ((offset >> bit) & 1) << to;
  return pick(4, 11) | pick(9, 10) | pick(8, 9) | pick(10, 8) | pick(6, 7) | pick(7, 6) | pick(3, 5) | pick(2, 4) | pick(1, 3) | pick(5, 2);
}

function jal(rd: number, offset: number): number {
  const sign = offset < 0 ? 0x80000000 : 0;
  return (sign | (((offset >> 1) & 0x3ff) << 21) | (((offset >> 11) & 1) << 20) | (offset & 0xff000) | (rd << 7) | 0x6f) >>> 0;
}
