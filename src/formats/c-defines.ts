// The #define and #undef lines of a configuration header, those that are commented out too, and the #if conditions they stand under.
// ISO C17 6.10: conditional inclusion, macro replacement, line splicing. No macro is expanded: an #if that is not plainly 0 or 1 is kept as
// the condition.

/** One line. `off`: commented out (a commented #undef too), or in a branch that `#if 0` takes out. */
export interface CDefine {
  readonly name: string;
  /** replacement text without comments, '' for none */
  readonly value: string;
  readonly state: 'on' | 'off' | 'undef';
  /** 1-based line of the directive */
  readonly line: number;
  /** 0-based index of the name in its line */
  readonly index: number;
  /** conditions that could not be decided, outermost first */
  readonly conditions: readonly string[];
}

/** One open #if. `live`: taken, not taken, or undefined where that could not be decided. */
interface Branch {
  /** conditions of the branches before this one, which did not hold */
  readonly earlier: readonly string[];
  /** '' in an #else */
  readonly condition: string;
  readonly live: boolean | undefined;
  /** an earlier branch of the same #if is taken for certain */
  readonly decided: boolean;
}

/** The open #ifs; those nested deeper than the bound are only counted. */
interface Nesting {
  readonly branches: Branch[];
  beyond: number;
}

const LONGEST_LINE = 4096;
const DEEPEST = 64;
const LONGEST_CONDITION = 200;
const MOST_EARLIER = 16;
const MOST_SPLICED = 500;
const DIRECTIVE = /^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|else|endif|define|undef)\b[ \t]*(.*)$/;
const COMMENTED = /^[ \t]*(?:\/\/|\/\*)[ \t]*#[ \t]*(define|undef)[ \t]+([A-Za-z_]\w{0,119})(.*)$/;

/** The defines in the order of the file. What it cannot read it passes over. */
export function readCDefines(lines: readonly string[]): readonly CDefine[] {
  const defines: CDefine[] = [];
  const nesting: Nesting = { branches: [], beyond: 0 };
  const { branches } = nesting;
  let inComment = false;
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at] ?? '';
    if (text.length > LONGEST_LINE) continue;
    const commented = inComment ? undefined : toCommented(text, at, branches);
    if (commented !== undefined) defines.push(commented);
    const directive = inComment || commented !== undefined ? null : DIRECTIVE.exec(text);
    inComment = leavesCommentOpen(text, inComment);
    if (directive === null) continue;
    const keyword = directive[1] ?? '';
    const { rest, last } = spliced(lines, at, directive[2] ?? '');
    if (keyword !== 'define' && keyword !== 'undef') turn(nesting, keyword, withoutComments(rest));
    else defines.push(...toDefines({ keyword, rest, text, at }, branches));
    if (keyword === 'define') settleGuard(branches, rest);
    at = last;
  }
  return defines;
}

function toCommented(text: string, at: number, branches: readonly Branch[]): CDefine | undefined {
  const [, , name, rest = ''] = COMMENTED.exec(text) ?? [];
  if (name === undefined) return undefined;
  return { name, value: withoutComments(rest), state: 'off', line: at + 1, index: text.indexOf(name), conditions: open(branches) };
}

interface Line {
  readonly keyword: string;
  readonly rest: string;
  readonly text: string;
  readonly at: number;
}

function toDefines({ keyword, rest, text, at }: Line, branches: readonly Branch[]): readonly CDefine[] {
  const [, name, after = ''] = /^([A-Za-z_]\w{0,119})(.*)$/s.exec(rest) ?? [];
  if (name === undefined || after.startsWith('(')) return []; // a macro with arguments is no switch
  const dead = branches.some((branch) => branch.live === false);
  if (dead && keyword === 'undef') return []; // an #undef that is not read undefines nothing
  const define: CDefine = {
    name,
    value: withoutComments(after),
    state: dead ? 'off' : keyword === 'undef' ? 'undef' : 'on',
    line: at + 1,
    index: text.indexOf(name),
    conditions: open(branches).filter((condition) => condition !== `!defined(${name})`),
  };
  return [define];
}

function open(branches: readonly Branch[]): readonly string[] {
  return branches
    .filter((branch) => branch.live === undefined && branch.condition !== 'defined(__cplusplus)')
    .map(({ earlier, condition }) =>
      [...earlier.map((one) => `!(${one})`), condition]
        .filter((part) => part !== '')
        .join(' && ')
        .slice(0, LONGEST_CONDITION),
    );
}

// `#ifndef X` and then `#define X` is an include guard or the idiom of a default: X is defined either way, and the branch counts as taken.
function settleGuard(branches: Branch[], rest: string): void {
  const last = branches.at(-1);
  const name = /^[A-Za-z_]\w{0,119}/.exec(rest)?.[0];
  if (last !== undefined && last.live === undefined && last.condition === `!defined(${name})`)
    branches[branches.length - 1] = { ...last, live: true };
}

function turn(nesting: Nesting, keyword: string, expression: string): void {
  const { branches } = nesting;
  if (keyword === 'endif') {
    if (nesting.beyond > 0) nesting.beyond--;
    else branches.pop();
  } else if (keyword === 'else' || keyword === 'elif') {
    const last = nesting.beyond > 0 ? undefined : branches.pop();
    if (last !== undefined) branches.push(nextBranch(last, keyword === 'elif' ? toCondition(expression) : ''));
  } else if (branches.length < DEEPEST) branches.push(firstBranch(keyword, expression));
  else nesting.beyond++;
}

function firstBranch(keyword: string, expression: string): Branch {
  const condition = keyword === 'if' ? toCondition(expression) : `${keyword === 'ifndef' ? '!' : ''}defined(${toCondition(expression)})`;
  const live = keyword === 'if' ? toConstant(expression) : undefined;
  return { earlier: [], condition, live, decided: live === true };
}

function nextBranch(last: Branch, condition: string): Branch {
  if (last.decided) return { ...last, live: false };
  const earlier = last.live === false ? last.earlier : [...last.earlier, last.condition].slice(-MOST_EARLIER);
  const own = condition === '' ? true : toConstant(condition);
  const live = own === true && earlier.length > 0 ? undefined : own;
  return { earlier, condition, live, decided: live === true };
}

function toCondition(expression: string): string {
  const plain = expression.replaceAll(/\s+/g, ' ').slice(0, LONGEST_CONDITION);
  return plain.includes('||') ? `(${plain})` : plain;
}

function toConstant(expression: string): boolean | undefined {
  if (/^\(?[ \t]*0[ \t]*\)?$/.test(expression)) return false;
  return /^\(?[ \t]*1[ \t]*\)?$/.test(expression) ? true : undefined;
}

/** The rest of a directive with the lines that backslashes join to it, and the last of them. */
function spliced(lines: readonly string[], at: number, rest: string): { readonly rest: string; readonly last: number } {
  const parts = [rest];
  let last = at;
  while (parts.at(-1)?.trimEnd().endsWith('\\') === true && parts.length < MOST_SPLICED) {
    const next = lines[last + 1];
    if (next === undefined || next.length > LONGEST_LINE) break;
    parts.push(next);
    last++;
  }
  return { rest: parts.map((part) => part.trim().replace(/\\$/, '').trimEnd()).join(' '), last };
}

function withoutComments(text: string): string {
  let rest = text;
  for (let start = rest.indexOf('/*'); start >= 0; start = rest.indexOf('/*')) {
    const end = rest.indexOf('*/', start + 2);
    rest = end < 0 ? rest.slice(0, start) : `${rest.slice(0, start)} ${rest.slice(end + 2)}`;
  }
  const line = rest.indexOf('//');
  return (line < 0 ? rest : rest.slice(0, line)).replace(/\*\/\s*$/, '').trim();
}

// Only the last opening and closing of a comment on the line count; strings are not looked at, for a configuration header has none that
// hold a comment mark.
function leavesCommentOpen(text: string, open: boolean): boolean {
  const line = text.indexOf('//');
  const [start, end] = [text.lastIndexOf('/*'), text.lastIndexOf('*/')];
  if (open) return end < 0 || start > end;
  return start >= 0 && start > end && (line < 0 || line > text.indexOf('/*'));
}
