// Compilation databases, compile_commands.json: which command compiles which file (clang, "JSON Compilation Database Format Specification":
// directory, file, and arguments or a command quoted for a POSIX shell; CMake adds output). Read one entry at a time, so that a long one
// costs no more memory than its longest entry, and a torn one gives what stands before the tear.

/** One entry. */
export interface CompileCommand {
  /** absolute and normalised, posix (`C:/a/b.c` of Windows); undefined where neither the file nor its folder is absolute */
  readonly file: string;
  /** object file as written */
  readonly output?: string;
  readonly arguments: readonly string[];
  /** where the entry begins, in bytes */
  readonly offset: number;
}

/** The entries up to the end or the tear. */
export interface CompileCommands {
  readonly commands: Iterable<CompileCommand>;
  /** what is wrong; known when `commands` was read to its end */
  readonly problem: () => { readonly offset: number; readonly detail: string } | undefined;
}

const LONGEST_ENTRY_BYTES = 1_000_000;
const MOST_ENTRIES = 100_000;
const MOST_ARGUMENTS = 20_000;
const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x7b, 0x7d];
const BRACKET_OPEN = 0x5b;

/** Reads a database. Bytes that are none give no entry and a problem. */
export function readCompileCommands(bytes: Uint8Array): CompileCommands {
  let problem: { offset: number; detail: string } | undefined;
  const note = (offset: number, detail: string): void => {
    problem ??= { offset, detail };
  };
  return { commands: readEntries(bytes, note), problem: () => problem };
}

type Note = (offset: number, detail: string) => void;

function* readEntries(bytes: Uint8Array, note: Note): Generator<CompileCommand> {
  const start = skipSpace(bytes, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  if (bytes[start] !== BRACKET_OPEN) return note(start, 'expected a JSON array of compile commands');
  let count = 0;
  for (let at = start + 1; at < bytes.length; ) {
    at = bytes.indexOf(OPEN, at);
    if (at < 0) return;
    const end = endOfObject(bytes, at);
    if (end === undefined) return note(at, 'the file ends inside a compile command');
    if (++count > MOST_ENTRIES) return note(at, `expected at most ${MOST_ENTRIES} compile commands`);
    const command = end - at > LONGEST_ENTRY_BYTES ? undefined : toCommand(bytes.subarray(at, end), at);
    if (command === undefined) note(at, 'expected a compile command with a directory and a file');
    else yield command;
    at = end;
  }
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] ?? 0) <= 0x20) at++;
  return at;
}

/** One after the brace that closes the object at `start`; undefined where none does. */
function endOfObject(bytes: Uint8Array, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at++;
      while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
    } else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return at + 1;
  }
  return undefined;
}

function toCommand(bytes: Uint8Array, offset: number): CompileCommand | undefined {
  const entry = parseObject(new TextDecoder().decode(bytes));
  if (entry === undefined) return undefined;
  const directory = textOf(entry, 'directory');
  const written = textOf(entry, 'file');
  const file = written === undefined ? undefined : toAbsolute(written, directory ?? '');
  if (file === undefined) return undefined;
  const list = entry.get('arguments');
  const own = Array.isArray(list) ? list.filter((one) => typeof one === 'string').slice(0, MOST_ARGUMENTS) : undefined;
  const args = own ?? splitCommand(textOf(entry, 'command') ?? '');
  const output = textOf(entry, 'output') ?? outputOf(args);
  return { file, arguments: args, offset, ...(output === undefined ? {} : { output }) };
}

function parseObject(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined; // the caller says so, with the place
  }
}

function textOf(entry: ReadonlyMap<string, unknown>, key: string): string | undefined {
  const value = entry.get(key);
  return typeof value === 'string' ? value : undefined;
}

const ABSOLUTE = /^(?:\/|[A-Za-z]:\/)/;

/** A path below its folder, posix, without `.` and `..`; undefined where the two do not make an absolute one. */
export function toAbsolute(path: string, folder: string): string | undefined {
  const posix = path.replaceAll('\\', '/');
  const base = `${folder.replaceAll('\\', '/')}/`;
  const whole = ABSOLUTE.test(posix) ? posix : base + posix;
  if ((whole !== posix && (folder === '' || !ABSOLUTE.test(base))) || whole.includes('\0')) return undefined;
  const kept: string[] = [];
  for (const segment of whole.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  return whole.startsWith('/') ? `/${kept.join('/')}` : kept.join('/');
}

const SHELL_WORD = /(?:[^\s"'\\]+|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"?|'[^']*'?)+/g;
const SHELL_PIECE = /\\([\s\S])|"((?:[^"\\]|\\[\s\S])*)"?|'([^']*)'?|([^\s"'\\]+)/g;

/** The words of a command as a POSIX shell takes them apart (POSIX.1-2017 2.2); nothing is expanded. */
export function splitCommand(command: string): readonly string[] {
  const words: string[] = [];
  for (const [word] of command.matchAll(SHELL_WORD)) {
    words.push(
      word.replace(
        SHELL_PIECE,
        (_, escaped, double, single, bare) => escaped ?? double?.replace(/\\(["\\$`\n])/g, '$1') ?? single ?? bare ?? '',
      ),
    );
    if (words.length >= MOST_ARGUMENTS) break;
  }
  return words;
}

function outputOf(args: readonly string[]): string | undefined {
  const at = args.lastIndexOf('-o');
  return at < 0 ? undefined : args[at + 1];
}

/** `-D` and `-U` in their order: `[name, value]` with `1` for a bare name, undefined for `-U`. */
export function* macrosOf(args: readonly string[]): Generator<readonly [name: string, value: string | undefined]> {
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? '';
    const option = word.slice(0, 2);
    if (option !== '-D' && option !== '-U' && option !== '/D') continue;
    const said = word.length === 2 ? (args[++at] ?? '') : word.slice(2);
    const [, name, assigned] = /^([A-Za-z_]\w{0,199})(=[\s\S]*)?$/.exec(said) ?? [];
    if (name !== undefined) yield [name, option === '-U' ? undefined : (assigned?.slice(1) ?? '1')];
  }
}
