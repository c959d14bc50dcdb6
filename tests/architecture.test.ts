// Keeps the floors: which folder may import which, and who may touch Node. A rule that stands in the way of something natural is
// changed here, with its reason.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** room → rooms it may import beside itself */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  formats: ['model'],
  knowledge: ['model'],
  catalog: ['model', 'knowledge'], // ids in a user's file are checked, with the nearest valid name
  io: ['model', 'formats'], // opens archives and containers
  pqc: ['model', 'knowledge', 'formats'],
  cost: ['model', 'knowledge'],
  emulate: ['model', 'formats'],
  scan: ['model', 'knowledge', 'formats'],
  inventory: ['model', 'knowledge', 'formats'],
  measure: ['model', 'knowledge', 'formats', 'pqc', 'emulate', 'cost'],
  assess: ['model', 'knowledge', 'cost'],
  report: ['model', 'knowledge'],
  attest: ['model', 'formats', 'pqc'], // a statement over a bundle, signed and verified with keys of pqc
  'worker.ts': ['model', 'scan'],
  'threads.ts': ['model', 'io', 'scan', 'worker.ts'], // worker.ts: its address and the types of its messages
  'count-worker.ts': ['measure'],
  'count-target.ts': ['model', 'pqc', 'io', 'measure', 'count-worker.ts'], // count-worker.ts: its address
  'shelves.ts': ['model', 'catalog', 'io'],
  'take-inventory.ts': ['model', 'io', 'scan', 'inventory', 'threads.ts'], // io: opens containers; apart from run.ts: importing the inventory alone loads no report
  'qualify.ts': ['model', 'catalog', 'io', 'scan'],
  'run.ts': ['model', 'catalog', 'io', 'cost', 'assess', 'shelves.ts', 'take-inventory.ts'],
  api: ['*'], // the doors of the subpath exports, names by hand
  'index.ts': ['api'],
  cli: ['index.ts'], // the command line can do what the library can, and no more
};

/** room → Node modules it may import; everything else runs in a browser */
const MAY_USE_NODE: Readonly<Record<string, readonly string[] | '*'>> = {
  io: '*',
  cli: '*',
  'worker.ts': ['node:worker_threads'],
  'count-worker.ts': ['node:worker_threads'],
  formats: ['node:zlib'],
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]{0,4000}?from\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url\s*\)/g;

interface Source {
  readonly path: string;
  readonly room: string;
  readonly imports: readonly string[];
}

function readSources(folder = SRC): Source[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return readSources(path);
    if (!entry.name.endsWith('.ts')) return [];
    const inner = relative(SRC, path);
    const imports = [...readFileSync(path, 'utf8').matchAll(IMPORT)].map(
      (match) => match.slice(1).find((each) => each !== undefined) ?? '',
    );
    return [{ path: inner, room: roomOf(inner), imports }];
  });
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

const sources = readSources();
const own = sources.flatMap((source) =>
  source.imports
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ source, target: relative(SRC, resolve(SRC, dirname(source.path), name)).replace(/\.js$/, '.ts') })),
);

describe('the floors', () => {
  it('are read from real imports', () => {
    expect(own.map(({ source, target }) => `${source.path} → ${target}`)).toContain('scan/gather.ts → scan/prefilter.ts');
    expect(sources.find((source) => source.path === 'io/workers.ts')?.imports).toContain('node:worker_threads');
  });

  it('has a rule for every room', () => {
    expect(sources.map((source) => source.room).filter((room) => !Object.hasOwn(MAY_IMPORT, room))).toEqual([]);
  });

  it('lets a room import only itself and the rooms named for it', () => {
    const broken = own
      .filter(({ source, target }) => {
        const allowed = MAY_IMPORT[source.room] ?? [];
        const room = roomOf(target);
        return room !== source.room && !allowed.includes('*') && !allowed.includes(room);
      })
      .map(({ source, target }) => `${source.path} → ${target}`);
    expect(broken).toEqual([]);
  });

  it('keeps Node out of the rooms that run in a browser', () => {
    const broken = sources.flatMap((source) =>
      source.imports
        .filter((name) => name.startsWith('node:'))
        .filter((name) => {
          const allowed = MAY_USE_NODE[source.room] ?? [];
          return allowed !== '*' && !allowed.includes(name);
        })
        .map((name) => `${source.path} → ${name}`),
    );
    expect(broken).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(findCycle()).toEqual([]);
  });

  it('has no drawer for what has no place', () => {
    const drawers = sources.map((source) => source.path).filter((path) => /(^|\/)(utils?|helpers?|common|lib|misc)(\.ts|\/)/.test(path));
    expect(drawers).toEqual([]);
  });

  it('exports by name: no default export, no export of everything', () => {
    const loose = sources
      .filter((source) => /\n\s*export (default|\*)/.test(readFileSync(join(SRC, source.path), 'utf8')))
      .map((source) => source.path);
    expect(loose).toEqual([]);
  });
});

function findCycle(): string[] {
  const edges = new Map<string, string[]>();
  for (const { source, target } of own) edges.set(source.path, [...(edges.get(source.path) ?? []), target]);
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of edges.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const source of sources) {
    const cycle = visit(source.path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
