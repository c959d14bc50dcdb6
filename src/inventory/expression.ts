// Conditions of #if as far as they can be decided: ISO C17 6.10.1, with unknown names. What is not known stays unknown, unless the rest decides
// without it. `IS_ENABLED(X)` is 1 where X is defined to 1 (Linux and Zephyr).

/** `y` is defined as 1, `n` is not defined, `set` is defined to something that is not known, an integer is itself; undefined: not known. */
export type Switches = (name: string) => string | undefined;

/** A value, or what is not known: whether it is a number at all, or which. */
type Value = number | undefined;

const MOST_TOKENS = 256;
const DEEPEST = 16;
const LONGEST = 4096;
const TOKEN = /&&|\|\||[=!<>]=|<<|>>|[!()<>+\-*/%&|^~?:,]|[A-Za-z_]\w*|\d[\w.']*|[^\s\w]/g;
const NAME = /^[A-Za-z_]/;

/** Whether a condition holds; undefined where it cannot be told. */
export function evaluate(condition: string, switches: Switches | ReadonlyMap<string, string>): boolean | undefined {
  const tokens = tokensOf(condition);
  if (tokens.length === 0 || tokens.length > MOST_TOKENS || condition.length > LONGEST) return undefined;
  const find = typeof switches === 'function' ? switches : (name: string) => switches.get(name);
  const reading: Reading = { tokens, switches: find, at: 0, broken: false };
  const value = readBinary(reading, 0, 0);
  return reading.broken || reading.at < tokens.length || value === undefined ? undefined : value !== 0;
}

/** The names that a condition asks for. */
export function namesIn(condition: string): readonly string[] {
  return tokensOf(condition).filter((token) => NAME.test(token) && token !== 'defined' && token !== 'IS_ENABLED');
}

function tokensOf(condition: string): readonly string[] {
  return condition.slice(0, LONGEST).match(TOKEN) ?? [];
}

interface Reading {
  readonly tokens: readonly string[];
  readonly switches: Switches;
  at: number;
  /** met something that is not read here, such as `?:` */
  broken: boolean;
}

type Operator = (a: Value, b: Value) => Value;

const known =
  (compute: (a: number, b: number) => number | boolean): Operator =>
  (a, b) =>
    a === undefined || b === undefined ? undefined : Number(compute(a, b));

/** Operators by how tightly they bind, loosest first (C17 6.5). */
const LEVELS: readonly ReadonlyMap<string, Operator>[] = [
  new Map([['||', (a, b) => either(a, b)]]),
  new Map([['&&', (a, b) => both(a, b)]]),
  new Map([
    ['==', known((a, b) => a === b)],
    ['!=', known((a, b) => a !== b)],
  ]),
  new Map([
    ['<', known((a, b) => a < b)],
    ['<=', known((a, b) => a <= b)],
    ['>', known((a, b) => a > b)],
    ['>=', known((a, b) => a >= b)],
  ]),
  new Map([
    ['+', known((a, b) => a + b)],
    ['-', known((a, b) => a - b)],
  ]),
  new Map([['*', known((a, b) => a * b)]]),
];

function either(a: Value, b: Value): Value {
  if ((a !== undefined && a !== 0) || (b !== undefined && b !== 0)) return 1;
  return a === 0 && b === 0 ? 0 : undefined;
}

function both(a: Value, b: Value): Value {
  if (a === 0 || b === 0) return 0;
  return a === undefined || b === undefined ? undefined : 1;
}

function readBinary(reading: Reading, level: number, depth: number): Value {
  const operators = LEVELS[level];
  if (operators === undefined) return readOne(reading, depth);
  let value = readBinary(reading, level + 1, depth);
  for (
    let operator = operators.get(reading.tokens[reading.at] ?? '');
    operator !== undefined;
    operator = operators.get(reading.tokens[reading.at] ?? '')
  ) {
    reading.at++;
    value = operator(value, readBinary(reading, level + 1, depth));
  }
  return value;
}

function readOne(reading: Reading, depth: number): Value {
  if (depth > DEEPEST) return fail(reading);
  if (takes(reading, '!')) {
    const value = readOne(reading, depth + 1);
    return value === undefined ? undefined : Number(value === 0);
  }
  if (takes(reading, '-')) {
    const value = readOne(reading, depth + 1);
    return value === undefined ? undefined : -value;
  }
  if (takes(reading, '(')) {
    const value = readBinary(reading, 0, depth + 1);
    return takes(reading, ')') ? value : fail(reading);
  }
  return readWord(reading, depth);
}

function readWord(reading: Reading, depth: number): Value {
  const word = reading.tokens[reading.at++] ?? '';
  if (/^\d/.test(word)) return toInteger(word) ?? fail(reading);
  if (!NAME.test(word)) return fail(reading);
  if (word === 'defined' || word === 'IS_ENABLED') return readQuestion(reading, word);
  if (takes(reading, '(')) return skipArguments(reading, depth);
  const value = reading.switches(word);
  if (value === 'y') return 1;
  return value === 'n' ? 0 : toInteger(value ?? '');
}

function readQuestion(reading: Reading, word: 'defined' | 'IS_ENABLED'): Value {
  const inParentheses = takes(reading, '(');
  const name = reading.tokens[reading.at++] ?? '';
  if (!NAME.test(name) || (inParentheses && !takes(reading, ')'))) return fail(reading);
  const value = reading.switches(name);
  if (value === undefined) return undefined;
  if (word === 'defined') return Number(value !== 'n');
  return value === 'set' ? undefined : Number(value === 'y' || toInteger(value) === 1);
}

// A macro with arguments is not known; where it ends is.
function skipArguments(reading: Reading, depth: number): Value {
  for (let open = 1; open > 0; reading.at++) {
    const token = reading.tokens[reading.at];
    if (token === undefined || depth > DEEPEST) return fail(reading);
    open += token === '(' ? 1 : token === ')' ? -1 : 0;
  }
  return undefined;
}

/** C17 6.4.4.1 without digit separators; undefined beyond 2^53. */
function toInteger(written: string): number | undefined {
  const digits = /^([-+]?)(0[xX][0-9A-Fa-f]{1,13}|0[0-7]{0,15}|[1-9]\d{0,14})[uUlL]{0,3}$/.exec(written);
  if (digits?.[2] === undefined) return undefined;
  const body = digits[2];
  const size = /^0[0-7]/.test(body) ? Number.parseInt(body, 8) : Number(body);
  return digits[1] === '-' ? -size : size;
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
