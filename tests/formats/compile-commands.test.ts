import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { macrosOf, readCompileCommands, splitCommand, toAbsolute } from '../../src/formats/compile-commands.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string) {
  const { commands, problem } = readCompileCommands(bytes(text));
  return { commands: [...commands], problem: problem() };
}

// Entries as the specification's own examples have them: a command, and a list of arguments.
const ENTRIES = [
  {
    directory: '/home/user/llvm/build',
    command: '/usr/bin/clang++ -Irelative -DSOMEDEF="With spaces, quotes and \\-es." -c -o file.o file.cc',
    file: 'file.cc',
  },
  {
    directory: '/home/user/llvm/build',
    arguments: ['/usr/bin/clang++', '-Irelative', '-DSOMEDEF=With spaces', '-c', '-o', 'file.o', 'file.cc'],
    file: '../src/file.cc',
  },
];

describe('a compilation database', () => {
  it('gives each file as an absolute path, with its object and its arguments', () => {
    const { commands, problem } = read(JSON.stringify(ENTRIES));
    expect(problem).toBeUndefined();
    expect(commands.map(({ file, output }) => [file, output])).toEqual([
      ['/home/user/llvm/build/file.cc', 'file.o'],
      ['/home/user/llvm/src/file.cc', 'file.o'],
    ]);
    expect([...macrosOf(commands[0]?.arguments ?? [])]).toEqual([['SOMEDEF', 'With spaces, quotes and \\-es.']]);
    expect([...macrosOf(commands[1]?.arguments ?? [])]).toEqual([['SOMEDEF', 'With spaces']]);
  });

  it('takes the output that CMake writes beside the command', () => {
    const { commands } = read(JSON.stringify([{ directory: '/b', file: '/a.c', command: 'cc -c /a.c', output: 'CMakeFiles/t.dir/a.c.o' }]));
    expect(commands[0]?.output).toBe('CMakeFiles/t.dir/a.c.o');
  });

  it('says where each entry begins', () => {
    const text = JSON.stringify(ENTRIES, null, 2);
    const { commands } = read(text);
    expect(commands.map(({ offset }) => text[offset])).toEqual(['{', '{']);
    expect(text.slice(commands[1]?.offset)).toContain('../src/file.cc');
  });

  it('is read up to where it is torn, and says so', () => {
    const whole = JSON.stringify(ENTRIES);
    const { commands, problem } = read(whole.slice(0, -40));
    expect(commands).toHaveLength(1);
    expect(problem?.detail).toContain('ends inside a compile command');
  });

  it.each([['{"version": 3}'], [''], ['null'], ['not json'], ['\u0000\u0001']])('%j is none, and that is said', (text) => {
    expect(read(text)).toMatchObject({ commands: [], problem: { detail: 'expected a JSON array of compile commands' } });
  });

  it.each([
    ['an entry without a file', [{ directory: '/b' }]],
    ['a relative file without a folder', [{ file: 'a.c' }]],
    ['a file that is no text', [{ directory: '/b', file: 7 }]],
  ])('passes over %s, and says so', (_what, entries) => {
    const { commands, problem } = read(JSON.stringify([...entries, { directory: '/b', file: 'ok.c' }]));
    expect(commands.map(({ file }) => file)).toEqual(['/b/ok.c']);
    expect(problem?.detail).toContain('expected a compile command');
  });

  it('passes over an entry of more than a megabyte, and reads on', () => {
    const long = { directory: '/b', file: 'a.c', command: 'x'.repeat(1_100_000) };
    const { commands, problem } = read(JSON.stringify([long, { directory: '/b', file: 'ok.c' }]));
    expect(commands.map(({ file }) => file)).toEqual(['/b/ok.c']);
    expect(problem).toBeDefined();
  });

  it('keys that are names of the language are keys', () => {
    expect(read('[{"__proto__": {"file": "/x.c"}, "constructor": "a"}]').commands).toEqual([]);
  });

  it('of any bytes is read without harm, and a torn one of any length too', () => {
    const whole = bytes(JSON.stringify(ENTRIES));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (any) => [...readCompileCommands(any).commands].length >= 0),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => [...readCompileCommands(whole.subarray(0, length)).commands].length <= 2),
      { numRuns: 200 },
    );
    expect([...readCompileCommands(bytes(`[${'{'.repeat(1_000_000)}`)).commands]).toEqual([]);
    expect([...readCompileCommands(bytes(`[{"${'\\"'.repeat(500_000)}`)).commands]).toEqual([]);
  });
});

// POSIX.1-2017 2.2: single quotes keep everything, double quotes all but \, $, ` and ", a backslash the next character.
describe('a command', () => {
  it.each([
    ['a b  c', ['a', 'b', 'c']],
    [`-DA="b c" -DB='d e' f\\ g`, ['-DA=b c', '-DB=d e', 'f g']],
    ['-DF=\\"x.h\\"', ['-DF="x.h"']],
    [`"-DF=\\"a b.h\\"" ''`, ['-DF="a b.h"', '']],
    ['"open', ['open']],
    ['', []],
  ])('%j is split as a shell splits it', (command, words) => {
    expect(splitCommand(command)).toEqual(words);
  });

  it('of a megabyte is split in one pass', () => {
    expect(splitCommand('\\'.repeat(1_000_001)).length).toBeLessThanOrEqual(1);
    expect(splitCommand(`"${'a'.repeat(1_000_000)}`)).toHaveLength(1);
    expect(splitCommand('"\'a '.repeat(250_000)).length).toBeGreaterThan(0);
  });

  it('names macros joined, apart and undefined; what is no name is none', () => {
    expect([...macrosOf(['-DA', '-D', 'B=2', '-UC', '-D=x', '-DE=', '-Dlow(x)=1', '-D'])]).toEqual([
      ['A', '1'],
      ['B', '2'],
      ['C', undefined],
      ['E', ''],
    ]);
  });
});

describe('a path', () => {
  it.each([
    ['a.c', '/w/app', '/w/app/a.c'],
    ['../x/./a.c', '/w/app', '/w/x/a.c'],
    ['../../../../etc/a.c', '/w', '/etc/a.c'],
    ['C:\\p\\a.c', '', 'C:/p/a.c'],
    ['..\\a.c', 'C:\\p\\b', 'C:/p/a.c'],
    ['a.c', 'build', undefined],
    ['/a\u0000.c', '/w', undefined],
  ])('%j below %j is %j', (path, folder, expected) => {
    expect(toAbsolute(path, folder)).toBe(expected);
  });
});
