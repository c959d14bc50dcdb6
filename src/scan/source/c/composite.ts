// The text that is parsed for a C file: its view without the function bodies in which nothing of a library stands, followed by pieces that
// cannot stand in place: macro bodies, dead branches, alternatives that do not close what they open. Places lead back to the file.

import { type Interest, isMention, mentionsIn, mentionsLibrary, TOKEN, WORD_START } from './mentions.ts';
import { type Appended, append, chooseMacros, toFileIndex, toMacroPiece } from './pieces.ts';
import type { CView } from './preprocessor.ts';

/** The text to parse, and what was learned while it was put together. */
export interface Composite {
  readonly text: string;
  readonly toFileIndex: (at: number) => number;
  /** identifiers of the libraries that stand in the code and are not called there, with their places in the file */
  readonly mentions: readonly { readonly name: string; readonly at: number }[];
  /** nothing of a library stands in the file's code */
  readonly empty: boolean;
}

interface Body {
  readonly start: number;
  end: number;
  readonly owner: string;
  readonly words: Set<string>;
}

/** Builds the composite of a view. */
export function composeC(view: CView, interest: Interest): Composite {
  const { bodies, mentions, outside } = readBodies(view.text, interest);
  const { kept, wanted } = chooseBodies(bodies, interest);
  const main = blankBodies(view.text, bodies, kept);
  const used = new Set([...outside, ...[...kept].flatMap((body) => [...body.words])]);
  const macros = chooseMacros(view.macros, used, (word) => interest.isCall(word) || interest.isConstant(word) || wanted.has(word));
  const asides = view.asides.filter(({ start, end }) => mentionsLibrary(view.source.slice(start, end), interest));
  const { text, pieces } = append(main, [
    ...macros.map(toMacroPiece),
    ...asides.map(
      ({ start, end }): Appended => ({
        before: 'void pqready_aside(){',
        body: view.source.slice(start, end),
        after: '\n;}',
        origin: start,
      }),
    ),
  ]);
  const inMacros = macros.flatMap((macro) => mentionsIn(macro.body, macro.at, interest));
  return {
    text,
    toFileIndex: (at) => toFileIndex(pieces, main.length, at),
    mentions: [...mentions, ...inMacros, ...asides.flatMap(({ start, end }) => mentionsIn(view.source.slice(start, end), start, interest))],
    empty: kept.size === 0 && mentions.length === 0 && macros.length === 0 && asides.length === 0,
  };
}

interface Bodies {
  readonly bodies: readonly Body[];
  readonly mentions: { name: string; at: number }[];
  readonly outside: Set<string>;
}

/** The outermost braces of the view, each with the words in it. */
function readBodies(text: string, interest: Interest): Bodies {
  const bodies: Body[] = [];
  const mentions: { name: string; at: number }[] = [];
  const outside = new Set<string>();
  let depth = 0;
  let body: Body | undefined;
  for (const token of text.matchAll(TOKEN)) {
    const word = token[0];
    if (word === '{') {
      if (depth++ === 0) {
        body = { start: token.index + 1, end: text.length, owner: ownerBefore(text, token.index), words: new Set() };
        bodies.push(body);
      }
    } else if (word === '}') {
      if (depth > 0 && --depth === 0 && body !== undefined) {
        body.end = token.index;
        body = undefined;
      }
    } else if (WORD_START.test(word)) {
      (body?.words ?? outside).add(word);
      if (isMention(text, token.index, word, interest)) mentions.push({ name: word, at: token.index });
    }
  }
  return { bodies, mentions, outside };
}

const FUNCTION_HEAD = /([A-Za-z_]\w{0,200})\s{0,200}\([^(){};]{0,2000}(?:\([^(){};]{0,500}\)[^(){};]{0,500}){0,20}\)[\s\w]{0,200}$/;

const LONGEST_HEAD = 1500;

/** The function that a body belongs to, '' for anything else. */
function ownerBefore(text: string, brace: number): string {
  const head = text.slice(Math.max(0, brace - LONGEST_HEAD), brace);
  const from = Math.max(head.lastIndexOf(';'), head.lastIndexOf('}')) + 1;
  return FUNCTION_HEAD.exec(head.slice(from))?.[1] ?? '';
}

/** Bodies that name a library, and, twice over, bodies that call a function whose body does. */
function chooseBodies(bodies: readonly Body[], interest: Interest): { kept: ReadonlySet<Body>; wanted: ReadonlySet<string> } {
  const kept = new Set<Body>();
  const wanted = new Set<string>();
  const memo = new Map<string, boolean>();
  const matters = (word: string): boolean => {
    let known = memo.get(word);
    if (known === undefined) {
      known = interest.isCall(word) || interest.isConstant(word);
      memo.set(word, known);
    }
    return known;
  };
  for (const round of [0, 1, 2]) {
    for (const body of bodies) {
      if (kept.has(body)) continue;
      const chosen = [...body.words].some((word) => (round === 0 ? matters(word) : wanted.has(word)));
      if (chosen) kept.add(body);
    }
    for (const body of kept) if (body.owner !== '') wanted.add(body.owner);
  }
  return { kept, wanted };
}

// Short bodies stay: enumerations, initialisers, sizes of arrays in structures.
const SHORT = 400;

function blankBodies(text: string, bodies: readonly Body[], kept: ReadonlySet<Body>): string {
  const pieces: string[] = [];
  let done = 0;
  for (const body of bodies) {
    if (kept.has(body) || body.end - body.start < SHORT) continue;
    pieces.push(
      text.slice(done, body.start),
      text.slice(body.start, body.end).replace(/[^\n]+/g, (line) => ' '.repeat(line.length)),
    );
    done = body.end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
