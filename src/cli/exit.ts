// What the process says with its exit code.

/** 2 outranks 1 only where no asked gate is broken. */
export const EXIT = { done: 0, broken: 1, cannotJudge: 2, usage: 3, interrupted: 130 } as const;

/** The exit code of a self-test, of vectors and of a record of them. */
export const VERDICT_EXITS: Readonly<Record<'passed' | 'failed' | 'incomplete', number>> = {
  passed: EXIT.done,
  failed: EXIT.broken,
  incomplete: EXIT.cannotJudge,
};

/** The exit code of something thrown. */
export function exitCodeOf(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'cancelled') return EXIT.interrupted;
  return code === 'not-countable' ? EXIT.cannotJudge : EXIT.usage;
}
