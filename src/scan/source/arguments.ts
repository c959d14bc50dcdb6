// Finds an argument of a call by the place that a row names (`2`, `2=digestmod`, `0.hash.name`, `this`).

import type { Place as ArgumentPlace } from '../../knowledge/languages/row.ts';
import type { CallExpression, Expression } from './expression.ts';
import type { Place } from './qualify.ts';
import { type Found, fieldOf, findValues } from './values.ts';

interface Step {
  readonly position?: number | 'this' | 'last';
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
  const position = where === 'this' || where === 'last' ? where : where === '' ? undefined : Number(where);
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
  return position === 'last' ? call.args.at(-1) : position === undefined ? undefined : call.args[position];
}

/** The values at a place; those of the first alternative that has any. */
export function valuesAt(
  place: ArgumentPlace,
  { call, place: where }: { readonly call: CallExpression; readonly place: Place },
): readonly Found[] {
  for (const step of stepsOf(place)) {
    const argument = argumentOf(step, call);
    if (argument === undefined) continue;
    let found = findValues(argument, where);
    for (const field of step.fields) found = found.flatMap((one) => fieldOf(one, field));
    if (found.length > 0) return found;
  }
  return [];
}
