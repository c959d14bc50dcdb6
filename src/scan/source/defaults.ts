// What the name of a call fixes, and what its library fills in where the call says nothing.

import type { CallRow, Says } from '../../knowledge/languages/row.ts';
import { findArgument, valuesAt } from './arguments.ts';
import { addSays, type Draft } from './drafts.ts';
import type { CallExpression } from './expression.ts';
import type { Place } from './qualify.ts';
import { findValues } from './values.ts';

/** A call that a row speaks of, and where. `where` prints a place as `path:line`. */
export interface Reading {
  readonly row: CallRow;
  readonly call: CallExpression;
  readonly place: Place;
  readonly where: (at: number) => string;
}

/** Lays over a draft what the name of the call fixes, then what the library fills in. */
export function settle(draft: Draft, reading: Reading): Draft {
  const { row } = reading;
  const named = row.uses === undefined ? draft : addSays(withoutMode(draft, row.uses), row.uses);
  const ofAlgorithm = named.algorithm === undefined ? undefined : row.defaultsOf?.[named.algorithm];
  if (ofAlgorithm !== undefined && leavesOut(named) && !isHandedIn(reading)) return addSays(named, ofAlgorithm, 'default');
  if (row.defaults === undefined || named.none === true) return named;
  const defaults = unsaid(row.defaults, reading);
  // A default algorithm comes with its own digest and mode: beside another algorithm none of it is meant.
  const isWhole = row.defaults.algorithm !== undefined;
  if (isWhole && (named.algorithm !== undefined || defaults.algorithm === undefined)) return named;
  return addSays(named, defaults, 'default');
}

// What the callers say of the algorithm may say the rest as well, even where the key tells what it is.
function isHandedIn({ row, call, place }: Reading): boolean {
  const algorithm = row.roles?.algorithm;
  const found = algorithm === undefined ? [] : valuesAt(algorithm, { call, place });
  return found.length > 0 && found.every(({ value }) => value.is === 'parameter');
}

// `AES` alone is filled up; `AES/PCBC/…` says a mode that has no name here.
function leavesOut({ parameters }: Draft): boolean {
  return parameters.mode === undefined && parameters.padding === undefined;
}

// `mbedtls_gcm_setkey` takes any block cipher, by whatever mode it is named there.
function withoutMode(draft: Draft, { mode: fixed }: Says): Draft {
  const { mode, ...others } = draft.parameters;
  return fixed === undefined || mode === undefined || mode.value === fixed ? draft : { ...draft, parameters: others };
}

// A library fills in what a call leaves out; what a call says in a way that cannot be followed is not left out.
function unsaid(defaults: Says, reading: Reading): Says {
  const { choice } = reading.row;
  const roles: Readonly<Record<string, string | undefined>> = {
    ...(choice === undefined ? {} : { algorithm: choice.place }),
    ...reading.row.roles,
  };
  return Object.fromEntries(
    Object.entries(defaults).filter(([name]) => {
      const where = roles[name];
      return where === undefined || where.split('|').every((place) => isLeftOut(place, reading));
    }),
  );
}

function isLeftOut(where: string, { call, place }: Reading): boolean {
  const [head = '', ...fields] = where.split('.');
  const argument = findArgument(head, call);
  if (argument === undefined || argument.is === 'null') return true;
  if (fields.length === 0) return false;
  const found = findValues(argument, place);
  return (
    found.length > 0 &&
    found.every(
      ({ value }) =>
        value.is === 'null' || (value.is === 'object' && value.object.spreads.length === 0 && !value.object.entries.has(fields[0] ?? '')),
    )
  );
}
