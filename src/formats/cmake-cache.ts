// CMakeCache.txt: `KEY:TYPE=VALUE` lines (cmake-language(7), "CMake Cache"). Comments begin with // or #; a key may be quoted.

/** One entry. */
export interface CacheEntry {
  readonly key: string;
  /** BOOL, PATH, FILEPATH, STRING, INTERNAL, STATIC, UNINITIALIZED */
  readonly type: string;
  readonly value: string;
  /** 1-based */
  readonly line: number;
}

const LONGEST_LINE = 16_384;
const ENTRY = /^("[^"]{1,200}"|[^#/\s:"=][^:=]{0,199}):([A-Z]{2,20})=(.*)$/;

/** The entries in the order of the file. What is no entry is passed over. */
export function readCMakeCache(lines: readonly string[]): readonly CacheEntry[] {
  return lines.flatMap((text, at) => {
    const [, key, type, value] = text.length > LONGEST_LINE ? [] : (ENTRY.exec(text) ?? []);
    if (key === undefined || type === undefined || value === undefined) return [];
    return [{ key: key.replaceAll('"', ''), type, value: value.trim(), line: at + 1 }];
  });
}
