// `pqready pqc conform`: a verdict for each requirement of the standards on somebody's implementation.

import { join } from 'node:path';
import type { ConformanceRecord, ConformOptions } from '../../index.ts';
import { EXIT } from '../exit.ts';
import { MESSAGE_FILE_BYTES, makeFolder, readInput, requireFree, writeOutput } from '../files.ts';
import { note, result, toPrintable, toTable } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

interface ConformCliOptions {
  readonly serial?: string;
  readonly responses: readonly string[];
  readonly emitPrompts?: string;
  readonly algorithm: readonly string[];
  readonly timeout?: number;
  readonly part?: string;
  readonly partVersion?: string;
  readonly image?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Runs it. */
export async function runPqcConform(command: readonly string[], options: ConformCliOptions): Promise<void> {
  if (options.emitPrompts !== undefined) return emitPrompts(options.emitPrompts, options.force === true);
  await requireOneSource(command, options);
  await requireFree([options.output], options.force === true);
  const record = await test(command, options);
  const text = `${JSON.stringify(record, null, 2)}\n`;
  if (options.output !== undefined) {
    await writeOutput(options.output, new TextEncoder().encode(text), { secret: false, force: options.force === true });
    note(`wrote ${options.output}`);
  }
  result(options.json === true ? text : await toText(record));
  process.exitCode = { met: EXIT.done, 'not-met': EXIT.broken, indeterminate: EXIT.cannotJudge }[record.verdict];
}

async function test(command: readonly string[], options: ConformCliOptions): Promise<ConformanceRecord> {
  const library = await import('../../index.ts');
  const head = await toHead(options);
  if (options.responses.length > 0) return library.conformResponses(options.responses, head);
  const progress = startProgress();
  const place = options.serial === undefined ? { command } : { device: options.serial };
  try {
    return await library.conform(place, {
      ...head,
      algorithms: options.algorithm,
      ...(options.timeout === undefined ? {} : { answerMs: options.timeout * 1000 }),
      signal: interruptSignal(),
      onProgress: (done) => progress.onProgress({ stage: 'cases', done }),
    });
  } finally {
    progress.clear();
  }
}

/** What was tested, and when: the clock of the observation, which no --as-of replaces. */
async function toHead({ part, partVersion, image }: ConformCliOptions): Promise<Pick<ConformOptions, 'subject' | 'observedAt'>> {
  const { PqreadyError, toImageDigest, toIsoDateTime } = await import('../../index.ts');
  const observedAt = toIsoDateTime(`${new Date().toISOString().slice(0, 19)}Z`);
  if (part === undefined) {
    if (partVersion === undefined && image === undefined) return { observedAt };
    throw new PqreadyError('usage', '--part: expected with --part-version and --image');
  }
  const digest = image === undefined ? {} : { imageSha256: toImageDigest(await readInput(image, MESSAGE_FILE_BYTES)) };
  return { observedAt, subject: { part, ...(partVersion === undefined ? {} : { version: partVersion }), ...digest } };
}

async function requireOneSource(command: readonly string[], { serial, responses }: ConformCliOptions): Promise<void> {
  const given = [command.length > 0, serial !== undefined, responses.length > 0].filter((each) => each).length;
  if (given === 1) return;
  const { PqreadyError } = await import('../../index.ts');
  throw new PqreadyError('usage', 'expected one of: a driver command after --, --serial, --responses');
}

async function emitPrompts(folder: string, force: boolean): Promise<void> {
  const { conformancePrompts } = await import('../../index.ts');
  const files = [...conformancePrompts()].map(([name, text]) => [join(folder, name), text] as const);
  await makeFolder(folder);
  await requireFree(
    files.map(([path]) => path),
    force,
  );
  for (const [path, text] of files) await writeOutput(path, new TextEncoder().encode(text), { secret: false, force });
  note(`wrote ${files.length} prompts into ${folder}; answer them, and give the answers with --responses`);
}

const COLUMNS = ['PARAMETER SET', 'REQUIREMENT', 'CLAUSE', 'VERDICT', 'PASSED', 'FAILED', 'UNANSWERED', 'NOT OFFERED'];

async function toText({ implementation, platform, verdict, rows, remarks }: ConformanceRecord): Promise<string> {
  const { PQC_REQUIREMENTS } = await import('../../index.ts');
  const cells = rows.map((row) => {
    const { standard, clause, force } = PQC_REQUIREMENTS[row.requirement];
    const words = force === 'recommended' ? `${row.verdict} (recommended)` : row.verdict;
    return [
      row.algorithm,
      row.requirement,
      `${standard} ${clause}`,
      words,
      ...[row.passed, row.failed, row.unanswered, row.unsupported].map(String),
    ];
  });
  const notes = rows.flatMap((row) =>
    row.notes.map((each) => toPrintable(`${row.verdict}: ${row.requirement}: ${each.case}: ${each.why}`)),
  );
  const examined = rows.filter((row) => row.passed + row.failed + row.unanswered > 0).length;
  const name = platform === undefined ? implementation : `${implementation} on ${platform}`;
  return [
    ...(cells.length === 0 ? [] : [toTable(COLUMNS, cells), '']),
    ...notes,
    ...remarks.map(toPrintable),
    toPrintable(`${name}: ${verdict}; ${examined} of ${rows.length} requirements examined. A test, not a validation.`),
  ].join('\n');
}
