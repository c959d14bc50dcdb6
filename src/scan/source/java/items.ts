// How tokens group: where the arguments of a call begin, what stands between commas, where a statement ends.

import type { Source } from './source.ts';
import { isToken, type Tokens } from './tokens.ts';
import { skipTypeArguments } from './types.ts';

const MOST_ITEMS = 4096;

/** The bracket that opens the arguments of a call whose name stands at a token, past its type arguments; undefined where it is no call. */
export function callAt({ tokens, dialect }: Pick<Source, 'tokens' | 'dialect'>, name: number): number | undefined {
  if (isToken(tokens, name + 1, '(')) return dialect === 'kotlin' && tokens.breaks[name + 1] === 1 ? undefined : name + 1;
  if (!isToken(tokens, name + 1, '<')) return undefined;
  const after = skipTypeArguments(tokens, name + 1);
  return after !== undefined && isToken(tokens, after, '(') ? after : undefined;
}

/** The first token of each item between brackets. */
export function itemStarts(tokens: Tokens, open: number): readonly number[] {
  const close = tokens.partners[open] ?? -1;
  if (close <= open + 1) return [];
  const starts = [open + 1];
  for (let token = open + 1; token < close && starts.length < MOST_ITEMS; ) {
    const partner = tokens.partners[token] ?? -1;
    if (partner > token) token = partner + 1;
    else if (isToken(tokens, token, '<')) token = skipTypeArguments(tokens, token) ?? token + 1;
    else {
      if (isToken(tokens, token, ',') && token + 1 < close) starts.push(token + 1);
      token++;
    }
  }
  return starts;
}

/** Past a statement or the body of a lambda: to the comma, semicolon or bracket that ends it. */
export function skipStatement(tokens: Tokens, from: number): number {
  for (let token = from; token < tokens.count; ) {
    const partner = tokens.partners[token] ?? -1;
    if (partner > token) token = partner + 1;
    else if (partner >= 0 || isToken(tokens, token, ',') || isToken(tokens, token, ';')) return token;
    else token++;
  }
  return tokens.count;
}
