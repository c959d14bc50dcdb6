// Every format against a log that we wrote after its grammar, and what is made of logs that are cut, changed or impossible: an error that names the
// line, never a figure. Expected values are what stands in the logs.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOG_FORMATS, readBoardLog } from '../../src/measure/board-logs/index.ts';
import type { LogFigure } from '../../src/measure/board-logs/log.ts';
import { toLogAlgorithm } from '../../src/measure/board-logs/names.ts';
import { PqreadyError } from '../../src/model/errors.ts';

const FOLDER = new URL('../fixtures/board-logs/', import.meta.url).pathname;
const LOGS = readdirSync(FOLDER).sort();
const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

type Row = readonly (string | number | undefined)[];
const toRow = ({ algorithm, operation, metric, value, statistic, n }: LogFigure): Row => [
  algorithm,
  operation,
  metric,
  value,
  statistic,
  ...(n === undefined ? [] : [n]),
];
const rowsOf = (name: string): readonly Row[] => readBoardLog(name, textOf(name)).figures.map(toRow);

/** The message of the error, or the figures where there was none. */
function refusal(text: string, format?: string): string {
  try {
    return `read ${JSON.stringify(readBoardLog('x.log', text, format).figures.map(toRow))}`;
  } catch (error) {
    if (error instanceof PqreadyError && error.code === 'bad-input') return error.message;
    throw error;
  }
}

describe('the formats', () => {
  it.each([
    ['board-program.log', 'board-program'],
    ['mupq-serial-kem.log', 'mupq-serial'],
    ['mupq-serial-stack.log', 'mupq-serial'],
    ['mupq.csv', 'mupq-csv'],
    ['mlkem-native.log', 'mlkem-native'],
    ['benchmark-action.json', 'benchmark-action'],
    ['wolfcrypt.log', 'wolfcrypt'],
    ['securemark.log', 'securemark'],
    ['securemark-monitor.log', 'securemark'],
    ['openssl-speed.log', 'openssl-speed'],
    ['openssl-speed-mr.log', 'openssl-speed'],
    ['liboqs.log', 'liboqs'],
    ['liboqs-ns.log', 'liboqs'],
    ['libcrux-iot.log', 'libcrux-iot'],
    ['rp2040.csv', 'rp2040-csv'],
    ['pqcbench.log', 'pqcbench'],
    ['pqrv.log', 'pqrv'],
  ])('%s is recognised as %s, and as nothing else', (name, format) => {
    const text = textOf(name);
    expect(readBoardLog(name, text).format.id).toBe(format);
    const lines = text.split('\n');
    expect(LOG_FORMATS.filter(({ recognises }) => recognises({ name, lines, ended: true })).map(({ id }) => id)).toEqual([format]);
  });

  it('have a log each', () => {
    expect([...new Set(LOGS.map((name) => readBoardLog(name, textOf(name)).format.id))].sort()).toEqual(
      LOG_FORMATS.map(({ id }) => id).sort(),
    );
  });
});

describe('the figures', () => {
  it('of pqm4 on the serial line are means over the iterations, with least and greatest', () => {
    expect(rowsOf('mupq-serial-kem.log')).toEqual([
      [undefined, 'keygen', 'cycles', 601150, 'mean', 2],
      [undefined, 'encaps', 'cycles', 706010, 'mean', 2],
      [undefined, 'decaps', 'cycles', 893880, 'mean', 2],
    ]);
    expect(readBoardLog('x', textOf('mupq-serial-kem.log')).figures[0]?.spread).toEqual({ min: 601120, max: 601180 });
    expect(rowsOf('mupq-serial-stack.log')).toEqual([
      [undefined, 'keygen', 'stackBytes', 2796, 'single', 1],
      [undefined, 'sign', 'stackBytes', 6608, 'single', 1],
      [undefined, 'verify', 'stackBytes', 2712, 'single', 1],
    ]);
  });

  it('of pqm4’s table keep build, runs and range; shares of hashing are none', () => {
    const { figures } = readBoardLog('x', textOf('mupq.csv'));
    expect(figures).toHaveLength(3 + 3 + 3 + 3 + 1);
    expect(figures.find(({ algorithm, operation }) => algorithm === 'ml-dsa-44' && operation === 'sign')).toMatchObject({
      value: 12300400,
      n: 1000,
      spread: { min: 3200000, max: 70100000 },
      implementation: 'm4fstack',
      line: 8,
    });
    expect(figures.at(-1)).toMatchObject({ metric: 'codeBytes', value: 16000, operation: 'keygen' });
  });

  it('of mlkem-native are medians with the 99th percentile', () => {
    expect(rowsOf('mlkem-native.log')).toEqual([
      ['ml-kem-768', 'keygen', 'cycles', 1012000, 'median'],
      ['ml-kem-768', 'encaps', 'cycles', 1098000, 'median'],
      ['ml-kem-768', 'decaps', 'cycles', 1301000, 'median'],
    ]);
    expect(readBoardLog('x', textOf('mlkem-native.log')).figures[2]?.spread).toEqual({ p99: 1301300 });
    expect(rowsOf('benchmark-action.json')).toEqual([
      ['ML-KEM-512', 'keygen', 'cycles', 647000, 'median'],
      ['ML-KEM-512', 'encaps', 'cycles', 702000, 'median'],
      ['ML-KEM-512', 'decaps', 'cycles', 861000, 'median'],
    ]);
  });

  it('of data.js are those of the newest commit', () => {
    const bench = (value: number) => [{ name: 'ML-DSA-65 sign', unit: 'cycles', value }];
    const entries = { 'Cortex-M55': [{ benches: bench(9_000_000) }, { benches: bench(8_000_000) }] };
    const js = (all: unknown): string => `window.BENCHMARK_DATA = ${JSON.stringify({ entries: all }, null, 1)};\n`;
    expect(readBoardLog('data.js', js(entries)).figures.map(toRow)).toEqual([['ML-DSA-65', 'sign', 'cycles', 8_000_000, 'median']]);
    expect(refusal(js({ ...entries, Other: [] }))).toContain('expected the results of one suite, got 2');
  });

  it('of wolfCrypt are seconds by runs, whatever average the port prints', () => {
    expect(rowsOf('wolfcrypt.log')).toEqual([
      ['RSA 2048', 'verify', 'timeUs', 25500, 'mean', 40],
      ['ML-KEM 768', 'keygen', 'timeUs', 12550, 'mean', 80],
      ['ML-KEM 768', 'encaps', 'timeUs', 14300, 'mean', 70],
      ['KYBER512', 'encaps', 'timeUs', 11200, 'mean', 90],
      ['ML-DSA 44', 'sign', 'timeUs', 275000, 'mean', 4],
      ['X25519', 'keygen', 'timeUs', 418333.333, 'mean', 3],
      ['ECDH SECP256R1', 'keyagree', 'timeUs', 1095000, 'mean', 2],
      ['ECDSA SECP256R1', 'sign', 'timeUs', 1110000, 'mean', 2],
    ]);
    expect(readBoardLog('x', textOf('wolfcrypt.log')).facts).toEqual({ implementation: 'wolfCrypt 5.8.2' });
  });

  it('of openssl speed are those of the column with more digits, with the runs of stderr', () => {
    expect(rowsOf('openssl-speed.log')).toEqual([
      ['ML-KEM-768', 'keygen', 'timeUs', 2000, 'mean', 1500],
      ['ML-KEM-768', 'encaps', 'timeUs', 2500, 'mean', 1200],
      ['ML-KEM-768', 'decaps', 'timeUs', 3333, 'mean', 900],
      ['ML-DSA-65', 'keygen', 'timeUs', 5000, 'mean'],
      ['ML-DSA-65', 'sign', 'timeUs', 20000, 'mean'],
      ['ML-DSA-65', 'verify', 'timeUs', 4000, 'mean'],
      ['ecdsa nistp256', 'sign', 'timeUs', 1000, 'mean'],
      ['ecdsa nistp256', 'verify', 'timeUs', 3000.3, 'mean'],
      ['X25519', 'keyagree', 'timeUs', 800, 'mean'],
    ]);
    expect(readBoardLog('x', textOf('openssl-speed.log')).facts).toEqual({
      implementation: 'OpenSSL 3.5.1',
      compiler: 'arm-linux-gnueabihf-gcc',
      flags: '-O2 -march=armv7-a',
    });
    expect(rowsOf('openssl-speed-mr.log')).toEqual([
      ['ML-KEM-768', 'keygen', 'timeUs', 2000, 'mean', 1500],
      ['ML-KEM-768', 'encaps', 'timeUs', 2500, 'mean', 1200],
      ['ecdsa 256', 'sign', 'timeUs', 1000, 'mean', 3000],
    ]);
    expect(refusal('+F9:0:500.0:400.0:300.0\n')).toContain('x.log:1: the rates of -mr carry no names');
  });

  it('of liboqs are cycles and times, in the unit of the column', () => {
    expect(rowsOf('liboqs.log').slice(0, 2)).toEqual([
      ['ML-KEM-512', 'keygen', 'cycles', 120332, 'mean', 24931],
      ['ML-KEM-512', 'keygen', 'timeUs', 120.332, 'mean', 24931],
    ]);
    expect(readBoardLog('x', textOf('liboqs.log')).facts).toMatchObject({ implementation: 'liboqs 0.14.0', compiler: 'gcc (12.2.0)' });
    expect(rowsOf('liboqs-ns.log')).toEqual([['ML-DSA-44', 'sign', 'timeUs', 1000, 'mean', 3000]]);
  });

  it('of libcrux-iot take the set from the line above, and stacks from their title', () => {
    expect(rowsOf('libcrux-iot.log')).toEqual([
      ['ML-KEM-512', 'keygen', 'cycles', 690200, 'mean', 2],
      ['ML-KEM-512', 'encaps', 'cycles', 736100, 'single', 1],
      ['ML-KEM-1024', 'keygen', 'stackBytes', 34000, 'single', 1],
    ]);
    expect(readBoardLog('x', textOf('libcrux-iot.log')).facts?.clockHz).toBe(16_000_000);
  });

  it('of the RP2040 suite are the runs, and summaries where there are none', () => {
    expect(rowsOf('rp2040.csv')).toEqual([
      ['ML-KEM-512', 'keygen', 'timeUs', 10000, 'mean', 3],
      ['ML-DSA-44', 'verify', 'timeUs', 50000, 'mean'],
      ['ML-KEM-512', 'keygen', 'stackBytes', 6200, 'single', 1],
    ]);
  });

  it('of pqcbench, PQRV and SecureMark', () => {
    expect(rowsOf('pqcbench.log')).toEqual([
      ['ML-KEM-512', 'keygen', 'timeUs', 300, 'mean', 10000],
      ['ML-KEM-512', 'encaps', 'timeUs', 319.415, 'mean', 9400],
    ]);
    expect(rowsOf('pqrv.log')).toEqual([
      [undefined, 'keygen', 'cycles', 1900000, 'median'],
      [undefined, 'sign', 'cycles', 8300000, 'mean'],
      [undefined, 'verify', 'cycles', 2000000, 'median'],
    ]);
    expect(readBoardLog('x', textOf('pqrv.log')).probes).toEqual({ keccakCycles: 7800 });
    expect(rowsOf('securemark.log')).toEqual([
      ['ECDH secp256r1', 'keyagree', 'timeUs', 200000, 'mean'],
      ['ECDSA secp256r1', 'sign', 'timeUs', 100000, 'mean'],
      ['ECDSA secp256r1', 'verify', 'timeUs', 250000, 'mean'],
    ]);
    expect(rowsOf('securemark-monitor.log')).toEqual([['ECDSA secp256r1', 'sign', 'timeUs', 100000, 'mean', 50]]);
  });

  it('of our own program, with its facts and probes', () => {
    const read = readBoardLog('x', textOf('board-program.log'));
    expect(read.figures.map(toRow)).toEqual([
      ['ml-kem-768', 'keygen', 'cycles', 1103000, 'mean', 2],
      ['ml-kem-768', 'keygen', 'stackBytes', 4004, 'max', 2],
      ['ml-kem-768', 'encaps', 'cycles', 1198000, 'single', 1],
      ['ml-kem-768', 'encaps', 'stackBytes', 4924, 'single', 1],
      ['ml-kem-768', 'decaps', 'cycles', 1412000, 'single', 1],
      ['ml-kem-768', 'decaps', 'stackBytes', 4948, 'single', 1],
    ]);
    expect(read.probes).toEqual({ keccakCycles: 13000, mlKemNttCycles: 13500 });
    expect(read.facts).toMatchObject({ board: 'nrf52840dk', clockHz: 64_000_000, implementation: 'pqready kernels', variant: 'fast' });
  });

  it('are the same through a serial monitor: CR LF, colours, a byte order mark', () => {
    for (const name of LOGS.filter((each) => !each.endsWith('.json'))) {
      const marred = `\ufeff${textOf(name).replaceAll('\n', '\r\r\n').replace(/^/, '\u001b[0;32m')}`;
      expect([name, readBoardLog(name, marred).figures.map(toRow)]).toEqual([name, rowsOf(name)]);
    }
  });
});

describe('names', () => {
  it.each([
    ['mlkem768', { algorithm: 'ml-kem-768' }],
    ['ML-DSA 44', { algorithm: 'ml-dsa-44' }],
    ['KYBER512', { algorithm: 'kyber', parameterSet: 'KYBER512' }],
    ['dilithium2', { algorithm: 'dilithium', parameterSet: 'dilithium2' }],
    ['X25519MLKEM768', { algorithm: 'x25519mlkem768' }],
    ['p256_mlkem512', { algorithm: 'unrecognised', parameterSet: 'p256_mlkem512' }],
    ['rsa 2048', { algorithm: 'rsa', parameterSet: '2048' }],
    ['ECDSA SECP256R1', { algorithm: 'ecdsa', parameterSet: 'secp256r1' }],
    ['constructor', { algorithm: 'unrecognised', parameterSet: 'constructor' }],
  ])('%s', (written, expected) => {
    expect(toLogAlgorithm(written)).toEqual(expected);
  });
});

/** What is changed in a log, and what the error must say. */
const BROKEN: readonly (readonly [log: string, from: string | RegExp, to: string, says: string])[] = [
  ['mupq-serial-kem.log', '\n#\n', '\n', 'x.log:25: expected "#", the end of what began on line 1: the log is cut'],
  ['mupq-serial-kem.log', '601120', '60112O', 'x.log:3: keypair cycles: expected a whole number above zero, got "60112O"'],
  ['mupq-serial-kem.log', '706004', '-706004', 'x.log:6: encaps cycles: expected a whole number above zero'],
  ['mupq-serial-kem.log', '893889', '99999999999999999999', 'x.log:21: decaps cycles'],
  ['mupq-serial-kem.log', 'OK KEYS', 'ERROR KEYS', 'x.log:11: the board says "ERROR KEYS": its results are wrong'],
  ['mupq-serial-kem.log', 'decaps cycles:\n893889\n', '', 'x.log:18: expected as many of each operation, got 2, 2, 1'],
  ['mupq-serial-kem.log', 'encaps cycles:\n706016', 'sign cycles:\n706016', 'got those of a KEM and of a signature scheme'],
  [
    'mupq.csv',
    '[cycles] (mean)',
    '[kilocycles] (mean)',
    'expected columns in [cycles] or [bytes], got "Key Generation [kilocycles] (mean)"',
  ],
  ['mupq.csv', '650100,650000,650200', '650100,650150,650200', 'x.log:5: Key Generation [cycles] (mean): expected least ≤ mean ≤ greatest'],
  ['mupq.csv', /,3240100,3240000.*/s, ',3240100\n', 'x.log:8: expected 11 cells'],
  ['mlkem-native.log', '    decaps cycles = 1301000\n', '', 'x.log:3: expected decaps behind: the log is cut'],
  ['mlkem-native.log', '1012000\n', '1012000 ns\n', 'x.log:2'],
  ['mlkem-native.log', /\n {4}encaps percentiles[\s\S]*$/, '\n', 'expected percentiles of 3 operations, got 1: the log is cut'],
  ['mlkem-native.log', '1098000 1098020', '1098001 1098020', 'x.log:8: encaps percentiles: expected 1098000 at 50'],
  ['mlkem-native.log', '1300940 1300960', '1300960 1300940', 'x.log:9: decaps percentiles: expected numbers that do not fall'],
  [
    'benchmark-action.json',
    '"cycles", "value": 702000',
    '"ticks", "value": 702000',
    'x.log:3: ML-KEM-512 encaps: expected ns, us, ms or s, got "ticks"',
  ],
  ['benchmark-action.json', '702000 },', '702000 }', 'x.log:4: expected JSON that is whole'],
  [
    'wolfcrypt.log',
    'avg 12.550 ms',
    'avg 12550.000 ms',
    'x.log:7: ML-KEM 768    192  key gen: the figures of the line contradict each other',
  ],
  ['wolfcrypt.log', 'took 1.001 sec, avg 14.300 ms, 69.930 ops/sec', 'took 1.001 sec, avg', 'x.log:8: expected "… ops took … sec'],
  ['wolfcrypt.log', '90 ops took', '0 ops took', 'x.log:9: KYBER512    128    encap: expected a whole number above zero, got "0"'],
  [
    'securemark.log',
    '#06 ips=         10.000 crc=0x3a47',
    '#06 ips=         10.000 crc=0x3a48',
    'x.log:8: the result is wrong (crc 0x3a48, expected 0x3a47)',
  ],
  ['securemark.log', /Component #12[\s\S]*$/, '', 'expected 14 components and the score, got 12'],
  ['securemark-monitor.log', 'm-lap-us-6000000\n', '', 'x.log:5: ecdsa_sign: expected two times of m-lap-us'],
  [
    'securemark-monitor.log',
    'm-ecdsa_sign-finish\n',
    'e-ecdsa_sign-[Failed to sign]\n',
    'x.log:6: the board says "e-ecdsa_sign-[Failed to sign]"',
  ],
  ['openssl-speed.log', '0.002500s', '0.025000s', 'x.log:10: ML-KEM-768 encaps: the figures of the line contradict each other'],
  ['openssl-speed.log', '     500.0     400.0     300.0', '     500.0     400.0', 'x.log:10: expected 3 times in s and as many rates'],
  ['openssl-speed-mr.log', '+R16:1200:ML-KEM-768:3.00\n', '', 'x.log:4: expected the result of ML-KEM-768 encaps before'],
  ['liboqs.log', 'Time (us): mean', 'Time (ticks): mean', 'x.log:8: expected a column "Time (us): mean"'],
  [
    'liboqs.log',
    '|         150.000 |',
    '|      150000.000 |',
    'x.log:12: ML-KEM-512 encaps: the figures of the line contradict each other',
  ],
  ['liboqs.log', /(\| {9}200\.000) \|.*\n/, '$1\n', 'x.log:13: expected 7 columns, got 4: the line is cut'],
  ['libcrux-iot.log', 'b,d,bench_encaps,0,736100\n', '', 'expected the end of bench_encaps,0 before'],
  ['libcrux-iot.log', 'bench_keygen,0,690100', 'bench_keygen,0', 'x.log:4: bench_keygen cycles: expected a whole number'],
  ['rp2040.csv', '9900,2', '9900', 'x.log:2: expected algorithm, operation, level, microseconds and run'],
  ['rp2040.csv', 'mean=10000', 'mean=10.000', 'x.log:4: '],
  ['rp2040.csv', '6200 bytes', '6200 words', 'x.log:5: expected "# STACK <algorithm> <operation> <level>: <n> bytes", got "words"'],
  ['pqcbench.log', 'encap-count: 9400\n', '', 'x.log:6: expected encap-microsec, encap-count and encap-persec together'],
  ['pqcbench.log', 'keygen-persec: 3333', 'keygen-persec: 3', 'x.log:4: ML-KEM-512 keygen: the figures of the line contradict each other'],
  ['pqrv.log', '8300000 cycles', '8300000 us', 'x.log:4: sign with rand: expected "<number> cycles"'],
  ['board-program.log', 'keygen 1102000', 'keygen 1102001', 'the checksum of the runs is another'],
  ['board-program.log', 'run ml-kem-768 decaps 1412000 cycles stack 4948\n', '', 'expected 6 lines of runs and probes, got 5'],
  ['board-program.log', /end 6.*\n/, '', 'expected "end <lines> <checksum>": the log is cut'],
  ['board-program.log', 'pqready-board 1', 'pqready-board 2', 'reads no other version'],
  ['board-program.log', 'probe keccak', 'wrong ml-kem-768\nprobe keccak', 'the board says "wrong ml-kem-768"'],
];

describe('a broken log gives an error with its line, and no figure', () => {
  it.each(BROKEN)('%s: %s → %s', (name, from, to, says) => {
    const broken = textOf(name).replace(from, to);
    expect(broken).not.toBe(textOf(name));
    expect(refusal(broken, readBoardLog(name, textOf(name)).format.id)).toContain(says);
  });

  it('also where it ends within the line of a figure', () => {
    for (const name of ['wolfcrypt.log', 'liboqs.log', 'openssl-speed.log', 'pqrv.log', 'libcrux-iot.log', 'rp2040.csv', 'pqcbench.log']) {
      const figures = readBoardLog(name, textOf(name)).figures;
      const last = Math.max(...figures.map(({ line }) => line));
      const cut = textOf(name).split('\n').slice(0, last).join('\n');
      expect([name, refusal(cut)]).toEqual([name, expect.stringMatching(/^x\.log:\d+: /)]);
    }
  });

  it('says what it reads where it knows none of it', () => {
    expect(refusal('hello\n')).toContain('x.log:1: expected a log of one of: the program of pqready bench emit; pqm3 and pqm4');
    expect(refusal('')).toContain('expected a log of one of');
  });
});

describe('whatever stands in a log', () => {
  const starts = fc.constantFrom(...LOGS.map(textOf));
  const format = fc.option(fc.constantFrom(...LOG_FORMATS.map(({ id }) => id)), { nil: undefined });

  it('a cut never adds a figure or changes one but by leaving out runs', () => {
    fc.assert(
      fc.property(starts, fc.nat(), (text, at) => {
        const said = refusal(text.slice(0, at % text.length));
        expect(said).toMatch(/^(x\.log:\d+: |read )/);
      }),
      { numRuns: 300 },
    );
  });

  it('reading ends in figures above zero or in an error that names a line', () => {
    const changed = fc
      .tuple(
        starts,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '\n', '9', '-', ' ', ':', ',', 'cycles', '0', 'e9', '"', '|', '\u0000'))),
      )
      .map(([text, changes]) =>
        changes.reduce((sum, [at, put]) => sum.slice(0, at % sum.length) + put + sum.slice((at % sum.length) + 1), text),
      );
    fc.assert(
      fc.property(
        fc.oneof(changed, fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 })),
        format,
        (text, which) => {
          const said = refusal(text, which);
          expect(said).toMatch(/^(x\.log:\d+: |read )/);
          if (said.startsWith('read ')) for (const [, , , value] of JSON.parse(said.slice(5))) expect(value).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a megabyte of one character or of one beginning is answered at once', () => {
    const pieces = [
      '\r',
      ' ',
      '1',
      'a',
      '|',
      ',',
      '[',
      '+R1:',
      'keypair cycles:',
      'ML-KEM 768 ',
      'b,d,',
      '= ',
      ' 1 ops took ',
      '\u001b[',
      '/s ',
      '=\n',
      '\n',
    ];
    for (const piece of pieces) for (const { id } of LOG_FORMATS) refusal(piece.repeat(2 ** 20 / piece.length), id);
  }, 60_000);
});
