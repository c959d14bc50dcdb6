// The foot of the page: which tool, which packs, which day, how to repeat the run, and the digests that tie this page to its files.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Report } from '../../model/report.ts';
import { evidenceNdjson } from '../evidence-ndjson.ts';
import { json } from '../json.ts';
import { html, type Insert, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { prose, unbroken } from './text.ts';

const SILENT_ON =
  'conformity with any law, standard or label. Verdicts are on the checks named; risk judgements are scenarios; decisions are ' +
  'their owners’.';

/** Tool, packs, date, command, digests. */
export function renderProvenance({ report }: Page): Markup {
  const entries: readonly (readonly [string, Insert])[] = [
    ['Tool', `pqready ${report.tool.version}`],
    ['Self-test', selfTest(report)],
    ['Packs', prose(packs(report))],
    ['Targets', report.targets.length === 0 ? 'none' : report.targets.map(({ id }) => id).join(', ')],
    ['As of', [unbroken(report.asOf), '. The same inputs and the same date give the same bytes.']],
    [
      'Repeat',
      html`<code class="cmd sh">pqready ${report.assessment === undefined ? 'inventory' : 'assess'} . --as-of ${report.asOf}</code>`,
    ],
    ['Report', digest('report.json', json.render(report))],
    ['Evidence', digest('evidence/facts.ndjson', evidenceNdjson.render(report))],
    ['Says nothing of', SILENT_ON],
  ];
  return html`<footer class="prov" id="prov"><h2>Provenance</h2><dl>${entries.map(
    ([term, text]) => html`<dt>${term}</dt><dd>${text}
      </dd>`,
  )}</dl></footer>`;
}

function selfTest({ qualification }: Report): Insert {
  if (qualification === undefined) return html`no record was given (<code class="sh">pqready selftest --report</code> writes one)`;
  return [
    `${qualification.verdict} on `,
    unbroken(qualification.date),
    html`, record sha256 <code class="sh">${qualification.digest}</code>`,
  ];
}

function packs({ assessment }: Report): string {
  if (assessment === undefined) return 'none: not assessed';
  const frameworks = assessment.frameworks.map(({ id, version }) => `${id} ${version}`);
  const policies = [...new Set(assessment.sunsets.map(({ policy }) => policy))].filter(
    (policy) => !assessment.frameworks.some(({ id }) => id === policy),
  );
  return [...frameworks, ...policies].join(', ') || 'none';
}

function digest(file: string, content: string): Markup {
  return html`<code>sha256 ${bytesToHex(sha256(utf8ToBytes(content)))}</code> of ${file} from the same run`;
}
