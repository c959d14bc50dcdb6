// A file as one that gives constants: those of the file and of its classes, and where its own names come from. It is read without a
// grammar: declarations are found by how a language writes them, and what is not plainly a constant is not given.

import type { Written } from '../../../model/reference.ts';
import { viewC } from '../c/preprocessor.ts';
import { once } from '../once.ts';
import { lineOf, lineStarts } from '../positions.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { type Imports, importsIn } from './imports.ts';
import { type Plain, type Range, rangeAt, toPlain } from './outline.ts';
import { readValue } from './value.ts';

/** A constant with its line. */
export interface Constant {
  readonly value: Written;
  readonly line: number;
}

/** What a file gives and what it takes. */
export interface Definer {
  readonly path: string;
  readonly dialect: Dialect;
  /** whether a word occurs at all: most files are asked for names that they do not hold */
  readonly mentions: (word: string) => boolean;
  /** by name, and by the name of the class with it (`Names.EC`, `EC`) */
  readonly constants: () => ReadonlyMap<string, readonly Constant[]>;
  /** what it takes from others: local names that are another module's, and headers, packages and modules that are brought in whole */
  readonly imports: () => Imports;
}

const MOST_CONSTANTS = 20_000;
const MOST_VALUES = 4;

type Constants = Map<string, Constant[]>;

/** Reads a file; undefined where it is of no language that is known. */
export function readDefiner(path: string, text: string): Definer | undefined {
  const dialect = dialectOf(path);
  if (dialect === undefined) return undefined;
  const plain = once(() => toPlain(text, dialect));
  return {
    path,
    dialect,
    mentions: (word) => text.includes(word),
    constants: once(() => (dialect.name === 'c' ? constantsOfC(text, dialect) : constantsOf(plain(), dialect))),
    imports: once(() => (dialect.name === 'c' ? includesIn(text) : importsIn(plain().text, dialect.name))),
  };
}

const INCLUDE = /^[ \t]{0,40}#[ \t]{0,20}include[ \t]{0,20}[<"]([^<>"\n]{1,200})[>"]/gm;
const MOST_INCLUDES = 200;
const NO_NAMES: ReadonlyMap<string, string> = new Map();

// Whatever the conditions over them say: a header that is not there for this build may be for another.
function includesIn(text: string): Imports {
  const brings: string[] = [];
  for (const [, header = ''] of text.matchAll(INCLUDE)) if (brings.push(header) >= MOST_INCLUDES) break;
  return { imports: NO_NAMES, brings };
}

function constantsOfC(text: string, dialect: Dialect): Constants {
  const view = viewC(text);
  const into: Into = { constants: new Map(), lineAt: toLines(text) };
  for (const { name, parameters, body, at } of view.macros) {
    if (parameters === undefined) add(into.constants, [name], toConstant(readValue(body, 0, dialect), into.lineAt(at)));
  }
  const plain = toPlain(view.text, dialect);
  readEnumerators(plain, dialect, into);
  readDeclarations(plain, dialect, into);
  return into.constants;
}

function constantsOf(plain: Plain, dialect: Dialect): Constants {
  const into: Into = { constants: new Map(), lineAt: toLines(plain.text) };
  readDeclarations(plain, dialect, into);
  if (dialect.name === 'javascript') readEnums(plain, dialect, into);
  return into.constants;
}

function toConstant(value: Written | undefined, line: number): Constant | undefined {
  return value === undefined ? undefined : { value, line };
}

function add(constants: Constants, names: readonly string[], constant: Constant | undefined): void {
  if (constant === undefined) return;
  for (const name of names) {
    const known = constants.get(name);
    if (known === undefined && constants.size < MOST_CONSTANTS) constants.set(name, [constant]);
    else if (known !== undefined && known.length < MOST_VALUES) known.push(constant);
  }
}

interface Into {
  readonly constants: Constants;
  readonly lineAt: (at: number) => number;
}

function readDeclarations({ text, ranges }: Plain, dialect: Dialect, { constants, lineAt }: Into): void {
  const owners = ownersIn(text, ranges, dialect);
  for (const found of text.matchAll(dialect.declaration)) {
    const name = found[1] ?? found[2] ?? '';
    const at = found.index + found[0].length;
    const names = namesOf(name, { at: found.index + found[0].search(/\S/), ranges, owners });
    if (names.length === 0) continue;
    const value = readValue(text, at, dialect);
    add(constants, names, toConstant(value, lineAt(at)));
    // `module.exports = { … }`: each entry is a name of the module.
    if (name === 'module.exports' && value?.is === 'object')
      for (const [entry, inner] of value.entries.slice(0, MOST_CONSTANTS)) add(constants, [entry], toConstant(inner, lineAt(at)));
  }
  if (dialect.name === 'python') readClassBodies(text, dialect, { constants, lineAt });
}

interface Standing {
  readonly at: number;
  readonly ranges: readonly Range[];
  readonly owners: ReadonlyMap<Range, string>;
}

/** The names that reach a constant; none for a variable of a function. */
function namesOf(name: string, { at, ranges, owners }: Standing): readonly string[] {
  const local = name.replace(/^(?:module\.)?exports(?:\.|$)/, '') || 'default';
  const path: string[] = [];
  for (let range = rangeAt(ranges, at); range !== undefined; range = range.parent) {
    const owner = owners.get(range);
    if (owner === undefined) return [];
    if (owner !== '') path.unshift(owner);
  }
  return [...path.map((_, index) => [...path.slice(index), local].join('.')), local];
}

function ownersIn(text: string, ranges: readonly Range[], { owner, name }: Dialect): ReadonlyMap<Range, string> {
  if (owner === undefined || name === 'python') return new Map();
  return new Map(
    [...text.matchAll(owner)].flatMap((found) => {
      const start = found.index + found[0].length - 1;
      const range = rangeAt(ranges, start);
      return range === undefined || range.start !== start ? [] : [[range, found[1] ?? ''] as const];
    }),
  );
}

const CLASS_LINE =
  /^(?:class[ \t]{1,20}(\w{1,100})|([ \t]{1,16})([A-Za-z_]\w{0,100})[ \t]{0,20}(?::[ \t]{0,20}[^=\n]{1,80})?=(?!=)|(?=[^\s#)\]}]))/gm;

// `class X:` and the lines of its body, as far as they are indented like the first.
function readClassBodies(text: string, dialect: Dialect, { constants, lineAt }: Into): void {
  let owner = '';
  let indent: string | undefined;
  for (const found of text.matchAll(CLASS_LINE)) {
    const [whole, opened, before, name = ''] = found;
    if (before === undefined) {
      owner = opened ?? '';
      indent = opened === undefined ? '' : /\n([ \t]{1,16})\S/.exec(text.slice(found.index, found.index + 2000))?.[1];
    } else if (owner !== '' && before === indent) {
      const at = found.index + whole.length;
      add(constants, [`${owner}.${name}`], toConstant(readValue(text, at, dialect), lineAt(at)));
    }
  }
}

const ENUMERATION = /\benum\b[^{};()]{0,100}\{/g;
const ENUMERATOR = /^\s{0,400}([A-Za-z_]\w{0,100})\s{0,100}(?:=|,|$)/;

function readEnumerators({ text }: Plain, dialect: Dialect, { constants, lineAt }: Into): void {
  for (const found of text.matchAll(ENUMERATION)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('}', start);
    let at = start;
    let counted: number | undefined = -1;
    for (const item of text.slice(start, end < 0 ? start : end).split(',', 2000)) {
      const name = ENUMERATOR.exec(item)?.[1];
      const equals = item.indexOf('=');
      const written = equals < 0 ? undefined : readValue(item, equals + 1, dialect);
      counted = equals < 0 ? (counted === undefined ? undefined : counted + 1) : written?.is === 'number' ? written.value : undefined;
      const value: Written | undefined = counted === undefined ? written : { is: 'number', value: counted };
      if (name !== undefined) add(constants, [name], toConstant(value, lineAt(at + item.search(/\S/))));
      at += item.length + 1;
    }
  }
}

const TS_ENUM = /\benum[ \t]{1,20}([\w$]{1,100})\s{0,20}\{([^{}]{0,20000})\}/g;
const TS_MEMBER = /([A-Za-z_$][\w$]{0,100})\s{0,20}=/g;

function readEnums({ text }: Plain, dialect: Dialect, { constants, lineAt }: Into): void {
  for (const { index, 0: whole, 1: owner = '', 2: body = '' } of text.matchAll(TS_ENUM)) {
    const start = index + whole.length - body.length - 1;
    for (const found of body.matchAll(TS_MEMBER)) {
      const at = start + found.index + found[0].length;
      add(constants, [`${owner}.${found[1] ?? ''}`], toConstant(readValue(text, at, dialect), lineAt(at)));
    }
  }
}

function toLines(text: string): (at: number) => number {
  const starts = lineStarts(text);
  return (at) => lineOf(starts, at) + 1;
}
