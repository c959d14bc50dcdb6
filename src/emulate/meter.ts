// What is counted while a program runs. Every count is exact and deterministic; nothing here is a cycle.

/** Counts since the meter was reset. Instructions whose IT condition failed count as instructions and as nothing else. */
export interface Meter {
  readonly instructions: number;
  /** data words, halfwords and bytes read: LDM of n registers is n, LDRD is 2 */
  readonly loads: number;
  /** data words, halfwords and bytes written */
  readonly stores: number;
  readonly multiplies: Multiplies;
  /** SDIV, UDIV, DIV, DIVU, REM, REMU */
  readonly divides: number;
  /** every change of the program counter other than to the next instruction: calls and returns too */
  readonly takenBranches: number;
  /** lowest value that the stack pointer had; 2^32 - 1 before it was set */
  readonly lowestSp: number;
  /** lowest address written between the floor of the stack and its top; the top if nothing was */
  readonly lowestStackWrite: number;
}

/** By kind, since cores differ in what each costs. */
export interface Multiplies {
  /** 32 × 32 → low 32: MUL, MLA, MLS; RISC-V MUL */
  readonly word: number;
  /** 32 × 32 → 64: UMULL, SMULL, UMLAL, SMLAL, UMAAL */
  readonly long: number;
  /** upper half alone: SMMUL and kin; RISC-V MULH, MULHU, MULHSU */
  readonly high: number;
  /** 16-bit operands, one or two of them: SMLABB, SMUAD, SMLALD, SMULWB and kin */
  readonly half: number;
}

/** The same, while it is being counted. */
export interface MutableMeter {
  instructions: number;
  loads: number;
  stores: number;
  word: number;
  long: number;
  high: number;
  half: number;
  divides: number;
  takenBranches: number;
  /** offsets in RAM, so that the run loop compares small integers */
  lowestSpOffset: number;
  lowestWriteOffset: number;
}

/** A meter at zero. Both marks start at `topOffset` in RAM. */
export function newMeter(topOffset: number): MutableMeter {
  return {
    instructions: 0,
    loads: 0,
    stores: 0,
    word: 0,
    long: 0,
    high: 0,
    half: 0,
    divides: 0,
    takenBranches: 0,
    lowestSpOffset: topOffset,
    lowestWriteOffset: topOffset,
  };
}
