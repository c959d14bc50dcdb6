// The self-test of the whole tool as one record: the reference operations against the shipped vectors, the source scanner against the shipped
// annotated files, and the digests of what ships beside them.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { digestOf } from './catalog/qualification.ts';
import { type GoldenFile, loadGrammar, packageVersion, readGolden, readPublishedScores, readShippedFiles } from './io/package-files.ts';
import type { IsoDate } from './model/evidence.ts';
import type { Qualification, QualificationEnvironment, ScannerQualification, VectorQualification } from './model/qualification.ts';
import { scoreFiles } from './scan/golden/scan.ts';
import type { Score } from './scan/golden/score.ts';

export interface QualifyOptions {
  readonly date: IsoDate;
  readonly environment: QualificationEnvironment;
  /** the result of the shipped vectors */
  readonly vectors: VectorQualification;
}

/** Runs the scanner over the golden set and draws up the record. */
export async function qualify({ date, environment, vectors }: QualifyOptions): Promise<Qualification> {
  const languages = await scoreGolden();
  const differences = compareWithPublished(languages);
  const files = readShippedFiles().map(({ path, bytes }) => ({ path, sha256: bytesToHex(sha256(bytes)) }));
  const scored = differences.length === 0 ? ('passed' as const) : ('failed' as const);
  const record = {
    schemaVersion: 1 as const,
    tool: { name: 'pqready' as const, version: packageVersion() },
    date,
    environment,
    vectors,
    scanner: { languages, differences },
    files,
    verdict: vectors.verdict === 'passed' ? scored : scored === 'failed' ? 'failed' : vectors.verdict,
  };
  return { ...record, digest: digestOf(record) };
}

/** The scores of every language of the golden set, in code-point order. */
export async function scoreGolden(): Promise<ScannerQualification[]> {
  const byLanguage = new Map<string, GoldenFile[]>();
  for (const file of readGolden()) {
    const files = byLanguage.get(file.language);
    if (files === undefined) byLanguage.set(file.language, [file]);
    else files.push(file);
  }
  const scores: ScannerQualification[] = [];
  for (const [language, files] of byLanguage) scores.push(toRow(language, files, await scoreFiles(files, loadGrammar)));
  return scores;
}

function toRow(language: string, files: readonly GoldenFile[], score: Score): ScannerQualification {
  const { expected, found, hits } = score.algorithm;
  const fields = [...score.fields.values()];
  const sum = (count: (ratio: (typeof fields)[number]) => number): number => fields.reduce((total, ratio) => total + count(ratio), 0);
  const digest = sha256.create();
  for (const { bytes } of files) digest.update(bytes);
  return {
    language,
    files: score.files,
    annotated: score.annotated,
    traps: score.traps,
    expected,
    found,
    hits,
    fieldsExpected: sum((ratio) => ratio.expected),
    fieldsFound: sum((ratio) => ratio.found),
    fieldHits: sum((ratio) => ratio.hits),
    sha256: bytesToHex(digest.digest()),
  };
}

/** One line for each language whose row is not the published one. */
function compareWithPublished(rows: readonly ScannerQualification[]): readonly string[] {
  const published = new Map(readPublishedScores().map((row) => [row.language, JSON.stringify(row)]));
  const differing = rows.filter((row) => published.get(row.language) !== JSON.stringify(row));
  const missing = [...published.keys()].filter((language) => !rows.some((row) => row.language === language));
  return [
    ...differing.map((row) => `${row.language}: published ${published.get(row.language) ?? 'nothing'}, scored ${JSON.stringify(row)}`),
    ...missing.map((language) => `${language}: published, but no annotated file of it ships`),
  ];
}
