// What declares something in Java: imports, classes, methods, fields, variables. JLS 21 §7 to §9, §14.4. Read from the tokens alone, so that
// a file that does not compile is read as far as it goes.

import { itemStarts } from './items.ts';
import type { Assignment, Declaration, EnumConstant, Import, Outline, Parameter, Region } from './outline.ts';
import { closerOf, isToken, isWord, type Tokens, textOf } from './tokens.ts';

// Words before a name that do not make it a declaration.
const NOT_TYPES: ReadonlySet<string> = new Set(
  'return new throw else case import package goto instanceof assert break continue yield do extends implements throws default'.split(' '),
);
const CLASSES: ReadonlySet<string> = new Set(['class', 'interface', 'enum', 'record']);

interface Finding {
  readonly tokens: Tokens;
  readonly imports: Import[];
  readonly regions: Region[];
  readonly declarations: Declaration[];
  readonly assignments: Assignment[];
  readonly returns: number[];
  /** braces of classes, by their token, with where the constants of an enumeration end */
  readonly bodies: Map<number, number>;
  /** tokens at which a closing brace ends a class body */
  readonly open: { readonly close: number; readonly isClass: boolean; readonly constantsEnd: number }[];
  packageName: string;
}

/** The outline of a Java file. Linear. */
export function readJavaOutline(tokens: Tokens): Outline {
  const finding: Finding = {
    tokens,
    imports: [],
    regions: [],
    declarations: [],
    assignments: [],
    returns: [],
    bodies: new Map(),
    open: [],
    packageName: '',
  };
  for (let token = 0; token < tokens.count; token++) {
    noteBraces(finding, token);
    if (isWord(tokens, token)) token = readWord(finding, token);
    else if (isToken(tokens, token, '=')) noteAssignment(finding, token);
  }
  return finding;
}

function noteBraces({ tokens, open, bodies }: Finding, token: number): void {
  while (open.length > 0 && token >= (open.at(-1)?.close ?? 0)) open.pop();
  if (!isToken(tokens, token, '{')) return;
  const close = closerOf(tokens, token);
  if (close <= token + 1) return;
  const constantsEnd = bodies.get(token);
  const isAnonymous = constantsEnd === undefined && isToken(tokens, token - 1, ')') && isNew(tokens, token - 1);
  open.push({ close, isClass: constantsEnd !== undefined || isAnonymous, constantsEnd: constantsEnd ?? -1 });
}

// `new Runnable() {`: the word before the type is `new`.
function isNew(tokens: Tokens, close: number): boolean {
  let token = (tokens.partners[close] ?? 0) - 1;
  for (let steps = 0; steps < 40 && (isWord(tokens, token) || /^[.<>,?]$/.test(textOf(tokens, token))); steps++, token--) {
    if (isToken(tokens, token, 'new')) return true;
  }
  return false;
}

/** Reads what a word begins; gives the last token that was read. */
function readWord(finding: Finding, token: number): number {
  const { tokens } = finding;
  const word = textOf(tokens, token);
  if (word === 'import' || word === 'package') return readImport(finding, token, word === 'package');
  if (CLASSES.has(word) && isWord(tokens, token + 1) && !isToken(tokens, token - 1, '.')) return readClass(finding, token);
  if (word === 'return' || word === 'yield') finding.returns.push(token + 1);
  const level = finding.open.at(-1);
  if (level?.isClass === true && isToken(tokens, token + 1, '(')) return readMethod(finding, token);
  noteDeclaration(finding, token);
  return token;
}

function readImport(finding: Finding, from: number, isPackage: boolean): number {
  const { tokens, imports } = finding;
  let token = from + 1;
  if (isToken(tokens, token, 'static')) token++;
  const first = token;
  let path = '';
  while (token < tokens.count && !isToken(tokens, token, ';') && token - first < 40 && !(tokens.breaks[token] === 1 && token > first)) {
    path += textOf(tokens, token++);
  }
  const isWild = path.endsWith('.*');
  const name = path.replace(/\.\*$/, '');
  if (isPackage) finding.packageName ||= path;
  else imports.push({ path: name, local: isWild ? '' : name.slice(name.lastIndexOf('.') + 1), isWild, token: first });
  return token;
}

const FARTHEST_BODY = 400;

/** `class A<T> extends B implements C {`, `record R(String alg) {`, `enum E { A("x"), B; … }`. */
function readClass(finding: Finding, from: number): number {
  const { tokens, bodies, regions } = finding;
  const name = from + 1;
  let body = name + 1;
  let parameters: readonly Parameter[] = [];
  for (; body < Math.min(tokens.count, name + FARTHEST_BODY) && !isToken(tokens, body, '{'); body++) {
    if (isToken(tokens, body, ';') || isToken(tokens, body, '}')) return from;
    if (isToken(tokens, body, '(')) {
      if (isToken(tokens, from, 'record')) parameters = readParameters(tokens, body).map((one) => ({ ...one, isField: true }));
      body = closerOf(tokens, body);
    }
  }
  if (!isToken(tokens, body, '{')) return from;
  const constants = isToken(tokens, from, 'enum') ? readConstants(tokens, body) : undefined;
  bodies.set(body, constants?.end ?? -1);
  const to = (tokens.partners[body] ?? -1) > body ? closerOf(tokens, body) + 1 : tokens.count;
  const facts = constants === undefined ? {} : { constants: constants.found };
  regions.push({ kind: 'class', name: textOf(tokens, name), from: name, to, parameters, ...facts });
  return body - 1;
}

/** The constants of an enumeration, and the token at which they end. */
export function readConstants(tokens: Tokens, body: number): { readonly found: readonly EnumConstant[]; readonly end: number } {
  const found: EnumConstant[] = [];
  const close = closerOf(tokens, body);
  let token = body + 1;
  while (token < close && !isToken(tokens, token, ';')) {
    const begins = isToken(tokens, token - 1, ',') || token === body + 1 || isToken(tokens, token - 1, ')');
    if (isToken(tokens, token, '@')) token += 2;
    else if (isWord(tokens, token) && begins) {
      const open = isToken(tokens, token + 1, '(') ? { open: token + 1 } : {};
      found.push({ name: textOf(tokens, token), token, ...open });
      token++;
    } else token = Math.max(token, (tokens.partners[token] ?? -1) > token ? closerOf(tokens, token) : token) + 1;
  }
  return { found, end: token };
}

/** `T name(A a, B b) throws E { … }` in the body of a class; what it calls otherwise stands in a field or an annotation. */
function readMethod(finding: Finding, name: number): number {
  const { tokens, regions } = finding;
  const level = finding.open.at(-1);
  const before = textOf(tokens, name - 1);
  if ((level?.constantsEnd ?? -1) > name || /^(?:new|[.@=(+?:,&|]|->)$/.test(before)) return name;
  const close = closerOf(tokens, name + 1);
  let body = close + 1;
  while (
    isToken(tokens, body, 'throws') ||
    isToken(tokens, body, ',') ||
    isToken(tokens, body, '.') ||
    (body > close + 1 && isWord(tokens, body))
  )
    body++;
  if (isToken(tokens, body, '{')) {
    const to = (tokens.partners[body] ?? -1) > body ? closerOf(tokens, body) + 1 : tokens.count;
    regions.push({ kind: 'function', name: textOf(tokens, name), from: name, to, parameters: readParameters(tokens, name + 1) });
    return body - 1;
  }
  return isToken(tokens, body, ';') && isWord(tokens, name - 1) ? body : name;
}

/** `final Map<String, T> a, byte[] b, String... c`. */
export function readParameters(tokens: Tokens, open: number): readonly Parameter[] {
  const close = closerOf(tokens, open);
  const starts = itemStarts(tokens, open);
  return starts.flatMap((_, index): readonly Parameter[] => {
    const end = index + 1 < starts.length ? (starts[index + 1] ?? close) - 1 : close;
    let name = end - 1;
    while (isToken(tokens, name, ']') || isToken(tokens, name, '[')) name--;
    const type = typeBefore(tokens, name);
    return isWord(tokens, name) ? [{ name: textOf(tokens, name), token: name, ...(type === undefined ? {} : { type }) }] : [];
  });
}

/** The type whose name ends before a token: `a.b.C<T>[] x` → `a.b.C`. */
export function typeBefore(tokens: Tokens, name: number): string | undefined {
  let token = name - 1;
  let depth = 0;
  for (let steps = 0; steps < 40; steps++, token--) {
    if (isToken(tokens, token, '>')) depth++;
    else if (isToken(tokens, token, '<')) depth--;
    else if (depth === 0 && !/^[[\].]$/.test(textOf(tokens, token))) break;
  }
  if (!isWord(tokens, token) || NOT_TYPES.has(textOf(tokens, token))) return undefined;
  let type = textOf(tokens, token);
  for (let steps = 0; steps < 10 && isToken(tokens, token - 1, '.') && isWord(tokens, token - 2); steps++, token -= 2)
    type = `${textOf(tokens, token - 2)}.${type}`;
  return type;
}

// `T x = v;`, `T x;`, `for (T x : v)`.
function noteDeclaration({ tokens, declarations }: Finding, token: number): void {
  const after = token + (isToken(tokens, token + 1, '[') && isToken(tokens, token + 2, ']') ? 3 : 1);
  const isLoop = isToken(tokens, after, ':');
  const isSet = isToken(tokens, after, '=');
  if (!isSet && !isLoop && !isToken(tokens, after, ';')) return;
  const before = textOf(tokens, token - 1);
  if (!isWord(tokens, token - 1) && before !== '>' && before !== ']') return;
  const type = typeBefore(tokens, token);
  if (
    type === undefined ||
    (isLoop && !isToken(tokens, token - 2, '(') && !isToken(tokens, token - 2, 'final') && before !== '>' && before !== ']')
  )
    return;
  const known = type === 'var' || type === 'final' ? {} : { type };
  declarations.push({ name: textOf(tokens, token), token, ...known, ...(isSet || isLoop ? { value: after + 1 } : {}) });
}

// What is assigned to, where it is no declaration.
function noteAssignment({ tokens, assignments, declarations }: Finding, sign: number): void {
  const token = sign - 1;
  if (!isWord(tokens, token)) return;
  if (declarations.at(-1)?.token === token) return;
  const path = pathBefore(tokens, token);
  if (path !== undefined && !isToken(tokens, token - 1, '@')) assignments.push({ path, token, value: sign + 1 });
}

/** The plain chain of names that ends at a token. */
export function pathBefore(tokens: Tokens, last: number): string | undefined {
  let token = last;
  let path = textOf(tokens, token);
  for (let steps = 0; isToken(tokens, token - 1, '.') || isToken(tokens, token - 1, '?.'); steps++, token -= 2) {
    if (!isWord(tokens, token - 2) || steps > 6) return undefined;
    path = `${textOf(tokens, token - 2)}.${path}`;
  }
  return path;
}
