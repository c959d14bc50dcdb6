// JSON (RFC 8259) from a person's editor: checked token by token before it is parsed, so that a mistake has a line and a column,
// a repeated key is a mistake and not a silent loss, and depth is bounded.

import { problemsIn, show } from './problems.ts';

const MAX_CHARACTERS = 1024 * 1024;
const MAX_DEPTH = 64;
const SPACE = /[ \t\n\r]*/y;
const TOKEN =
  /[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The value of a JSON text. Throws `bad-profile` with `line:column` for what is not JSON, too large, too deep or says a key twice. */
export function readJson(text: string, path: string, maxCharacters: number = MAX_CHARACTERS): unknown {
  if (text.length > maxCharacters) throw problemsIn(path, [`expected at most ${maxCharacters} characters, got ${text.length}`]);
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const fault = findFault(content);
  if (fault !== undefined) throw problemsIn(path, [`${toLineColumn(content, fault.offset)}: ${fault.message}`]);
  return JSON.parse(content);
}

interface Fault {
  readonly offset: number;
  readonly message: string;
}

type Expected = 'a value' | 'a value or "]"' | 'a key' | 'a key or "}"' | '":"' | '"," or "}"' | '"," or "]"' | 'the end';

/** An open list (`keys` undefined) or mapping with the keys it has had. */
interface Level {
  readonly keys?: Set<string>;
}

function findFault(text: string): Fault | undefined {
  const open: Level[] = [];
  let expected: Expected = 'a value';
  for (let offset = skipSpace(text, 0); offset < text.length; ) {
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return { offset, message: `expected ${expected}, got ${show(text.slice(offset, offset + 12))}` };
    const next = step(token, expected, open);
    if (typeof next !== 'string') return { offset, message: next.problem };
    expected = next;
    offset = skipSpace(text, offset + token.length);
  }
  return expected === 'the end' ? undefined : { offset: text.length, message: `expected ${expected}, got the end of the file` };
}

function skipSpace(text: string, offset: number): number {
  SPACE.lastIndex = offset;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

/** What must follow `token`; `open` is kept up to date. */
function step(token: string, expected: Expected, open: Level[]): Expected | { readonly problem: string } {
  const level = open.at(-1);
  const wrong = { problem: `expected ${expected}, got ${show(token)}` };
  if (token === ':') return expected === '":"' ? 'a value' : wrong;
  if (token === ',') return isEither(expected, '"," or "}"', '"," or "]"') ? (level?.keys ? 'a key' : 'a value') : wrong;
  if (token === '}') return isEither(expected, 'a key or "}"', '"," or "}"') ? close(open) : wrong;
  if (token === ']') return isEither(expected, 'a value or "]"', '"," or "]"') ? close(open) : wrong;
  if (isEither(expected, 'a key', 'a key or "}"')) return takeKey(token, level, wrong);
  if (!isEither(expected, 'a value', 'a value or "]"')) return wrong;
  if (token !== '{' && token !== '[') return afterValue(level);
  if (open.length >= MAX_DEPTH) return { problem: `expected at most ${MAX_DEPTH} levels` };
  open.push(token === '{' ? { keys: new Set() } : {});
  return token === '{' ? 'a key or "}"' : 'a value or "]"';
}

function isEither(expected: Expected, one: Expected, other: Expected): boolean {
  return expected === one || expected === other;
}

function takeKey(token: string, level: Level | undefined, wrong: { readonly problem: string }): Expected | { readonly problem: string } {
  if (!token.startsWith('"')) return wrong;
  const key = String(JSON.parse(token));
  if (level?.keys?.has(key)) return { problem: `the key ${show(key)} is given twice` };
  level?.keys?.add(key);
  return '":"';
}

function close(open: Level[]): Expected {
  open.pop();
  return afterValue(open.at(-1));
}

function afterValue(level: Level | undefined): Expected {
  if (level === undefined) return 'the end';
  return level.keys ? '"," or "}"' : '"," or "]"';
}

function toLineColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `${line}:${offset - before.lastIndexOf('\n')}`;
}
