// Every command with its options and one example, and nothing else: a command's work is loaded when it runs, so that --help stays cheap.

import { Argument, Command, Option } from 'commander';
import { bench } from './bench-program.ts';
import { collect, parseCount, parseDate } from './options.ts';
import { pqc } from './pqc-program.ts';
import { report } from './report-program.ts';

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
  for (const command of [assess(), inventory(), drill(), report(), init(), bench(), pqc(), selftest(), list(), explain()])
    program.addCommand(inherit(command, program));
  program.addCommand(inherit(completion(), program));
  program.addCommand(inherit(complete(program), program), { hidden: true });
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
    .option(
      '--build <dir>',
      'a build folder (repeatable): the code it compiles is read wherever it stands; inside the paths it is found by itself',
      collect,
      [],
    )
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
    .option('--verify-key <file>', 'a public key or certificate that images must be signed by (repeatable)', collect, [])
    .option('--external-tools', 'let xz, zstd, unsquashfs and debugfs open what pqready does not')
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
    .option('--build <dir>', 'a build folder (repeatable): the code it compiles is read wherever it stands', collect, [])
    .addOption(new Option('--format <format>', 'output format').choices(['cyclonedx', 'json', 'table', 'sarif']).default('cyclonedx'))
    .addOption(new Option('--spec <version>', 'CycloneDX version').choices(['1.6', '1.7']).default('1.6'))
    .option('--output <file>', 'write to a file instead of stdout')
    .option('--as-of <date>', 'the timestamp of the document', parseDate)
    .option('--verify-key <file>', 'a public key or certificate that images must be signed by (repeatable)', collect, [])
    .option('--external-tools', 'let xz, zstd, unsquashfs and debugfs open what pqready does not')
    .option('--jobs <n>', 'worker threads', parseCount, 1)
    .addHelpText('after', '\nExample:\n  pqready inventory . --spec 1.7 --output bom.cdx.json')
    .action(async (paths, options) => (await import('./commands/inventory.ts')).runInventory(paths, options));
}

function drill(): Command {
  return new Command('drill')
    .summary('what falls if a mechanism falls or a key leaks: a two-page sheet')
    .description(
      'Supposes that a mechanism is broken or that a key is in other hands, and says what is hit, who can change it, how fast, which update still verifies, and what cannot be saved. A scenario, not a prediction. Several reports or bundles are drilled as a portfolio.',
    )
    .argument('<scenario>', 'broken=ALGORITHM[@DATE] (also a curve, several with commas, or shor) or leaked=KEYID[@DATE]')
    .argument('[path...]', 'folders or files of a product, report.json files, or report bundles', ['.'])
    .option('--build <dir>', 'a build folder outside the paths (repeatable)', collect, [])
    .option('--config <file>', 'the product file to trust as the operator’s own')
    .option('--no-config', 'read no product file')
    .addOption(new Option('--format <format>', 'output format').choices(['markdown', 'html', 'json']).default('markdown'))
    .option('--json', 'the same as --format json')
    .option('--output <file>', 'write to a file instead of stdout')
    .option('--as-of <date>', 'the day that the sheet speaks of', parseDate)
    .option('--jobs <n>', 'worker threads', parseCount, 1)
    .addHelpText(
      'after',
      '\nExamples:\n  pqready drill broken=ecdsa-p256@2031-01-01 examples/lumen-lock --format html --output drill.html\n  pqready drill leaked=f0c9a51f4d167463 report-a/ report-b/',
    )
    .action(async (scenario, paths, options) => (await import('./commands/drill.ts')).runDrill(scenario, paths, options));
}

function completion(): Command {
  return new Command('completion')
    .summary('a script that completes commands, options and ids in your shell')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish', 'pwsh']))
    .addHelpText('after', '\nExample:\n  source <(pqready completion bash)')
    .action(async (shell) => (await import('./commands/completion.ts')).runCompletion(shell));
}

/** What the script of `completion` calls: everything after it is what was typed. */
function complete(program: Command): Command {
  return new Command('complete')
    .argument('[word...]')
    .allowUnknownOption()
    .action(async (words) => (await import('./commands/completion.ts')).runComplete(program, words));
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
