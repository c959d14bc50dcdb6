import { describe, expect, it } from 'vitest';
import { fromMap } from '../../src/io/map.ts';
import type { Evidence, Gap } from '../../src/model/evidence.ts';
import type { FileEntry, FileScanner, Workspace } from '../../src/model/world.ts';
import { type BatchRunner, gather, scanBatch } from '../../src/scan/gather.ts';

const evidence = (path: string): Evidence => ({
  scanner: 'source',
  location: { at: 'text', path, line: 1, column: 1, offset: 0 },
  grade: 'source',
  confidence: 'certain',
  state: 'present',
  origin: 'first-party',
  observed: { kind: 'fact', fact: 'board', value: 'x', symbol: 'x' },
});

const scanner = (over: Partial<FileScanner> = {}): FileScanner => ({
  id: 'source',
  title: 'source',
  wants: (entry) => entry.path.endsWith('.c'),
  maxBytes: 100,
  scan: (file) => [evidence(file.entry.path)],
  ...over,
});

const run =
  (scanners: readonly FileScanner[]): BatchRunner =>
  (batch) =>
    scanBatch(batch, scanners, { loadGrammar: async () => new Uint8Array() });

const gatherFrom = (files: Record<string, string>, scanners: readonly FileScanner[]) =>
  gather(fromMap(new Map(Object.entries(files))), { scanners, run: run(scanners) });

const places = (items: readonly (Evidence | Gap)[]): string[] => items.map((item) => ('path' in item.location ? item.location.path : ''));

describe('gather', () => {
  it('shows a scanner only the files it wants that hold one of its literals', async () => {
    const files = { 'a.c': 'psa_hash_compute(', 'b.c': 'int main', 'c.txt': 'psa_hash_compute(' };
    const { evidence: found, coverage } = await gatherFrom(files, [scanner({ literals: ['psa_'] })]);
    expect(places(found)).toEqual(['a.c']);
    expect(coverage).toMatchObject({ files: 3, candidateFiles: 1, candidateBytes: 17 });
    expect(coverage.scanners).toEqual([{ scanner: 'source', files: 1, bytes: 17, facts: 1, gaps: 0 }]);
  });

  it('shows a scanner the files it always reads, literal or not', async () => {
    const always = scanner({ literals: ['psa_'], always: (entry) => entry.path === 'key.c' });
    const { evidence: found } = await gatherFrom({ 'key.c': 'binary', 'main.c': 'int main' }, [always]);
    expect(places(found)).toEqual(['key.c']);
  });

  it('hands over the literals it met', async () => {
    const seen: string[] = [];
    const curious = scanner({
      literals: ['EVP_', 'psa_', 'wc_'],
      scan: (file) => {
        seen.push(...file.literals);
        return [];
      },
    });
    await gatherFrom({ 'a.c': 'wc_ and EVP_' }, [curious]);
    expect(seen.sort()).toEqual(['EVP_', 'wc_']);
  });

  it('makes a gap of a file that is too large, with its size and the bound', async () => {
    const { gaps } = await gatherFrom({ 'a.c': 'x'.repeat(101) }, [scanner()]);
    expect(gaps).toMatchObject([{ scanner: 'source', reason: 'too-large', location: { path: 'a.c', length: 101 } }]);
    expect(gaps[0]?.detail).toContain('101 bytes, more than the 100');
  });

  it('makes a gap of a file that cannot be read, and goes on', async () => {
    const entries: FileEntry[] = ['a.c', 'b.c'].map((path) => ({ path, bytes: 1, ignored: false, origin: 'first-party' }));
    const workspace: Workspace = {
      name: 'w',
      async *list() {
        yield* entries;
      },
      read: async (path) => {
        if (path === 'a.c') throw Object.assign(new Error('/home/somebody/a.c'), { code: 'EACCES' });
        return new Uint8Array(1);
      },
      readHead: async () => new Uint8Array(),
    };
    const { evidence: found, gaps } = await gather(workspace, { scanners: [scanner()], run: run([scanner()]) });
    expect(places(found)).toEqual(['b.c']);
    expect(gaps).toMatchObject([{ scanner: 'workspace', reason: 'unreadable', detail: 'file could not be read: EACCES' }]);
  });

  it('makes a gap of a scanner that throws, without its message, and lets the others go on', async () => {
    const broken = scanner({
      id: 'manifest',
      scan: () => {
        throw new RangeError('secret text of the file');
      },
    });
    const scanners = [broken, scanner()];
    const { evidence: found, gaps } = await gatherFrom({ 'a.c': 'x' }, scanners);
    expect(places(found)).toEqual(['a.c']);
    expect(gaps).toMatchObject([{ scanner: 'manifest', reason: 'malformed', detail: 'the scanner stopped on this file: RangeError' }]);
  });

  it('prepares a scanner only where it has a candidate', async () => {
    const prepared: string[] = [];
    const lazy = (id: 'source' | 'manifest', suffix: string): FileScanner =>
      scanner({
        id,
        wants: (entry) => entry.path.endsWith(suffix),
        prepare: async (_, files) => {
          prepared.push(`${id}: ${files.map((file) => file.path).join(' ')}`);
        },
      });
    await gatherFrom({ 'a.c': 'x', 'b.c': 'y' }, [lazy('source', '.c'), lazy('manifest', '.json')]);
    expect(prepared).toEqual(['source: a.c b.c']);
  });

  it('keeps the order of the files whatever the number of lanes', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${String(index).padStart(3, '0')}.c`, 'x']));
    const slow: BatchRunner = async (batch) => {
      await new Promise((resolve) => setTimeout(resolve, batch.length % 7));
      return run([scanner()])(batch);
    };
    const options = { scanners: [scanner()], run: slow };
    const one = await gather(fromMap(new Map(Object.entries(files))), { ...options, lanes: 1 });
    const four = await gather(fromMap(new Map(Object.entries(files))), { ...options, lanes: 4 });
    expect(four).toEqual(one);
    expect(places(one.evidence)).toEqual(Object.keys(files));
  });

  it('rejects with a typed error when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    const options = { scanners: [scanner()], run: run([scanner()]), signal: controller.signal };
    await expect(gather(fromMap(new Map([['a.c', 'x']])), options)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
