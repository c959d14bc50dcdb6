// The calls of a Java or Kotlin file that may matter, each with what is said later of the thing it makes (`later.ts`).

import { type Expression, lazyCall } from '../expression.ts';
import { type CallSite, scopeAt } from '../module.ts';
import { chainStart, targetOf } from './chains.ts';
import { readChain, readExpression, toCall } from './expressions.ts';
import { FILLED } from './filled.ts';
import { callAt } from './items.ts';
import { laterCalls, toMaking, toSetter } from './later.ts';
import type { Outline } from './outline.ts';
import { type CallReading, findPlaces, type Places } from './places.ts';
import type { Source } from './source.ts';
import { isToken, isWord, textOf } from './tokens.ts';

/** Sites in the order of the text; the calls of a function of the file's own; and what is said later of what a call makes. */
export interface Calls {
  readonly sites: readonly CallSite[];
  readonly named: (name: string) => readonly CallSite[];
  readonly later: Source['later'];
}

/** Reads the calls of a file. */
export function readCalls(reading: CallReading): Calls {
  const { source, names, outline, wanted } = reading;
  const places = findPlaces(reading);
  const sites = [...places.heads]
    .filter(([name]) => wanted.has(name))
    .flatMap(([, heads]) => heads.map((head) => toSite(reading, places, head)));
  const isWanted = (name: string): boolean => wanted.has(name) || FILLED.has(name);
  const settings = source.dialect === 'kotlin' ? outline.assignments.flatMap((one) => toSetting(reading, one)) : [];
  const all = [...sites, ...settings].sort((a, b) => a.call.nameAt - b.call.nameAt);
  const named = (name: string): readonly CallSite[] => [
    ...(places.heads.get(name) ?? []).map((head) => toSite(reading, places, head)),
    ...constantsOf(reading, name),
  ];
  return {
    sites: all,
    named: (name) => (names.defined.has(name) ? named(name) : []),
    later: (head) => (isWanted(textOf(source.tokens, head)) ? laterCalls(toMaking(reading, places, head)) : NOTHING_SAID),
  };
}

const NOTHING_SAID: ReadonlyMap<string, Expression> = new Map();

function toSite(reading: CallReading, { takers }: Places, head: number): CallSite {
  const { source, names } = reading;
  const { tokens } = source;
  const start = chainStart(source, head);
  const nameAt = tokens.starts[head] ?? 0;
  const name = textOf(tokens, head);
  const isPlain = start === head || (isToken(tokens, start, 'new') && start + 1 === head);
  const isNew = isToken(tokens, start, 'new') && isTypeName(reading, start + 1, head);
  const callee: Expression = isPlain
    ? { is: 'name', name, at: nameAt }
    : { is: 'member', object: isNew ? pathOf(reading, start + 1, head) : readChain(source, start, head - 1), name, at: nameAt };
  const open = callAt(source, head) ?? head + 1;
  const scope = scopeAt(names.scopes, nameAt);
  const call = toCall(source, { callee, at: tokens.starts[start] ?? nameAt, head, open, depth: 0 });
  const target = targetOf(source, start, takers);
  return { call, scope, ...(target === undefined ? {} : { target }) };
}

// `new a.b.C(`: nothing but names between.
function isTypeName({ source: { tokens } }: CallReading, from: number, head: number): boolean {
  for (let token = from; token < head; token++) if (!isWord(tokens, token) && !isToken(tokens, token, '.')) return false;
  return true;
}

function pathOf({ source: { tokens } }: CallReading, from: number, head: number): Expression {
  let object: Expression = { is: 'name', name: textOf(tokens, from), at: tokens.starts[from] ?? 0 };
  for (let token = from + 2; token < head - 1; token += 2)
    object = { is: 'member', object, name: textOf(tokens, token), at: tokens.starts[token] ?? 0 };
  return object;
}

/** `socket.enabledProtocols = v` of Kotlin as the call of its setter. */
function toSetting({ source, names, wanted }: CallReading, { path, token, value }: Outline['assignments'][number]): readonly CallSite[] {
  const { tokens } = source;
  const setter = toSetter(textOf(tokens, token));
  if (!path.includes('.') || !wanted.has(setter)) return [];
  const at = tokens.starts[token] ?? 0;
  let start = token;
  while (isToken(tokens, start - 1, '.') || isToken(tokens, start - 1, '?.')) start -= 2;
  const callee: Expression = { is: 'member', object: readChain(source, start, token - 1), name: setter, at };
  const place = { at: tokens.starts[start] ?? at, end: tokens.starts[value + 1] ?? at };
  const call = lazyCall(callee, place, { args: () => [readExpression(source, value).expression] });
  return [{ call, scope: scopeAt(names.scopes, at) }];
}

/** Constants of an enumeration are calls of its constructor. */
function constantsOf({ source, names }: CallReading, name: string): readonly CallSite[] {
  return [...names.regions].flatMap(([scope, { constants, name: owner }]) =>
    owner !== name
      ? []
      : (constants ?? []).flatMap(({ token, open }): readonly CallSite[] => {
          if (open === undefined) return [];
          const at = source.tokens.starts[token] ?? 0;
          return [{ call: toCall(source, { callee: { is: 'name', name, at }, at, open, depth: 0 }), scope: scope.parent ?? scope }];
        }),
  );
}
