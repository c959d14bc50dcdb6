// Things of java.lang and java.util that are made empty and filled later: the text of a builder, the entries of a map, the items of a list.

import type { CallExpression, Expression } from '../expression.ts';
import { toTable } from './tables.ts';

const TEXTS: ReadonlySet<string> = new Set(['StringBuilder', 'StringBuffer']);
const TABLES: ReadonlyMap<string, string> = new Map([
  ...['HashMap', 'LinkedHashMap', 'TreeMap', 'ConcurrentHashMap', 'Hashtable', 'EnumMap', 'WeakHashMap'].map(
    (name) => [name, 'put[]'] as const,
  ),
  ['Properties', 'setProperty[]'],
]);
const LISTS: ReadonlySet<string> = new Set([
  'ArrayList',
  'LinkedList',
  'Vector',
  'HashSet',
  'LinkedHashSet',
  'TreeSet',
  'CopyOnWriteArrayList',
]);

/** Names of the classes of such things. */
export const FILLED: ReadonlySet<string> = new Set([...TEXTS, ...TABLES.keys(), ...LISTS]);

/** What a thing holds in the end; undefined where it is none of these, or nothing is put into it. */
export function filledWorth(call: CallExpression): Expression | undefined {
  const { callee, at } = call;
  const name = callee.is === 'name' || callee.is === 'member' ? callee.name : '';
  // The text of a builder is known where it is made, with all that is appended.
  if (name === 'append' && callee.is === 'member' && isText(callee.object)) return callee.object;
  if (!FILLED.has(name)) return undefined;
  if (TEXTS.has(name)) return textOf(call);
  const table = TABLES.get(name);
  if (table !== undefined) return toTable(givenTo(call, table), at);
  const items = givenTo(call, 'add[]').flatMap((given) => given.slice(-1));
  return items.length === 0 ? undefined : { is: 'list', items, at };
}

function isText({ is }: Expression): boolean {
  return is === 'operation' || is === 'string';
}

function textOf(call: CallExpression): Expression | undefined {
  const [first] = call.args;
  const start: Expression = { is: 'string', value: '', at: call.at };
  const parts = [
    ...(first === undefined || first.is === 'number' ? [] : [first]),
    ...givenTo(call, 'append[]').flatMap((given) => given.slice(0, 1)),
  ];
  return parts.reduce<Expression>((left, right) => ({ is: 'operation', operator: '+', left, right, at: call.at }), start);
}

const MOST = 32;

function givenTo({ keywords }: CallExpression, name: string): readonly (readonly Expression[])[] {
  const all = keywords.get(name);
  return all?.is === 'list' ? all.items.slice(0, MOST).flatMap((given) => (given.is === 'list' ? [given.items] : [])) : [];
}
