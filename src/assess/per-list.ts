// One look at a list for all who ask the same of it. Lists of a judgement never change, so what was made of one holds as long as it lives.

/** A function of a list that is computed once for each list. */
export function perList<Item, Result>(make: (list: readonly Item[]) => Result): (list: readonly Item[]) => Result {
  const known = new WeakMap<readonly Item[], Result>();
  return (list) => {
    const found = known.get(list) ?? make(list);
    known.set(list, found);
    return found;
  };
}

/** Items by their key, each group in the order of the list. */
export function groupPerList<Item>(keyOf: (item: Item) => string): (list: readonly Item[]) => ReadonlyMap<string, readonly Item[]> {
  return perList((list) => {
    const groups = new Map<string, Item[]>();
    for (const item of list) {
      const key = keyOf(item);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
    return groups;
  });
}
