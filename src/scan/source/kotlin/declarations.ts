// What declares something in Kotlin: imports, classes with their primary constructors, objects, functions, properties. Kotlin
// specification §4. Read from the tokens alone; companion objects are part of their class.

import { pathBefore, readConstants } from '../java/declarations.ts';
import { itemStarts } from '../java/items.ts';
import type { Assignment, Declaration, Import, Outline, Parameter, Region } from '../java/outline.ts';
import { closerOf, isToken, isWord, type Tokens, textOf } from '../java/tokens.ts';
import { nameOfType, skipType, skipTypeArguments } from '../java/types.ts';

interface Finding {
  readonly tokens: Tokens;
  readonly imports: Import[];
  readonly regions: Region[];
  readonly declarations: Declaration[];
  readonly assignments: Assignment[];
  readonly returns: number[];
  packageName: string;
}

/** The outline of a Kotlin file. Linear. */
export function readKotlinOutline(tokens: Tokens): Outline {
  const finding: Finding = { tokens, imports: [], regions: [], declarations: [], assignments: [], returns: [], packageName: '' };
  for (let token = 0; token < tokens.count; token++) {
    if (isWord(tokens, token)) token = readWord(finding, token);
    else if (isToken(tokens, token, '=')) noteAssignment(finding, token);
  }
  return finding;
}

/** Reads what a word begins; gives the last token that was read. */
function readWord(finding: Finding, token: number): number {
  const { tokens } = finding;
  const word = textOf(tokens, token);
  const isMember = isToken(tokens, token - 1, '.') || isToken(tokens, token - 1, '?.') || isToken(tokens, token - 1, '::');
  if (isMember) return token;
  switch (word) {
    case 'import':
    case 'package':
      return tokens.breaks[token] === 1 && isWord(tokens, token + 1) ? readImport(finding, token, word === 'package') : token;
    case 'class':
    case 'interface':
    case 'object':
      return readClass(finding, token);
    case 'fun':
      return readFunction(finding, token);
    case 'constructor':
      return isToken(tokens, token + 1, '(') ? readConstructor(finding, token) : token;
    case 'val':
    case 'var':
      return readProperty(finding, token);
    case 'for':
      return readLoop(finding, token);
    case 'return':
      finding.returns.push(isToken(tokens, token + 1, '@') ? token + 3 : token + 1);
      return token;
    default:
      return token;
  }
}

function readImport(finding: Finding, from: number, isPackage: boolean): number {
  const { tokens, imports } = finding;
  let token = from + 1;
  let path = '';
  while (token < tokens.count && token - from < 60 && (tokens.breaks[token] !== 1 || token === from + 1) && !isToken(tokens, token, ';')) {
    if (isToken(tokens, token, 'as')) break;
    path += textOf(tokens, token++).replaceAll('`', '');
  }
  if (isPackage) finding.packageName = path;
  else {
    const isWild = path.endsWith('.*');
    const name = path.replace(/\.\*$/, '');
    const alias = isToken(tokens, token, 'as') ? textOf(tokens, token + 1) : name.slice(name.lastIndexOf('.') + 1);
    imports.push({ path: name, local: isWild ? '' : alias, isWild, token: from + 1 });
  }
  return isToken(tokens, token, 'as') ? token + 1 : token - 1;
}

const FARTHEST_BODY = 400;

/** `class A<T> private constructor(private val x: String = "AES") : B(x), C {`, `object Names {`, `companion object {`. */
function readClass(finding: Finding, from: number): number {
  const { tokens, regions } = finding;
  const isCompanion = isToken(tokens, from - 1, 'companion');
  const hasName = isWord(tokens, from + 1) && tokens.breaks[from + 1] !== 1;
  if (isCompanion || !hasName || isToken(tokens, from - 1, ':')) return from; // `object : Listener {` is a value
  const name = from + 1;
  const header = headerOf(tokens, name);
  const enumerates = isToken(tokens, from - 1, 'enum');
  const constants = enumerates && header.body !== undefined ? { constants: readConstants(tokens, header.body).found } : {};
  const to = header.body === undefined ? header.end : endOf(tokens, header.body);
  const parameters = header.parameters === undefined ? [] : readParameters(tokens, header.parameters);
  regions.push({
    kind: 'class',
    name: textOf(tokens, name),
    from: name,
    to,
    parameters: parameters.map((one) => ({ ...one, isField: true })),
    ...constants,
  });
  return header.parameters === undefined ? name : closerOf(tokens, header.parameters);
}

interface Header {
  readonly parameters?: number;
  readonly body?: number;
  /** the token after the header where there is no body */
  readonly end: number;
}

function headerOf(tokens: Tokens, name: number): Header {
  let token = isToken(tokens, name + 1, '<') ? (skipTypeArguments(tokens, name + 1) ?? name + 1) : name + 1;
  // `private constructor`, `@Inject constructor`
  while ((isWord(tokens, token) || isToken(tokens, token, '@')) && tokens.breaks[token] !== 1 && token < name + 12) token++;
  const parameters = isToken(tokens, token, '(') ? { parameters: token } : {};
  if (isToken(tokens, token, '(')) token = closerOf(tokens, token) + 1;
  if (isToken(tokens, token, ':')) {
    for (const end = Math.min(tokens.count, token + FARTHEST_BODY); token < end && !isToken(tokens, token, '{'); token++) {
      if (isToken(tokens, token, '(')) token = closerOf(tokens, token);
      if (tokens.breaks[token + 1] === 1 && !/^[,:{]$/.test(textOf(tokens, token)) && !/^[,:{]$/.test(textOf(tokens, token + 1)))
        return { ...parameters, end: token + 1 };
    }
  }
  return isToken(tokens, token, '{') ? { ...parameters, body: token, end: token } : { ...parameters, end: token };
}

function endOf(tokens: Tokens, open: number): number {
  return (tokens.partners[open] ?? -1) > open ? closerOf(tokens, open) + 1 : tokens.count;
}

/** `fun <T> Receiver.name(a: A = x, vararg b: B): R { … }`, `fun name() = value`. */
function readFunction(finding: Finding, from: number): number {
  const { tokens } = finding;
  let name = isToken(tokens, from + 1, '<') ? (skipTypeArguments(tokens, from + 1) ?? from + 1) : from + 1;
  for (let steps = 0; steps < 40 && !isToken(tokens, name + 1, '('); steps++) {
    if (!isWord(tokens, name) && !/^[.<>,?*]$/.test(textOf(tokens, name))) return from;
    name++;
  }
  return isWord(tokens, name) ? addFunction(finding, name, textOf(tokens, name)) : from;
}

// A second constructor is called by the name of the class.
function readConstructor(finding: Finding, from: number): number {
  const owner = [...finding.regions].reverse().find(({ kind, from: start, to }) => kind === 'class' && start < from && from < to);
  return owner === undefined ? from : addFunction(finding, from, owner.name);
}

function addFunction({ tokens, regions }: Finding, token: number, name: string): number {
  const open = token + 1;
  let after = closerOf(tokens, open) + 1;
  if (isToken(tokens, after, ':')) after = isToken(tokens, after + 1, '(') ? closerOf(tokens, after + 1) + 1 : skipType(tokens, after + 1);
  const value = isToken(tokens, after, '=') ? { value: after + 1 } : {};
  const to = isToken(tokens, after, '{') ? endOf(tokens, after) : isToken(tokens, after, '=') ? statementEnd(tokens, after + 1) : after;
  regions.push({ kind: 'function', name, from: token, to, parameters: readParameters(tokens, open), ...value });
  return open;
}

/** The token after a statement: where a line begins that does not go on with it. */
function statementEnd(tokens: Tokens, from: number): number {
  for (let token = from; token < tokens.count; ) {
    const partner = tokens.partners[token] ?? -1;
    const begins = token > from && tokens.breaks[token] === 1 && !/^(?:\.|\?\.|\?:|&&|\|\||else|as|\+|-)$/.test(textOf(tokens, token));
    const goesOn = /^(?:[=+*/,(?-]|\?:|->|else|&&|\|\|)$/.test(textOf(tokens, token - 1));
    if ((begins && !goesOn) || (partner >= 0 && partner < token) || isToken(tokens, token, ';')) return token;
    token = partner > token ? partner + 1 : token + 1;
  }
  return tokens.count;
}

/** `private val a: A = x`, `vararg b: B`. */
function readParameters(tokens: Tokens, open: number): readonly Parameter[] {
  const close = closerOf(tokens, open);
  return itemStarts(tokens, open).flatMap((start): readonly Parameter[] => {
    let name = start;
    while (name < close && !isToken(tokens, name + 1, ':') && !isToken(tokens, name, ':')) name++;
    if (!isWord(tokens, name) || name >= close) return [];
    const type = nameOfType(tokens, name + 2);
    const after = skipType(tokens, name + 2);
    const fallback = isToken(tokens, after, '=') ? { fallback: after + 1 } : {};
    return [{ name: textOf(tokens, name), token: name, type, ...fallback }];
  });
}

/** `val x: T = v`, `val x by lazy { v }`, `val (a, b) = v`. */
function readProperty({ tokens, declarations }: Finding, from: number): number {
  let name = from + 1;
  if (isToken(tokens, name, '<')) name = skipTypeArguments(tokens, name) ?? name;
  if (!isWord(tokens, name)) return from;
  while (isToken(tokens, name + 1, '.') && isWord(tokens, name + 2)) name += 2; // an extension
  const typed = isToken(tokens, name + 1, ':');
  const after = typed ? skipType(tokens, name + 2) : name + 1;
  const declared = { name: textOf(tokens, name), token: name, ...(typed ? { type: nameOfType(tokens, name + 2) } : {}) };
  if (isToken(tokens, after, '=')) declarations.push({ ...declared, value: after + 1, ...castType(tokens, after + 1, typed) });
  else if (isToken(tokens, after, 'by')) declarations.push({ ...declared, ...lazyValue(tokens, after + 1) });
  else if (isToken(tokens, after, 'get') && isToken(tokens, after + 1, '(') && isToken(tokens, after + 3, '='))
    declarations.push({ ...declared, value: after + 4 });
  else if (!isToken(tokens, after, 'in')) declarations.push(declared);
  return after;
}

// `val socket = factory.createSocket() as SSLSocket`
function castType(tokens: Tokens, from: number, typed: boolean): { readonly type?: string } {
  for (let token = from; !typed && token < Math.min(tokens.count, from + 60); ) {
    if (token > from && tokens.breaks[token] === 1) return {};
    if (isToken(tokens, token, 'as')) return { type: nameOfType(tokens, token + (isToken(tokens, token + 1, '?') ? 2 : 1)) };
    const partner = tokens.partners[token] ?? -1;
    token = partner > token ? partner + 1 : token + 1;
  }
  return {};
}

function lazyValue(tokens: Tokens, from: number): Pick<Declaration, 'value' | 'inBlock'> {
  const brace = isToken(tokens, from + 1, '(') ? closerOf(tokens, from + 1) + 1 : from + 1;
  return isToken(tokens, from, 'lazy') && isToken(tokens, brace, '{') ? { value: brace, inBlock: true } : {};
}

// `for (x in values)`
function readLoop({ tokens, declarations }: Finding, from: number): number {
  const name = from + 2;
  if (isToken(tokens, from + 1, '(') && isWord(tokens, name) && isToken(tokens, name + 1, 'in'))
    declarations.push({ name: textOf(tokens, name), token: name, value: name + 2 });
  return from;
}

// What is assigned to; `name = value` among arguments is none.
function noteAssignment({ tokens, assignments }: Finding, sign: number): void {
  const token = sign - 1;
  if (!isWord(tokens, token) || isToken(tokens, token - 1, ':') || isToken(tokens, token - 1, ',') || isToken(tokens, token - 1, '('))
    return;
  if (/^(?:val|var)$/.test(textOf(tokens, token - 1))) return;
  const path = pathBefore(tokens, token);
  if (path !== undefined) assignments.push({ path, token, value: sign + 1 });
}
