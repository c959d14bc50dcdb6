// Numbers of a log: what is no number, is impossible, or is in another unit than it says is refused with its line.

import { type BoardLog, refusal } from './log.ts';

/** Largest count that a double holds exactly, and far beyond what any board was ever left running for. */
const MOST = 2 ** 50;

/** Where a number stands and what it is. */
export interface NumberPlace {
  readonly log: BoardLog;
  readonly line: number;
  /** `cycles of keypair` */
  readonly what: string;
}

/** A count above zero: digits alone. Throws `bad-input`. */
export function toCount({ log, line, what }: NumberPlace, written: string): number {
  const text = written.trim();
  const value = /^\d{1,19}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0 && value <= MOST)) throw refusal(log, line, `${what}: expected a whole number above zero, got "${text.slice(0, 40)}"`);
  return value;
}

/** A number above zero, with or without decimals. Throws `bad-input`. */
export function toAmount({ log, line, what }: NumberPlace, written: string): number {
  const text = written.trim();
  const value = /^\d{1,19}(?:\.\d{1,12})?(?:[eE][+-]?\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0 && value <= MOST)) throw refusal(log, line, `${what}: expected a number above zero, got "${text.slice(0, 40)}"`);
  return value;
}

/** Two figures that say the same in different units must agree, up to a share and what their rounding allows. Throws `bad-input`. */
export function requireAgreement(
  { log, line, what }: NumberPlace,
  [stated, computed]: readonly [number, number],
  { share, rounding }: { readonly share: number; readonly rounding: number },
): void {
  if (Math.abs(stated - computed) <= rounding + share * Math.max(stated, computed)) return;
  throw refusal(
    log,
    line,
    `${what}: the figures of the line contradict each other (${toShort(stated)} against ${toShort(computed)}): wrong unit?`,
  );
}

function toShort(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** Factors to microseconds. */
const MICROSECONDS: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-3],
  ['us', 1],
  ['µs', 1],
  ['μs', 1],
  ['ms', 1e3],
  ['s', 1e6],
]);

/** Microseconds in a unit of time. Throws `bad-input` for any other word. */
export function microsecondsIn({ log, line, what }: NumberPlace, unit: string): number {
  const factor = MICROSECONDS.get(unit.trim().toLowerCase());
  if (factor === undefined) throw refusal(log, line, `${what}: expected ns, us, ms or s, got "${unit.slice(0, 20)}"`);
  return factor;
}
