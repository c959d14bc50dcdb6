// The cases of Wycheproof's files as they stand, for tests that read them by themselves; src/pqc/wycheproof runs them.

/** String members of a case and of its group, the case's first. */
export type WycheproofCase = Readonly<Record<string, string | undefined>> & { readonly result: string };

/** The cases of a file. */
export function casesOf(text: string): readonly WycheproofCase[] {
  const file: { readonly testGroups: readonly { readonly tests: readonly WycheproofCase[] }[] } = JSON.parse(text);
  return file.testGroups.flatMap(({ tests, ...group }) => tests.map((test) => ({ ...group, ...test })));
}
