// Executed instructions by the classes whose cost differs between cores, so that a cycle table can be applied to a count.
// The classes are those in which counts of other implementations are published beside their cycles (Cortex-M0+, M3, M4).

/** Exact counts. `alu` is what no other class has; `insn` = alu + br + it + ldr + ldrd + ldm + str + strd + stm + mul + mla + mull + mlal + dspmul + div. */
export interface InstructionClasses {
  readonly insn: number;
  readonly alu: number;
  /** every branch instruction, taken or not, but those that load the program counter; `bl` and `bx` are among them */
  readonly br: number;
  readonly brTaken: number;
  /** calls: BL, BLX; JAL and JALR with a link */
  readonly bl: number;
  /** BX; JR */
  readonly bx: number;
  /** of `ldm`: those that load the program counter */
  readonly popPc: number;
  readonly it: number;
  /** single loads of a word, halfword or byte */
  readonly ldr: number;
  /** of them: behind another single load or store */
  readonly ldrPipe: number;
  /** of them: the next instruction reads the loaded register */
  readonly ldrUse: number;
  readonly ldrd: number;
  readonly ldm: number;
  readonly ldmRegs: number;
  readonly str: number;
  /** of them: behind another single load or store */
  readonly strPipe: number;
  readonly strd: number;
  readonly stm: number;
  readonly stmRegs: number;
  /** 32 × 32 → low 32 bits, without an addend */
  readonly mul: number;
  /** MLA, MLS */
  readonly mla: number;
  /** UMULL, SMULL; MULH, MULHU, MULHSU of RISC-V */
  readonly mull: number;
  /** UMLAL, SMLAL, UMAAL */
  readonly mlal: number;
  /** 16-bit operands, or the upper half alone: SMLABB, SMUAD, SMMUL and kin */
  readonly dspmul: number;
  readonly div: number;
}

/** The classes with the values that `value` gives. */
export function toInstructionClasses(value: (name: keyof InstructionClasses) => number): InstructionClasses {
  return {
    insn: value('insn'),
    alu: value('alu'),
    br: value('br'),
    brTaken: value('brTaken'),
    bl: value('bl'),
    bx: value('bx'),
    popPc: value('popPc'),
    it: value('it'),
    ldr: value('ldr'),
    ldrPipe: value('ldrPipe'),
    ldrUse: value('ldrUse'),
    ldrd: value('ldrd'),
    ldm: value('ldm'),
    ldmRegs: value('ldmRegs'),
    str: value('str'),
    strPipe: value('strPipe'),
    strd: value('strd'),
    stm: value('stm'),
    stmRegs: value('stmRegs'),
    mul: value('mul'),
    mla: value('mla'),
    mull: value('mull'),
    mlal: value('mlal'),
    dspmul: value('dspmul'),
    div: value('div'),
  };
}
