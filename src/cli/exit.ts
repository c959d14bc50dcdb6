// What the process says with its exit code.

/** 2 outranks 1 only where no asked gate is broken. */
export const EXIT = { done: 0, broken: 1, cannotJudge: 2, usage: 3, interrupted: 130 } as const;

/** The exit code of something thrown. */
export function exitCodeOf(error: unknown): number {
  const cancelled = error instanceof Error && 'code' in error && error.code === 'cancelled';
  return cancelled ? EXIT.interrupted : EXIT.usage;
}
