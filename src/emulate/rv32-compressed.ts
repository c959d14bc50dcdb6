// Compressed instructions → the 32-bit ones they stand for. RISC-V Unprivileged ISA 20191213, chapter 16, RV32C without floating point.

const OP_IMM = 0x13;
const OP = 0x33;
const LUI = 0x37;
const LOAD = 0x03;
const STORE = 0x23;
const JAL = 0x6f;
const JALR = 0x67;
const BRANCH = 0x63;
const EBREAK = 0x00100073;
const WORD = 2;
const [ZERO, RA, SP] = [0, 1, 2] as const;

/** The 32-bit instruction of a 16-bit one; undefined where there is none. */
export function expandCompressed(h: number): number | undefined {
  if (h === 0) return undefined;
  const funct3 = h >>> 13;
  if ((h & 3) === 0) return quadrant0(h, funct3);
  return (h & 3) === 1 ? quadrant1(h, funct3) : quadrant2(h, funct3);
}

function quadrant0(h: number, funct3: number): number | undefined {
  const [low, base] = [short(h >>> 2), short(h >>> 7)];
  const offset = ((h >>> 7) & 0x38) | ((h << 1) & 0x40) | ((h >>> 4) & 4);
  if (funct3 === 0) {
    const imm = ((h >>> 7) & 0x30) | ((h >>> 1) & 0x3c0) | ((h >>> 4) & 4) | ((h >>> 2) & 8);
    return imm === 0 ? undefined : iType(OP_IMM, { rd: low, rn: SP, funct3: 0, imm });
  }
  if (funct3 === 2) return iType(LOAD, { rd: low, rn: base, funct3: WORD, imm: offset });
  return funct3 === 6 ? storeWord(base, low, offset) : undefined;
}

function quadrant1(h: number, funct3: number): number | undefined {
  const rd = (h >>> 7) & 31;
  const imm = (((h << 19) >> 31) << 5) | ((h >>> 2) & 31);
  switch (funct3) {
    case 0:
      return iType(OP_IMM, { rd, rn: rd, funct3: 0, imm });
    case 1:
      return jump(h, RA);
    case 2:
      return iType(OP_IMM, { rd, rn: ZERO, funct3: 0, imm });
    case 3:
      return rd === SP ? stackAdjust(h) : imm === 0 ? undefined : (imm << 12) | (rd << 7) | LUI;
    case 4:
      return arithmetic(h, imm);
    case 5:
      return jump(h, ZERO);
    default:
      return branch(h, funct3 & 1);
  }
}

function stackAdjust(h: number): number | undefined {
  const imm = (((h << 19) >> 31) << 9) | ((h >>> 2) & 0x10) | ((h << 1) & 0x40) | ((h << 4) & 0x180) | ((h << 3) & 0x20);
  return imm === 0 ? undefined : iType(OP_IMM, { rd: SP, rn: SP, funct3: 0, imm });
}

/** Shifts, ANDI and the register forms of the eight short registers. */
function arithmetic(h: number, imm: number): number | undefined {
  const [rd, rm, kind] = [short(h >>> 7), short(h >>> 2), (h >>> 10) & 3];
  if (kind === 2) return iType(OP_IMM, { rd, rn: rd, funct3: 7, imm });
  if (kind < 2) return imm < 0 ? undefined : iType(OP_IMM, { rd, rn: rd, funct3: 5, imm: imm | (kind === 1 ? 0x400 : 0) });
  if ((h & 0x1000) !== 0) return undefined;
  const funct3 = [0, 4, 6, 7][(h >>> 5) & 3] ?? 0;
  return rType({ rd, rn: rd, rm, funct3 }, funct3 === 0 ? 0x20 : 0);
}

function quadrant2(h: number, funct3: number): number | undefined {
  const rd = (h >>> 7) & 31;
  if (funct3 === 0) return (h & 0x1000) !== 0 ? undefined : iType(OP_IMM, { rd, rn: rd, funct3: 1, imm: (h >>> 2) & 31 });
  if (funct3 === 2) {
    const imm = ((h >>> 7) & 0x20) | ((h >>> 2) & 0x1c) | ((h << 4) & 0xc0);
    return rd === ZERO ? undefined : iType(LOAD, { rd, rn: SP, funct3: WORD, imm });
  }
  if (funct3 === 4) return moveOrJump(h, rd);
  return funct3 === 6 ? storeWord(SP, (h >>> 2) & 31, ((h >>> 7) & 0x3c) | ((h >>> 1) & 0xc0)) : undefined;
}

function moveOrJump(h: number, rd: number): number | undefined {
  const rm = (h >>> 2) & 31;
  const add = (h & 0x1000) !== 0;
  if (rm !== ZERO) return rType({ rd, rn: add ? rd : ZERO, rm, funct3: 0 }, 0);
  if (rd === ZERO) return add ? EBREAK : undefined;
  return iType(JALR, { rd: add ? RA : ZERO, rn: rd, funct3: 0, imm: 0 });
}

/** CJ format: offset bits 11|4|9:8|10|6|7|3:1|5. */
function jump(h: number, rd: number): number {
  const offset =
    (((h << 19) >> 31) << 11) |
    ((h >>> 7) & 0x10) |
    ((h >>> 1) & 0x300) |
    ((h << 2) & 0x400) |
    ((h >>> 1) & 0x40) |
    ((h << 1) & 0x80) |
    ((h >>> 2) & 0xe) |
    ((h << 3) & 0x20);
  return (((offset >> 20) & 1) << 31) | ((offset & 0x7fe) << 20) | ((offset & 0x800) << 9) | (offset & 0xff000) | (rd << 7) | JAL;
}

/** CB format: offset bits 8|4:3 and 7:6|2:1|5. */
function branch(h: number, notEqual: number): number {
  const offset = (((h << 19) >> 31) << 8) | ((h >>> 7) & 0x18) | ((h << 1) & 0xc0) | ((h >>> 2) & 6) | ((h << 3) & 0x20);
  const high = (((offset >> 12) & 1) << 31) | ((offset & 0x7e0) << 20);
  return high | (short(h >>> 7) << 15) | (notEqual << 12) | ((offset & 0x1e) << 7) | ((offset & 0x800) >>> 4) | BRANCH;
}

interface Immediate {
  readonly rd: number;
  readonly rn: number;
  readonly funct3: number;
  readonly imm: number;
}

function iType(opcode: number, { rd, rn, funct3, imm }: Immediate): number {
  return (imm << 20) | (rn << 15) | (funct3 << 12) | (rd << 7) | opcode;
}

function rType(fields: { readonly rd: number; readonly rn: number; readonly rm: number; readonly funct3: number }, funct7: number): number {
  const { rd, rn, rm, funct3 } = fields;
  return (funct7 << 25) | (rm << 20) | (rn << 15) | (funct3 << 12) | (rd << 7) | OP;
}

function storeWord(rn: number, rm: number, offset: number): number {
  return ((offset & 0xfe0) << 20) | (rm << 20) | (rn << 15) | (WORD << 12) | ((offset & 31) << 7) | STORE;
}

/** Register of a three-bit field: x8 to x15. */
function short(bits: number): number {
  return 8 + (bits & 7);
}
