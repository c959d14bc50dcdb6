// Why a program under emulation was stopped: always an error with the address, never a figure.

export type TrapCode =
  | 'bad-image'
  | 'unknown-symbol'
  | 'bad-argument'
  | 'undefined-instruction'
  | 'unsupported-instruction'
  | 'breakpoint'
  | 'unmapped-access'
  | 'write-to-rom'
  | 'misaligned-access'
  | 'bad-branch'
  | 'bad-return'
  | 'budget-exhausted'
  | 'stack-overflow'
  | 'program-exit'
  | 'output-too-long';

/** Where it happened. */
export interface TrapPlace {
  /** address of the instruction */
  readonly pc?: number;
  /** the halfword, or two halfwords with the first one above */
  readonly encoding?: number;
  /** address of the data, or target of the branch */
  readonly address?: number;
}

/** Thrown by everything in this folder that can fail. `message` has the same facts as the fields. */
export class EmulationError extends Error {
  readonly code: TrapCode;
  readonly place: TrapPlace;

  constructor(code: TrapCode, detail: string, place: TrapPlace = {}) {
    super(`${code}: ${detail}${place.pc === undefined ? '' : ` at ${toHex(place.pc)}${toEncoding(place.encoding)}`}`);
    this.name = 'EmulationError';
    this.code = code;
    this.place = place;
  }

  /** The same trap with what only the run loop knows. */
  at(pc: number, encoding: number | undefined): EmulationError {
    const detail = this.message.slice(this.code.length + 2);
    return new EmulationError(this.code, detail, { ...this.place, pc, ...(encoding === undefined ? {} : { encoding }) });
  }
}

/** `0x20000004` */
export function toHex(address: number): string {
  return `0x${(address >>> 0).toString(16).padStart(8, '0')}`;
}

function toEncoding(encoding: number | undefined): string {
  return encoding === undefined ? '' : ` (encoding 0x${(encoding >>> 0).toString(16).padStart(4, '0')})`;
}
