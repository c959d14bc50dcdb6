// Which literals occur in a file: one pass over its bytes for all of them at once, so that only candidates are decoded and parsed.
// Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18(6), 1975; the goto and failure functions are
// folded into one dense table over classes of bytes.

/** Finds which of the literals occur in `bytes`. Linear in the bytes whatever they hold. */
export type Prefilter = (bytes: Uint8Array) => ReadonlySet<string>;

interface TrieNode {
  readonly next: Map<number, TrieNode>;
  readonly ends: number[];
  fail: TrieNode | undefined;
  id: number;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Builds the table for non-empty literals (UTF-8, case-sensitive). */
export function toPrefilter(literals: readonly string[]): Prefilter {
  const unique = [...new Set(literals)].filter((literal) => literal.length > 0);
  if (unique.length === 0) return () => NOTHING;
  const { classOf, classes } = toByteClasses(unique);
  const nodes = linkFailures(toTrie(unique, classOf));
  const quiet = nodes.filter((node) => node.ends.length === 0);
  const accepting = nodes.filter((node) => node.ends.length > 0);
  [...quiet, ...accepting].forEach((node, index) => {
    node.id = index * classes;
  });
  const table = toTable(nodes, classes);
  const ends = accepting.map((node) => node.ends);
  return (bytes) => match({ bytes, table, classOf, classes, firstAccepting: quiet.length * classes, ends, literals: unique });
}

interface MatchInput {
  readonly bytes: Uint8Array;
  readonly table: Int32Array;
  readonly classOf: Uint8Array;
  readonly classes: number;
  readonly firstAccepting: number;
  readonly ends: readonly (readonly number[])[];
  readonly literals: readonly string[];
}

// States are stored premultiplied by the number of classes, and accepting states come last, so that the inner loop is one load,
// one add and one comparison a byte.
function match(input: MatchInput): ReadonlySet<string> {
  const { bytes, table, classOf, firstAccepting } = input;
  const length = bytes.length;
  let state = 0; // the root: it ends nothing, so it is the first of the quiet states
  let met: Uint8Array | undefined;
  for (let index = 0; index < length; index++) {
    state = table[state + (classOf[bytes[index] as number] as number)] as number;
    if (state >= firstAccepting) {
      met ??= new Uint8Array(input.ends.length);
      met[(state - firstAccepting) / input.classes] = 1;
    }
  }
  return met === undefined ? NOTHING : collect(met, input);
}

function collect(met: Uint8Array, { ends, literals }: MatchInput): ReadonlySet<string> {
  const found = new Set<string>();
  met.forEach((hit, index) => {
    if (hit === 1) for (const end of ends[index] ?? []) found.add(literals[end] ?? '');
  });
  return found;
}

function toByteClasses(literals: readonly string[]): { classOf: Uint8Array; classes: number } {
  const classOf = new Uint8Array(256);
  let classes = 1; // class 0: bytes that no literal holds
  for (const literal of literals) {
    for (const byte of new TextEncoder().encode(literal)) {
      if (classOf[byte] === 0) classOf[byte] = classes++;
    }
  }
  return { classOf, classes };
}

function toTrie(literals: readonly string[], classOf: Uint8Array): TrieNode {
  const root: TrieNode = { next: new Map(), ends: [], fail: undefined, id: 0 };
  literals.forEach((literal, index) => {
    let node = root;
    for (const byte of new TextEncoder().encode(literal)) {
      const symbol = classOf[byte] ?? 0;
      let next = node.next.get(symbol);
      if (next === undefined) {
        next = { next: new Map(), ends: [], fail: root, id: 0 };
        node.next.set(symbol, next);
      }
      node = next;
    }
    node.ends.push(index);
  });
  return root;
}

/** Breadth first, which is the order returned; a node also ends what its failure node ends. */
function linkFailures(root: TrieNode): TrieNode[] {
  const queue = [root];
  for (const node of queue) {
    for (const [symbol, child] of node.next) {
      let fallback = node.fail;
      while (fallback !== undefined && !fallback.next.has(symbol)) fallback = fallback.fail;
      child.fail = fallback?.next.get(symbol) ?? root;
      child.ends.push(...child.fail.ends);
      queue.push(child);
    }
  }
  return queue;
}

/** Breadth first again: where a node has no edge it does what its failure node does, which is filled already. */
function toTable(nodes: readonly TrieNode[], classes: number): Int32Array {
  const table = new Int32Array(nodes.length * classes);
  for (const node of nodes) {
    for (let symbol = 0; symbol < classes; symbol++) {
      const inherited = node.fail === undefined ? node.id : table[node.fail.id + symbol];
      table[node.id + symbol] = node.next.get(symbol)?.id ?? inherited ?? 0;
    }
  }
  return table;
}
