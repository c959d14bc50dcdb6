// Settles the preprocessor conditions of facts by what a build wrote of its switches: what a generated configuration leaves out is absent,
// and what it takes in stands there without a condition. ISO C17 6.10.1 for the expressions; a Kconfig switch that is off is not defined
// (zephyr/doc/build/kconfig, esp-idf's kconfig tools). What cannot be decided stays a condition.

import type { Evidence } from '../model/evidence.ts';

type Truth = boolean | undefined;
/** `y`, `n`, or `set` for a switch with another value; a switch on which builds differ is not in the map. */
type Switches = ReadonlyMap<string, string>;

/** The evidence with its conditions settled. Of the switches only those stay that some condition names. */
export function settleConditions(evidence: readonly Evidence[]): readonly Evidence[] {
  const switches = readSwitches(evidence);
  const named = new Set(evidence.flatMap((item) => symbolsIn(conditionOf(item) ?? '')));
  return evidence.filter((item) => !isSwitch(item) || named.has(item.observed.symbol)).map((item) => settle(item, switches));
}

type SwitchEvidence = Evidence & { readonly observed: { readonly kind: 'fact'; readonly value: string; readonly symbol: string } };

function isSwitch(item: Evidence): item is SwitchEvidence {
  return item.observed.kind === 'fact' && item.observed.fact === 'build-switch';
}

// Of a build of a test or an example nothing follows for the product.
function readSwitches(evidence: readonly Evidence[]): Switches {
  const values = new Map<string, Set<string>>();
  for (const item of evidence) {
    if (!isSwitch(item) || (item.origin !== 'generated' && item.origin !== 'first-party')) continue;
    values.set(item.observed.symbol, (values.get(item.observed.symbol) ?? new Set()).add(item.observed.value));
  }
  return new Map([...values].flatMap(([symbol, said]) => (said.size === 1 ? [...said].map((value) => [symbol, value] as const) : [])));
}

function conditionOf({ observed }: Evidence): string | undefined {
  return observed.kind === 'algorithm' || observed.kind === 'protocol' ? observed.condition : undefined;
}

function settle(item: Evidence, switches: Switches): Evidence {
  const condition = conditionOf(item);
  if (condition === undefined || switches.size === 0) return item;
  const holds = evaluate(condition, switches);
  if (holds === undefined) return item;
  if (!holds) return { ...item, state: 'absent' };
  const { observed } = item;
  if (observed.kind !== 'algorithm' && observed.kind !== 'protocol') return item;
  const { condition: _settled, ...rest } = observed;
  return { ...item, observed: rest };
}

const MOST_TOKENS = 256;
const DEEPEST = 16;
const TOKEN = /&&|\|\||[!()]|[A-Za-z_][A-Za-z0-9_]*|[^\s!()&|A-Za-z_]+|[&|]/g;
const NAME = /^[A-Za-z_]/;

function tokensOf(condition: string): readonly string[] {
  return condition.slice(0, 4096).match(TOKEN) ?? [];
}

function symbolsIn(condition: string): readonly string[] {
  return tokensOf(condition).filter((token) => NAME.test(token) && token !== 'defined' && token !== 'IS_ENABLED');
}

/** Whether a condition holds; undefined where it cannot be told. Reads `!`, `&&`, `||`, parentheses, `defined`, `IS_ENABLED` and names. */
export function evaluate(condition: string, switches: Switches): Truth {
  const tokens = tokensOf(condition);
  if (tokens.length === 0 || tokens.length > MOST_TOKENS) return undefined;
  const reading: Reading = { tokens, at: 0, broken: false, switches };
  const value = readAny(reading, 0);
  return reading.broken || reading.at < tokens.length ? undefined : value;
}

interface Reading {
  readonly tokens: readonly string[];
  readonly switches: Switches;
  at: number;
  /** met something that is not read here, such as a comparison */
  broken: boolean;
}

function readAny(reading: Reading, depth: number): Truth {
  let value = readAll(reading, depth);
  while (takes(reading, '||')) {
    const next = readAll(reading, depth);
    value = value === true || next === true ? true : value === false && next === false ? false : undefined;
  }
  return value;
}

function readAll(reading: Reading, depth: number): Truth {
  let value = readOne(reading, depth);
  while (takes(reading, '&&')) {
    const next = readOne(reading, depth);
    value = value === false || next === false ? false : value === true && next === true ? true : undefined;
  }
  return value;
}

function readOne(reading: Reading, depth: number): Truth {
  if (depth > DEEPEST) return fail(reading);
  if (takes(reading, '!')) {
    const value = readOne(reading, depth + 1);
    return value === undefined ? undefined : !value;
  }
  if (takes(reading, '(')) {
    const value = readAny(reading, depth + 1);
    return takes(reading, ')') ? value : fail(reading);
  }
  return readName(reading);
}

function readName(reading: Reading): Truth {
  const word = reading.tokens[reading.at++] ?? '';
  if (!NAME.test(word)) return fail(reading);
  const asksOnly = word === 'defined' || word === 'IS_ENABLED';
  if (!asksOnly) return toTruth(reading.switches.get(word), false);
  const inParentheses = takes(reading, '(');
  const name = reading.tokens[reading.at++] ?? '';
  if (inParentheses && !takes(reading, ')')) return fail(reading);
  return toTruth(reading.switches.get(name), word === 'defined');
}

// A switch that is off is not defined, and counts as 0; one with a value is defined, and whether that is 0 is not known here.
function toTruth(value: string | undefined, definedOnly: boolean): Truth {
  if (value === 'y') return true;
  if (value === 'n') return false;
  return value === 'set' && definedOnly ? true : undefined;
}

function takes(reading: Reading, token: string): boolean {
  if (reading.tokens[reading.at] !== token) return false;
  reading.at++;
  return true;
}

function fail(reading: Reading): undefined {
  reading.broken = true;
  return undefined;
}
