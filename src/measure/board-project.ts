// A board project as files: the program and the port of a form, the kernels, and what is written for them. Every source is ours; an SDK is the user's.

import { EXPECTED_RUNS, EXPECTED_SIGNATURES, renderExpected } from './board-expected.ts';

export type BoardForm = 'zephyr' | 'esp-idf' | 'pico-sdk' | 'mps2-an385';
export type BoardBuild = 'fast' | 'small';

/** What can be emitted. `mps2-an385` is plain bare metal for QEMU. */
export const BOARD_FORMS: readonly BoardForm[] = ['zephyr', 'esp-idf', 'pico-sdk', 'mps2-an385'];

/** A file of the project, its path with `/`. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

/** What ships: `program/*` and `<form>/**` of bench/board, and bench/kernels/src as `kernels/*`. */
export interface BoardSources {
  readonly program: readonly ProjectFile[];
  readonly form: readonly ProjectFile[];
  readonly kernels: readonly ProjectFile[];
}

/** A kernel as its own translation unit: the sources have one set at a time. */
const UNITS: readonly (readonly [name: string, source: string, define?: string])[] = [
  ['keccak', 'keccak'],
  ['mlkem512', 'mlkem', 'PQR_K 2'],
  ['mlkem768', 'mlkem', 'PQR_K 3'],
  ['mlkem1024', 'mlkem', 'PQR_K 4'],
  ['mldsa44', 'mldsa', 'PQR_SET 44'],
  ['mldsa65', 'mldsa', 'PQR_SET 65'],
  ['mldsa87', 'mldsa', 'PQR_SET 87'],
];
const KERNEL_FILES: readonly string[] = [
  'keccak.c',
  'keccak.h',
  'memory.c',
  'mldsa.c',
  'mldsa_zetas.h',
  'mlkem.c',
  'mlkem_zetas.h',
  'pqr.h',
];

/** As bench/kernels/Makefile has them. */
const OPTIONS: Readonly<Record<BoardBuild, readonly string[]>> = {
  fast: ['-O3', '-fno-schedule-insns', '-fno-tree-pre', '-fno-gcse'],
  small: ['-Os'],
};
/** The deepest call of a build on Cortex-M (ML-DSA-87 signing: 106,588 and 10,356 bytes) with room for the program and an RTOS. */
const STACK_BYTES: Readonly<Record<BoardBuild, number>> = { fast: 122_880, small: 24_576 };

/** Every file of a project, by path. */
export function toBoardProject(form: BoardForm, build: BoardBuild, sources: BoardSources): readonly ProjectFile[] {
  const units = UNITS.map(([name, source, define]) => ({ path: `units/${name}.c`, text: toUnit(source, define) }));
  const program = sources.program.map(({ path }) => path).filter((path) => path.endsWith('.c'));
  const kernels = sources.kernels.filter(({ path }) => KERNEL_FILES.includes(path.slice('kernels/'.length)));
  const written = [
    { path: 'config.h', text: toConfig(build) },
    { path: 'expected.h', text: `#include <stdint.h>\n\n${renderExpected()}` },
    form === 'mps2-an385' ? toMakeList(units, program, build) : toCmakeList(units, program, build),
    { path: 'README.md', text: toReadme(form, build) },
  ];
  const own = sources.form.map(({ path, text }) => ({ path, text: text.replace('@STACK@', String(STACK_BYTES[build])) }));
  return [...own, ...sources.program, ...kernels, ...units, ...written].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function toUnit(source: string, define: string | undefined): string {
  return `#include "../config.h"\n${define === undefined ? '' : `#define ${define}\n`}#include "../kernels/${source}.c"\n`;
}

function toConfig(build: BoardBuild): string {
  return [
    '/* Written by pqready bench emit. */',
    ...(build === 'small' ? ['#define PQR_SMALL 1'] : []),
    `#define PQR_BUILD "${build}"`,
    `#define PQR_FLAGS "${OPTIONS[build].join(' ')}${build === 'small' ? ' -DPQR_SMALL' : ''}"`,
    '#if defined(__clang__)\n#define PQR_COMPILER "clang " __VERSION__\n#else\n#define PQR_COMPILER "gcc " __VERSION__\n#endif',
    `#define PQR_STACK_BYTES ${STACK_BYTES[build]}`,
    '',
  ].join('\n');
}

function toCmakeList(units: readonly ProjectFile[], program: readonly string[], build: BoardBuild): ProjectFile {
  const files = (paths: readonly string[]): string => paths.map((path) => `  \${CMAKE_CURRENT_LIST_DIR}/${path}`).join('\n');
  const text = [
    '# Written by pqready bench emit.',
    `set(PQR_KERNELS\n${files(units.map(({ path }) => path))})`,
    `set(PQR_SOURCES \${PQR_KERNELS}\n${files(program)})`,
    `set(PQR_KERNEL_OPTIONS ${OPTIONS[build].join(' ')})`,
    '',
  ].join('\n');
  return { path: 'sources.cmake', text };
}

function toMakeList(units: readonly ProjectFile[], program: readonly string[], build: BoardBuild): ProjectFile {
  const text = [
    '# Written by pqready bench emit.',
    `PQR_KERNELS := ${units.map(({ path }) => path).join(' ')}`,
    `PQR_PROGRAM := ${program.join(' ')}`,
    `PQR_KERNEL_OPTIONS := ${OPTIONS[build].join(' ')}`,
    '',
  ].join('\n');
  return { path: 'sources.mk', text };
}

const BUILDS: Readonly<Record<BoardForm, string>> = {
  zephyr: 'west build -b <board> .\nwest flash',
  'esp-idf': 'idf.py set-target esp32c3\nidf.py build flash',
  'pico-sdk': 'cmake -B build -DPICO_BOARD=pico .\ncmake --build build     # build/pqready_board.uf2',
  'mps2-an385': 'make\nqemu-system-arm -M mps2-an385 -nographic -icount shift=0 -kernel board.elf',
};

function toReadme(form: BoardForm, build: BoardBuild): string {
  return `# pqready on a board (${form}, ${build})

Times ML-KEM and ML-DSA (${EXPECTED_RUNS} runs, ${EXPECTED_SIGNATURES} signatures of different messages) and two primitives, prints the log that \`pqready bench import\` reads,
and then answers \`pqready pqc conform\` on the same line. Portable C, not hardened for production.

\`\`\`
${BUILDS[form]}
\`\`\`

The log goes to the serial line (115200 baud, USB on a Pico); \`bench\` and a line end repeat it:

\`\`\`
stty -F /dev/ttyACM0 115200 raw && cat /dev/ttyACM0 > board.log     # until the line that begins with "end"
pqready bench import board.log --board <id of pqready list targets> --clock 64MHz
pqready pqc conform --serial /dev/ttyACM0 --timeout 120
\`\`\`

Stack is counted from the program's own frame, so up to some hundred bytes too much; an interrupt that ran on the same stack is in it.
`;
}
