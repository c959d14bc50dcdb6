// Every command with its options and one example, and nothing else: a command's work is loaded when it runs, so that --help stays cheap.

import { Argument, Command, Option } from 'commander';
import { collect, parseCount, parseDate } from './options.ts';
import { pqc } from './pqc-program.ts';

const AFTER = `
Works offline, sends nothing, prints no private key unless a flag asks for it.
Exit codes: 0 done · 1 a required gate is broken · 2 cannot judge · 3 usage or tool error · 130 interrupted`;

/** The whole command line. */
export function buildProgram(): Command {
  const program = new Command('pqready')
    .description(
      'Post-quantum readiness: which cryptography is in your product, which of it will not last, and what fits the device instead.',
    )
    .option('-V, --version', 'print the version')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'pqready: ')) })
    .exitOverride()
    .addHelpText('after', AFTER);
  for (const command of [assess(), inventory(), init(), bench(), pqc(), selftest(), list(), explain()])
    program.addCommand(inherit(command, program));
  return program;
}

/** A command added whole inherits nothing by itself: without this a usage error of `bench target` would end as a broken gate. */
function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inherit(child, command);
  return command;
}

function assess(): Command {
  return new Command('assess')
    .summary('inventory, fit on targets, frameworks, plan → a report bundle')
    .description(
      'Takes the cryptographic inventory of a product, compares it with its dates, its targets and the asked policies, and writes a report bundle.',
    )
    .argument('[path...]', 'folders or files of the product', ['.'])
    .option('--build <dir>', 'a build folder outside the paths (repeatable); inside them it is found by itself', collect, [])
    .option('--config <file>', 'the product file to trust as the operator’s own (default: pqready.yaml in the path, as a declaration)')
    .option('--no-config', 'read no product file')
    .option('--target <id>', 'a target board (repeatable; pqready list targets)', collect, [])
    .option('--policy <id>', 'a policy to answer (repeatable; pqready list policies)', collect, [])
    .option('--conformance <file>', 'a test of a PQC implementation, as pqready pqc conform --output writes it (repeatable)', collect, [])
    .option('--qualification <file>', 'a record of pqready selftest --report for the report to cite')
    .option('--measurements <file>', 'your own figures, as pqready bench … --json prints them (repeatable)', collect, [])
    .addOption(packs())
    .option('--out <dir>', 'where the bundle goes', 'pqready-report')
    .option('--force', 'write into an existing folder that pqready did not write')
    .option('--as-of <date>', 'the day the report speaks of; the same day and input give the same bytes', parseDate)
    .addOption(new Option('--spec <version>', 'CycloneDX version of the CBOM').choices(['1.6', '1.7']).default('1.6'))
    .option('--require <role=gate>', 'exit 1 where a role is below a gate, 2 where that cannot be judged (repeatable)', collect, [])
    .option('--fail-on <condition>', 'exit 1 on past-due (a final, verified date has passed) or present-day (repeatable)', collect, [])
    .option('--audit', 'ignore accepted risks')
    .option('--jobs <n>', 'worker threads', parseCount, 1)
    .option('--json', 'print a summary as JSON instead of text')
    .addHelpText('after', '\nExample:\n  pqready assess ./firmware --build ./build --target nrf52840dk --out report')
    .action(async (paths, options) => (await import('./commands/assess.ts')).runAssess(paths, options));
}

function inventory(): Command {
  return new Command('inventory')
    .summary('the cryptographic inventory alone: CycloneDX CBOM, JSON, table, SARIF')
    .description('Lists the cryptography that a product uses, with the place of every use and what could not be read.')
    .argument('[path...]', 'folders or files of the product', ['.'])
    .option('--build <dir>', 'a build folder outside the paths (repeatable)', collect, [])
    .addOption(new Option('--format <format>', 'output format').choices(['cyclonedx', 'json', 'table', 'sarif']).default('cyclonedx'))
    .addOption(new Option('--spec <version>', 'CycloneDX version').choices(['1.6', '1.7']).default('1.6'))
    .option('--output <file>', 'write to a file instead of stdout')
    .option('--as-of <date>', 'the timestamp of the document', parseDate)
    .option('--jobs <n>', 'worker threads', parseCount, 1)
    .addHelpText('after', '\nExample:\n  pqready inventory . --spec 1.7 --output bom.cdx.json')
    .action(async (paths, options) => (await import('./commands/inventory.ts')).runInventory(paths, options));
}

function init(): Command {
  return new Command('init')
    .summary('write a pqready.yaml filled with what can be read of the product')
    .argument('[path]', 'folder of the product', '.')
    .option('--output <file>', 'where to write it (- for stdout; default: pqready.yaml in the folder)')
    .option('--force', 'replace an existing file')
    .addHelpText('after', '\nExample:\n  pqready init ./firmware')
    .action(async (path, options) => (await import('./commands/init.ts')).runInit(path, options));
}

function bench(): Command {
  const host = new Command('host')
    .summary('time the reference operations on this machine with tinybench')
    .description(
      'Times the reference operations (noble, TypeScript) on this machine, beside node:crypto where that has them. ML-DSA signs a fixed set of messages.',
    )
    .option(
      '--algorithm <id>',
      'an algorithm, or ml-kem, ml-dsa, slh-dsa, hybrid, classical, stateful, all (repeatable; default: ml-kem and ml-dsa)',
      collect,
      [],
    )
    .option('--time <ms>', 'how long each operation of each implementation is timed', parseCount, 500)
    .option('--target <id>', 'this machine is that target: its figures count for it')
    .option('--json', 'print JSON, which pqready assess --measurements reads')
    .addHelpText('after', '\nExample:\n  pqready bench host --algorithm ml-kem-768 --algorithm hybrid')
    .action(async (options) => (await import('./commands/bench-host.ts')).runBenchHost(options));
  const target = new Command('target')
    .summary('count ML-KEM and ML-DSA on a target: exact instructions, RAM, code; modelled cycles')
    .description(
      'Runs the portable benchmark kernels in an emulator of the target’s instruction set. Every result is compared with noble’s; nothing is measured on a board.',
    )
    .argument('<id>', 'a target (pqready list targets)')
    .option('--algorithm <id>', 'one of ml-kem-512 … ml-dsa-87 (repeatable; default: all six)', collect, [])
    .option('--build <name>', 'fast (-O3) or small (-Os, least RAM) (repeatable; default: both)', collect, [])
    .option('--jobs <n>', 'threads (default: as many as the machine has)', parseCount)
    .option('--no-cache', 'count again, and keep nothing')
    .option('--json', 'print JSON, which pqready assess --measurements reads')
    .addHelpText('after', '\nExample:\n  pqready bench target nrf52840dk --algorithm ml-kem-768')
    .action(async (id, options) => (await import('./commands/bench-target.ts')).runBenchTarget(id, options));
  const project = new Command('project')
    .summary('project ML-KEM and ML-DSA onto a target, from a few figures measured there or from other boards')
    .description(
      'Prices the work that FIPS 203 and FIPS 204 ask for by what was measured. Always an interval, with the tier of evidence it stands on.',
    )
    .argument('<id>', 'a target of pqready list targets')
    .option('--anchor <file>', 'what was measured on the board, as JSON (docs/benchmarks.md)')
    .addOption(
      new Option('--class <class>', 'kind of implementation, where its name does not say it').choices(['assembly', 'c', 'low-ram']),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  pqready bench project nrf52840dk --class assembly')
    .action(async (id, options) => (await import('./commands/bench-project.ts')).runBenchProject(id, options));
  const elf = new Command('elf')
    .summary('count functions of your own build on a target, by their symbols')
    .description(
      'Calls functions of an ELF executable in an emulator, with seeded randomness, and compares each result with noble’s before its count is kept. docs/bench-elf.md is the contract.',
    )
    .argument('<file>', 'an ELF executable with symbols')
    .requiredOption('--target <id>', 'the target that it is built for (pqready list targets)')
    .requiredOption('--algorithm <id>', 'one of ml-kem-512 … ml-dsa-87')
    .option('--op <operation=symbol>', 'keygen, encaps, decaps, sign or verify and its function (repeatable)', collect, [])
    .option('--random <symbol>', 'the function that gives the build random bytes', 'randombytes')
    .option('--budget <n>', 'instructions after which one call is given up (default: 1000000000)', parseCount)
    .option('--json', 'print JSON, which pqready assess --measurements reads')
    .addHelpText(
      'after',
      '\nExample:\n  pqready bench elf build/app.elf --target nrf52840dk --algorithm ml-kem-768 --op encaps=crypto_kem_enc',
    )
    .action(async (file, options) => (await import('./commands/bench-elf.ts')).runBenchElf(file, options));
  return new Command('bench')
    .summary('what post-quantum operations cost: host, target, elf, project')
    .addCommand(host)
    .addCommand(target)
    .addCommand(elf)
    .addCommand(project);
}

function selftest(): Command {
  return new Command('selftest')
    .summary('run the reference operations against the shipped vectors, and on demand the whole tool as a record')
    .option('--report <file>', 'run every shipped vector and the scanner’s annotated files too, and write the record of it')
    .option('--force', 'replace an existing file')
    .option('--as-of <date>', 'the date of the record', parseDate)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples:\n  pqready selftest\n  pqready selftest --report qualification.json')
    .action(async (options) => (await import('./commands/selftest.ts')).runSelftest(options));
}

function list(): Command {
  return new Command('list')
    .summary('targets, frameworks, policies, algorithms or scanners that pqready knows')
    .addArgument(new Argument('<what>').choices(['targets', 'frameworks', 'policies', 'algorithms', 'scanners']))
    .option('--stale', 'of frameworks or policies: the rows to read again, not read in the issuer’s text or read more than 180 days ago')
    .option('--as-of <date>', 'the day that --stale speaks of', parseDate)
    .addOption(packs())
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples:\n  pqready list targets\n  pqready list frameworks --stale')
    .action(async (what, options) => (await import('./commands/list.ts')).runList(what, options));
}

function explain(): Command {
  return new Command('explain')
    .summary('what a requirement, check, finding rule or policy rule is, where it comes from, what would change it')
    .argument('<id>', '<framework>:<clause>, an alias of it, a check, a finding rule, or <policy>:<rule>')
    .addOption(packs())
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  pqready explain cra:AnnexI.P1.2.e')
    .action(async (id, options) => (await import('./commands/explain.ts')).runExplain(id, options));
}

function packs(): Option {
  return new Option('--packs <dir>', 'your own frameworks/*.json and policies/*.json beside those that ship');
}
