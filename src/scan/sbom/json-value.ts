// Looking into JSON of unknown shape: a path of keys and indices that leads nowhere is nothing, never an error.

/** The value at a path; own properties only. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (outer, key) => (typeof outer === 'object' && outer !== null && Object.hasOwn(outer, key) ? Reflect.get(outer, key) : undefined),
    value,
  );
}

/** The string at a key. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, [key]);
  return typeof found === 'string' ? found : undefined;
}

/** The items of the array at a path. */
export function itemsAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

/** The strings of the array at a path. */
export function textsAt(value: unknown, path: readonly string[]): readonly string[] {
  return itemsAt(value, path).filter((item) => typeof item === 'string');
}
