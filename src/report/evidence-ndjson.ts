// The evidence alone, one fact a line, in code-point order of their ids: what the ids of every other format resolve to.

import type { Report, Reporter } from '../model/report.ts';
import { listFacts } from './facts.ts';
import { inKeyOrder } from './json.ts';

/** `evidence/facts.ndjson`: each line a fact with the ids of the assets it belongs to; no line where there is no fact. */
export const evidenceNdjson: Reporter = { mediaType: 'application/x-ndjson', extension: 'ndjson', render: renderNdjson };

function renderNdjson(report: Report): string {
  return listFacts(report.inventory)
    .map(({ fact, assets }) => `${JSON.stringify({ ...fact, assets }, inKeyOrder)}\n`)
    .join('');
}
