// What ran, by class: how often each slot ran is known, and each slot's instruction has a class, so nothing is counted twice and nothing
// is left out. Code that a program changed while it ran is classed as it stands at the end.

import { type InstructionClasses, toInstructionClasses } from '../model/instruction-classes.ts';
import { decodeRv32 } from './rv32-decode.ts';
import { RV32 as R } from './rv32-ops.ts';
import type { MicroOp, Slots } from './slots.ts';
import type { ThumbCpu } from './thumb-cpu.ts';
import { decodeThumb } from './thumb-decode.ts';
import { THUMB as T } from './thumb-ops.ts';

/** The same, while it is being counted. */
export type ClassCounts = { -readonly [K in keyof InstructionClasses]: number };

type ClassName = Exclude<keyof InstructionClasses, 'insn'>;

/** What one instruction is. */
interface Classified {
  readonly name: ClassName;
  /** `bl`, `bx` of a branch; `popPc` of a load of many */
  readonly also?: ClassName;
  /** registers that it moves, of LDM and STM */
  readonly registers?: number;
  /** what a single load writes */
  readonly loads?: number;
  readonly reads: ReadonlySet<number>;
  /** halfwords */
  readonly length: number;
}

/** Decodes the instruction at a slot and says what it is. */
type Classifier = (slot: number) => Classified;

/** No instruction of any class. */
export function noClasses(): ClassCounts {
  return { ...toInstructionClasses(() => 0) };
}

/** Counts what ran since the last time, and clears it. `takenBranches` are all changes of the program counter in that time. */
export function takeClasses(slots: Slots, classify: Classifier, takenBranches: number): InstructionClasses {
  const counts = noClasses();
  const { runs, skips } = slots;
  let [before, beforeAt, beforeRuns]: [Classified | undefined, number, number] = [undefined, -1, 0];
  for (let slot = 0; slot < runs.length; slot += 1) {
    const times = runs[slot] ?? 0;
    if (times === 0) continue;
    const skipped = skips[slot] ?? 0;
    const found = classify(slot);
    const follows = before !== undefined && beforeAt + before.length === slot;
    add(counts, found, { times: times - skipped, skipped });
    if (follows && before !== undefined) addPair(counts, { first: before, second: found, times: Math.min(beforeRuns, times - skipped) });
    [before, beforeAt, beforeRuns] = [found, slot, times - skipped];
  }
  runs.fill(0);
  skips.fill(0);
  counts.brTaken = takenBranches - counts.popPc;
  return counts;
}

function add(counts: ClassCounts, found: Classified, { times, skipped }: { readonly times: number; readonly skipped: number }): void {
  counts.insn += times + skipped;
  counts.alu += skipped;
  counts[found.name] += times;
  if (found.also !== undefined) counts[found.also] += times;
  if (found.name === 'ldm') counts.ldmRegs += times * (found.registers ?? 0);
  if (found.name === 'stm') counts.stmRegs += times * (found.registers ?? 0);
}

/** A load or store always goes on to the next instruction, so that one was reached from it as often as it ran. */
function addPair(counts: ClassCounts, pair: { readonly first: Classified; readonly second: Classified; readonly times: number }): void {
  const { first, second, times } = pair;
  const single = first.name === 'ldr' || first.name === 'str';
  if (single && second.name === 'ldr') counts.ldrPipe += times;
  if (single && second.name === 'str') counts.strPipe += times;
  if (first.loads !== undefined && second.reads.has(first.loads)) counts.ldrUse += times;
}

/** The instructions of a Thumb core. */
export function thumbClassifier({ memory, slots, features }: Pick<ThumbCpu, 'memory' | 'slots' | 'features'>): Classifier {
  return (slot) => {
    const halves = { first: memory.u16[slot] ?? 0, second: memory.u16[slot + 1] ?? 0 };
    const micro = decodeThumb(halves, { address: slots.addressOf(slot), features, conditional: false });
    const { op, imm = 0 } = micro;
    const also = op === T.bl || op === T.blx ? 'bl' : op === T.bx ? 'bx' : loadsPc(micro) ? 'popPc' : undefined;
    return {
      name: op === T.nop && micro.alt !== undefined ? 'it' : nameIn(THUMB_CLASSES, op),
      ...(also === undefined ? {} : { also }),
      registers: THUMB_LISTS.has(op) ? bitCount(imm) : imm >> 8,
      ...(op >= T.ldrI && op <= T.ldrsbR && micro.rd !== undefined ? { loads: micro.rd } : {}),
      reads: new Set([...sources(micro, THUMB_READS), ...(op === T.push || op === T.stm ? listed(imm) : [])]),
      length: micro.wide === true ? 2 : 1,
    };
  };
}

/** The instructions of an RV32IMC core. */
export function rv32Classifier({ memory, slots }: Pick<ThumbCpu, 'memory' | 'slots'>): Classifier {
  return (slot) => {
    const micro = decodeRv32((memory.u16[slot] ?? 0) | ((memory.u16[slot + 1] ?? 0) << 16), slots.addressOf(slot));
    const { op, rd } = micro;
    const also = op === R.jal || op === R.jalr ? 'bl' : op === R.jr ? 'bx' : undefined;
    return {
      name: nameIn(RV32_CLASSES, op),
      ...(also === undefined ? {} : { also }),
      ...(op >= R.lw && op <= R.lbu && rd !== undefined ? { loads: rd } : {}),
      reads: sources(micro, new Map()),
      length: micro.wide === true ? 2 : 1,
    };
  };
}

type Row = readonly [name: ClassName, first: number, last: number];

const THUMB_CLASSES: readonly Row[] = [
  ['mul', T.mul, T.muls],
  ['mla', T.mla, T.mls],
  ['mull', T.umull, T.smull],
  ['mlal', T.umlal, T.umaal],
  ['div', T.udiv, T.sdiv],
  ['dspmul', T.dspHalf, T.dspLong],
  ['ldr', T.ldrI, T.ldrsbR],
  ['ldrd', T.ldrd, T.ldrd],
  // a load of the program counter costs what a POP of it does
  ['ldm', T.ldrPc, T.ldrPc],
  ['ldr', T.ldrSp, T.loadOrdered],
  ['ldm', T.pop, T.vldm],
  ['str', T.strI, T.strbR],
  ['strd', T.strd, T.strd],
  ['str', T.strex, T.strex],
  ['str', T.storeOrdered, T.storeOrdered],
  ['stm', T.push, T.vstm],
  ['br', T.b, T.tbhPc],
];

const RV32_CLASSES: readonly Row[] = [
  ['mul', R.mul, R.mul],
  ['mull', R.mulh, R.mulhu],
  ['div', R.div, R.remu],
  ['ldr', R.lw, R.loadNone],
  ['str', R.sw, R.sb],
  ['br', R.beq, R.jalr],
];

const THUMB_LISTS: ReadonlySet<number> = new Set([T.pop, T.popPc, T.ldm, T.push, T.stm]);

type ReadField = 'rd' | 'x';

/** Fields beside rn and rm that an operation reads. */
const THUMB_READS: ReadonlyMap<number, readonly ReadField[]> = new Map<number, readonly ReadField[]>([
  ...[T.strI, T.strR, T.strhI, T.strhR, T.strbI, T.strbR, T.strd, T.storeOrdered, T.bfi, T.movt, T.vmovFromCore, T.vmovPairFromCore].map(
    (op): [number, readonly ReadField[]] => [op, ['rd']],
  ),
  ...[T.mla, T.mls, T.dsp, T.dspHalf, T.dspHigh].map((op): [number, readonly ReadField[]] => [op, ['x']]),
  ...[T.umlal, T.smlal, T.umaal, T.dspLong].map((op): [number, readonly ReadField[]] => [op, ['rd', 'x']]),
]);

function nameIn(rows: readonly Row[], op: number): ClassName {
  return rows.find(([, first, last]) => op >= first && op <= last)?.[0] ?? 'alu';
}

function loadsPc({ op, imm = 0 }: MicroOp): boolean {
  return op === T.popPc || op === T.ldrPc || (op === T.ldm && (imm & 0x8000) !== 0);
}

function sources(micro: MicroOp, others: ReadonlyMap<number, readonly ReadField[]>): ReadonlySet<number> {
  const { rn, rm, prefix } = micro;
  const more = (others.get(micro.op) ?? []).map((field) => micro[field]);
  return new Set([rn, rm, prefix?.rn, prefix?.rm, ...more].filter((each) => each !== undefined));
}

function listed(list: number): readonly number[] {
  return Array.from({ length: 16 }, (_, register) => register).filter((register) => ((list >>> register) & 1) !== 0);
}

function bitCount(list: number): number {
  return listed(list).length;
}
