// Literals of Java and Kotlin as expressions. JLS 21 §3.10, Kotlin specification §5.1.2: a template is what it is joined from.

import type { Expression } from '../expression.ts';
import type { Source } from './source.ts';
import { readTokens, textOf } from './tokens.ts';

const LONGEST = 8192;
const ESCAPE = /\\(?:u+([0-9a-fA-F]{4})|(.))/g;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['0', '\0'],
]);

/** A literal of characters: a string, or the pieces that a template joins. */
export function literalOf(source: Source, token: number, depth: number): Expression {
  const { tokens, dialect } = source;
  const at = tokens.starts[token] ?? 0;
  const written = textOf(tokens, token).slice(0, LONGEST);
  const isBlock = written.startsWith('"""');
  const inner = isBlock ? written.slice(3).replace(/"""$/, '') : written.slice(1).replace(/["']$/, '');
  if (dialect === 'kotlin' && written.startsWith('"') && inner.includes('$')) return templateOf(source, { inner, at, depth, isBlock });
  return { is: 'string', value: isBlock && dialect === 'kotlin' ? inner : withoutEscapes(inner), at };
}

function withoutEscapes(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(ESCAPE, (_, code: string | undefined, char: string | undefined) =>
    code === undefined ? (ESCAPES.get(char ?? '') ?? char ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

interface Template {
  readonly inner: string;
  readonly at: number;
  readonly depth: number;
  readonly isBlock: boolean;
}

const HOLE = /\$(?:([A-Za-z_]\w{0,100})|\{([^{}]{0,400})\})/g;
const MOST_HOLES = 20;
const DEEPEST = 20;

// A hole holds a name or a short expression; one with braces of its own is not read.
function templateOf(source: Source, { inner, at, depth, isBlock }: Template): Expression {
  const pieces: Expression[] = [];
  const text = (value: string): Expression => ({ is: 'string', value: isBlock ? value : withoutEscapes(value), at });
  let from = 0;
  for (const hole of [...inner.matchAll(HOLE)].slice(0, MOST_HOLES)) {
    pieces.push(text(inner.slice(from, hole.index)));
    pieces.push(hole[1] === undefined ? holeOf(source, { written: hole[2] ?? '', at, depth }) : { is: 'name', name: hole[1], at });
    from = hole.index + hole[0].length;
  }
  pieces.push(text(inner.slice(from)));
  return pieces.reduce<Expression>((left, right) => ({ is: 'operation', operator: '+', left, right, at }), text(''));
}

interface Hole {
  readonly written: string;
  readonly at: number;
  readonly depth: number;
}

function holeOf(source: Source, { written, at, depth }: Hole): Expression {
  const tokens = depth > DEEPEST ? undefined : readTokens(written, source.dialect);
  if (tokens === undefined || tokens.count === 0) return { is: 'unknown', at };
  return placeAt(source.read({ ...source, tokens }, 0, depth + 1).expression, at);
}

// Places inside of a hole are that of the template.
function placeAt(expression: Expression, at: number): Expression {
  if (expression.is === 'name' || expression.is === 'string') return { ...expression, at };
  return expression.is === 'member' ? { ...expression, object: placeAt(expression.object, at), at } : { is: 'unknown', at };
}

/** A number; one that is none of the forms is unknown. */
export function numberOf(written: string, at: number): Expression {
  const plain = written.replaceAll('_', '').replace(/[uU]?[lL]$|[uU]$/, '');
  const value = Number(/^0[xXbB]/.test(plain) ? plain : plain.replace(/[fFdD]$/, ''));
  return Number.isFinite(value) ? { is: 'number', value, at } : { is: 'unknown', at };
}
