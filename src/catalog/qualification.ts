// Reads a record that `pqready selftest --report` wrote, and checks that nobody changed it.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { PqreadyError } from '../model/errors.ts';
import type { QualificationCitation } from '../model/qualification.ts';
import { date, expecting, schemaVersion, text } from './fields.ts';
import { readJson } from './json.ts';
import { accept } from './problems.ts';

const DIGEST = 'a SHA-256 of 64 hexadecimal digits';
const VERDICT = '"passed", "failed" or "incomplete"';

const record = z.looseObject(
  {
    schemaVersion,
    tool: z.object({ name: z.literal('pqready', { error: expecting('"pqready"') }), version: text }, { error: expecting('a mapping') }),
    date,
    verdict: z.enum(['passed', 'failed', 'incomplete'], { error: expecting(VERDICT) }),
    digest: z.string({ error: expecting(DIGEST) }).regex(/^[0-9a-f]{64}$/, { error: expecting(DIGEST) }),
  },
  { error: expecting('a mapping, as `pqready selftest --report` writes it') },
);

/** The citation of a record. Throws `bad-profile` where it is none, where its digest is not its own, or where it is of another version. */
export function parseQualification(content: string, path: string, version: string): QualificationCitation {
  const value = readJson(content, path);
  const { tool, date: day, verdict, digest } = accept(record, value, path);
  const own = digestOf(value);
  if (own !== digest) throw new PqreadyError('bad-profile', `${path}: digest: expected ${own}, that of its content, got ${digest}`);
  if (tool.version !== version)
    throw new PqreadyError('bad-profile', `${path}: tool.version: expected a record of pqready ${version}, got one of ${tool.version}`);
  return { digest, date: day, verdict, version: tool.version };
}

/** SHA-256 over a record without its digest: JSON without white space, members in their order. */
export function digestOf(value: unknown): string {
  const members = typeof value === 'object' && value !== null ? Object.entries(value).filter(([key]) => key !== 'digest') : [];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(Object.fromEntries(members)))));
}
