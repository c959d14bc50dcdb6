// Tables of Java and Kotlin (java.util.Map, kotlin.collections, Guava's ImmutableMap): what is written in them under which key, and what is
// taken out of them.

import type { CallExpression, Expression } from '../expression.ts';

// Pairs one by one, and keys and values in turn.
const OF_PAIRS: ReadonlySet<string> = new Set(
  'mapOf mutableMapOf hashMapOf linkedMapOf sortedMapOf Map.ofEntries ImmutableMap.ofEntries'.split(' '),
);
const IN_TURN: ReadonlySet<string> = new Set('Map.of ImmutableMap.of ImmutableSortedMap.of ImmutableBiMap.of'.split(' '));
const PAIRS: ReadonlySet<string> = new Set(['Pair', 'Map.entry', 'Pair.of', 'Maps.immutableEntry']);
const TAKES: ReadonlySet<string> = new Set(['get', 'getValue', 'getOrDefault']);
const TAKES_ONE: ReadonlySet<string> = new Set(['getProperty', 'elementAt']);

/** `a to b`, as `Pair(a, b)` has it. */
export function pairOf(left: Expression, right: Expression): Expression {
  return { is: 'list', items: [left, right], at: left.at };
}

/** What a call makes or takes of a table is worth; undefined where it does neither. The arguments are read only where it does. */
export function tableWorth(call: CallExpression): Expression | undefined {
  const { callee, at } = call;
  const name = callee.is === 'member' && callee.object.is === 'name' ? `${callee.object.name}.${callee.name}` : nameOf(callee);
  if (OF_PAIRS.has(name))
    return toTable(
      call.args.flatMap((one) => (one.is === 'list' ? [one.items] : [])),
      at,
    );
  if (IN_TURN.has(name)) return toTable(inPairs(call.args), at);
  const takes = callee.is === 'member' && (TAKES.has(callee.name) || (TAKES_ONE.has(callee.name) && call.args.length === 1));
  const isTaken = takes && isVariable(callee.object);
  if (!isTaken && !PAIRS.has(name)) return undefined;
  const [first, second, ...others] = call.args;
  if (first === undefined) return undefined;
  if (isTaken) return takenFrom(callee.object, first);
  return second === undefined || others.length > 0 ? undefined : pairOf(first, second);
}

function inPairs(args: readonly Expression[]): readonly (readonly Expression[])[] {
  return args.flatMap((_, index) => (index % 2 === 0 ? [args.slice(index, index + 2)] : []));
}

/** `table[key]`. */
export function takenFrom(object: Expression, key: Expression): Expression {
  return { is: 'operation', operator: 'field', left: object, right: key, at: key.at };
}

function nameOf(callee: Expression): string {
  return callee.is === 'name' ? callee.name : '';
}

// A table is held by a variable or a constant; `KeyTemplates.get(…)` is a function of a type.
function isVariable(object: Expression): boolean {
  const name = object.is === 'name' || object.is === 'member' ? object.name : '';
  return /^(?:[a-z_]\w*|[A-Z][A-Z0-9_]+)$/.test(name);
}

/** A table of pairs whose keys are plain; undefined where there are none. */
export function toTable(pairs: readonly (readonly Expression[])[], at: number): Expression | undefined {
  const entries = new Map(
    pairs.flatMap(([key, value]) => (key === undefined || value === undefined ? [] : keyOf(key).map((name) => [name, value] as const))),
  );
  return entries.size === 0 ? undefined : { is: 'object', entries, spreads: [], at };
}

function keyOf(key: Expression): readonly string[] {
  if (key.is === 'string' || key.is === 'number') return [String(key.value)];
  return key.is === 'name' || key.is === 'member' ? [key.name] : [];
}
