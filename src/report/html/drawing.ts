// The timeline as one SVG for all widths: x in per cent, y in pixels, no viewBox, so that text never scales. All paint is by class.

import { toClipped } from '../escape.ts';
import { toDayNumber, toSignedDays } from '../figures.ts';
import { type PolicyLine, SCENARIO_YEARS, type Span, type Timeline } from '../timeline.ts';
import { html, type Insert, type Markup } from './markup.ts';

const STAIR_PX = 17;
const ROW_PX = 42;
const LABEL_LENGTH = 48;
/** Of a span; short enough to leave room for its end date on a phone. */
const SPAN_LABEL_LENGTH = 32;
/** Policy lines stay left of this, so that their labels find room. */
const LAST_LINE_PERCENT = 62;
const MOST_YEARS_AHEAD = 40;
const MOST_YEARS_BACK = 12;

/** Where things stand on the page. */
interface Frame {
  readonly startYear: number;
  readonly endYear: number;
  /** top of the shaded ground */
  readonly top: number;
  /** the axis */
  readonly base: number;
}

/** The chart. */
export function drawTimeline(timeline: Timeline): Markup {
  const frame = toFrame(timeline);
  return html`<svg class="chart" height="${frame.base + 46}" role="img" aria-labelledby="tl-title tl-text">
    <title id="tl-title">Product dates against policy dates, ${frame.startYear} to ${frame.endYear}</title>
    <desc id="tl-text">${describe(timeline)} All dates stand in the table below.</desc>
    ${scenarios(frame)}${axis(frame)}${asOfLine(frame, timeline.asOf)}${policyLines(frame, timeline.lines)}
    ${timeline.spans.map((span, index) => bar(frame, span, index))}</svg>`;
}

function toFrame({ asOf, spans, lines }: Timeline): Frame {
  const now = yearOf(asOf);
  const last = Math.max(now + 5, ...lines.map(({ date }) => yearOf(date) + 1));
  const startYear = clamp(Math.min(now - 1, ...spans.map(({ from }) => yearOf(from))), now - MOST_YEARS_BACK, now);
  const roomForLabels = startYear + Math.ceil(((last - startYear) * 100) / LAST_LINE_PERCENT);
  const ends = spans.map(({ to, tailTo }) => yearOf(tailTo ?? to) + 1);
  const endYear = clamp(Math.max(roomForLabels, ...ends), now + 10, now + MOST_YEARS_AHEAD);
  const top = 25 + lines.length * STAIR_PX;
  return { startYear, endYear, top, base: top + 8 + spans.length * ROW_PX + 8 };
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Per cent of the width; dates beyond the frame stand at its edge. */
function xOf({ startYear, endYear }: Frame, date: string): number {
  const start = toDayNumber(`${startYear}-01-01`);
  const end = toDayNumber(`${endYear}-01-01`);
  return clamp((100 * (toDayNumber(date) - start)) / (end - start), 0, 100);
}

function percent(value: number): string {
  return `${value.toFixed(2)}%`;
}

function describe({ spans, lines }: Timeline): string {
  const life = spans.map(
    ({ label, to, overrun }) =>
      `${label} to ${to}${overrun === undefined ? '' : `, ${-overrun.days} days past the sunset of ${overrun.sunset}`}`,
  );
  return `${[...life, ...lines.map(({ date, label }) => `${label}, ${date}`)].join('; ')}.`;
}

function scenarios(frame: Frame): readonly Insert[] {
  return SCENARIO_YEARS.map((year) => {
    const x = xOf(frame, `${year}-01-01`);
    if (x <= 0 || x >= 100) return false;
    return html`<rect x="${percent(x)}" y="${frame.top}" width="${percent(100 - x)}" height="${frame.base - frame.top}" class="shade"/>
      <svg x="${percent(x)}" y="${frame.base - 3}" overflow="visible"><path d="M0 0l-4 7h8z" class="if"/></svg>
      <text x="${percent(x)}" y="${frame.base + 38}" text-anchor="middle" class="${isNear(year) ? 't3 wide' : 't3'}">${year}</text>`;
  });
}

// Two years after the one before it: on a phone their numbers would touch.
function isNear(year: number): boolean {
  return SCENARIO_YEARS.includes(year - 2);
}

function axis(frame: Frame): Markup {
  const years = Array.from({ length: frame.endYear - frame.startYear + 1 }, (_, index) => frame.startYear + index);
  const step = years.length > 30 ? 10 : 5;
  const ticks = years.map((year) => {
    const x = percent(xOf(frame, `${year}-01-01`));
    const isLabelled = year % step === 0 || year === frame.startYear;
    const anchor = year === frame.startYear ? 'start' : year === frame.endYear ? 'end' : 'middle';
    const crowded = year === frame.startYear ? false : year - frame.startYear < 2;
    return html`<line x1="${x}" x2="${x}" y1="${frame.base}" y2="${frame.base + (isLabelled ? 7 : 4)}" class="rl2"/>
      ${isLabelled && !crowded && html`<text x="${x}" y="${frame.base + 20}" text-anchor="${anchor}" class="t2">${year}</text>`}`;
  });
  return html`${ticks}<line x1="0" x2="100%" y1="${frame.base}" y2="${frame.base}" class="rl2"/>
    <text x="0" y="${frame.base + 38}" class="t3">scenarios</text>`;
}

function asOfLine(frame: Frame, asOf: string): Markup {
  const x = percent(xOf(frame, asOf));
  return html`<line x1="${x}" x2="${x}" y1="8" y2="${frame.base}" class="i" stroke-width="1" stroke-dasharray="1.5 3"/>
    <text x="${x}" dx="5" y="14" class="t2">as of ${asOf}</text>`;
}

// A staircase, the earliest highest, so that no label crosses another line; lines of one day stand 5 px apart.
function policyLines(frame: Frame, lines: readonly PolicyLine[]): readonly Markup[] {
  return lines.map((line, index) => {
    const shift = 5 * lines.slice(0, index).filter(({ date }) => date === line.date).length;
    const drawing = policyLine({ line, number: index + 1, y: 28 + index * STAIR_PX, base: frame.base, knob: shift === 0 ? 0 : 7 });
    return html`<svg x="${percent(xOf(frame, line.date))}" overflow="visible"><g transform="translate(${shift} 0)">${drawing}</g></svg>`;
  });
}

interface LineDrawing {
  readonly line: PolicyLine;
  readonly number: number;
  readonly y: number;
  readonly base: number;
  /** how far right of its line the ring stands */
  readonly knob: number;
}

function policyLine({ line: { label, draft }, number, y, base, knob }: LineDrawing): Markup {
  const stroke = draft ? html`stroke-width="1.2" stroke-dasharray="5 4"` : html`stroke-width="1.4"`;
  const ring = draft ? html`stroke-width="1.1" stroke-dasharray="2.6 2"` : html`stroke-width="1.1"`;
  return html`<line y1="${y - 1}" y2="${base}" class="i" ${stroke}/>
    <g transform="translate(${knob} ${y})"><circle r="7.5" class="bgf"/><circle r="7.5" class="i" ${ring}/>
    <text y="4" text-anchor="middle" class="tb tn">${number}</text></g>
    <text x="${knob + 13}" y="${y + 4}" class="wide halo">${toClipped(label, LABEL_LENGTH)}</text>`;
}

const PAINT: Readonly<Record<Span['kind'], Insert>> = {
  life: html`class="i2f"`,
  certificate: html`fill="url(#p-lines)"`,
  data: html`class="asf"`,
};

function bar(frame: Frame, span: Span, index: number): Markup {
  const y = frame.top + 20 + index * ROW_PX;
  const x = xOf(frame, span.from);
  const end = xOf(frame, span.to);
  const box = (from: number, to: number): Markup =>
    html`x="${percent(from)}" y="${y + 5}" width="${percent(Math.max(0.2, to - from))}" height="9"`;
  const outline = span.kind !== 'life' && html`<rect ${box(x, end)} class="${span.kind === 'certificate' ? 'ac' : 'i'}" stroke-width="1"/>`;
  const secrecy = span.tailTo !== undefined && tail(box(end, xOf(frame, span.tailTo)));
  const { overrun } = span;
  const late = overrun !== undefined && bracket(frame, { from: overrun.sunset, to: span.to, days: overrun.days, y });
  return html`<text x="${percent(Math.min(x, 60))}" y="${y}" class="halo">${spanLabel(span)}</text>
    <rect ${box(x, end)} ${PAINT[span.kind]}/>${outline}${secrecy}${endDate(frame, span.tailTo ?? span.to, y)}${late}`;
}

function spanLabel({ label, detail }: Span): Insert {
  return [toClipped(label, SPAN_LABEL_LENGTH), detail !== undefined && html`<tspan class="wide">, ${detail}</tspan>`];
}

function tail(box: Markup): Markup {
  return html`<rect ${box} fill="url(#p-hatch)"/><rect ${box} class="i" stroke-width="1"/>`;
}

function endDate(frame: Frame, date: string, y: number): Markup {
  const x = xOf(frame, date);
  const place = x > LAST_LINE_PERCENT ? html`y="${y + 1}" text-anchor="end"` : html`dx="6" y="${y + 13.5}"`;
  return html`<text x="${percent(x)}" ${place} class="t2 hp">${date}</text>`;
}

interface Overrun {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly y: number;
}

function bracket(frame: Frame, { from, to, days, y }: Overrun): Markup {
  const left = percent(xOf(frame, from));
  const right = percent(xOf(frame, to));
  return html`<line x1="${left}" x2="${right}" y1="${y + 18}" y2="${y + 18}" class="al" stroke-width="2"/>
    <svg x="${left}" overflow="visible"><line y1="${y + 15}" y2="${y + 21}" class="al" stroke-width="2"/></svg>
    <text x="${right}" y="${y + 31}" text-anchor="end" class="ta tb hp">${toSignedDays(days)} d</text>`;
}
