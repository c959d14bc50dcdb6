// Preprocessor conditions as text. Only what is plainly constant is decided; everything else is a condition for whoever knows the build.

/** A conditional that is open while the file is read. */
export interface OpenConditional {
  /** condition of the branch being read, '' where it says nothing (an include guard) */
  current: string;
  /** conditions of the branches before it */
  readonly past: string[];
  start: number;
  /** brackets open where it began */
  readonly depth: number;
  readonly branches: { readonly start: number; readonly end: number; readonly opens: number; readonly dead: boolean }[];
  isCplusplus?: boolean;
}

const LONGEST = 300;

/** The condition of `#if`, `#ifdef` or `#ifndef` as an expression. */
export function toCondition(word: 'if' | 'ifdef' | 'ifndef', written: string): string {
  const text = written.slice(0, LONGEST);
  if (word === 'if') return text;
  const name = /^\w{1,200}/.exec(text)?.[0] ?? text;
  return word === 'ifdef' ? `defined(${name})` : `!defined(${name})`;
}

const FALSE = /^\(?\s?(0|false)\s?\)?$/i;
const TRUE = /^\(?\s?(1|true)\s?\)?$/i;

/** True where the branch being read can never be compiled. */
export function isDead(conditional: OpenConditional): boolean {
  return FALSE.test(conditional.current) || conditional.past.some((one) => TRUE.test(one));
}

/** What all open conditionals together say; '' when that is nothing. */
export function foldConditions(open: readonly OpenConditional[]): string {
  const parts = open.flatMap((conditional) => {
    const past = conditional.past.filter((one) => one !== '' && !FALSE.test(one)).map((one) => `!(${one})`);
    const says = conditional.current !== '' && !TRUE.test(conditional.current) ? [conditional.current] : [];
    return [...past, ...says].filter((one) => !one.includes('__cplusplus'));
  });
  return parts.length === 1
    ? (parts[0] ?? '')
    : parts
        .map((part) => (/[|?]/.test(part) ? `(${part})` : part))
        .join(' && ')
        .slice(0, 2 * LONGEST);
}
