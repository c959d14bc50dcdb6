// JSON (RFC 8259) with the places of its keys: a pass over the characters that bounds the depth and notes where each key stands, and then
// the platform's parser.

/** A parsed text, or what is wrong with it and where. */
export type JsonRead =
  | { readonly ok: true; readonly value: unknown; readonly offsetOf: (path: readonly string[]) => number | undefined }
  | { readonly ok: false; readonly offset: number; readonly detail: string };

const MAX_DEPTH = 64;
const SEPARATOR = '\u0000'; // no key of a manifest holds it

/**
 * Parses `text`. `offsetOf` knows keys down to `keyDepth` levels: the index of the opening quote in the text; elements of arrays are `0`, `1` …
 * Of a large text, `only` names the keys whose places are wanted.
 */
export function readJsonKeys(text: string, keyDepth: number, only?: ReadonlySet<string>): JsonRead {
  const content = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const offsets = new Map<string, number>();
  const tooDeep = scanKeys(content, { keyDepth, only }, offsets);
  if (tooDeep !== undefined) return { ok: false, offset: tooDeep, detail: `expected at most ${MAX_DEPTH} levels of nesting` };
  try {
    const value: unknown = JSON.parse(content);
    return { ok: true, value, offsetOf: (path) => offsets.get(path.join(SEPARATOR)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return { ok: false, offset: Number(/at position (\d{1,15})/.exec(message)?.[1] ?? 0), detail: 'expected JSON, got a syntax error' };
  }
}

interface Level {
  readonly object: boolean;
  /** the key or index that the next value belongs to */
  key: string;
  index: number;
  awaitsKey: boolean;
}

interface Wanted {
  readonly keyDepth: number;
  readonly only: ReadonlySet<string> | undefined;
}

/** The offset at which the text nests too deep, or undefined. */
function scanKeys(text: string, { keyDepth, only }: Wanted, offsets: Map<string, number>): number | undefined {
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    const level = levels.at(-1);
    if (character === '"') {
      const end = endOfString(text, at);
      if (level?.object === true && level.awaitsKey) {
        level.key = toKey(text.slice(at, end + 1));
        level.awaitsKey = false;
        if (levels.length <= keyDepth && only?.has(level.key) !== false) offsets.set(levels.map((one) => one.key).join(SEPARATOR), at);
      } else if (level?.object === false && levels.length <= keyDepth && only === undefined)
        offsets.set(levels.map((one) => one.key).join(SEPARATOR), at);
      at = end;
    } else if (character === '{' || character === '[') {
      if (levels.length >= MAX_DEPTH) return at;
      levels.push({ object: character === '{', key: '0', index: 0, awaitsKey: character === '{' });
    } else if (character === '}' || character === ']') levels.pop();
    else if (character === ',' && level !== undefined) advance(level);
  }
  return undefined;
}

function advance(level: Level): void {
  level.awaitsKey = level.object;
  level.index++;
  if (!level.object) level.key = String(level.index);
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function toKey(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1); // the parser will say that the text is no JSON
  }
}
