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

/** A stretch of the file under one condition; an inner one carries the outer condition too. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly condition: string;
  readonly dead: boolean;
  readonly outer?: Region;
}

/** Regions in the order of their starts, each with the one around it. */
export function nestRegions(regions: readonly Region[]): readonly Region[] {
  const open: Region[] = [];
  return [...regions]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((region) => {
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= region.start) open.pop();
      const outer = open.at(-1);
      const nested = outer === undefined ? region : { ...region, outer };
      open.push(nested);
      return nested;
    });
}

/** The innermost of nested regions at a place. */
export function findRegion(regions: readonly Region[], at: number): Region | undefined {
  let low = 0;
  let high = regions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((regions[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  let region = regions[low];
  while (region !== undefined && !(region.start <= at && at < region.end)) region = region.outer;
  return region;
}
