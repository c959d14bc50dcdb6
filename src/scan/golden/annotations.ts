// What stands in annotated source, line by line: the golden set that the scanner is held against.
//
// An annotation stands in a comment at the end of its line: `// expect: aes keyBits=256 mode=gcm, sha-256` or `# expect: none`. Each item is an
// algorithm id and the fields that the code gives there: keyBits, mode, padding, curve, digest; `tls version=1.2` stands for a protocol. What an
// id fixes by itself (the curve of ed25519, the key of chacha20, the padding of rsassa-pss) is not written. A line without an annotation
// expects nothing. Included libraries and absent branches are not scored.

import { ALGORITHMS } from '../../knowledge/algorithms.ts';
import type { Evidence } from '../../model/evidence.ts';

/** The fields that are scored apart. */
export const FIELDS = ['keyBits', 'mode', 'padding', 'curve', 'digest'] as const;
/** A field of an annotation. */
export type Field = (typeof FIELDS)[number] | 'version';

/** A use as an annotation or the scanner names it. */
export interface Item {
  readonly algorithm: string;
  readonly fields: ReadonlyMap<Field, string>;
}

const ANNOTATION = /(?:\/\/|#|\/\*)\s*expect:\s*([^*\n]+)/;

/** The expectations of a text by line; a trap expects nothing. */
export function readAnnotations(text: string): ReadonlyMap<number, readonly Item[]> {
  const expected = new Map<number, readonly Item[]>();
  text.split('\n').forEach((line, index) => {
    const written = ANNOTATION.exec(line)?.[1]?.trim();
    if (written !== undefined) expected.set(index + 1, written === 'none' ? [] : written.split(',').map(toItem));
  });
  return expected;
}

function toItem(written: string): Item {
  const [algorithm = '', ...fields] = written.trim().split(/\s+/);
  return { algorithm, fields: new Map(fields.map((field) => field.split('=') as [Field, string])) };
}

/** What the scanner said of a file, by line. */
export function groupByLine(evidence: readonly Evidence[]): ReadonlyMap<number, readonly Item[]> {
  const found = new Map<number, Item[]>();
  for (const one of evidence) {
    const item = one.state === 'absent' || one.location.at !== 'text' ? undefined : fromEvidence(one);
    if (item === undefined || one.location.at !== 'text') continue;
    found.set(one.location.line, [...(found.get(one.location.line) ?? []), item]);
  }
  return found;
}

function fromEvidence({ observed }: Evidence): Item | undefined {
  if (observed.kind === 'protocol')
    return { algorithm: observed.protocol, fields: new Map(observed.versions.map((version) => ['version', version] as const)) };
  if (observed.kind !== 'algorithm') return undefined;
  const { algorithm, parameters } = observed.use;
  const row = ALGORITHMS[algorithm];
  const implied = new Set<Field>([
    ...(row.fixedKeyBits !== undefined || parameters.curve !== undefined || row.fixedCurve !== undefined ? (['keyBits'] as const) : []),
    ...(row.fixedCurve === undefined ? [] : (['curve'] as const)),
    ...(row.fixedPadding === undefined ? [] : (['padding'] as const)),
  ]);
  const fields = FIELDS.flatMap((field) => {
    const value = parameters[field]?.value;
    return value === undefined || implied.has(field) ? [] : [[field, String(value)] as const];
  });
  return { algorithm, fields: new Map(fields) };
}

/** `aes keyBits=256 mode=gcm`. */
export function print({ algorithm, fields }: Item): string {
  return [algorithm, ...[...fields].map(([field, value]) => `${field}=${value}`)].join(' ');
}
