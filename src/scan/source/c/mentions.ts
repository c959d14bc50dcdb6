// Where names of libraries stand in C code as values: constants, and functions that are handed on.

/** What matters in a file: identifiers of libraries, and names of the file's own that lead to them. */
export interface Interest {
  readonly isCall: (name: string) => boolean;
  readonly isConstant: (name: string) => boolean;
}

/** Literals, words and braces of a text without comments. A literal that does not end ends with its line. */
export const TOKEN: RegExp = /"(?:[^"\\\n]+|\\.)*"?|'(?:[^'\\\n]|\\.){0,12}'?|[A-Za-z_]\w*|[{}]/g;

/** True of a token that is a word. */
export const WORD_START: RegExp = /^[A-Za-z_]/;

/** True of a constant, or of a function that is handed on; calls and declarations are read from the tree. */
export function isMention(text: string, at: number, word: string, interest: Interest): boolean {
  if (interest.isConstant(word)) return !asksForSize(text, at) && !isCompared(text, at, at + word.length);
  return word.includes('_') && interest.isCall(word) && isHandedOn(text, at, at + word.length) && !isCompared(text, at, at + word.length);
}

const BEFORE_TEST = /(?:[=!]=|\bcase)[\s(]{0,20}$/;

const AFTER_TEST = /^[\s)]{0,20}[=!]=/;

// `case CKM_SHA256:`, `alg == PSA_ALG_GCM`: somebody is asked what it is, and nothing is done with it.
function isCompared(text: string, start: number, end: number): boolean {
  return BEFORE_TEST.test(text.slice(Math.max(0, start - 30), start)) || AFTER_TEST.test(text.slice(end, end + 24));
}

const BEFORE_VALUE = /(?:[,(=&{:?]|\breturn)\s{0,200}$/;

const AFTER_VALUE = /^\s{0,200}[,);}:]/;

// A function that is handed on stands where a value stands: not as a type, a field or a declared name.
function isHandedOn(text: string, start: number, end: number): boolean {
  return AFTER_VALUE.test(text.slice(end, end + 201)) && BEFORE_VALUE.test(text.slice(Math.max(0, start - 210), start));
}

// `PSA_CIPHER_IV_LENGTH(PSA_KEY_TYPE_AES, …)` asks how large something is; nothing is done with the cipher.
const SIZE_OR_TEST =
  /\b\w{0,80}(?:_LENGTH|_SIZE|_LEN|_BYTES|_BITS|_IS_\w{1,60}|_MAX\w{0,40}|_HAS_\w{1,60})\s{0,4}\((?:[^();]{0,80}\(){0,2}[^();]{0,80}$/;

/** True inside the parentheses of a macro that asks for a size or tests a kind. */
export function asksForSize(text: string, at: number): boolean {
  return SIZE_OR_TEST.test(text.slice(Math.max(0, at - 200), at));
}

/** The identifiers of a piece of code, with repetition. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[A-Za-z_]\w{0,200}/g) ?? [];
}

/** True where any identifier is of a library. */
export function mentionsLibrary(text: string, interest: Interest): boolean {
  return wordsOf(text).some((word) => interest.isCall(word) || interest.isConstant(word));
}

/** The mentions in a piece that stands at `origin` of the file. */
export function mentionsIn(text: string, origin: number, interest: Interest): { name: string; at: number }[] {
  const found: { name: string; at: number }[] = [];
  for (const token of text.matchAll(TOKEN)) {
    if (WORD_START.test(token[0]) && isMention(text, token.index, token[0], interest))
      found.push({ name: token[0], at: origin + token.index });
  }
  return found;
}
