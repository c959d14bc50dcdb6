// Section “Dates”: the product's life against the days on which policies change their word, drawn, then as signed days.

import type { Assessment } from '../../model/assessment.ts';
import { toComingDates, toComingWords } from '../headline.ts';
import { cohortTable, scenarioTable, unitTable } from '../outlook.ts';
import { type Timeline, toSpanName, toTimeline } from '../timeline.ts';
import { drawTimeline } from './drawing.ts';
import { factRefs } from './links.ts';
import { html, type Insert, type Markup } from './markup.ts';
import { outlookDetails, outlookPart } from './outlook.ts';
import type { Page, Section } from './page.ts';
import { sunsetTable } from './sunsets.ts';
import { body, type Column, type Row, table } from './table.ts';
import { prose, unbroken } from './text.ts';

/** Timeline, key, chart as a table, sunset minus need. */
export function datesSection(page: Page, assessment: Assessment): Section {
  const timeline = toTimeline(page.report);
  const { outlook } = assessment;
  return {
    id: 'dates',
    title: 'Dates',
    kind: 'facts, then risk judgements',
    newSheet: true,
    body: [
      chart(timeline),
      coming(page, assessment),
      html`<div class="sunw">${sunsetTable(page, assessment)}</div>`,
      outlookPart(page, unitTable(outlook)),
      outlookDetails(page, cohortTable(outlook)),
      outlookPart(page, scenarioTable(outlook)),
    ],
  };
}

function chart(timeline: Timeline): Markup {
  if (timeline.spans.length === 0 && timeline.lines.length === 0)
    return html`<p class="intro">Neither dates of the product nor days of a policy are known, so there is nothing to draw.</p>`;
  const undeclared = timeline.spans.every(({ kind }) => kind === 'certificate');
  return html`${
    undeclared &&
    html`<p class="intro">When units are sold, when support ends and how long they stay in the field is not
      declared. No day can be counted against it.</p>`
  }
    <figure>${drawTimeline(timeline)}${key(timeline)}${timeline.spans.length > 0 && chartTable(timeline)}</figure>`;
}

function key({ lines, moreLines, moreCertificates }: Timeline): Markup {
  const items = lines.map(({ date, text, draft }, index) => {
    const ring = draft ? html`<i class="d">${index + 1}</i>` : html`<i>${index + 1}</i>`;
    return html`<li>${ring}<b>${unbroken(date)}</b> ${prose(text)}</li>`;
  });
  const notDrawn = [
    moreLines > 0 && ` ${moreLines} later dates stand in the tables only.`,
    moreCertificates > 0 && ` ${moreCertificates} more certificates are not drawn.`,
  ];
  return html`<ol class="keys" aria-label="Policy dates">${items}<li class="plain">Solid line: final text. Dashed: draft. Shading deepens at
    each scenario date; no probability is given. Rule under a bar: days past a sunset.${notDrawn}</li></ol>`;
}

const SPAN_COLUMNS: readonly Column[] = [{ head: 'Span' }, { head: 'From' }, { head: 'To' }, { head: 'Secrecy tail to' }];

function chartTable({ spans }: Timeline): Markup {
  const rows = spans.map(
    (span): Row => ({
      head: prose(toSpanName(span)),
      cells: [unbroken(span.from), unbroken(span.to), span.tailTo === undefined ? 'none' : unbroken(span.tailTo)],
    }),
  );
  return html`<details class="more"><summary>The chart as a table</summary>
      ${table({ kind: '', caption: 'Dates drawn above', columns: SPAN_COLUMNS, bodies: [body(SPAN_COLUMNS, rows)] })}</details>`;
}

function coming(page: Page, assessment: Assessment): Insert {
  const [next] = toComingDates(assessment);
  if (next === undefined)
    return html`<p class="note">No final, verified rule that applies stops taking a mechanism on a day still ahead.</p>`;
  const assets = page.report.inventory.assets.filter(({ id }) => next.assets.includes(id));
  const facts = assets.flatMap((asset) => asset.facts.slice(0, 1).map(({ id }) => id));
  return html`<p class="note"><b>Will fail after ${unbroken(next.date)}:</b> ${prose(toComingWords(next))}.
    Only the calendar has to move for that. ${factRefs(page, facts, 2)}</p>`;
}
