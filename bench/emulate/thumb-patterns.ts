// Encodings of Thumb data processing and memory access for random programs. Arm DDI 0403 A5.2, A5.3 and A7.7.

import type { Pattern } from './patterns.ts';

const plain = (name: string, ...bits: readonly string[]): readonly Pattern[] => bits.map((each) => ({ name, bits: each }));

/** 16-bit instructions that every core has. Offsets from `b` stay below 128. */
export const NARROW: readonly Pattern[] = [
  ...plain('shift', '00000iiiiimmmddd', '00001iiiiimmmddd', '00010iiiiimmmddd'),
  ...plain('add, sub', '0001100mmmnnnddd', '0001101mmmnnnddd', '0001110iiinnnddd', '0001111iiinnnddd'),
  ...plain('immediate', '00100dddiiiiiiii', '00101nnniiiiiiii', '00110dddiiiiiiii', '00111dddiiiiiiii'),
  ...['0000', '0001', '0010', '0011', '0100', '0101', '0110', '0111', '1001', '1100', '1101', '1110', '1111'].map((op) => ({
    name: `data processing ${op}`,
    bits: `010000${op}mmmddd`,
  })),
  ...plain('tst, cmp, cmn', '0100001000mmmnnn', '0100001010mmmnnn', '0100001011mmmnnn'),
  ...plain('high registers', '010001000mmmmddd', '010001100mmmmddd', '010001101mmmm000', '010001011mmmm000'),
  ...plain('extend, reverse', '1011001000mmmddd', '1011001001mmmddd', '1011001010mmmddd', '1011001011mmmddd'),
  ...plain('reverse', '1011101000mmmddd', '1011101001mmmddd', '1011101011mmmddd'),
  ...plain('addresses', '10100dddiiiiiiii', '10101dddiiiiiiii', '01001ddd000iiiii'),
  ...plain('word', '01100iiiiibbbnnn', '01101iiiiibbbddd', '10010nnn000iiiii', '10011ddd000iiiii'),
  ...plain('byte, halfword', '01110iiiiibbbnnn', '01111iiiiibbbddd', '10000iiiiibbbnnn', '10001iiiiibbbddd'),
  ...plain('register offset', ...['000', '001', '010'].map((op) => `0101${op}ooobbbnnn`)),
  ...plain('register offset', ...['011', '100', '101', '110', '111'].map((op) => `0101${op}ooobbbddd`)),
];

/** A constant that repeats a zero byte is unpredictable (A5.3.2). */
function repeatsSomething(word: number): boolean {
  const code = ((word >>> 15) & 0x800) | ((word >>> 4) & 0x700) | (word & 0xff);
  return code >>> 10 !== 0 || code >>> 8 === 0 || (code & 0xff) !== 0;
}

const OPERATIONS = ['0000', '0001', '0010', '0011', '0100', '1000', '1010', '1011', '1101', '1110'] as const;
const TESTS = ['0000', '0100', '1000', '1101'] as const;
const MOVES = ['0010', '0011'] as const;

const fieldFits = (word: number): boolean => ((word >>> 10) & 0x1c) + ((word >>> 6) & 3) + (word & 31) <= 31;
const fieldOrdered = (word: number): boolean => ((word >>> 10) & 0x1c) + ((word >>> 6) & 3) <= (word & 31);
/** a right shift by 0 makes another instruction of it */
const shiftsSomething = (word: number): boolean => (word & 0x200000) === 0 || ((word >>> 10) & 0x1c) + ((word >>> 6) & 3) !== 0;

/** 32-bit instructions of Armv7-M. */
export const WIDE: readonly Pattern[] = [
  ...OPERATIONS.map((op) => ({ name: `immediate ${op}`, bits: `11110i0${op}innnn 0iiiddddiiiiiiii`, legal: repeatsSomething })),
  ...TESTS.map((op) => ({ name: `immediate test ${op}`, bits: `11110i0${op}1nnnn 0iii1111iiiiiiii`, legal: repeatsSomething })),
  ...MOVES.map((op) => ({ name: `immediate move ${op}`, bits: `11110i0${op}i1111 0iiiddddiiiiiiii`, legal: repeatsSomething })),
  ...OPERATIONS.map((op) => ({ name: `register ${op}`, bits: `1110101${op}innnn 0iiiddddiiiimmmm` })),
  ...TESTS.map((op) => ({ name: `register test ${op}`, bits: `1110101${op}1nnnn 0iii1111iiiimmmm` })),
  ...MOVES.map((op) => ({ name: `register move ${op}`, bits: `1110101${op}i1111 0iiiddddiiiimmmm` })),
  ...plain('constants', '11110i100000nnnn 0iiiddddiiiiiiii', '11110i101010nnnn 0iiiddddiiiiiiii'),
  ...plain('constants', '11110i100100iiii 0iiiddddiiiiiiii', '11110i101100iiii 0iiiddddiiiiiiii'),
  ...plain('adr', '11110i1000001111 0iiiddddiiiiiiii', '11110i1010101111 0iiiddddiiiiiiii'),
  { name: 'sbfx', bits: '111100110100nnnn 0iiiddddii0iiiii', legal: fieldFits },
  { name: 'ubfx', bits: '111100111100nnnn 0iiiddddii0iiiii', legal: fieldFits },
  { name: 'bfi', bits: '111100110110nnnn 0iiiddddii0iiiii', legal: fieldOrdered },
  { name: 'bfc', bits: '1111001101101111 0iiiddddii0iiiii', legal: fieldOrdered },
  { name: 'ssat', bits: '1111001100i0nnnn 0iiiddddii0iiiii', legal: shiftsSomething },
  { name: 'usat', bits: '1111001110i0nnnn 0iiiddddii0iiiii', legal: shiftsSomething },
  ...plain('shift', ...['000', '001', '010', '011', '100', '101', '110', '111'].map((op) => `111110100${op}nnnn 1111dddd0000mmmm`)),
  ...plain('extend', ...['000', '001', '100', '101'].map((op) => `111110100${op}1111 1111dddd10iimmmm`)),
  ...plain('reverse', ...['1000', '1001', '1010', '1011'].map((op) => `111110101001rrrr 1111dddd${op}rrrr`)),
  ...plain('clz', '111110101011rrrr 1111dddd1000rrrr'),
  ...plain('multiply', '111110110000nnnn 1111dddd0000mmmm', '111110110000nnnn aaaadddd0000mmmm', '111110110000nnnn aaaadddd0001mmmm'),
  ...plain('divide', '111110111001nnnn 1111dddd1111mmmm', '111110111011nnnn 1111dddd1111mmmm'),
  ...plain('long', ...['000', '010', '100', '110'].map((op) => `111110111${op}nnnn ddddeeee0000mmmm`)),
  ...plain('load 12 bits', ...['0100', '0101', '0110', '1100', '1101'].map((op) => `1111100${op}1bbbb dddd00000iiiiiii`)),
  ...plain('store 12 bits', ...['00', '01', '10'].map((size) => `111110001${size}0bbbb nnnn00000iiiiiii`)),
  ...plain('load 8 bits', ...['00', '01', '10'].map((size) => `111110000${size}1bbbb dddd11i00iiiiiii`)),
  ...plain('load signed 8 bits', ...['00', '01'].map((size) => `111110010${size}1bbbb dddd11i00iiiiiii`)),
  ...plain('store 8 bits', ...['00', '01', '10'].map((size) => `111110000${size}0bbbb nnnn11i00iiiiiii`)),
  ...plain('load register', ...['00', '01', '10'].map((size) => `111110000${size}1bbbb dddd000000iioooo`)),
  ...plain('load signed register', ...['00', '01'].map((size) => `111110010${size}1bbbb dddd000000iioooo`)),
  ...plain('store register', ...['00', '01', '10'].map((size) => `111110000${size}0bbbb nnnn000000iioooo`)),
  ...plain('load literal', '11111000i1011111 dddd00000iiiii00', '11111000i0111111 dddd00000iiiiii0', '11111001i0011111 dddd00000iiiiiii'),
  ...plain('double', '11101001i101bbbb ddddeeee000iiiii', '11101001i100bbbb nnnnmmmm000iiiii', '1110100111011111 ddddeeee000iiiii'),
];

const PREFIXES = ['0000', '0001', '0010', '0100', '0101', '0110'] as const;
const PARALLEL = ['1000', '1001', '1010', '1100', '1101', '1110'] as const;

/** 32-bit instructions of the DSP extension. */
export const DSP_PATTERNS: readonly Pattern[] = [
  ...PREFIXES.flatMap((prefix) => PARALLEL.map((op) => ({ name: `parallel ${op}`, bits: `11111010${op}nnnn 1111dddd${prefix}mmmm` }))),
  ...plain('saturating', ...['1000', '1001', '1010', '1011'].map((op) => `111110101000nnnn 1111dddd${op}mmmm`)),
  ...plain('sel', '111110101010nnnn 1111dddd1000mmmm', '111110101010nnnn 1111dddd1000mmmm', '111110101010nnnn 1111dddd1000mmmm'),
  ...plain('extend and add', ...['000', '001', '010', '011', '100', '101'].map((op) => `111110100${op}nnnn 1111dddd10iimmmm`)),
  ...plain('extend 16', '1111101000101111 1111dddd10iimmmm', '1111101000111111 1111dddd10iimmmm'),
  ...plain('pack', '111010101100nnnn 0iiiddddii00mmmm', '111010101100nnnn 0iiiddddii10mmmm'),
  ...plain('saturate 16', '111100110010nnnn 0000dddd0000iiii', '111100111010nnnn 0000dddd0000iiii'),
  ...['001', '010', '011', '100', '101'].flatMap((op) =>
    plain(`half ${op}`, `111110110${op}nnnn aaaadddd000immmm`, `111110110${op}nnnn 1111dddd000immmm`),
  ),
  ...plain('half', '111110110001nnnn aaaadddd00iimmmm', '111110110110nnnn aaaadddd000immmm'),
  ...plain('differences', '111110110111nnnn 1111dddd0000mmmm', '111110110111nnnn aaaadddd0000mmmm'),
  ...plain('long', '111110111100nnnn ddddeeee10iimmmm', '111110111100nnnn ddddeeee110immmm', '111110111101nnnn ddddeeee110immmm'),
  ...plain('umaal', '111110111110nnnn ddddeeee0110mmmm'),
];

/** Conversions and arithmetic are not interpreted: registers are moved. */
export const FLOAT_MOVES: readonly Pattern[] = [
  ...plain('vmov core', '111011100000iiii nnnn1010i0010000', '111011100001iiii dddd1010i0010000'),
  ...plain('vldr, vstr', '11101101ii01bbbb iiii101000000iii', '11101101ii00bbbb iiii101000000iii', '11101101i001bbbb 0iii101100000iii'),
  ...plain('vmov pair', '111011000100nnnn mmmm101100010iii'),
  ...plain('vmov pair to core', '111011000101dddd eeee101100010iii'),
  ...plain('vmov single', '111011101i110000 iiii101001i0iiii'),
  ...plain('vmov immediate', '111011101i11iiii iiii10100000iiii'),
];
