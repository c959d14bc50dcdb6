// Section “Coverage and limits”: what was looked at, what could not be read and why, what was passed over, and what this report cannot show.

import type { Gap, GapReason } from '../../model/evidence.ts';
import { compareText } from '../../model/order.ts';
import { toPlace } from '../facts.ts';
import { toBytes, toThousands } from '../figures.ts';
import { groupBy } from '../groups.ts';
import { counted, GAP_WORDS } from '../wording.ts';
import { html, type Insert, type Markup } from './markup.ts';
import type { Page, Section } from './page.ts';
import { body, type Column, type Row, table } from './table.ts';
import { code, prose } from './text.ts';

const SHOWN_GAPS = 60;
const LISTED_GAPS = 600;

/** Gaps, what was ignored, scanners, limits. */
export function coverageSection(page: Page): Section {
  return {
    id: 'coverage',
    title: 'Coverage and limits',
    kind: 'what was not looked at',
    body: [
      gaps(page.report.inventory.gaps),
      html`<div class="cols2"><div>${scanners(page)}</div><div><h3>Passed over</h3>${passedOver(page)}
          <h3 class="sub">What this report does not show</h3>${LIMITS}</div></div>`,
    ],
  };
}

const GAP_COLUMNS: readonly Column[] = [{ head: 'Place' }, { head: 'Why' }, { head: 'Detail', cell: 'b' }, { head: 'Scanner' }];

function gaps(all: readonly Gap[]): Markup {
  if (all.length === 0) return html`<p class="intro">Everything of a kind that a scanner reads could be read.</p>`;
  const reasons = [...groupBy(all, ({ reason }) => [reason])]
    .sort(([a], [b]) => compareText(a, b))
    .map(([reason, group]) => `${GAP_WORDS[reason as GapReason]} ${toThousands(group.length)}`);
  const rows = all
    .slice(0, LISTED_GAPS)
    .map((gap): Row => ({ head: code(toPlace(gap.location)), cells: [GAP_WORDS[gap.reason], prose(gap.detail), gap.scanner] }));
  const caption = html`<b>Could not be read</b>${counted(all.length, 'place', 'places')}: ${reasons.join(', ')}.
    Nothing is said of what stands there`;
  const further = all.length - LISTED_GAPS;
  return html`${gapTable(caption, rows.slice(0, SHOWN_GAPS))}${furtherGaps(rows.slice(SHOWN_GAPS))}
    ${further > 0 && html`<p class="note">${toThousands(further)} further places stand in report.json.</p>`}`;
}

function gapTable(caption: Insert, rows: readonly Row[]): Markup {
  return table({ kind: 'flow gaps', caption, columns: GAP_COLUMNS, bodies: [body(GAP_COLUMNS, rows)] });
}

function furtherGaps(rows: readonly Row[]): Insert {
  if (rows.length === 0) return false;
  const further = gapTable('Could not be read, continued', rows);
  return html`<details class="more"><summary>${toThousands(rows.length)} more</summary>${further}</details>`;
}

const SCANNER_COLUMNS: readonly Column[] = [
  { head: 'Scanner' },
  { head: 'Files', cell: 'r lab', headClass: 'r' },
  { head: 'Bytes', cell: 'r lab', headClass: 'r' },
  { head: 'Facts', cell: 'r lab', headClass: 'r' },
  { head: 'Gaps', cell: 'r lab', headClass: 'r' },
];

function scanners({ report }: Page): Markup {
  const { coverage } = report.inventory;
  const rows = coverage.scanners.map(
    (each): Row => ({
      head: each.scanner,
      cells: [toThousands(each.files), toBytes(each.bytes), toThousands(each.facts), toThousands(each.gaps)],
    }),
  );
  const caption = html`<b>Looked at</b>
      ${toThousands(coverage.candidateFiles)} of ${toThousands(coverage.files)} files are of a kind that a scanner reads`;
  if (rows.length === 0) return html`<p class="intro">No scanner ran.</p>`;
  return table({ kind: 'flow', caption, columns: SCANNER_COLUMNS, bodies: [body(SCANNER_COLUMNS, rows)] });
}

function passedOver({ report, assessment }: Page): Markup {
  const { coverage } = report.inventory;
  const accepted = (assessment?.findings ?? []).filter(({ accepted: risk }) => risk !== undefined).length;
  const other = coverage.files - coverage.candidateFiles - coverage.ignoredFiles;
  const items: readonly Insert[] = [
    `${counted(coverage.ignoredFiles, 'file', 'files')} named by an ignore file and of no kind that is read as evidence`,
    `${counted(Math.max(0, other), 'file', 'files')} of a kind that no scanner reads`,
    accepted > 0 && `${counted(accepted, 'finding', 'findings')} under an accepted risk: listed above all the same`,
    SOURCES[report.productSource],
    ...report.refused.map((what) => [html`<b>Refused:</b> `, prose(what)]),
  ];
  return html`<ul class="plainlist">${items.map((item) => item !== false && html`<li>${item}</li>`)}</ul>`;
}

const SOURCES: Readonly<Record<'operator' | 'tree' | 'none', string>> = {
  operator: 'The product file was given by the operator',
  tree: 'The product file was found in the scanned tree: it declares, and may not exclude or suppress anything',
  none: 'No product file: dates, markets and roles are not declared',
};

const LIMITS: Markup = html`<ul class="plainlist">${[
  'Side channels and fault attacks: not assessed',
  'Quality of random numbers: seen is who is asked for them, not what comes',
  'Protocol logic beyond versions, suites, groups, schemes and certificates: not assessed',
  'Code that is reached only at run time, and boot ROM: not readable from a tree',
  'What a library can do is not what the product does with it',
  'Conformity with any law, standard or label: not for a tool to say',
].map((limit) => html`<li>${limit}</li>`)}</ul>`;
