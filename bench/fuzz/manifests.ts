// The readers of manifests, lockfiles and bills of materials, each with the fixtures it reads. What they cannot read is a gap: they never throw.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/io/package-files.ts';
import type { FileScanner } from '../../src/model/world.ts';
import { manifestScanner } from '../../src/scan/manifest.ts';
import { sbomScanner } from '../../src/scan/sbom.ts';
import { toText } from '../../src/scan/text.ts';
import type { Reader } from './pqc.ts';

const fixtures = (folder: string): readonly string[] => {
  const root = join(packageRoot(), 'tests/fixtures', folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.|file$/i.test(name))
    .sort()
    .map((name) => join(root, name));
};

/** One reader for each file name of the fixtures, for the name decides how a manifest is read. */
export const MANIFEST_READERS: readonly Reader[] = [
  ...fixtures('manifests').map((path) => toReader(manifestScanner, path)),
  ...fixtures('sbom').map((path) => toReader(sbomScanner, path)),
];

function toReader(scanner: FileScanner, path: string): Reader {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    name: `${scanner.id} ${name}`,
    seeds: [new Uint8Array(readFileSync(path))],
    read: (bytes) => {
      const entry = { path: name, bytes: bytes.length, ignored: false, origin: 'first-party' } as const;
      return [...scanner.scan({ entry, bytes, literals: new Set(), text: () => toText(bytes) })];
    },
  };
}
