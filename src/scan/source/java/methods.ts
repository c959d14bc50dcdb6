// Methods whose worth is known without a library of cryptography: of strings and collections (java.lang, java.util, kotlin, kotlin.text,
// Guava), and of the file itself.

import { type CallExpression, type Expression, octets, operationOn } from '../expression.ts';

// `x.m()` is x, as far as names of algorithms go: they are compared without case.
const SAME: ReadonlySet<string> = new Set(
  (
    'toCharArray toUpperCase toLowerCase uppercase lowercase trim strip intern toString trimIndent clone toArray toTypedArray toList asList ' +
    'stripIndent orEmpty copyOf toByteArray concatToString'
  ).split(' '),
);
// `T.m(x)` is x.
const WRAPS: ReadonlySet<string> = new Set(
  (
    'Integer.valueOf Integer.parseInt Long.valueOf Long.parseLong Objects.requireNonNull requireNotNull ' +
    'checkNotNull Preconditions.checkNotNull Optional.of Optional.ofNullable Integer'
  ).split(' '),
);
// `T.m(x)` is the text of x: of a list of characters, these one after the other.
const SPELLS: ReadonlySet<string> = new Set(['String.valueOf', 'String.copyValueOf', 'String', 'Character.toString']);
// `T.m(a, b)` is a list of them.
const LISTS: ReadonlySet<string> = new Set(
  (
    'Arrays.asList List.of Set.of Stream.of Collections.singletonList Collections.singleton ImmutableList.of ImmutableSet.of Sets.newHashSet ' +
    'Lists.newArrayList listOf setOf arrayOf arrayListOf mutableListOf mutableSetOf listOfNotNull EnumSet.of'
  ).split(' '),
);
// `x.m(key, d)`: d where nothing else is said.
const FALLS_BACK: ReadonlySet<string> = new Set(['getProperty', 'getOrDefault', 'getOrElse']);
const EITHER: ReadonlySet<string> = new Set([
  'orElse',
  'requireNonNullElse',
  'firstNonNull',
  'defaultIfBlank',
  'defaultIfEmpty',
  'ifEmpty',
  'ifBlank',
]);
const HOLE = /%(?:\d\$)?[sd]/;

/** What a call of the language's own library is worth; undefined where it is none of them. */
export function worthOf(call: CallExpression): Expression | undefined {
  const { callee, at } = call;
  if (callee.is === 'name') return ofFunction(callee.name, call);
  if (callee.is !== 'member') return undefined;
  const { object, name } = callee;
  const full = object.is === 'name' ? `${object.name}.${name}` : name;
  if (SPELLS.has(full)) return spelled(call);
  if (WRAPS.has(full)) return call.args.length === 1 ? call.args[0] : undefined;
  if (LISTS.has(full)) return { is: 'list', items: call.args, at };
  if (full === 'String.format') return ofFormat(call.args[0], call.args.slice(1));
  if (full === 'String.join') return ofJoin(call);
  if (full === 'Arrays.copyOf' || full === 'Arrays.copyOfRange') return ofCopy(call);
  if (name === 'concat' && call.args[0] !== undefined) return joined(object, call.args[0]);
  if ((name === 'formatted' || name === 'format') && object.is === 'string') return ofFormat(object, call.args);
  if (SAME.has(name) && call.args.length <= 1) return object;
  if (CHANGES.has(name) && !isClassName(object)) return changed(name, call);
  if (name === 'build' && call.args.length === 0) return madeBy(object);
  if (name === 'getBytes' && object.is === 'string') return { is: 'bytes', length: object.value.length, at };
  return FALLS_BACK.has(name) || EITHER.has(name) ? ofFallback(call, object) : undefined;
}

function ofFallback({ callee, args, at }: CallExpression, object: Expression): Expression | undefined {
  const last = args.at(-1);
  if (last === undefined || callee.is !== 'member') return undefined;
  if (EITHER.has(callee.name)) return { is: 'either', options: args.length === 1 ? [object, last] : args, at };
  return args.length === 2 ? last : undefined;
}

/** What a builder was made by, at the beginning of its chain: the later calls are known there. */
function madeBy(chain: Expression): Expression {
  let here = chain;
  while (here.is === 'call' && here.callee.is === 'member' && (here.callee.object.is === 'call' || isVariable(here.callee.object)))
    here = here.callee.object;
  return here;
}

// What changes a text: `values.ts` works it out.
const CHANGES: ReadonlySet<string> = new Set(['replace', 'replaceAll', 'replaceFirst', 'substring', 'split', 'reverse']);

function isClassName(object: Expression): boolean {
  return object.is === 'name' && /^[A-Z][a-z]/.test(object.name);
}

function changed(name: string, { callee, args, at }: CallExpression): Expression | undefined {
  if (callee.is !== 'member' || args.length > 2) return undefined;
  return { is: 'operation', operator: `.${name}`, left: callee.object, right: { is: 'list', items: args, at }, at };
}

function isVariable(expression: Expression): boolean {
  return expression.is === 'name' && /^[a-z_]/.test(expression.name);
}

function ofFunction(name: string, call: CallExpression): Expression | undefined {
  if (LISTS.has(name)) return { is: 'list', items: call.args, at: call.at };
  if (name === 'byteArrayOf') return { is: 'bytes', length: call.args.length, at: call.at };
  if (name === 'ByteArray' && call.args[0] !== undefined) return octets(call.args[0], call.at);
  if (SPELLS.has(name)) return spelled(call);
  return WRAPS.has(name) && call.args.length === 1 ? call.args[0] : undefined;
}

function spelled({ args: [first], at }: CallExpression): Expression | undefined {
  return first === undefined || first.is === 'string' || first.is === 'number' ? first : operationOn('spelled', first, at);
}

// `Arrays.copyOf(a, n)`, `Arrays.copyOfRange(a, from, to)`: octets of a length that can be told.
function ofCopy({ args, at }: CallExpression): Expression | undefined {
  const [, first, second] = args;
  if (first === undefined) return undefined;
  const length: Expression = second === undefined ? first : { is: 'operation', operator: '-', left: second, right: first, at };
  return octets(length, at);
}

function joined(left: Expression, right: Expression): Expression {
  return { is: 'operation', operator: '+', left, right, at: left.at };
}

/** `String.format("%s/%s/NoPadding", a, b)`, where the format is written there. */
function ofFormat(format: Expression | undefined, values: readonly Expression[]): Expression | undefined {
  if (format?.is !== 'string') return undefined;
  const pieces = format.value.split(HOLE);
  if (pieces.length - 1 > values.length || pieces.length > 20) return undefined;
  const text = (value: string): Expression => ({ is: 'string', value, at: format.at });
  return pieces.reduce<Expression>((left, piece, index) => {
    const value = values[index - 1];
    return index === 0 || value === undefined ? joined(left, text(piece)) : joined(joined(left, value), text(piece));
  }, text(''));
}

function ofJoin({ args }: CallExpression): Expression | undefined {
  const [separator, ...given] = args;
  const [only] = given;
  const [first, ...rest] = given.length === 1 && only?.is === 'list' ? only.items : given;
  if (separator === undefined || first === undefined || rest.length > 20) return undefined;
  return rest.reduce((left, right) => joined(joined(left, separator), right), first);
}
