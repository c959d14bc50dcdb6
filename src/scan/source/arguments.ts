// Finds an argument of a call by the place that a row names (`2`, `2=digestmod`, `0.hash.name`, `this`).

import type { Place as ArgumentPlace } from '../../knowledge/languages/row.ts';
import { type CallExpression, type Expression, toPath } from './expression.ts';
import { findScope } from './module.ts';
import type { Place } from './qualify.ts';
import { type Found, fieldOf, findValues } from './values.ts';

interface Step {
  readonly position?: number | 'this' | 'last' | 'all';
  readonly keyword?: string;
  readonly fields: readonly string[];
}

const STEPS = new Map<ArgumentPlace, readonly Step[]>();

function stepsOf(place: ArgumentPlace): readonly Step[] {
  let steps = STEPS.get(place);
  if (steps === undefined) {
    steps = place.split('|').map(toStep);
    STEPS.set(place, steps);
  }
  return steps;
}

function toStep(written: string): Step {
  const [head = '', ...fields] = written.split('.');
  const [where = '', keyword] = head.split('=');
  const position = where === 'this' || where === 'last' || where === 'all' ? where : where === '' ? undefined : Number(where);
  return { fields, ...(position === undefined ? {} : { position }), ...(keyword === undefined ? {} : { keyword }) };
}

/** The expression at a place, or at the nearest thing around it that stands in the call. */
export function findArgument(place: ArgumentPlace, call: CallExpression): Expression | undefined {
  for (const step of stepsOf(place)) {
    let argument = argumentOf(step, call);
    for (const field of step.fields) argument = (argument?.is === 'object' ? argument.entries.get(field) : undefined) ?? argument;
    if (argument !== undefined) return argument;
  }
  return undefined;
}

function argumentOf({ position, keyword }: Step, call: CallExpression): Expression | undefined {
  const named = keyword === undefined ? undefined : call.keywords.get(keyword);
  if (named !== undefined) return named;
  if (position === 'this') return call.callee.is === 'member' ? call.callee.object : undefined;
  if (position === 'all') return call.args.length === 0 ? undefined : { is: 'list', items: call.args, at: call.args[0]?.at ?? call.at };
  return position === 'last' ? call.args.at(-1) : position === undefined ? undefined : call.args[position];
}

/** The values at a place; those of the first alternative that has any. */
export function valuesAt(
  place: ArgumentPlace,
  { call, place: where }: { readonly call: CallExpression; readonly place: Place },
): readonly Found[] {
  let nothing: readonly Found[] = [];
  for (const step of stepsOf(place)) {
    const argument = argumentOf(step, call);
    if (argument === undefined) continue;
    let found = findValues(argument, where);
    for (const field of step.fields) found = found.flatMap((one) => fieldOf(one, field));
    if (found.length === 0 && step.fields.length > 0) found = assignedFields(argument, step.fields, where);
    // `sign(null, data, key)`: what is said to be nothing leaves the word to the next place.
    if (found.some(({ value }) => value.is !== 'null')) return found;
    if (nothing.length === 0) nothing = found;
  }
  return nothing;
}

// `hcryp.Init.Algorithm = CRYP_AES_GCM;` before `HAL_CRYP_Init(&hcryp)`: the field of the object by its path.
function assignedFields(argument: Expression, fields: readonly string[], where: Place): readonly Found[] {
  const path = toPath(argument);
  if (path === undefined) return [];
  const object: Expression = { is: 'name', name: path, at: argument.at };
  const member = fields.reduce<Expression>((inner, name) => ({ is: 'member', object: inner, name, at: argument.at }), object);
  return findScope(where.scope, toPath(member) ?? '') === undefined ? [] : findValues(member, where);
}
