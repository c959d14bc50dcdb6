// The project for a board, as bare metal in QEMU: built, run, its log imported, its driver asked by `pqc conform`. The forms for SDKs are configured by CMake
// with stand-ins for the SDKs: their syntax and their lists of files are checked, their ports are not compiled.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBoardLog } from '../../src/measure/board-logs/index.ts';
import { pqready } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'pqready-bench-emit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const emit = (form: string, ...more: readonly string[]): string => {
  const place = join(folder, [form, ...more].join(''));
  expect(pqready(['bench', 'emit', form, place, ...more])).toMatchObject({ code: 0 });
  return place;
};
const has = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;
const emulated = has('arm-none-eabi-gcc') && has('qemu-system-arm');
const RUN_MS = 300_000;

/** What a program prints, up to the end of its log: it goes on for ever, and is ended then. */
async function logOf([tool = '', ...args]: readonly string[]): Promise<string> {
  const program = spawn(tool, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let log = '';
  for await (const text of program.stdout.setEncoding('utf8')) {
    log += text;
    if (/^end .*$\n/m.test(log)) break;
  }
  program.kill();
  return log;
}

it.runIf(process.env['PQREADY_REQUIRE_ALL'] === '1')('the compiler and QEMU are there', () => {
  expect(emulated).toBe(true);
});

describe('pqready bench emit', () => {
  it('says what it wrote, and does not write over what is there', () => {
    const place = join(folder, 'twice');
    const { code, out } = pqready(['bench', 'emit', 'zephyr', place]);
    expect(code).toBe(0);
    const paths = out.trim().split('\n');
    expect(paths).toContain('src/port.c');
    expect(paths.every((path) => existsSync(join(place, path)))).toBe(true);
    expect(pqready(['bench', 'emit', 'zephyr', place])).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining('not empty; --force'),
    });
    expect(pqready(['bench', 'emit', 'zephyr', place, '--force'])).toMatchObject({ code: 0 });
    expect(pqready(['bench', 'emit', 'mbed', place])).toMatchObject({ code: 3, out: '' });
  });

  it('names the stack, the build and the flags of the kernels in the project', () => {
    const [small, fast] = [emit('zephyr'), emit('zephyr', '--build', 'fast')];
    const read = (place: string, path: string): string => readFileSync(join(place, path), 'utf8');
    expect(read(small, 'prj.conf')).toContain('CONFIG_MAIN_STACK_SIZE=24576');
    expect(read(fast, 'prj.conf')).toContain('CONFIG_MAIN_STACK_SIZE=122880');
    expect(read(small, 'config.h')).toContain('#define PQR_SMALL 1');
    expect(read(fast, 'config.h')).not.toContain('PQR_SMALL');
    expect(read(fast, 'sources.cmake')).toContain('set(PQR_KERNEL_OPTIONS -O3 ');
  });
});

describe.skipIf(!emulated)('the project as bare metal', () => {
  const built = (): string => {
    const place = join(folder, 'mps2-an385');
    if (existsSync(join(place, 'board.elf'))) return join(place, 'board.elf');
    emit('mps2-an385');
    const made = spawnSync('make', ['-s', '-C', place], { encoding: 'utf8' });
    expect([made.status, made.stderr]).toEqual([0, '']);
    return join(place, 'board.elf');
  };
  const qemu = (elf: string): readonly string[] => [
    'qemu-system-arm',
    '-M',
    'mps2-an385',
    '-nographic',
    '-icount',
    'shift=0',
    '-kernel',
    elf,
  ];

  it(
    'prints a log that is imported: every result equal to noble’s, counts near those of the counted kernels',
    async () => {
      const log = await logOf(qemu(built()));
      expect(log).not.toContain('wrong');
      const { figures, facts, format } = readBoardLog('board.log', log);
      expect(format.id).toBe('board-program');
      expect(facts).toMatchObject({
        board: 'qemu-mps2-an385',
        flags: '-Os -DPQR_SMALL',
        implementation: 'pqready kernels',
        variant: 'small',
      });
      const find = (algorithm: string, operation: string, metric: string): number =>
        figures.find((row) => row.algorithm === algorithm && row.operation === operation && row.metric === metric)?.value ?? 0;
      // bench/kernels/README.md, v7-M small: 800, 866 and 1,106 thousand instructions, a nanosecond each; stacks 4,012 and 4,988.
      expect(find('ml-kem-768', 'keygen', 'timeUs')).toBeCloseTo(800, -1);
      expect(find('ml-kem-768', 'decaps', 'timeUs')).toBeCloseTo(1106, -1);
      expect(Math.abs(find('ml-kem-768', 'keygen', 'stackBytes') - 4012)).toBeLessThan(200);
      expect(figures.filter(({ metric }) => metric === 'timeUs')).toHaveLength(18);
      expect(figures.find(({ algorithm, operation }) => algorithm === 'ml-dsa-65' && operation === 'sign')?.n).toBe(25);
    },
    RUN_MS,
  );

  it(
    'answers the conformance driver on the same line',
    () => {
      const { code, err, out } = pqready(['pqc', 'conform', '--algorithm', 'ml-kem-512', '--timeout', '240', '--', ...qemu(built())]);
      expect(`${out}${err}`).toContain('pqready kernels on a board on qemu-mps2-an385: met');
      expect(code).toBe(0);
    },
    RUN_MS,
  );
});

/** Stand-ins for the functions of the SDKs that the projects call. */
const SDKS: readonly (readonly [form: string, variable: string, file: string, text: string])[] = [
  [
    'pico-sdk',
    'PICO_SDK_PATH',
    'pico_sdk_init.cmake',
    `set(PICO_BOARD pico)\nforeach(name pico_sdk_init pico_enable_stdio_usb pico_enable_stdio_uart pico_add_extra_outputs)\n  function(\${name})\n  endfunction()\nendforeach()\n`,
  ],
  [
    'esp-idf',
    'IDF_PATH',
    'tools/cmake/project.cmake',
    `function(idf_component_register)\n  cmake_parse_arguments(A "" "" "SRCS" \${ARGN})\n  add_library(main STATIC \${A_SRCS})\nendfunction()\nmacro(project name)\n  _project(\${name} C)\n  add_subdirectory(main)\nendmacro()\n`,
  ],
  ['zephyr', 'ZEPHYR_BASE', 'ZephyrConfig.cmake', `macro(project name)\n  _project(\${name} C)\n  add_library(app STATIC)\nendmacro()\n`],
];

describe.skipIf(!has('cmake'))('the projects for SDKs', () => {
  it.each(SDKS)('%s is configured by CMake', (form, variable, file, text) => {
    const [place, sdk] = [emit(form, '--force'), join(folder, `sdk-${form}`)];
    mkdirSync(join(sdk, file, '..'), { recursive: true });
    writeFileSync(join(sdk, file), text);
    const { status, stderr } = spawnSync('cmake', ['-S', place, '-B', join(folder, `build-${form}`)], {
      encoding: 'utf8',
      env: { ...process.env, [variable]: sdk },
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});
