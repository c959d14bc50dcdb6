// Names inside a statement: once each, in an order of their own, and not more than a reader takes in.

/** Strings once each, in code-point order, comma between them; what is beyond `most` is counted. */
export function listed(names: readonly string[], most = 6): string {
  const once = [...new Set(names)].sort();
  const shown = once.slice(0, most).join(', ');
  return once.length > most ? `${shown} and ${once.length - most} more` : shown;
}
