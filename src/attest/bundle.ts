// A bundle against its own word: every file that the manifest lists is there with its digest, and nothing else is; the manifest is the one
// that these files have; the statement speaks of exactly these files.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { BUNDLE_ENVELOPE, BUNDLE_MANIFEST, BUNDLE_STATEMENT, type BundleFault, renderManifest } from '../model/bundle.ts';
import { compareText } from '../model/order.ts';
import { PREDICATE_TYPE, STATEMENT_TYPE } from './statement.ts';

/** Relative posix paths with what stands there; undefined for what is no file. */
export type BundleFiles = ReadonlyMap<string, Uint8Array | undefined>;

const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

/** Everything that is wrong with the files of a bundle, by path. Signatures are not looked at. */
export function checkFiles(files: BundleFiles): BundleFault[] {
  const odd: BundleFault[] = [...files].flatMap(([path, bytes]) => (bytes === undefined ? [{ fault: 'not-a-file' as const, path }] : []));
  const manifest = files.get(BUNDLE_MANIFEST);
  if (manifest === undefined) return [...odd, { fault: 'manifest-missing' }];
  const listed = readManifest(manifest);
  const found = new Map(
    [...files].flatMap(([path, bytes]) => (bytes === undefined || isApart(path) ? [] : [[path, bytesToHex(sha256(bytes))] as const])),
  );
  const faults = [...odd, ...compare(listed, found), ...checkForm(manifest, listed), ...checkStatement(files.get(BUNDLE_STATEMENT), found)];
  return faults.sort((a, b) => compareText(pathOf(a), pathOf(b)) || compareText(a.fault, b.fault));
}

function isApart(path: string): boolean {
  return path === BUNDLE_MANIFEST || path === BUNDLE_ENVELOPE;
}

// Files first: what is wrong with the lists follows from them.
function pathOf(fault: BundleFault): string {
  return 'path' in fault ? fault.path : '\uffff';
}

function readManifest(bytes: Uint8Array): ReadonlyMap<string, string> {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, digest = '', path = ''] = LINE.exec(line) ?? [];
      return path === '' ? [] : [[path, digest] as const];
    }),
  );
}

function compare(listed: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): BundleFault[] {
  return [
    ...[...listed].flatMap(([path, digest]): BundleFault[] => {
      const now = found.get(path);
      if (now === undefined) return [{ fault: 'file-missing', path }];
      return now === digest ? [] : [{ fault: 'file-changed', path }];
    }),
    ...[...found.keys()].filter((path) => !listed.has(path)).map((path) => ({ fault: 'file-extra' as const, path })),
  ];
}

// Of the same lines there is one spelling.
function checkForm(bytes: Uint8Array, listed: ReadonlyMap<string, string>): BundleFault[] {
  const expected = new TextEncoder().encode(renderManifest(listed));
  return isSame(bytes, expected) ? [] : [{ fault: 'manifest-form' }];
}

// A digest that the statement has of a file has to be the file's; images stand under a prefix of their own.
function checkStatement(bytes: Uint8Array | undefined, found: ReadonlyMap<string, string>): BundleFault[] {
  if (bytes === undefined) return [{ fault: 'file-missing', path: BUNDLE_STATEMENT }];
  const subjects = readSubjects(bytes);
  if (typeof subjects === 'string') return [{ fault: 'statement-form', detail: subjects }];
  const own = new Map([...found].filter(([path]) => path !== BUNDLE_STATEMENT));
  const stated = new Map([...subjects].filter(([name]) => !name.startsWith('image:')));
  const same = own.size === stated.size && [...own].every(([path, digest]) => stated.get(path) === digest);
  return same ? [] : [{ fault: 'statement-form', detail: 'its digests are not those of the files' }];
}

function readSubjects(bytes: Uint8Array): ReadonlyMap<string, string> | string {
  let value: { readonly _type?: unknown; readonly predicateType?: unknown; readonly subject?: unknown };
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ?? {};
  } catch {
    return 'expected JSON';
  }
  if (value._type !== STATEMENT_TYPE) return `expected an in-toto statement, ${STATEMENT_TYPE}`;
  if (value.predicateType !== PREDICATE_TYPE) return `expected the predicate type ${PREDICATE_TYPE}`;
  const subjects: unknown = value.subject;
  if (!Array.isArray(subjects)) return 'expected a list of subjects';
  const pairs = subjects.map(
    (each: { readonly name?: unknown; readonly digest?: { readonly sha256?: unknown } } | null) =>
      [each?.name, each?.digest?.sha256] as const,
  );
  const named = pairs.filter((pair): pair is readonly [string, string] => typeof pair[0] === 'string' && typeof pair[1] === 'string');
  const read = new Map(named);
  return read.size === subjects.length ? read : 'expected a name of its own and a sha256 for each subject';
}

/** Whether two files have the same bytes. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
