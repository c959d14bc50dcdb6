// Names of types among the tokens: where they end, what they are called, whether brackets hold one. JLS 21 §4, §15.16.

import { closerOf, isToken, isWord, type Tokens, textOf } from './tokens.ts';

const MOST_OF_TYPE = 40;

/** The name of the type that begins at a token, without what it is of. */
export function nameOfType(tokens: Tokens, from: number): string {
  let name = textOf(tokens, from);
  for (let token = from + 1; isToken(tokens, token, '.') && isWord(tokens, token + 1) && token < from + 20; token += 2)
    name += `.${textOf(tokens, token + 1)}`;
  return name;
}

/** `(SSLSocket) x`, `(byte[]) x`, `(Map<String, Cipher>) x`: names and marks of types, and then something that begins an expression. */
export function isCast(tokens: Tokens, open: number): boolean {
  const close = closerOf(tokens, open);
  if (close <= open + 1 || close - open > MOST_OF_TYPE) return false;
  for (let token = open + 1; token < close; token++) {
    if (!isWord(tokens, token) && !/^[.<>,?&[\]]$/.test(textOf(tokens, token))) return false;
  }
  const after = textOf(tokens, close + 1);
  return isWord(tokens, close + 1) ? after !== 'instanceof' : after.startsWith('"') || /^[('!~\d]/.test(after);
}

/** Past `<String, List<Cipher>>`; undefined where it is a comparison. */
export function skipTypeArguments(tokens: Tokens, open: number): number | undefined {
  let depth = 0;
  for (let token = open; token < Math.min(tokens.count, open + MOST_OF_TYPE); token++) {
    if (isToken(tokens, token, '<')) depth++;
    else if (isToken(tokens, token, '>')) depth--;
    else if (!isWord(tokens, token) && !/^[.,?*&[\]@]$/.test(textOf(tokens, token))) return undefined;
    if (depth === 0) return token + 1;
  }
  return undefined;
}

/** Past the name of a type. */
export function skipType(tokens: Tokens, from: number): number {
  let token = from + 1;
  for (;;) {
    if (isToken(tokens, token, '.') && isWord(tokens, token + 1)) token += 2;
    else if (isToken(tokens, token, '<')) {
      const after = skipTypeArguments(tokens, token);
      if (after === undefined) return token;
      token = after;
    } else if (isToken(tokens, token, '?') || (isToken(tokens, token, '[') && isToken(tokens, token + 1, ']')))
      token += isToken(tokens, token, '?') ? 1 : 2;
    else return token;
  }
}
