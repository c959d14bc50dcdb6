// From a row of a table of published measurements to a row of the calibration, or to the rule that leaves it out. The columns are those of the
// table in use (target_id, core, isa, clock_mhz, algorithm, operation, implementation, impl_variant, cycles_mean, cycles_min, cycles_max, time_ms,
// source_repo_or_doi, source_location, note), and what others call them. A rule looks at what a row says, never at how well the model does on it.

import { SMALLEST_SPREAD } from '../../src/cost/projection-anchors.ts';
import type { ProjectionGroup, ProjectionRow, SchemeRevision } from '../../src/model/calibration.ts';
import type { CsvRecord } from './csv.ts';

/** Why a row is not used. The text is what the report prints. */
export const EXCLUSIONS = {
  algorithm: 'no work vector: not ML-KEM, ML-DSA, Kyber or Dilithium',
  primitive: 'no work vector: a variant over AES or SHA-2 (90s)',
  operation: 'no work vector: not key generation, encapsulation, decapsulation, signing or verification',
  numbers: 'a figure that is not a number',
  missing: 'neither cycles nor time with a clock',
  impossible: 'impossible: fewer than 20 or more than 10 million cycles a Keccak permutation, or not positive',
  disagree: 'cycles and time × clock differ by more than a fifth',
  place: 'neither board nor core named',
  conditional: 'signing on condition of a number of rejections',
  doubtful: 'called an outlier or doubtful, or built without optimisation, by its source or note',
  fixed: 'signing that repeats one path: a spread under 0.1 %, or one message said',
  single: 'a single cold run',
  minimum: 'signing known by its fastest run alone',
  repeated: 'the same row again',
} as const;
export type Exclusion = keyof typeof EXCLUSIONS;

/** A usable row with the group that it belongs to. */
export interface TableRow extends ProjectionRow {
  readonly group: Omit<ProjectionGroup, 'rows'>;
}

/** A usable row, or the rule that leaves it out. */
export function toTableRow(record: CsvRecord): TableRow | Exclusion {
  const named = nameOperation(record);
  if (typeof named === 'string') return named;
  const said = ruleOf(record, named.operation);
  if (said !== undefined) return said;
  const cycles = findCycles(record, named.operation);
  if (typeof cycles === 'string') return cycles;
  const place = toPlace(record);
  if (typeof place === 'string') return place;
  const samples = findSamples(record);
  return {
    scheme: named.scheme,
    operation: named.operation,
    cycles: Math.round(cycles),
    ...(samples === undefined ? {} : { samples }),
    group: { ...place, revision: named.revision },
  };
}

interface NamedOperation {
  readonly scheme: ProjectionRow['scheme'];
  readonly revision: SchemeRevision;
  readonly operation: ProjectionRow['operation'];
}

function nameOperation(record: CsvRecord): NamedOperation | Exclusion {
  const algorithm = field(record, 'algorithm', 'scheme', 'alg').toLowerCase();
  const scheme = findScheme(algorithm);
  if (scheme === undefined) return 'algorithm';
  if (/90s|aes|sha2/.test(algorithm)) return 'primitive';
  const operation = findOperation(field(record, 'operation', 'op').toLowerCase(), scheme);
  return operation === undefined ? 'operation' : { scheme, revision: findRevision(algorithm), operation };
}

const KEM = /^(?:ml[-_ ]?kem|kyber|crystals[-_ ]kyber)[-_ ]?(512|768|1024)\b/;
const DSA = /^(?:ml[-_ ]?dsa[-_ ]?(44|65|87)|(?:crystals[-_ ])?dilithium[-_ ]?([235]))(?![0-9])/;
const DILITHIUM_SETS: Readonly<Record<string, string>> = { 2: '44', 3: '65', 5: '87' };

function findScheme(algorithm: string): ProjectionRow['scheme'] | undefined {
  const kem = KEM.exec(algorithm.replace(/-?90s.*$/, ''))?.[1];
  const dsa = DSA.exec(algorithm);
  const set = dsa?.[1] ?? DILITHIUM_SETS[dsa?.[2] ?? ''];
  const id = kem === undefined ? `ml-dsa-${set}` : `ml-kem-${kem}`;
  return SCHEMES.find((scheme) => scheme === id);
}

const SCHEMES: readonly ProjectionRow['scheme'][] = ['ml-kem-512', 'ml-kem-768', 'ml-kem-1024', 'ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87'];

/** Only a name of the standard is the standard. */
function findRevision(algorithm: string): SchemeRevision {
  return /kyber|dilithium|round[ -]?3|\br3\b/.test(algorithm) ? 'round-3' : 'fips';
}

function findOperation(operation: string, scheme: string): ProjectionRow['operation'] | undefined {
  const isKem = scheme.startsWith('ml-kem');
  if (/^(crypto_(kem|sign)_)?(key[-_ ]?(gen(eration)?|pair)|gen)$/.test(operation)) return 'keygen';
  if (isKem && /^(crypto_kem_)?enc(aps|ap|apsulat(e|ion))?$/.test(operation)) return 'encaps';
  if (isKem && /^(crypto_kem_)?dec(aps|ap|apsulat(e|ion))?$/.test(operation)) return 'decaps';
  if (!isKem && /^(crypto_)?sign(ing|ature)?$/.test(operation)) return 'sign';
  if (!isKem && /^(crypto_sign_)?(verify|verification|vrfy|open)$/.test(operation)) return 'verify';
  return undefined;
}

/** Rules on what a row says of itself. */
function ruleOf(record: CsvRecord, operation: string): Exclusion | undefined {
  const note = `${field(record, 'note', 'notes', 'comment')} ${field(record, 'impl_variant', 'variant')}`.slice(0, MAX_NOTE);
  if (/fixed rejections|without rej|with \d+ rej|conditional|[- ]rej\b/i.test(note)) return 'conditional';
  if (/outlier|suspicious|doubtful|no(t)? (compiler )?optimi[sz](ation|ed)|\s-O0\b/i.test(note)) return 'doubtful';
  if (findSamples(record) === 1) return 'single';
  return operation === 'sign' && repeatsOnePath(record, note) ? 'fixed' : undefined;
}

const MAX_NOTE = 1000;

function repeatsOnePath(record: CsvRecord, note: string): boolean {
  if (/one (key and )?message|same message|fixed (message|seed)|single rejection path/i.test(note)) return true;
  const [mean, min, max] = [['cycles_mean', 'cycles', 'cycles_median'], ['cycles_min'], ['cycles_max']].map((names) =>
    toNumber(field(record, ...names)),
  );
  if (mean === undefined || min === undefined || max === undefined || max <= min) return false;
  return (max - min) / mean < SMALLEST_SPREAD;
}

function findCycles(record: CsvRecord, operation: string): number | Exclusion {
  const written = field(record, 'cycles_mean', 'cycles', 'cycles_median', 'mean_cycles');
  const least = field(record, 'cycles_min', 'min_cycles');
  const cycles = toNumber(written === '' ? least : written);
  if (cycles === undefined && (written !== '' || least !== '')) return 'numbers';
  if (operation === 'sign' && written === '' && least !== '') return 'minimum';
  const timed = findTimedCycles(record);
  if (timed === 'numbers') return timed;
  if (cycles === undefined) return timed ?? 'missing';
  if (timed !== undefined && Math.abs(timed / cycles - 1) > 0.2) return 'disagree';
  return cycles;
}

/** time × clock, where both are there. */
function findTimedCycles(record: CsvRecord): number | 'numbers' | undefined {
  const clockHz = findClockHz(record);
  const units = TIME_COLUMNS.map(([name, seconds]) => ({ text: field(record, name), seconds })).find(({ text }) => text !== '');
  if (units === undefined || clockHz === undefined) return undefined;
  const time = toNumber(units.text);
  return time === undefined ? 'numbers' : time * units.seconds * clockHz;
}

const TIME_COLUMNS = [
  ['time_ms', 1e-3],
  ['time_us', 1e-6],
  ['time_ns', 1e-9],
  ['time_s', 1],
] as const;

function findClockHz(record: CsvRecord): number | undefined {
  const mhz = toNumber(field(record, 'clock_mhz', 'mhz', 'freq_mhz'));
  const hz = toNumber(field(record, 'clock_hz', 'hz', 'freq_hz'));
  const clock = mhz === undefined ? hz : mhz * 1e6;
  return clock !== undefined && clock >= 1e4 && clock <= 1e11 ? clock : undefined;
}

function toPlace(record: CsvRecord): Omit<ProjectionGroup, 'rows' | 'revision'> | Exclusion {
  const board = field(record, 'target_id', 'target', 'board', 'platform');
  const core = field(record, 'core', 'cpu');
  if (board === '' && core === '') return 'place';
  const note = field(record, 'note', 'notes', 'comment');
  const clockHz = findClockHz(record);
  const session = findSession(record, note);
  const source = field(record, 'source_repo_or_doi', 'source', 'source_repo', 'doi', 'url');
  return {
    board: board === '' ? core : board,
    core,
    isa: field(record, 'isa', 'arch', 'architecture'),
    ...(clockHz === undefined ? {} : { clockHz: Math.round(clockHz) }),
    ...(/\b0 ?(ws|wait[- ]states?)|zero[- ]wait|no wait[- ]states?/i.test(note) ? { zeroWait: true } : {}),
    implementation: field(record, 'implementation', 'impl', 'library') || 'not named',
    variant: field(record, 'impl_variant', 'variant', 'build', 'flags'),
    ...(session === '' ? {} : { session }),
    source: { title: source || 'not named' },
  };
}

/** A run that the note dates, a commit that the location names: rows of different ones do not belong together. */
function findSession(record: CsvRecord, note: string): string {
  const commit = /@[0-9a-f]{6,40}\b/.exec(field(record, 'source_location', 'location'))?.[0] ?? '';
  const session = /session ([^;]{1,60}?)(?= iterations|;|$)/.exec(note)?.[1] ?? '';
  return `${commit} ${session}`.trim();
}

/** Runs behind the mean: `n=100`, `iterations=100`, `3340 ops in …`, `12-20 signatures`, `median of 500 tests`. */
function findSamples(record: CsvRecord): number | undefined {
  const column = toNumber(field(record, 'n', 'samples', 'runs', 'iterations'));
  if (column !== undefined) return column >= 1 ? Math.round(column) : undefined;
  const note = field(record, 'note', 'notes', 'comment').slice(0, MAX_NOTE);
  const found = SAMPLE_WORDS.map((words) => words.exec(note)?.[1]).find((each) => each !== undefined);
  const count = toNumber(found ?? '');
  return count !== undefined && count >= 1 ? count : undefined;
}

const SAMPLE_WORDS = [
  /\bn ?= ?(\d{1,9})\b/i,
  /\biterations ?= ?(\d{1,9})\b/i,
  /\b(\d{1,9}) (?:ops|executions|runs|samples|iterations)\b/i,
  /-(\d{1,9}) signatures\b/i,
  /\b(?:of|over) (\d{1,9})\b/i,
];

/** `1,234,567`, `1 234`, `1.2e6`, `890k`; `undefined` where empty or none. */
function toNumber(text: string): number | undefined {
  const plain = text.replace(/[\s_,'](?=\d{3}\b)/g, '').trim();
  const match = /^([+-]?\d{1,18}(?:\.\d{1,12})?(?:e[+-]?\d{1,2})?) ?([km])?$/i.exec(plain);
  if (match === null) return undefined;
  const scale = { k: 1e3, m: 1e6 }[(match[2] ?? '').toLowerCase()] ?? 1;
  const value = Number(match[1]) * scale;
  return Number.isFinite(value) ? value : undefined;
}

/** The first of these columns that says something. */
function field({ fields }: CsvRecord, ...names: readonly string[]): string {
  for (const name of names) {
    const text = fields.get(name);
    if (text !== undefined && text !== '') return text;
  }
  return '';
}
