// Which cases the package and the fixtures carry, chosen by rule from the complete collections.

/** A JSON object of a vector file. */
type Json = { readonly [key: string]: unknown };
interface AcvpFile {
  readonly testGroups: readonly (Json & { readonly tgId: number; readonly tests: readonly AcvpTest[] })[];
}
type AcvpTest = Json & { readonly tcId: number; readonly reason?: string };
interface WycheproofFile {
  readonly testGroups: readonly (Json & { readonly tests: readonly WycheproofTest[] })[];
}
type WycheproofTest = Json & {
  readonly tcId: number;
  readonly result: string;
  readonly flags?: readonly string[];
  readonly comment?: string;
};

/**
 * One file with inputs and results together: for each parameter set, operation and `reason` the shortest case, then the shortest of each
 * group until it has two. `reason` comes from the projection, which is the only file that says it.
 */
export function selectAcvp(prompt: AcvpFile, results: AcvpFile, projection: AcvpFile | undefined): AcvpFile {
  const resultOf = casesById(results);
  const projected = casesById(projection ?? { testGroups: [] });
  const reasonOf = (test: AcvpTest): string | undefined => projected.get(test.tcId)?.reason;
  const chosen = new Map<string, AcvpTest>();
  for (const group of prompt.testGroups) {
    for (const test of byLength(group.tests)) {
      const kind = JSON.stringify([group['parameterSet'], group['function'], reasonOf(test)]);
      const best = chosen.get(kind);
      if (reasonOf(test) !== undefined && (best === undefined || lengthOf(test) < lengthOf(best))) chosen.set(kind, test);
    }
  }
  const kept = new Set(chosen.values());
  const testGroups = prompt.testGroups.map((group) => {
    const tests = group.tests.filter((test) => kept.has(test));
    const more = byLength(group.tests).filter((test) => !kept.has(test));
    const all = [...tests, ...more.slice(0, Math.max(0, 2 - tests.length))].sort((a, b) => a.tcId - b.tcId);
    return { ...group, tests: all.map((test) => ({ ...test, ...resultOf.get(test.tcId), ...reasonMember(reasonOf(test)) })) };
  });
  return { ...prompt, testGroups };
}

/** Prompts without results: the shortest of each group, and for each hash function the shortest. */
export function selectPrompts(prompt: AcvpFile): AcvpFile {
  const all = byLength(prompt.testGroups.flatMap(({ tests }) => tests));
  const ofHash = new Map([...all].reverse().map((test) => [test['hashAlg'], test] as const));
  const kept = new Set([...ofHash.values(), ...prompt.testGroups.flatMap(({ tests }) => byLength(tests).slice(0, 1))]);
  return { ...prompt, testGroups: prompt.testGroups.map((group) => ({ ...group, tests: group.tests.filter((test) => kept.has(test)) })) };
}

/** For each result, set of flags and comment but for its numbers, the shortest case, with its group as it stands. */
export function selectWycheproof(file: WycheproofFile): WycheproofFile {
  const chosen = new Map<string, { readonly bytes: number; readonly test: WycheproofTest }>();
  for (const group of file.testGroups) {
    for (const test of group.tests) {
      const kind = JSON.stringify([test.result, test.flags ?? [], (test.comment ?? '').replace(/\d+/g, '#')]);
      const bytes = JSON.stringify({ ...group, tests: [test] }).length;
      if (bytes < (chosen.get(kind)?.bytes ?? Number.POSITIVE_INFINITY)) chosen.set(kind, { bytes, test });
    }
  }
  const kept = new Set([...chosen.values()].map(({ test }) => test));
  const groups = file.testGroups.map((group) => ({ ...group, tests: group.tests.filter((test) => kept.has(test)) }));
  return { ...file, testGroups: groups.filter((group) => group.tests.length > 0) };
}

function casesById(file: AcvpFile): ReadonlyMap<number, AcvpTest> {
  return new Map(file.testGroups.flatMap((group) => group.tests.map((test) => [test.tcId, test] as const)));
}

function lengthOf(test: Json): number {
  return JSON.stringify(test).length;
}

/** Shortest first, then by tcId. */
function byLength(tests: readonly AcvpTest[]): readonly AcvpTest[] {
  return [...tests].sort((a, b) => lengthOf(a) - lengthOf(b) || a.tcId - b.tcId);
}

function reasonMember(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}

/** Cases of a file of either kind. */
export function countCases(file: { readonly testGroups: readonly { readonly tests: readonly unknown[] }[] }): number {
  return file.testGroups.reduce((sum, { tests }) => sum + tests.length, 0);
}
