// `pqready completion`: the script that a shell loads, and the hidden command that it calls at every press of the key.

import type { Command } from 'commander';
import { completeWords } from '../completion.ts';
import { result, toPrintable } from '../print.ts';
import { SHELL_SCRIPTS } from '../shell-scripts.ts';

/** Prints the script of a shell. */
export function runCompletion(shell: keyof typeof SHELL_SCRIPTS): void {
  result(SHELL_SCRIPTS[shell]);
}

/** Prints what the last word may become, one a line: the word, a tab, and what it is. */
export async function runComplete(program: Command, words: readonly string[]): Promise<void> {
  const { listCompletable } = await import('../../index.ts');
  const found = completeWords(program, words, listCompletable);
  if (found.length > 0) result(found.map(({ id, title }) => `${id}\t${toPrintable(title)}`).join('\n'));
}
