// The command line. Nothing of the library is loaded until a command runs, so that --help stays cheap.

import { Command, CommanderError } from 'commander';
import { addAssess } from './commands/assess.ts';
import { addBench } from './commands/bench.ts';
import { addInit } from './commands/init.ts';
import { addInventory } from './commands/inventory.ts';
import { addList } from './commands/list.ts';
import { addSelftest } from './commands/selftest.ts';
import { EXIT, exitCodeOf } from './exit.ts';
import { fail, result } from './print.ts';

const program = new Command('pqready')
  .description(
    'Post-quantum readiness: which cryptography is in your product, which of it will not last, and what fits the device instead.',
  )
  .option('--no-color', 'print without colours (NO_COLOR is honoured too)')
  .helpOption('-h, --help', 'print help')
  .option('-V, --version', 'print the version')
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'pqready: ')) })
  .showHelpAfterError('(pqready --help lists the commands)')
  .exitOverride()
  .addHelpText(
    'after',
    '\nWorks offline, sends nothing, never prints a private key.\nExit codes: 0 done · 1 a required gate is broken · 2 cannot judge · 3 usage or tool error · 130 interrupted',
  );

for (const add of [addAssess, addInventory, addBench, addSelftest, addInit, addList]) add(program);

const [only, ...more] = process.argv.slice(2);

try {
  if (more.length === 0 && (only === '-V' || only === '--version')) await printVersion();
  else await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  } else {
    fail(error);
    process.exitCode = exitCodeOf(error);
  }
}

async function printVersion(): Promise<void> {
  const { version } = await import('../index.ts');
  result(version());
}
