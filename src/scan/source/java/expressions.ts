// Expressions of Java and Kotlin, read from their tokens where somebody asks for them. JLS 21 §15, Kotlin specification §7. What has no
// value that can be followed (lambdas, comparisons, blocks with several statements) is unknown; nothing here fails.

import { type CallExpression, type Expression, lazyCall, octets } from '../expression.ts';
import { once } from '../once.ts';
import { either, readBranches, readChoice, unknownAt } from './branches.ts';
import { callAt, itemStarts, skipStatement } from './items.ts';
import { literalOf, numberOf } from './literals.ts';
import type { Read, Source } from './source.ts';
import { pairOf, takenFrom } from './tables.ts';
import { closerOf, isToken, isWord, NUMBER, STRING, type Tokens, textOf, WORD } from './tokens.ts';
import { isCast, nameOfType, skipType, skipTypeArguments } from './types.ts';

const DEEPEST = 60;

/** The expression that begins at a token, with everything that is joined to it. */
export function readExpression(source: Source, from: number, depth = 0): Read {
  const { tokens } = source;
  if (depth > DEEPEST || from >= tokens.count) return { expression: unknownAt(tokens, from), next: from + 1 };
  const left = readOperation(source, from, depth);
  const { next } = left;
  if (isToken(tokens, next, '?') && source.dialect === 'java') return readTernary(source, left, depth);
  if (isToken(tokens, next, '?:')) {
    const right = readExpression(source, next + 1, depth + 1);
    return { expression: either([left.expression, right.expression]), next: right.next };
  }
  // `a = b` has the value of b.
  if (isToken(tokens, next, '=') && left.expression.is === 'name') return readExpression(source, next + 1, depth + 1);
  if (isToken(tokens, next, '->')) return { expression: unknownAt(tokens, from), next: skipStatement(tokens, next + 1) };
  return left;
}

function readTernary(source: Source, test: Read, depth: number): Read {
  const yes = readExpression(source, test.next + 1, depth + 1);
  if (!isToken(source.tokens, yes.next, ':')) return { expression: unknownAt(source.tokens, test.next), next: yes.next };
  const no = readExpression(source, yes.next + 1, depth + 1);
  return { expression: either([yes.expression, no.expression]), next: no.next };
}

// Operators by how tightly they bind. What compares or joins truths has no value that is followed.
const BINDS: ReadonlyMap<string, number> = new Map([
  ['||', 1],
  ['&&', 1],
  ['|', 1],
  ['&', 1],
  ['^', 1],
  ['or', 1],
  ['and', 1],
  ['to', 1],
  ['==', 1],
  ['!=', 1],
  ['<=', 1],
  ['>=', 1],
  ['<', 1],
  ['>', 1],
  ['instanceof', 1],
  ['is', 1],
  ['in', 1],
  ['<<', 2],
  ['>>', 2],
  ['shl', 2],
  ['shr', 2],
  ['+', 3],
  ['-', 3],
  ['*', 4],
  ['/', 4],
  ['%', 4],
]);
const COUNTS: ReadonlyMap<string, string> = new Map([
  ['shl', '<<'],
  ['shr', '>>'],
]);
const VALUED = 2;

function readOperation(source: Source, from: number, depth: number, least = 1): Read {
  let left = readUnary(source, from, depth);
  for (let operator = operatorAt(source, left.next); operator !== undefined; operator = operatorAt(source, left.next)) {
    const binds = BINDS.get(operator.sign) ?? 0;
    if (binds < least) break;
    const right = readOperation(source, operator.next, depth + 1, binds + 1);
    const { at } = left.expression;
    const expression: Expression =
      operator.sign === 'to'
        ? pairOf(left.expression, right.expression)
        : binds < VALUED
          ? { is: 'unknown', at }
          : { is: 'operation', operator: COUNTS.get(operator.sign) ?? operator.sign, left: left.expression, right: right.expression, at };
    left = { expression, next: right.next };
    if (depth > DEEPEST) break;
  }
  return left;
}

// In Kotlin an operator does not begin a line, but for `&&`, `||` and `?:`.
function operatorAt({ tokens, dialect }: Source, token: number): { readonly sign: string; readonly next: number } | undefined {
  if (token >= tokens.count || tokens.kinds[token] === STRING || tokens.kinds[token] === NUMBER) return undefined;
  const sign = textOf(tokens, token);
  if (sign.length > 10 || !BINDS.has(sign)) return undefined;
  if (dialect === 'kotlin' && tokens.breaks[token] === 1 && sign !== '&&' && sign !== '||') return undefined;
  if (dialect === 'java' && tokens.kinds[token] === WORD && sign !== 'instanceof') return undefined;
  if ((sign === '<' || sign === '>') && isToken(tokens, token + 1, sign) && tokens.ends[token] === tokens.starts[token + 1])
    return { sign: sign + sign, next: token + (isToken(tokens, token + 2, sign) ? 3 : 2) };
  return { sign, next: token + 1 };
}

function readUnary(source: Source, from: number, depth: number): Read {
  const { tokens } = source;
  if (depth > DEEPEST) return { expression: unknownAt(tokens, from), next: from + 1 };
  const sign = textOf(tokens, from);
  if (sign === '-' || sign === '+') {
    const { expression, next } = readUnary(source, from + 1, depth + 1);
    const value = expression.is === 'number' ? (sign === '-' ? -expression.value : expression.value) : undefined;
    return { expression: value === undefined ? unknownAt(tokens, from) : { is: 'number', value, at: expression.at }, next };
  }
  if (sign === '!' || sign === '~' || sign === '++' || sign === '--')
    return { expression: unknownAt(tokens, from), next: readUnary(source, from + 1, depth + 1).next };
  if (sign === '*' && source.dialect === 'kotlin') return readUnary(source, from + 1, depth + 1); // `*values`
  if (sign === '(' && source.dialect === 'java' && isCast(tokens, from)) return readCast(source, from, depth);
  return readPostfix(source, readPrimary(source, from, depth), depth);
}

function readCast(source: Source, from: number, depth: number): Read {
  const { expression, next } = readUnary(source, closerOf(source.tokens, from) + 1, depth + 1);
  return { expression: source.typed(expression, nameOfType(source.tokens, from + 1)), next };
}

function readPrimary(source: Source, from: number, depth: number): Read {
  const { tokens, dialect } = source;
  const kind = tokens.kinds[from];
  const at = tokens.starts[from] ?? 0;
  if (kind === STRING) return { expression: literalOf(source, from, depth), next: from + 1 };
  if (kind === NUMBER) return { expression: numberOf(textOf(tokens, from), at), next: from + 1 };
  if (kind === WORD) return readWord(source, from, depth);
  if (isToken(tokens, from, '(')) {
    const close = closerOf(tokens, from);
    if (isToken(tokens, close + 1, '->')) return { expression: { is: 'unknown', at }, next: skipStatement(tokens, close + 2) };
    return { expression: readExpression(source, from + 1, depth + 1).expression, next: close + 1 };
  }
  if (isToken(tokens, from, '{')) {
    const close = closerOf(tokens, from);
    return dialect === 'java'
      ? { expression: { is: 'list', items: readItems(source, from, depth), at }, next: close + 1 }
      : { expression: { is: 'unknown', at }, next: close + 1 };
  }
  if (isToken(tokens, from, '@')) return readPrimary(source, from + 2, depth + 1);
  return { expression: { is: 'unknown', at }, next: from + 1 };
}

function readWord(source: Source, from: number, depth: number): Read {
  const { tokens, dialect } = source;
  const at = tokens.starts[from] ?? 0;
  const word = textOf(tokens, from);
  switch (word) {
    case 'true':
    case 'false':
      return { expression: { is: 'number', value: word === 'true' ? 1 : 0, at }, next: from + 1 };
    case 'null':
      return { expression: { is: 'null', at }, next: from + 1 };
    case 'this':
    case 'super':
      return { expression: { is: 'name', name: 'this', at }, next: isToken(tokens, from + 1, '@') ? from + 3 : from + 1 };
    case 'new':
      return dialect === 'java' ? readNew(source, from, depth) : nameAt(tokens, from);
    case 'switch':
    case 'when':
      return readChoice(source, from, depth);
    case 'if':
    case 'try':
      return dialect === 'kotlin' ? readBranches(source, from, depth) : nameAt(tokens, from);
    case 'throw':
    case 'return':
    case 'fun':
    case 'object':
      if (dialect === 'kotlin') return { expression: { is: 'unknown', at }, next: skipStatement(tokens, from + 1) };
      break;
  }
  const call = word === 'throw' ? undefined : callAt(source, from);
  if (call !== undefined) {
    const callee: Expression = { is: 'name', name: plain(word), at };
    return finish(source, { callee, at, head: from, open: call, depth });
  }
  // `bytes -> …`: a lambda.
  if (isToken(tokens, from + 1, '->') && dialect === 'java')
    return { expression: { is: 'unknown', at }, next: skipStatement(tokens, from + 2) };
  return nameAt(tokens, from);
}

function nameAt(tokens: Tokens, token: number): Read {
  return { expression: { is: 'name', name: plain(textOf(tokens, token)), at: tokens.starts[token] ?? 0 }, next: token + 1 };
}

function plain(word: string): string {
  return word.startsWith('`') ? word.slice(1, -1) : word;
}

interface Calling {
  readonly callee: Expression;
  readonly at: number;
  /** the token that names the call; of a constant of an enumeration there is none */
  readonly head?: number;
  /** the bracket before the arguments */
  readonly open: number;
  readonly depth: number;
}

function finish(source: Source, calling: Calling): Read {
  const { tokens } = source;
  const close = closerOf(tokens, calling.open);
  const trailing = source.dialect === 'kotlin' && isToken(tokens, close + 1, '{') && tokens.breaks[close + 1] !== 1;
  return { expression: source.simplify(toCall(source, calling)), next: trailing ? closerOf(tokens, close + 1) + 1 : close + 1 };
}

/** A call as a call; its arguments are read when somebody asks. */
export function toCall(source: Source, { callee, at, head, open, depth }: Calling): CallExpression {
  const { tokens } = source;
  const given = once(() => readArguments(source, open, depth));
  const keywords = (): CallExpression['keywords'] => {
    const later = head === undefined ? given().keywords : source.later(head);
    return later.size === 0 || head === undefined ? given().keywords : new Map([...later, ...given().keywords]);
  };
  return lazyCall(callee, { at, end: tokens.ends[closerOf(tokens, open)] ?? tokens.text.length }, { args: () => given().args, keywords });
}

/** The arguments between brackets; `name = value` of Kotlin is a keyword. */
function readArguments(source: Source, open: number, depth: number): Pick<CallExpression, 'args' | 'keywords'> {
  const { tokens, dialect } = source;
  const args: Expression[] = [];
  const keywords = new Map<string, Expression>();
  for (const item of itemStarts(tokens, open)) {
    if (dialect === 'kotlin' && isWord(tokens, item) && isToken(tokens, item + 1, '='))
      keywords.set(textOf(tokens, item), readExpression(source, item + 2, depth + 1).expression);
    else args.push(readExpression(source, item, depth + 1).expression);
  }
  return { args, keywords };
}

/** What stands between braces or brackets, divided by commas. */
function readItems(source: Source, open: number, depth: number): readonly Expression[] {
  return itemStarts(source.tokens, open).map((item) => readExpression(source, item, depth + 1).expression);
}

/** `new T(…)`, `new T[n]`, `new T[]{…}`. */
function readNew(source: Source, from: number, depth: number): Read {
  const { tokens } = source;
  const at = tokens.starts[from] ?? 0;
  let token = from + 1;
  let type: Expression = { is: 'name', name: textOf(tokens, token), at: tokens.starts[token] ?? at };
  let head = token;
  for (token++; isToken(tokens, token, '.') && isWord(tokens, token + 1); token += 2, head = token - 1)
    type = { is: 'member', object: type, name: textOf(tokens, token + 1), at: tokens.starts[token + 1] ?? at };
  if (isToken(tokens, token, '<')) token = skipTypeArguments(tokens, token) ?? token;
  if (isToken(tokens, token, '[')) return readNewArray(source, { type, at, open: token, depth });
  if (!isToken(tokens, token, '(')) return { expression: { is: 'unknown', at }, next: token };
  const made = finish(source, { callee: type, at, head, open: token, depth });
  return isToken(tokens, made.next, '{') ? { ...made, next: closerOf(tokens, made.next) + 1 } : made;
}

interface NewArray {
  readonly type: Expression;
  readonly at: number;
  readonly open: number;
  readonly depth: number;
}

function readNewArray(source: Source, { type, at, open, depth }: NewArray): Read {
  const { tokens } = source;
  let next = open;
  while (isToken(tokens, next, '[')) next = closerOf(tokens, next) + 1;
  const ofBytes = type.is === 'name' && type.name === 'byte';
  if (isToken(tokens, next, '{')) {
    const items = readItems(source, next, depth);
    const expression: Expression = ofBytes ? { is: 'bytes', length: items.length, at } : { is: 'list', items, at };
    return { expression, next: closerOf(tokens, next) + 1 };
  }
  if (!ofBytes) return { expression: { is: 'unknown', at }, next };
  const size = readExpression(source, open + 1, depth + 1).expression;
  return { expression: octets(size, at), next };
}

/** The value that a chain has before the token `until`; it begins at `from`. */
export function readChain(source: Source, from: number, until: number): Expression {
  return readPostfix(source, readPrimary(source, from, 0), 0, until).expression;
}

/** What follows a value: members, calls, indices, casts. */
function readPostfix(source: Source, { expression, next }: Read, depth: number, until: number = source.tokens.count): Read {
  const { tokens, dialect } = source;
  let object = expression;
  let token = next;
  while (token < until) {
    const sign = textOf(tokens, token);
    const sameLine = dialect === 'java' || tokens.breaks[token] !== 1;
    if ((sign === '.' || sign === '?.') && isWord(tokens, token + 1)) ({ object, token } = readMember(source, { object, token, depth }));
    else if (sign === '.' && isToken(tokens, token + 1, '<')) token = (skipTypeArguments(tokens, token + 1) ?? token + 2) - 1;
    else if (sign === '!!' || ((sign === '++' || sign === '--') && sameLine)) token++;
    else if (sign === '[' && sameLine) {
      object = takenFrom(object, readExpression(source, token + 1, depth + 1).expression);
      token = closerOf(tokens, token) + 1;
    } else if (sign === '(' && sameLine && object.is !== 'string' && object.is !== 'number') {
      object = { is: 'unknown', at: object.at };
      token = closerOf(tokens, token) + 1;
    } else if (sign === '::') {
      object = { is: 'unknown', at: object.at };
      token += 2;
    } else if (sign === 'as' && dialect === 'kotlin') {
      const type = token + (isToken(tokens, token + 1, '?') ? 2 : 1);
      object = source.typed(object, nameOfType(tokens, type));
      token = skipType(tokens, type);
    } else break;
  }
  return { expression: object, next: token };
}

interface Chain {
  readonly object: Expression;
  /** the dot */
  readonly token: number;
  readonly depth: number;
}

// `.name<T>(…)`, `.<T>name(…)`, `.name { … }`, `.name`.
function readMember(source: Source, { object, token, depth }: Chain): { object: Expression; token: number } {
  const { tokens, dialect } = source;
  const name = token + 1;
  const at = tokens.starts[name] ?? 0;
  const callee: Expression = { is: 'member', object, name: plain(textOf(tokens, name)), at };
  const open = callAt(source, name);
  if (open !== undefined) {
    const { expression, next } = finish(source, { callee, at: object.at, head: name, open, depth });
    return { object: expression, token: next };
  }
  // `x.apply { … }` and `x.also { … }` are x.
  if (dialect === 'kotlin' && isToken(tokens, name + 1, '{') && tokens.breaks[name + 1] !== 1)
    return { object: /^(?:apply|also)$/.test(callee.name) ? object : { is: 'unknown', at }, token: closerOf(tokens, name + 1) + 1 };
  return { object: callee, token: name + 1 };
}
