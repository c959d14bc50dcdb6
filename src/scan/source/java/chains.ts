// Chains of calls among the tokens: where one begins, and what takes its value.

import type { Outline } from './outline.ts';
import type { Source } from './source.ts';
import { isToken, isWord, STRING, type Tokens, textOf } from './tokens.ts';

/** No chain is followed over more links. */
export const LONGEST_CHAIN = 200;

/** The token with which the chain begins that a call belongs to. */
export function chainStart({ tokens }: Source, head: number): number {
  let start = head;
  for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
    let token = pastTypeArguments(tokens, start - 1); // `T.<A>m()`
    if (!isToken(tokens, token, '.') && !isToken(tokens, token, '?.')) break;
    token--;
    if (isToken(tokens, token, '!!')) token--;
    const before = linkStart(tokens, token);
    if (before === undefined) break;
    start = before;
  }
  return isToken(tokens, start - 1, 'new') ? start - 1 : start;
}

/** The token with which the link begins that ends at a token: a name, a literal, a group, a call with its name. */
function linkStart(tokens: Tokens, last: number): number | undefined {
  let token = last;
  for (let steps = 0; steps < 6; steps++) {
    if (isWord(tokens, token) || tokens.kinds[token] === STRING) return token;
    const partner = tokens.partners[token] ?? -1;
    if (partner < 0 || partner >= token) return undefined;
    const isGroup = isToken(tokens, token, ')') && !isWord(tokens, partner - 1) && !isToken(tokens, partner - 1, '>');
    if (isGroup) return partner;
    token = pastTypeArguments(tokens, partner - 1);
  }
  return undefined;
}

const MOST_OF_TYPE = 40;

/** Backwards past `<A, B>`, where that is what ends at a token. */
function pastTypeArguments(tokens: Tokens, last: number): number {
  let depth = 0;
  for (let token = last; isToken(tokens, last, '>') && token > Math.max(0, last - MOST_OF_TYPE); token--) {
    if (isToken(tokens, token, '>')) depth++;
    if (isToken(tokens, token, '<') && --depth === 0) return token - 1;
  }
  return last;
}

/** The names that take a value, by the token with which the value begins. */
export function findTakers(tokens: Tokens, { declarations, assignments }: Outline): ReadonlyMap<number, string> {
  return new Map([
    ...declarations.flatMap(({ name, value }) => (value === undefined ? [] : [[value, name] as const])),
    ...assignments.map(({ token, value }) => [value, textOf(tokens, token)] as const),
  ]);
}

/** The variable or field that takes what a chain makes, past casts and the brace of `by lazy {`. */
export function targetOf({ tokens }: Source, start: number, takers: ReadonlyMap<number, string>): string | undefined {
  let token = start;
  while (isToken(tokens, token - 1, ')') && (tokens.partners[token - 1] ?? -1) >= 0) token = tokens.partners[token - 1] ?? 0;
  return takers.get(token) ?? (isToken(tokens, token - 1, '{') ? takers.get(token - 1) : undefined);
}
