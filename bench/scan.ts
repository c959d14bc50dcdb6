// What a scan costs on a real tree, each part apart and never summed: walk, ignore rules and prefilter against ripgrep with the same
// literals on one thread; the scanners on the candidates; the peak of memory.
//   npm run -s bench:scan -- DIR [--json]
// The figures are of this machine and this tree; quote the ratios.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromDirectory } from '../src/io/directory.ts';
import { loadGrammar } from '../src/io/package-files.ts';
import { median } from '../src/measure/quantiles.ts';
import type { FileScanner } from '../src/model/world.ts';
import { type Candidate, gather, scanBatch } from '../src/scan/gather.ts';
import { SCANNERS } from '../src/scan/index.ts';

const ROUNDS = 5;
const MEGABYTE = 1e6;

interface Cost {
  readonly cpuMs: number;
  readonly wallMs: number;
}

async function main(folder: string, json: boolean): Promise<void> {
  const coverage = (await findCandidates(folder)).coverage;
  const walk = await timed(() => findCandidates(folder));
  const whole = await timed(() =>
    gather(fromDirectory(folder), { scanners: SCANNERS, run: (batch) => scanBatch(batch, SCANNERS, { loadGrammar }) }),
  );
  const ripgrep = ripgrepCpuMs(folder);
  const candidateMegabytes = coverage.candidateBytes / MEGABYTE;
  const parseMs = whole.cpuMs - walk.cpuMs;
  const figures = {
    schemaVersion: 1,
    rounds: ROUNDS,
    files: coverage.files,
    megabytes: coverage.bytes / MEGABYTE,
    candidateFiles: coverage.candidateFiles,
    candidateMegabytes,
    walkAndPrefilter: { ...walk, megabytesPerSecond: (coverage.bytes / MEGABYTE / walk.cpuMs) * 1000 },
    ripgrepCpuMs: ripgrep,
    cpuRatioToRipgrep: ripgrep === undefined ? undefined : walk.cpuMs / ripgrep,
    scanners: { cpuMs: parseMs, megabytesPerSecond: (candidateMegabytes / parseMs) * 1000 },
    whole,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
  };
  process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : toText(figures));
}

function toText(figures: object): string {
  const lines = Object.entries(figures).map(
    ([name, value]) => `${name.padEnd(22)} ${typeof value === 'number' ? value.toFixed(2) : JSON.stringify(value, round)}`,
  );
  return `${lines.join('\n')}\n`;
}

function round(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value;
}

/** Walk, ignore rules and prefilter; the scanners themselves are left out. */
function findCandidates(folder: string): ReturnType<typeof gather> {
  const silent = SCANNERS.map((scanner): FileScanner => ({ ...scanner, scan: () => [] }));
  return gather(fromDirectory(folder), { scanners: silent, run: async (_: readonly Candidate[]) => [] });
}

async function timed(work: () => Promise<unknown>): Promise<Cost> {
  const samples: Cost[] = [];
  for (let count = 0; count < ROUNDS; count++) {
    const cpu = process.cpuUsage();
    const wall = performance.now();
    await work();
    const { user, system } = process.cpuUsage(cpu);
    samples.push({ cpuMs: (user + system) / 1000, wallMs: performance.now() - wall });
  }
  return { cpuMs: median(samples.map((sample) => sample.cpuMs)), wallMs: median(samples.map((sample) => sample.wallMs)) };
}

/** User and system time of `rg -j1` for the same literals; undefined where ripgrep is not installed. */
function ripgrepCpuMs(folder: string): number | undefined {
  const scratch = mkdtempSync(join(tmpdir(), 'pqready-bench-'));
  const list = join(scratch, 'literals');
  writeFileSync(list, `${[...new Set(SCANNERS.flatMap((scanner) => scanner.literals ?? []))].join('\n')}\n`);
  const script = 'TIMEFORMAT="%U %S"; time rg -j1 --no-messages -l -F -f "$1" "$2" >/dev/null';
  const samples = Array.from({ length: ROUNDS }, () => spawnSync('bash', ['-c', script, 'bash', list, folder], { encoding: 'utf8' }));
  rmSync(scratch, { recursive: true });
  const seconds = samples.map(({ stderr }) =>
    stderr
      .trim()
      .split(/\s+/)
      .slice(-2)
      .map(Number)
      .reduce((sum, each) => sum + each, 0),
  );
  return seconds.some((each) => !Number.isFinite(each) || each === 0) ? undefined : median(seconds) * 1000;
}

const [folder, flag] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run -s bench:scan -- DIR [--json]\n');
  process.exitCode = 3;
} else {
  await main(folder, flag === '--json');
}
