// The conformance test of somebody's implementation: behind a driver, or by the ACVP responses it gave.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { parseConformanceRecord } from '../catalog/conformance.ts';
import { startDriver } from '../io/driver-process.ts';
import { openSerial } from '../io/driver-serial.ts';
import { readOperatorFile } from '../io/operator-file.ts';
import { packageVersion, shippedVectors } from '../io/package-files.ts';
import { requireVectorText } from '../io/vector-files.ts';
import { verdictOfRows } from '../knowledge/pqc-requirements.ts';
import type { ConformanceChannel, ConformanceRecord } from '../model/conformance.ts';
import type { LineConnection } from '../model/driver.ts';
import { PqreadyError } from '../model/errors.ts';
import type { IsoDateTime, Subject } from '../model/evidence.ts';
import { planVectorSet } from '../pqc/acvp/planner.ts';
import { toVectorSet } from '../pqc/acvp/vector-set.ts';
import type { TestedId } from '../pqc/conform/capabilities.ts';
import { isTestedId } from '../pqc/conform/capabilities.ts';
import { listCases, parseSlhDsaMaterial } from '../pqc/conform/catalogue.ts';
import { toPrompt } from '../pqc/conform/prompts.ts';
import { type AnswerableSet, isResponseTo, judgeResponses, parseResponses } from '../pqc/conform/responses.ts';
import { type CaseOutcome, chooseAlgorithms, type RunLimits, runCases } from '../pqc/conform/run.ts';
import { openSession, SESSION_LIMITS } from '../pqc/conform/session.ts';
import { toRows } from '../pqc/conform/verdicts.ts';
import { arrangeVectors } from '../pqc/vectors/collection.ts';
import { type Json, memberOf, parseJson } from '../pqc/vectors/json.ts';
import { parseManifest } from '../pqc/vectors/manifest.ts';

export { PQC_REQUIREMENTS } from '../knowledge/pqc-requirements.ts';
export type { ConformanceRecord } from '../model/conformance.ts';

/** Where the driver is: a command with its arguments, never through a shell, or a serial device. */
export type DriverPlace = { readonly command: readonly string[] } | { readonly device: string };

/** What a record says beside the result. */
export interface ConformanceHead {
  readonly subject?: Subject;
  readonly observedAt: IsoDateTime;
}

export interface ConformOptions extends ConformanceHead, RunLimits {
  /** parameter sets to test; empty: all that the driver offers */
  readonly algorithms?: readonly string[];
  /** how long an answer may take */
  readonly answerMs?: number;
}

const OPENSSL = 'slh-dsa/openssl.json.gz';

/** Tests the implementation behind a driver. Throws `bad-input` where the driver does not speak the protocol, `usage`, `unknown-id`, `cancelled`. */
export async function conform(place: DriverPlace, options: ConformOptions): Promise<ConformanceRecord> {
  const asked = (options.algorithms ?? []).map(toTestedId);
  const connection = 'command' in place ? startDriver(place.command) : openSerial(place.device);
  try {
    return await test(connection, asked, { ...options, channel: 'command' in place ? 'process' : 'serial' });
  } finally {
    await connection.close();
  }
}

interface Tested extends ConformOptions {
  readonly channel: ConformanceChannel;
}

async function test(connection: LineConnection, asked: readonly TestedId[], options: Tested): Promise<ConformanceRecord> {
  const { answerMs } = options;
  const patience = answerMs === undefined ? {} : { answerMs, helloMs: Math.max(SESSION_LIMITS.helloMs, answerMs) };
  const limits = { ...SESSION_LIMITS, ...patience };
  const session = await openSession(connection, limits);
  if ('why' in session) throw new PqreadyError('bad-input', `driver: ${session.why}`);
  const { implementation, platform, capabilities } = session.hello;
  const outcomes = await runCases(listCases(chooseAlgorithms(capabilities, asked), readSources()), session, options);
  const said = { implementation, ...(platform === undefined ? {} : { platform }), remarks: session.remarks() };
  return toRecord(outcomes, { ...options, ...said });
}

/** Judges ACVP response files by the shipped vectors. Throws `bad-input`, also where a file is of no set that ships. */
export function conformResponses(paths: readonly string[], head: ConformanceHead): ConformanceRecord {
  const sets = readAnswerableSets();
  const outcomes = paths.flatMap((path) => {
    const response = parseResponses(requireVectorText(path), path);
    const set = sets.find((each) => isResponseTo(response, each));
    if (set !== undefined) return judgeResponses(set, response);
    throw new PqreadyError('bad-input', `${path}: ${response.algorithm} ${response.mode} ${response.revision}: no such set ships`);
  });
  return toRecord(outcomes, { ...head, channel: 'acvp-responses', implementation: 'not said', remarks: [] });
}

/** The ACVP prompts of the shipped vectors, name → text. */
export function conformancePrompts(): ReadonlyMap<string, string> {
  return new Map(
    readAcvp().map(({ name, json }) => [
      `${name.replace(/\.json\.gz$/, '').replace('/', '-')}.prompt.json`,
      `${JSON.stringify(toPrompt(json, name), null, 1)}\n`,
    ]),
  );
}

/** A time as records want it, checked. Throws `usage`. */
export function toIsoDateTime(text: string): IsoDateTime {
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isTime) throw new PqreadyError('usage', `${text}: expected a time such as 2026-11-23T08:00:00Z`);
  return text as IsoDateTime;
}

/** A record that the operator names. Throws `path-not-found`, and `bad-profile` with every problem. */
export function readConformanceFile(path: string): ConformanceRecord {
  const file = readOperatorFile(path, 'a conformance record');
  return parseConformanceRecord(file.text, file.path);
}

/** SHA-256 of an image, as a subject names it. */
export function toImageDigest(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

interface RecordHead extends ConformanceHead {
  readonly channel: ConformanceChannel;
  readonly implementation: string;
  readonly platform?: string;
  readonly remarks: readonly string[];
}

function toRecord(outcomes: readonly CaseOutcome[], head: RecordHead): ConformanceRecord {
  const { observedAt, channel, implementation, platform, subject, remarks } = head;
  const rows = toRows(outcomes);
  return {
    schemaVersion: 1,
    record: 'pqc-conformance',
    tool: { name: 'pqready', version: packageVersion() },
    observedAt,
    channel,
    implementation,
    ...(platform === undefined ? {} : { platform }),
    ...(subject === undefined ? {} : { subject }),
    verdict: verdictOfRows(rows),
    rows,
    remarks,
  };
}

function toTestedId(id: string): TestedId {
  const name = id.toLowerCase();
  if (isTestedId(name)) return name;
  throw new PqreadyError('unknown-id', `--algorithm: expected a parameter set such as ml-kem-768, or lms, hss, got "${id}"`);
}

function readSources(): Parameters<typeof listCases>[1] {
  const { folder, manifest } = shippedVectors();
  const names = parseManifest(manifest).files.map(({ path }) => path);
  const slhDsa = parseSlhDsaMaterial(requireVectorText(`${folder}/${OPENSSL}`), OPENSSL);
  const groups = function* () {
    for (const name of names)
      for (const set of arrangeVectors([{ name, text: requireVectorText(`${folder}/${name}`) }]).sets) yield* set.groups;
  };
  return { groups, slhDsa };
}

function readAnswerableSets(): readonly AnswerableSet[] {
  return readAcvp().map(({ name, json }) => {
    const set = toVectorSet(name, json, json);
    return { algorithm: set.algorithm, mode: set.mode, revision: set.revision, groups: planVectorSet(set) };
  });
}

function readAcvp(): readonly { readonly name: string; readonly json: Json }[] {
  const { folder, manifest } = shippedVectors();
  const files = parseManifest(manifest).files.filter(({ source }) => source.startsWith('acvp/'));
  const sets = files.map(({ path }) => ({ name: path, json: parseJson(requireVectorText(`${folder}/${path}`), path) }));
  return sets.filter(({ json }) => memberOf(json, 'mode') !== undefined);
}
