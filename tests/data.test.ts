// What ships in profiles/: every file is read by its parser, every figure has its source, and nothing of the workshop ships with it.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFramework } from '../src/catalog/framework.ts';
import { parsePolicy } from '../src/catalog/policy.ts';
import { parseTarget } from '../src/catalog/target.ts';

interface ProfileFile {
  readonly name: string;
  readonly text: string;
}

function readFolder(folder: string): readonly ProfileFile[] {
  const url = new URL(`../profiles/${folder}/`, import.meta.url);
  if (!existsSync(url)) return [];
  const names = readdirSync(url).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }));
}

const TARGET_FILES = readFolder('targets');
const FRAMEWORK_FILES = readFolder('frameworks');
const POLICY_FILES = readFolder('policies');
const ALL = [...TARGET_FILES, ...FRAMEWORK_FILES, ...POLICY_FILES];
const targets = TARGET_FILES.map(({ name, text }) => parseTarget(text, name));

describe('every profile', () => {
  it.each([
    ['targets', TARGET_FILES, parseTarget],
    ['frameworks', FRAMEWORK_FILES, parseFramework],
    ['policies', POLICY_FILES, parsePolicy],
  ] as const)('of %s is valid and named by its id', (_, files, parse) => {
    for (const { name, text } of files) expect(`${parse(text, name).id}.json`).toBe(name);
  });

  it('carries no working notes and no path of a workshop', () => {
    for (const { name, text } of ALL) expect(text, name).not.toMatch(/read_at|\/work\/|\.\.\/shared|\/tmp\/|stored file id|\bTODO\b/);
  });
});

describe('the targets', () => {
  it('are at least twelve, from Cortex-M0+ to a Linux gateway', () => {
    expect(targets.length).toBeGreaterThanOrEqual(12);
    const isas = new Set(targets.map((target) => target.isa));
    for (const isa of ['armv6-m', 'armv7-m', 'armv7e-m', 'armv8-m', 'armv8-a', 'rv32imc', 'xtensa-lx6', 'xtensa-lx7'] as const)
      expect(isas).toContain(isa);
  });

  it('share no board or SoC name', () => {
    const names = targets.flatMap((target) => target.matches);
    expect(new Set(names).size).toBe(names.length);
  });

  it('cite where every figure stands', () => {
    for (const { id, measurements } of targets) {
      for (const { source, algorithm } of measurements) {
        expect(source.locator, `${id} ${algorithm}`).toBeDefined();
        expect(source.url, `${id} ${algorithm}`).toBeDefined();
      }
    }
  });

  it('have no round-3 figure under the name of a standard', () => {
    const standard = targets.flatMap((target) => target.measurements.filter((row) => /^(ml-kem|ml-dsa|slh-dsa)/.test(row.algorithm)));
    expect(standard.length).toBeGreaterThan(0);
    for (const row of standard) expect(JSON.stringify(row)).not.toMatch(/round.?3|kyber|dilithium|sphincs|draft/i);
    const drafts = targets.flatMap((target) =>
      target.measurements.filter((row) => row.algorithm === 'kyber' || row.algorithm === 'dilithium'),
    );
    for (const row of drafts) expect(row.note).toContain('not FIPS');
  });

  it('say of every doubtful figure why it is doubtful', () => {
    const doubtful = targets.flatMap((target) => target.measurements.filter((row) => row.build === 'doubtful'));
    expect(doubtful.length).toBeGreaterThan(0);
    for (const row of doubtful) expect(row.note?.length ?? 0).toBeGreaterThan(20);
  });

  it('give a figure of another core for stack and code alone', () => {
    const elsewhere = targets.flatMap((target) => target.measurements.filter((row) => row.core !== undefined && row.core !== target.core));
    for (const row of elsewhere) expect(['stackBytes', 'codeBytes']).toContain(row.metric);
  });

  it('give each figure once', () => {
    for (const { id, measurements } of targets) {
      const keys = measurements.map((row) => [row.algorithm, row.operation, row.metric, row.implementation, row.note ?? ''].join('|'));
      expect(new Set(keys).size, id).toBe(keys.length);
    }
  });

  it('carry the notices that the sources of their figures ask for', () => {
    for (const { id, measurements, notices } of targets) {
      const repositories = new Set(measurements.map((row) => (row.source.url ?? '').replace('https://github.com/', '')));
      for (const repository of repositories) {
        const name = repository.split('/')[1] ?? repository;
        expect(notices.join('\n'), `${id}: ${repository}`).toContain(name);
      }
    }
  });
});
