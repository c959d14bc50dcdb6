// RV32IM instructions → decoded operations; compressed ones are expanded first. RISC-V Unprivileged ISA 20191213, chapters 2, 7, 24 (opcodes).

import { expandCompressed } from './rv32-compressed.ts';
import { RV32 as R } from './rv32-ops.ts';
import type { MicroOp, Step } from './slots.ts';

const SP = 2;

/** A branch also carries the step that stands in for it where its target is not memory. */
export interface Rv32Op extends MicroOp {
  readonly away?: Step;
}

interface Fields {
  readonly word: number;
  readonly rd: number;
  readonly rn: number;
  readonly rm: number;
  readonly funct3: number;
  readonly address: number;
  readonly bytes: 2 | 4;
}

/** One instruction from the 32 bits at its address. Never throws: what is no instruction decodes to `undefined`. */
export function decodeRv32(word: number, address: number): Rv32Op {
  const compressed = (word & 3) !== 3;
  const expanded = compressed ? expandCompressed(word & 0xffff) : word;
  if (expanded === undefined) return { op: R.undefined, wide: !compressed };
  const micro = decodeWord(expanded, { address, bytes: compressed ? 2 : 4 }) ?? { op: R.undefined };
  return { ...marked(micro), wide: !compressed };
}

/** What writes x0 does nothing but its effects; what writes the stack pointer says so. */
function marked(micro: Rv32Op): Rv32Op {
  if (micro.rd !== SP || WRITES_NO_REGISTER.has(micro.op)) return micro;
  return micro.op === R.addi ? { ...micro, op: R.addiSp } : { ...micro, prefix: { op: R.writesSp } };
}

const WRITES_NO_REGISTER: ReadonlySet<number> = new Set([R.nop, R.undefined, R.loadNone]);

function decodeWord(word: number, place: { readonly address: number; readonly bytes: 2 | 4 }): Rv32Op | undefined {
  const fields: Fields = {
    word,
    rd: (word >>> 7) & 31,
    rn: (word >>> 15) & 31,
    rm: (word >>> 20) & 31,
    funct3: (word >>> 12) & 7,
    ...place,
  };
  switch (word & 0x7f) {
    case 0x37:
      return constant(fields, word & 0xfffff000);
    case 0x17:
      return constant(fields, (place.address + (word & 0xfffff000)) | 0);
    case 0x6f:
      return jump(fields);
    case 0x67:
      return jumpRegister(fields);
    case 0x63:
      return branch(fields);
    case 0x03:
      return load(fields);
    case 0x23:
      return store(fields);
    case 0x13:
      return immediate(fields);
    case 0x33:
      return register(fields);
    case 0x0f:
      return fields.funct3 <= 1 ? { op: R.nop } : undefined;
    default:
      return word === 0x00100073
        ? { op: R.ebreak }
        : word === 0x00000073
          ? { op: R.ecall }
          : (word & 0x7f) === 0x73
            ? { op: R.unsupported }
            : undefined;
  }
}

function constant({ rd }: Fields, imm: number): Rv32Op {
  return rd === 0 ? { op: R.nop } : { op: R.li, rd, imm };
}

function jump({ word, rd, address, bytes }: Fields): Rv32Op {
  const offset = ((word >> 31) << 20) | (word & 0xff000) | ((word >>> 9) & 0x800) | ((word >>> 20) & 0x7fe);
  const target = (address + offset) >>> 0;
  return rd === 0 ? { op: R.j, target } : { op: R.jal, rd, target, alt: address + bytes };
}

function jumpRegister({ word, rd, rn, funct3, address, bytes }: Fields): Rv32Op | undefined {
  if (funct3 !== 0) return undefined;
  const fields = { rn, imm: word >> 20 };
  return rd === 0 ? { op: R.jr, ...fields } : { op: R.jalr, rd, ...fields, alt: address + bytes };
}

function branch({ word, rn, rm, funct3, address }: Fields): Rv32Op | undefined {
  const op = [R.beq, R.bne, undefined, undefined, R.blt, R.bge, R.bltu, R.bgeu][funct3];
  const offset = ((word >> 31) << 12) | ((word << 4) & 0x800) | ((word >>> 20) & 0x7e0) | ((word >>> 7) & 0x1e);
  if (op === undefined) return undefined;
  return { op, rn, rm, target: (address + offset) >>> 0, away: { op: R.preBranchAway, rn, rm, x: funct3 } };
}

function load({ word, rd, rn, funct3 }: Fields): Rv32Op | undefined {
  const op = [R.lb, R.lh, R.lw, undefined, R.lbu, R.lhu][funct3];
  if (op === undefined) return undefined;
  const fields = { rn, imm: word >> 20 };
  return rd === 0 ? { op: R.loadNone, ...fields, alt: 1 << (funct3 & 3) } : { op, rd, ...fields };
}

function store({ word, rn, rm, funct3 }: Fields): Rv32Op | undefined {
  const op = [R.sb, R.sh, R.sw][funct3];
  return op === undefined ? undefined : { op, rn, rm, imm: ((word >> 20) & ~31) | ((word >>> 7) & 31) };
}

function immediate({ word, rd, rn, rm, funct3 }: Fields): Rv32Op | undefined {
  const imm = word >> 20;
  if (funct3 === 1 || funct3 === 5) {
    const upper = word >>> 25;
    const op = funct3 === 1 ? (upper === 0 ? R.slli : undefined) : upper === 0 ? R.srli : upper === 0x20 ? R.srai : undefined;
    return op === undefined ? undefined : rd === 0 ? { op: R.nop } : { op, rd, rn, imm: rm };
  }
  if (rd === 0) return { op: R.nop };
  if (funct3 === 0 && rn === 0) return { op: R.li, rd, imm };
  const op = [R.addi, undefined, R.slti, R.sltiu, R.xori, undefined, R.ori, R.andi][funct3];
  return op === undefined ? undefined : { op, rd, rn, imm };
}

const BASE = [R.add, R.sll, R.slt, R.sltu, R.xor, R.srl, R.or, R.and] as const;
const MULTIPLY = [R.mul, R.mulh, R.mulhsu, R.mulhu, R.div, R.divu, R.rem, R.remu] as const;

function register({ word, rd, rn, rm, funct3 }: Fields): Rv32Op | undefined {
  const upper = word >>> 25;
  const alternate = funct3 === 0 ? R.sub : funct3 === 5 ? R.sra : undefined;
  const op = upper === 0 ? BASE[funct3] : upper === 1 ? MULTIPLY[funct3] : upper === 0x20 ? alternate : undefined;
  if (op === undefined) return undefined;
  if (rd === 0) return { op: R.nop };
  return op === R.add && rn === 0 ? { op: R.mv, rd, rm } : { op, rd, rn, rm };
}
