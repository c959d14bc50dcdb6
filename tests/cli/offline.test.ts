import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BIN, EXAMPLE, REPOSITORY } from './run-cli.ts';

// `unshare` of util-linux gives a process a network namespace of its own, with no interface up: not even loopback.
const NAMESPACE = ['--user', '--map-root-user', '--net'];
const possible = spawnSync('unshare', [...NAMESPACE, 'true']).status === 0;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-offline-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(!possible && process.env['PQREADY_REQUIRE_ALL'] === undefined)('does the main job in an empty network namespace', () => {
  const network = spawnSync('unshare', [...NAMESPACE, 'cat', '/proc/net/route'], { encoding: 'utf8' });
  expect(network.stdout.trim().split('\n')).toHaveLength(1); // the heading alone: there is no route
  const { status, stderr } = spawnSync(
    'unshare',
    [...NAMESPACE, process.execPath, BIN, 'assess', EXAMPLE, '--out', join(folder, 'report')],
    {
      encoding: 'utf8',
      cwd: REPOSITORY,
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: `Report: ${join(folder, 'report/index.html')}\n` });
});

it('says plainly that it is not built where install scripts were disabled', () => {
  const launcher = join(folder, 'bin/pqready.js');
  spawnSync('cp', ['-r', join(REPOSITORY, 'bin'), folder]);
  const { status, stderr } = spawnSync(process.execPath, [launcher, 'assess'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 3, stderr: 'pqready: not built yet (install scripts were disabled). Run: npm run build\n' });
});
