// The vector files that tests read: the shipped selections of ACVP and Wycheproof, and the complete collections where PQREADY_VECTORS names
// a folder with `acvp/` and `wycheproof/` (see tests/fixtures/vectors/README.md).

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { VectorText } from '../../src/pqc/acvp/vector-set.ts';

/** Folder of the complete collections; undefined where nobody gave one. */
export const COMPLETE: string | undefined = process.env['PQREADY_VECTORS'];

export const SHIPPED: string = fileURLToPath(new URL('../../profiles/vectors/', import.meta.url));
export const WYCHEPROOF: string = `${SHIPPED}wycheproof/`;

/** ACVP sets of the self-test: folder in the collection → name of the shipped file. */
export const ACVP_SETS: ReadonlyMap<string, string> = new Map([
  ['ML-KEM-keyGen-FIPS203', 'ml-kem-keygen'],
  ['ML-KEM-encapDecap-FIPS203', 'ml-kem-encapdecap'],
  ['ML-KEM-encapDecap-FIPS203-tr1', 'ml-kem-encapdecap-tr1'],
  ['ML-DSA-keyGen-FIPS204', 'ml-dsa-keygen'],
  ['ML-DSA-sigGen-FIPS204', 'ml-dsa-siggen'],
  ['ML-DSA-sigGen-FIPS204-tr1', 'ml-dsa-siggen-tr1'],
  ['ML-DSA-sigVer-FIPS204', 'ml-dsa-sigver'],
  ['LMS-sigVer-1.0', 'lms-sigver'],
  ['LMS-sigVer-SP800-208', 'lms-sigver-sp800-208'],
]);

/** ACVP sets that ship beside those of the self-test: the small sets of SLH-DSA are too slow for one. */
export const SLOW_SETS: ReadonlyMap<string, string> = new Map([['SLH-DSA-keyGen-FIPS205', 'slh-dsa/keygen']]);

/** Prompts of SLH-DSA sigGen, of which the collection has no results: OpenSSL gives them (tests/pqc/interop). */
export const PROMPTS: string = fileURLToPath(new URL('../fixtures/vectors/slh-dsa-siggen-prompts.json.gz', import.meta.url));

/** Text of a file; `.gz` is opened. */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The shipped selection, as the self-test gets it. */
export function shippedVectors(): readonly VectorText[] {
  return [...ACVP_SETS.values()].map((name) => ({ name, prompt: readText(`${SHIPPED}${name}.json.gz`) }));
}

/** One complete ACVP set; the projection where `projected` and where the collection has it. */
export function completeVectors(root: string, set: string): { readonly split: VectorText; readonly projected?: VectorText } {
  const folder = `${root}/acvp/${set}`;
  const projection = `${folder}/internalProjection.json.gz`;
  const split = { name: set, prompt: readText(`${folder}/prompt.json.gz`), expectedResults: readText(`${folder}/expectedResults.json.gz`) };
  return { split, ...(existsSync(projection) ? { projected: { name: set, prompt: readText(projection) } } : {}) };
}

/** All prompts of SLH-DSA sigGen. */
export function completePrompts(root: string): string {
  return readText(`${root}/acvp/SLH-DSA-sigGen-FIPS205/prompt.json.gz`);
}

/** Wycheproof files of a folder that end in `_test.json` or `_test.json.gz`, by name without that ending; none where there is no folder. */
export function wycheproofFiles(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => /^ml(kem|dsa)_.*_test\.json(\.gz)?$/.test(name));
  return new Map(names.sort().map((name) => [name.replace(/_test\.json(\.gz)?$/, ''), `${folder}/${name}`]));
}
