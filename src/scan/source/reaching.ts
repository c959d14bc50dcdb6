// Which of several assignments a use may see: those before it, from the last on that surely ran. Told from the text alone, by brackets or by
// indentation, so that it holds for every language; where it cannot be told, all of them stay.

import type { Index } from './expression.ts';
import { type Binding, bindingsAt, type Module, type Scope } from './module.ts';

/** How a language shows where a block ends, and a statement. */
export type BlockStyle = 'braces' | 'braces-and-lines' | 'indentation';

/** Keeps of the bindings of a name those that a use may see. */
export type Reaching = (bindings: readonly Binding[], at: Index) => readonly Binding[];

const FARTHEST = 8000;
// No statement that assigns is longer, as far as this is asked.
const LONGEST_STATEMENT = 2000;
// A name that is assigned more often than that is not followed in order.
const MOST = 12;

/** The rule for one file. */
export function toReaching(text: string, style: BlockStyle): Reaching {
  const holds = style === 'indentation' ? holdsByIndent : holdsByBraces;
  const between: Between = { text, style };
  const find: Reaching = (bindings, at) => {
    const before = bindings
      .filter((one) => one.at < at && (one.is !== 'value' || !isSameStatement(one.at, at, between)))
      .sort((a, b) => a.at - b.at);
    if (before.length === 0) return bindings;
    const last = before.findLastIndex((one) => at - one.at < FARTHEST && holds(one.at, at, between));
    return last < 0 ? before : before.slice(last);
  };
  // The same use is asked for again by everyone who looks at it.
  const known = new WeakMap<readonly Binding[], Map<Index, readonly Binding[]>>();
  return (bindings, at) => {
    const byPlace = known.get(bindings) ?? new Map<Index, readonly Binding[]>();
    known.set(bindings, byPlace);
    const found = byPlace.get(at) ?? find(bindings, at);
    byPlace.set(at, found);
    return found;
  };
}

/** What a name may mean where it is used: in the function that assigns it, the order of its assignments counts. */
export function bindingsFor(name: string, { at, from, scope, module }: Use): readonly Binding[] {
  const bindings = bindingsAt(scope, name, at);
  const isInOrder = bindings.length > 1 && bindings.length <= MOST && module.reaching !== undefined && isStraight(from, scope);
  return isInOrder ? (module.reaching?.(bindings, at) ?? bindings) : bindings;
}

/** Where a name is used, and the scope that binds it. */
export interface Use {
  readonly at: Index;
  readonly from: Scope;
  readonly scope: Scope;
  readonly module: Pick<Module, 'reaching'>;
}

// Blocks have no name; another function runs who knows when, and so do the methods of a class.
function isStraight(from: Scope, scope: Scope): boolean {
  if (scope.kind === 'class') return false;
  let here: Scope | undefined = from;
  while (here !== undefined && here !== scope && here.name === '') here = here.parent;
  return here === scope;
}

interface Between {
  readonly text: string;
  readonly style: BlockStyle;
}

const QUOTED = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?|`[^`\\]*(?:\\[\s\S][^`\\]*)*`?/g;

const ASSIGNED = /^[\w$.]{1,200}(?:\[[^\]\n]{0,100}\])?\s{0,20}(?::[^=;\n]{1,200})?(?:[-+*/|&^]|\|\||\?\?|<<|>>|:)?=(?![=>])/;
const NEAR = 600;

// `h = h.upper()`: what is assigned is no value of itself.
function isSameStatement(from: Index, to: Index, { text, style }: Between): boolean {
  if (to - from > LONGEST_STATEMENT) return false;
  const isAssigned = ASSIGNED.test(text.slice(from, from + NEAR)) || /=\s{0,40}$/.test(text.slice(Math.max(0, from - 50), from));
  if (!isAssigned) return false;
  let depth = 0;
  for (const sign of text.slice(from, to).replace(QUOTED, '""')) {
    if (sign === '(' || sign === '[' || sign === '{') depth++;
    else if (sign === ')' || sign === ']' || sign === '}') depth--;
    else if (depth <= 0 && (sign === ';' || (sign === '\n' && style !== 'braces'))) return false;
    if (depth < 0) return false;
  }
  return true;
}

const CONDITIONAL = /\b(?:if|else|elif|for|while|case|default|do|catch|except|try|with|match|when|finally)\b|=>|\?/;
const LABEL = /\b(?:case|default)\b|^[ \t]*#[ \t]*(?:if|el|endif)|=>/m;

function holdsByBraces(from: Index, to: Index, { text }: Between): boolean {
  const line = text.lastIndexOf('\n', from - 1) + 1;
  if (CONDITIONAL.test(text.slice(line, from)) || /(?:\)|\belse)\s*$/.test(text.slice(Math.max(0, line - 200), line))) return false;
  const plain = text.slice(from, to).replace(QUOTED, '""');
  if (LABEL.test(plain)) return false;
  let depth = 0;
  for (const sign of plain) {
    if (sign === '{') depth++;
    else if (sign === '}' && --depth < 0) return false;
  }
  return true;
}

function holdsByIndent(from: Index, to: Index, { text }: Between): boolean {
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const head = text.slice(line, from);
  if (CONDITIONAL.test(head)) return false;
  const indent = indentOf(head);
  const lines = text.slice(from, to).split('\n').slice(1);
  return lines.every(
    (one, index) => (one.trim() === '' && index < lines.length - 1) || one.trimStart().startsWith('#') || indentOf(one) >= indent,
  );
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
