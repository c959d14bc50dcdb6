// The process: parses, runs, and says with its exit code how it ended.

import { CommanderError } from 'commander';
import { EXIT, exitCodeOf } from './exit.ts';
import { buildProgram } from './program.ts';

const [only, ...more] = process.argv.slice(2);
const asksVersion = more.length === 0 && (only === '-V' || only === '--version');

// A note that nobody reads any more is no failure of the work.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  if (asksVersion) await printVersion();
  else await buildProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  } else {
    const { fail } = await import('./print.ts');
    fail(error);
    process.exitCode = exitCodeOf(error);
  }
}

async function printVersion(): Promise<void> {
  const [{ version }, { result }] = await Promise.all([import('../index.ts'), import('./print.ts')]);
  result(version());
}
