// JSON of vector files, read with the path of what is wrong in every message. Own members only: `constructor` and `__proto__` of a hostile
// file are absent.

import { PqreadyError } from '../../model/errors.ts';

/** The scalar members of one JSON object, by name. A Map, because the names come from a file. */
export type Fields = ReadonlyMap<string, string | number | boolean>;

/** An object of a file. */
export type Json = Readonly<Record<string, unknown>>;

/** The object of a file; what a server of ACVP sends is `[{ acvVersion }, object]`. Throws `bad-input`. */
export function parseJson(text: string, name: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The cause is dropped on purpose: it quotes the text, which may hold a private key.
    throw new PqreadyError('bad-input', `${name}: expected JSON`);
  }
  const [head, body]: readonly unknown[] = Array.isArray(value) ? value : [];
  return asObject(isObject(head) && Object.hasOwn(head, 'acvVersion') ? body : value, name);
}

/** Throws `bad-input` with the path. */
function asObject(value: unknown, path: string): Json {
  if (!isObject(value)) throw new PqreadyError('bad-input', `${path}: expected an object`);
  return value;
}

/** True for a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member. */
export function memberOf(object: Json, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Throws `bad-input` unless the member is a string. */
export function stringAt(object: Json, key: string, path: string): string {
  const value = memberOf(object, key);
  if (typeof value !== 'string') throw new PqreadyError('bad-input', `${path}: ${key}: expected a string`);
  return value;
}

/** Throws `bad-input` unless the member is an integer. */
export function integerAt(object: Json, key: string, path: string): number {
  const value = memberOf(object, key);
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new PqreadyError('bad-input', `${path}: ${key}: expected an integer`);
  return value;
}

/** The objects of a list, each with its path. Throws `bad-input`. */
export function listAt(object: Json, key: string, path: string): readonly (readonly [Json, string])[] {
  const value = memberOf(object, key);
  if (!Array.isArray(value)) throw new PqreadyError('bad-input', `${path}: ${key}: expected an array`);
  return value.map((item: unknown, index) => {
    const itemPath = `${path}: ${key}[${index}]`;
    return [asObject(item, itemPath), itemPath] as const;
  });
}

/** Strings, numbers and booleans of an object. */
export function scalarsOf(object: Json): Fields {
  const scalars = new Map<string, string | number | boolean>();
  for (const [key, value] of Object.entries(object)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') scalars.set(key, value);
  }
  return scalars;
}
