// What is wrong with a file a person wrote, said so that it can be mended: file, path of the field, what was expected, what came.

import type { z } from 'zod';
import { PqreadyError } from '../model/errors.ts';

const SHOWN_PROBLEMS = 10;
const SHOWN_CHARACTERS = 40;
const SHOWN_LINE = 500;

/** The checked value, or `PqreadyError('bad-profile')` that names every problem, up to ten, one a line. */
export function accept<T>(schema: z.ZodType<T>, value: unknown, path: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw problemsIn(path, result.error.issues.flatMap(toLines));
}

/** The error for a file with these problems; each is `field.path: sentence` or a sentence alone. */
export function problemsIn(path: string, problems: readonly string[]): PqreadyError {
  const lines = problems.slice(0, SHOWN_PROBLEMS).map((problem) => toLine(`${path}: ${problem}`));
  const rest = problems.length - lines.length;
  if (rest > 0) lines.push(`${path}: … and ${rest} more`);
  return new PqreadyError('bad-profile', lines.join('\n'));
}

/** One printable line of bounded length: a parser's message may repeat what stands in the file. */
function toLine(text: string): string {
  const short = text.length > SHOWN_LINE ? `${text.slice(0, SHOWN_LINE)}…` : text;
  return short.replace(CONTROLS, toEscape).replace(UNPRINTABLE, toEscape);
}

/** A value as an error message shows it: on one line, shortened, without controls and without secrets. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'a mapping';
  if (typeof value !== 'string') return `${typeof value === 'number' ? 'the number ' : ''}${String(value)}`;
  if (value.includes('-----BEGIN')) return 'a PEM block';
  const short = value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
  return quote(short);
}

/** Text in double quotes on one line, as JSON and YAML read it, with nothing in it that a terminal obeys. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(UNPRINTABLE, toEscape);
}

/** DEL, C1 controls, line separators and the characters that turn the direction of text: a terminal obeys them. */
const UNPRINTABLE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const CONTROLS = /[\u0000-\u001f]/g;

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

type Issue = z.core.$ZodIssue;

function toLines(issue: Issue): readonly string[] {
  const within = issue.code === 'invalid_union' ? closestBranch(issue.errors) : undefined;
  if (within === undefined) return [withPath(issue.path, issue.message)];
  return within.flatMap((inner) => toLines({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Of the forms a field may have, the one that what came is nearest to; its problems are those the writer can mend. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const ranked = branches.map((issues) => ({ issues, rank: rankOf(issues) }));
  const best = Math.max(...ranked.map((each) => each.rank));
  return best === 0 ? undefined : ranked.find((each) => each.rank === best)?.issues;
}

/** 0: another kind of value came; 1: another word; 2: the right kind, badly written; 3: something inside it is wrong. */
function rankOf(issues: readonly Issue[]): number {
  return issues.reduce((least, issue) => Math.min(least, rankOfOne(issue)), 3);
}

function rankOfOne(issue: Issue): number {
  if (issue.path.length > 0 || issue.code === 'unrecognized_keys') return 3;
  if (issue.code === 'invalid_union') return Math.max(0, ...issue.errors.map(rankOf));
  return issue.code === 'invalid_type' ? 0 : issue.code === 'invalid_value' ? 1 : 2;
}

function withPath(path: readonly PropertyKey[], message: string): string {
  const written = path.map((key, index) => toStep(key, index === 0)).join('');
  return written === '' ? message : `${written}: ${message}`;
}

function toStep(key: PropertyKey, first: boolean): string {
  if (typeof key === 'number') return `[${key}]`;
  const name = String(key);
  if (!/^[A-Za-z][\w-]{0,60}$/.test(name)) return `[${show(name)}]`;
  return first ? name : `.${name}`;
}
