import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BIN, EXAMPLE, pqready } from './run-cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const AS_OF = ['--as-of', '2026-11-23'];

function put(path: string, content: string | Uint8Array): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function bundleOf(out: string): Map<string, string> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => [join(entry.parentPath, entry.name).slice(out.length), readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );
}

describe('pqready assess', () => {
  it('writes the bundle of the example and says where the report is', () => {
    const { code, out, err } = pqready(['assess', EXAMPLE, '--out', join(folder, 'report'), ...AS_OF]);
    expect({ code, err }).toEqual({ code: 0, err: `Report: ${join(folder, 'report/index.html')}\n` });
    expect(out).toContain('as of 2026-11-23');
    expect([...bundleOf(join(folder, 'report')).keys()].sort()).toEqual([
      '/MANIFEST.sha256',
      '/evidence/facts.ndjson',
      '/findings.sarif',
      '/index.html',
      '/inventory.cdx.json',
      '/plan.csv',
      '/plan.md',
      '/report.json',
      '/report.md',
      '/statement.intoto.json',
    ]);
  });

  it('names on the page the digests of the files beside it', () => {
    pqready(['assess', EXAMPLE, '--out', join(folder, 'report'), ...AS_OF]);
    const bundle = bundleOf(join(folder, 'report'));
    for (const file of ['/report.json', '/evidence/facts.ndjson']) {
      expect(bundle.get('/index.html')).toContain(
        createHash('sha256')
          .update(bundle.get(file) ?? '')
          .digest('hex'),
      );
    }
  });

  it('gives identical bytes in two folders, in two runs, with one worker and two', () => {
    cpSync(EXAMPLE, join(folder, 'deep/er/lumen-lock'), { recursive: true });
    const runs = [
      [EXAMPLE, '--jobs', '1'],
      [join(folder, 'deep/er/lumen-lock'), '--jobs', '1'],
      [EXAMPLE, '--jobs', '2'],
    ].map((args, index) => {
      const out = join(folder, `out${index}`);
      expect(pqready(['assess', ...args, '--out', out, ...AS_OF]).code).toBe(0);
      return bundleOf(out);
    });
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
  });

  it('prints no absolute path, user name or host name into any output', () => {
    cpSync(EXAMPLE, join(folder, 'lumen-lock'), { recursive: true });
    pqready(['assess', join(folder, 'lumen-lock'), '--out', join(folder, 'out'), ...AS_OF]);
    const text = [...bundleOf(join(folder, 'out')).values()].join('\n');
    expect(text).not.toContain(folder);
    expect(text).not.toContain(`${tmpdir()}/`);
    expect(text).not.toMatch(new RegExp(`/(home|Users|root)/|\\b${userInfo().username}/`));
  });

  it('takes SOURCE_DATE_EPOCH as the day', () => {
    put('main.c', 'int main(void) { return 0; }');
    const { out } = pqready(['assess', folder, '--out', join(folder, 'r')], { env: { SOURCE_DATE_EPOCH: '1795392000' } });
    expect(out).toContain('as of 2026-11-23');
  });

  it('exits 2 where a required gate cannot be judged, and names what is missing', () => {
    put('main.c', 'int main(void) { return 0; }');
    const { code, err } = pqready(['assess', folder, '--out', join(folder, 'r'), '--require', 'radio=G2', ...AS_OF]);
    expect(code).toBe(2);
    expect(err).toContain('Radio: G2 cannot be judged');
  });
});

describe('pqready with bad input', () => {
  const refused = (args: readonly string[]): string => {
    const { code, out, err } = pqready(args, { cwd: folder });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).not.toMatch(/\n\s+at /);
    return err;
  };

  it('says what it expected of a missing path, an empty folder, a wrong date, an unknown id', () => {
    expect(refused(['assess', 'absent'])).toBe('pqready: absent: expected a file or folder, found nothing there\n');
    mkdirSync(join(folder, 'empty'));
    expect(refused(['inventory', 'empty'])).toContain('expected at least one readable file, found none');
    put('src/main.c', 'int main(void);');
    expect(refused(['assess', 'src', '--as-of', '2026-02-30'])).toContain('expected a date such as 2026-11-23');
    expect(refused(['assess', 'src', '--target', 'nrf52840'])).toContain('did you mean nrf52840dk?');
    expect(refused(['assess', 'src', '--policy', 'cnsa-2'])).toContain('did you mean cnsa-2.0?');
    expect(refused(['asess'])).toContain('Did you mean assess?');
    expect(refused(['assess', 'src', '--config', 'none.yaml'])).toContain('none.yaml: expected a product file that can be read: ENOENT');
    expect(existsSync(join(folder, 'pqready-report'))).toBe(false);
  });

  it('refuses a device, and what no scanner reads, and says so', () => {
    expect(refused(['inventory', '/dev/null'])).toBe('pqready: /dev/null: expected a file or folder, found a device or pipe\n');
    put('photo.jpg', 'nothing to see');
    expect(refused(['inventory', 'photo.jpg'])).toContain('none of its 1 is of a kind that pqready reads');
    put('src/main.c', 'int main(void);');
    expect(refused(['inventory', 'src', '--output', 'absent/bom.json'])).toContain(
      'absent/bom.json: expected a place that can be written: ENOENT',
    );
  });

  it('takes no harm from a reader that goes away', () => {
    const script = `set -o pipefail; "$0" "$1" inventory "$2" | head -c 1 >/dev/null`;
    const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, BIN, EXAMPLE], { encoding: 'utf8' });
    expect({ status, stderr: stderr.replace(/\d+/g, 'n') }).toEqual({ status: 0, stderr: 'n assets, n gaps\n' });
  });

  it('writes to standard output by its name', () => {
    const script = '"$0" "$1" inventory "$2" --output /dev/stdout | head -c 1';
    expect(spawnSync('bash', ['-c', script, process.execPath, BIN, EXAMPLE], { encoding: 'utf8' }).stdout).toBe('{');
  });

  it('names file, field, expectation and finding of an invalid product file', () => {
    put('src/main.c', 'int main(void);');
    put('src/pqready.yaml', 'schemaVersion: 1\nname: Lamp\nsupportEnds: soon\n');
    expect(refused(['assess', 'src'])).toMatch(/^pqready: pqready\.yaml: supportEnds: expected .*"soon"/);
    put('src/pqready.yaml', 'name: [unclosed\n');
    expect(refused(['assess', 'src'])).toMatch(/pqready\.yaml: .*\d+:\d+/);
  });

  it('makes gaps of an unreadable file, a file of 2 GB, a link loop and a truncated certificate, and goes on', () => {
    put('src/main.c', '#include <openssl/evp.h>\nvoid f(void) { EVP_sha256(); }\n');
    const locked = put('src/locked.pem', 'x');
    chmodSync(locked, 0o000);
    truncateSync(put('src/huge.bin', 'MAGIC'), 2 * 1024 ** 3);
    symlinkSync('..', join(folder, 'src/loop'));
    put('src/cut.der', Uint8Array.of(0x30, 0x82, 0x03, 0x10, 0x30, 0x82));
    const { code, out } = pqready(['inventory', 'src', '--format', 'json', ...AS_OF], { cwd: folder });
    expect(code).toBe(0);
    const { inventory } = JSON.parse(out);
    const gaps = inventory.gaps.map((gap: { location: { path: string }; reason: string }) => `${gap.location.path} ${gap.reason}`);
    expect(gaps).toContain('huge.bin too-large');
    expect(gaps).toContain('cut.der malformed');
    if (process.getuid?.() !== 0) expect(gaps).toContain('locked.pem unreadable');
    expect(inventory.assets.map((asset: { name: string }) => asset.name)).toContain('SHA-256');
  });

  it('refuses an --out that it did not write, and leaves it as it was', () => {
    put('src/main.c', 'int main(void);');
    put('mine/thesis.txt', 'years of work');
    expect(refused(['assess', 'src', '--out', 'mine'])).toContain('was not written by pqready');
    expect(readdirSync(join(folder, 'mine'))).toEqual(['thesis.txt']);
  });

  it('drops the work whole on Ctrl-C: exit code 130, no file', async () => {
    for (let index = 0; index < 3000; index++)
      put(`src/${index}.c`, `void f${index}(void) { EVP_aes_256_gcm(); EVP_sha256(); }\n`.repeat(40));
    // Before the command has set its handler, SIGINT ends the process by itself: then a slower machine needs a longer wait.
    let ended: Ended = { signal: 'SIGINT', code: null, err: '' };
    for (let waitMs = 500; ended.signal !== null && waitMs < 20_000; waitMs *= 2) ended = await interruptAfter(waitMs);
    expect(ended).toEqual({ signal: null, code: 130, err: 'pqready: the scan was cancelled\n' });
    expect(readdirSync(folder)).toEqual(['src']);
  });
});

interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly err: string;
}

async function interruptAfter(waitMs: number): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, 'assess', 'src', '--out', 'report'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  child.kill('SIGINT');
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ signal, code, err })));
}

describe('pqready list, selftest, --version, --help', () => {
  it('lists what it knows as a table and as JSON', () => {
    expect(pqready(['list', 'policies']).out).toMatch(/^ID +BINDING +RULES +READ +NAME\n/);
    const { targets } = JSON.parse(pqready(['list', 'targets', '--json']).out);
    expect(targets.length).toBeGreaterThanOrEqual(8);
  });

  it('passes its own self-test', () => {
    const { code, out } = pqready(['selftest', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, verdict: 'passed', failed: 0 });
  });

  it('prints version and help with the exit codes', () => {
    expect(pqready(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = pqready(['--help']);
    expect(help.code).toBe(0);
    expect(help.out).toContain('Exit codes: 0 done');
    expect(pqready([]).code).toBe(3);
  });
});
