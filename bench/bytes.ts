// How fast an image is searched on one thread: all constants, identifiers and version strings in one pass; the same with zeta tables in any
// order and regions of noise; and the pass beside `yara` with a rule file of the same patterns, where that is installed.
//   npm run -s bench:bytes -- FILE [--json]
// The figures are of this machine and this file; quote the ratio.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../src/measure/quantiles.ts';
import { findEvenRegions } from '../src/scan/bytes/entropy.ts';
import { findInBytes } from '../src/scan/bytes/find.ts';
import { imagePatterns } from '../src/scan/bytes/patterns.ts';
import { findResidues } from '../src/scan/bytes/residues.ts';

const ROUNDS = 5;

function main(path: string, json: boolean): void {
  const bytes = new Uint8Array(readFileSync(path));
  imagePatterns();
  const pass = cpuMs(() => findInBytes(bytes));
  const whole = cpuMs(() => [findInBytes(bytes), findResidues(bytes), findEvenRegions(bytes)]);
  const yara = yaraCpuMs(path);
  const perSecond = (ms: number): number => Math.round(bytes.length / ms / 1000);
  const figures = {
    schemaVersion: 1,
    megabytes: bytes.length / 1e6,
    patterns: imagePatterns().patterns.length,
    passMegabytesPerSecond: perSecond(pass),
    wholeMegabytesPerSecond: perSecond(whole),
    ...(yara === undefined ? {} : { yaraMegabytesPerSecond: perSecond(yara), timesYara: Number((yara / pass).toFixed(2)) }),
  };
  const text = Object.entries(figures).map(([name, value]) => `${name.padEnd(26)} ${value}`);
  process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : `${text.join('\n')}\n`);
}

/** User time of this process, the median of a few rounds after one that warms up. */
function cpuMs(work: () => unknown): number {
  work();
  const samples = Array.from({ length: ROUNDS }, () => {
    const begun = process.cpuUsage();
    work();
    return process.cpuUsage(begun).user / 1000;
  });
  return median(samples);
}

/** User time of `yara` less what it takes on an empty file, which is the compiling of the rules; undefined where it is not installed. */
function yaraCpuMs(path: string): number | undefined {
  if (spawnSync('yara', ['--version']).error !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'pqready-bytes-'));
  try {
    const rules = join(folder, 'constants.yar');
    writeFileSync(rules, imagePatterns().patterns.map(toRule).join(''));
    writeFileSync(join(folder, 'empty'), '');
    const run = (file: string): number => {
      const { stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT=%U; time yara -p 1 "$0" "$1" >/dev/null 2>&1', rules, file], {
        encoding: 'utf8',
      });
      return Number(stderr.trim().split('\n').at(-1)) * 1000;
    };
    return (
      median(Array.from({ length: ROUNDS }, () => run(path))) - median(Array.from({ length: ROUNDS }, () => run(join(folder, 'empty'))))
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toRule(pattern: Uint8Array, index: number): string {
  return `rule p${index} { strings: $a = { ${Buffer.from(pattern).toString('hex').replace(/../g, '$& ')}} condition: $a }\n`;
}

const [path = '', ...rest] = process.argv.slice(2);
main(path, rest.includes('--json'));
