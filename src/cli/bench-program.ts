// The commands of `pqready bench`: their options and one example each. A command's work is loaded when it runs.

import { Argument, Command, Option } from 'commander';
import { collect, parseClock, parseCount, parseWhole } from './options.ts';

/** `pqready bench …`. */
export function bench(): Command {
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
    .summary('what post-quantum operations cost: host, target, elf, import, emit, project')
    .addCommand(host)
    .addCommand(target)
    .addCommand(elf)
    .addCommand(importLog())
    .addCommand(emit())
    .addCommand(project);
}

function importLog(): Command {
  return new Command('import')
    .summary('read the log of your own board: pqm4, mlkem-native, wolfCrypt, openssl speed, liboqs and others')
    .description(
      'Reads what a benchmark printed on a board and prints it as measurements. A log that is cut, broken or impossible gives an error with its line and no figure. docs/board-logs.md has the formats.',
    )
    .argument('<log>', 'a file, or - for standard input')
    .option('--board <name>', 'the board: a target of pqready list targets, or one of its names')
    .option('--clock <hz>', 'the clock that the core ran at: 64MHz', parseClock)
    .option('--compiler <text>', 'compiler and version')
    .option('--flags <text>', 'flags of the compiler')
    .option('--implementation <text>', 'library and version')
    .option('--variant <text>', 'the build of it: m4fspeed, clean')
    .addOption(new Option('--class <class>', 'how it is written').choices(['assembly', 'c', 'low-ram']))
    .option('--wait-states <n>', 'wait states of the memory that the code ran from', parseWhole)
    .option('--keccak <text>', 'how Keccak is built: C, assembly, hardware')
    .addOption(new Option('--revision <revision>', 'of the scheme').choices(['fips', 'round-3']))
    .option('--algorithm <id>', 'the algorithm, where the log does not name it')
    .option('--format <id>', 'the format, where it is not recognised')
    .option('--anchors', 'print the anchors that pqready bench project --anchor reads')
    .option('--no-prompt', 'do not ask on a terminal for what is not known')
    .option('--json', 'print JSON, which pqready assess --measurements reads')
    .addHelpText(
      'after',
      '\nExample:\n  pqready bench import pqm4.log --algorithm ml-kem-768 --board nucleo_l4r5zi --clock 24MHz --json > board.json',
    )
    .action(async (file, options) => (await import('./commands/bench-import.ts')).runBenchImport(file, options));
}

function emit(): Command {
  return new Command('emit')
    .summary('write a small project that measures the benchmark kernels on your board')
    .description(
      'Writes a project for an SDK: it times ML-KEM and ML-DSA on the board, prints what pqready bench import reads, and answers pqready pqc conform on the same line.',
    )
    .addArgument(
      new Argument('<form>', 'the SDK; mps2-an385 is bare metal for QEMU').choices(['zephyr', 'esp-idf', 'pico-sdk', 'mps2-an385']),
    )
    .argument('<dir>', 'a folder that is new or empty')
    .addOption(
      new Option('--build <name>', 'fast (-O3, 120 KB of stack) or small (-Os, 24 KB of stack)')
        .choices(['fast', 'small'])
        .default('small'),
    )
    .option('--force', 'write into a folder that is not empty')
    .addHelpText('after', '\nExample:\n  pqready bench emit zephyr ./pqready-board')
    .action(async (form, dir, options) => (await import('./commands/bench-emit.ts')).runBenchEmit(form, dir, options));
}
