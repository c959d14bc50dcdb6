// compile_commands.json: which files a build compiles, with which macros. The libraries among them are told even where their sources are not
// at hand; of a path that leaves the scanned folders only the library's own part is printed.

import { type CompileCommand, macrosOf, readCompileCommands } from '../../formats/compile-commands.ts';
import { findCompiledLibrary } from '../../knowledge/compiled-libraries.ts';
import type { CompiledFile, Macro } from '../../model/build.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { type Place, toEvidence, toGap } from './said.ts';

/** Compiled libraries as evidence; tells which files are compiled and how. */
export function* scanCompileCommands({ entry, bytes, noteBuild }: ScanFile): Generator<Evidence | Gap> {
  const { commands, problem } = readCompileCommands(bytes);
  const reading = startReading();
  const lines = startLines(bytes);
  const libraries = new Set<string>();
  for (const command of commands) {
    reading.add(command);
    const found = findCompiledLibrary(command.file);
    if (found === undefined || libraries.has(found.library)) continue;
    libraries.add(found.library);
    const said = { ...lines(command.offset), state: 'compiled', grade: 'source', confidence: 'certain', origin: 'dependency' } as const;
    yield toEvidence(entry, said, { kind: 'library', name: found.library, symbol: found.path });
  }
  noteBuild?.({ kind: 'commands', path: entry.path, ...reading.read() });
  const wrong = problem();
  if (wrong !== undefined) yield toGap(entry, 'malformed', wrong.detail, lines(wrong.offset));
}

interface Read {
  readonly files: readonly CompiledFile[];
  readonly macroSets: readonly (readonly Macro[])[];
}

// Thousands of commands share a few sets of macros.
function startReading(): { readonly add: (command: CompileCommand) => void; readonly read: () => Read } {
  const files: CompiledFile[] = [];
  const macroSets: (readonly Macro[])[] = [];
  const known = new Map<string, number>();
  const add = ({ file, output, arguments: args }: CompileCommand): void => {
    const macros = toMacros(args);
    const key = JSON.stringify(macros);
    const macroSet = known.get(key) ?? macroSets.push(macros) - 1;
    known.set(key, macroSet);
    files.push({ source: file, macroSet, ...(output === undefined ? {} : { object: output.replaceAll('\\', '/') }) });
  };
  return { add, read: () => ({ files, macroSets }) };
}

const INTEGER = /^[-+]?(?:0[xX][0-9A-Fa-f]{1,13}|\d{1,15})[uUlL]{0,3}$/;

// The last one holds. A value that is no number may be a password, and is not kept.
function toMacros(args: readonly string[]): readonly Macro[] {
  const values = new Map<string, string>();
  for (const [name, value] of macrosOf(args)) values.set(name, value === undefined ? 'n' : INTEGER.test(value) ? value : 'set');
  return [...values].map(([name, value]) => ({ name, value }));
}

/** The line of a byte; for offsets that only grow. */
function startLines(bytes: Uint8Array): (offset: number) => Place {
  let [line, at] = [1, 0];
  return (offset) => {
    for (let next = bytes.indexOf(0x0a, at); next >= 0 && next < offset; next = bytes.indexOf(0x0a, at)) {
      line++;
      at = next + 1;
    }
    return { line, offset };
  };
}
