// The manifest of the shipped vectors: which files there are, from which collection, and how many of its cases.

import { PqreadyError } from '../../model/errors.ts';
import { integerAt, listAt, parseJson, stringAt } from './json.ts';

export interface ShippedFile {
  /** below `profiles/vectors` */
  readonly path: string;
  /** the set or file in the collection */
  readonly source: string;
  readonly cases: number;
  /** cases of the set or file in the complete collection */
  readonly of: number;
}

/** `cases` of the shipped files, `of` those of the complete collections, also of sets of which nothing ships. */
export interface Coverage {
  readonly cases: number;
  readonly of: number;
  readonly collections: readonly string[];
}

export interface VectorManifest {
  readonly files: readonly ShippedFile[];
  readonly coverage: Coverage;
}

/** Throws `bad-input` with the path of the member that is wrong. */
export function parseManifest(text: string): VectorManifest {
  const manifest = parseJson(text, 'manifest.json');
  const files = listAt(manifest, 'files', 'manifest.json').map(([file, path]) => ({
    path: stringAt(file, 'path', path),
    source: stringAt(file, 'source', path),
    cases: integerAt(file, 'cases', path),
    of: integerAt(file, 'of', path),
  }));
  const astray = files.find(({ path }) => !/^[a-z0-9_/-]+\.json\.gz$/.test(path));
  if (astray !== undefined) throw new PqreadyError('bad-input', `manifest.json: ${astray.path}: expected a file below profiles/vectors`);
  const collections = listAt(manifest, 'collections', 'manifest.json');
  return {
    files,
    coverage: {
      cases: files.reduce((sum, file) => sum + file.cases, 0),
      of: collections.reduce((sum, [each, path]) => sum + integerAt(each, 'cases', path), 0),
      collections: collections.map(([each, path]) => stringAt(each, 'name', path)),
    },
  };
}
