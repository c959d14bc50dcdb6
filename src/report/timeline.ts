// What the timeline shows, before anybody draws it: spans of the product's life, days on which a policy changes its word, scenarios.

import { SCENARIOS } from '../knowledge/scenarios.ts';
import type { Assessment, SunsetRow } from '../model/assessment.ts';
import type { IsoDate } from '../model/evidence.ts';
import { isLaw } from '../model/framework.ts';
import type { CertificateAsset, CryptoAsset } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import type { Report } from '../model/report.ts';
import { plusYears, toDate } from './figures.ts';
import { isOwn } from './findings.ts';
import { isFirm } from './headline.ts';
import { APPLIES_WORDS, BINDING_WORDS } from './wording.ts';

/** A bar of the timeline; `tailTo` is how long data sent until `to` must stay secret. */
export interface Span {
  readonly label: string;
  /** what stands behind the label where there is room */
  readonly detail?: string;
  readonly kind: 'life' | 'certificate' | 'data';
  readonly from: string;
  readonly to: string;
  readonly tailTo?: string;
  /** days by which it outlasts a sunset, and that sunset */
  readonly overrun?: { readonly sunset: IsoDate; readonly days: number };
}

/** A day of a policy or law. */
export interface PolicyLine {
  readonly date: IsoDate;
  /** short, for the drawing */
  readonly label: string;
  /** whole, for the key below it */
  readonly text: string;
  readonly draft: boolean;
}

/** A chart's worth of dates; `moreLines` and `moreCertificates` count what is left to the tables. */
export interface Timeline {
  readonly asOf: IsoDate;
  readonly spans: readonly Span[];
  readonly lines: readonly PolicyLine[];
  readonly moreLines: number;
  readonly moreCertificates: number;
}

/** The years on whose first days the scenarios lie. */
export const SCENARIO_YEARS: readonly number[] = SCENARIOS.map(({ date }) => Number(date.slice(0, 4)));

const MOST_LINES = 7;
const LONGEST_LABEL_NAME = 26;
const MOST_CERTIFICATES = 4;

/** Label and detail of a span. */
export function toSpanName({ label, detail }: Span): string {
  return detail === undefined ? label : `${label}, ${detail}`;
}

/** The timeline of an assessed report; spans are empty where nothing is declared and no certificate was found. */
export function toTimeline(report: Report): Timeline {
  const certificates = ownCertificates(report.inventory.assets);
  const lines = policyLines(report);
  return {
    asOf: report.asOf,
    spans: [...lifeSpans(report), ...certificates.slice(0, MOST_CERTIFICATES).map(certificateSpan), ...dataSpans(report)],
    lines: lines.slice(0, MOST_LINES),
    moreLines: Math.max(0, lines.length - MOST_LINES),
    moreCertificates: Math.max(0, certificates.length - MOST_CERTIFICATES),
  };
}

function lifeSpans({ product, asOf, assessment }: Report): readonly Span[] {
  const { units, supportEnds, fieldLifeYears } = product ?? {};
  const from = units?.placedFrom ?? asOf;
  const sales: readonly Span[] = units === undefined ? [] : [{ label: 'Sales', kind: 'life', from: units.placedFrom, to: units.placedTo }];
  const support: readonly Span[] =
    supportEnds === undefined
      ? []
      : [{ label: 'Support period', kind: 'life', from, to: supportEnds, ...overrun(assessment?.sunsets, 'support-end') }];
  const field: readonly Span[] =
    units === undefined || fieldLifeYears === undefined
      ? []
      : [
          {
            label: 'Field life, last unit',
            kind: 'life',
            from,
            to: plusYears(units.placedTo, fieldLifeYears),
            ...overrun(assessment?.sunsets, 'field-end'),
          },
        ];
  return [...sales, ...support, ...field];
}

// The firm rule that the span outlasts by most days; a draft or an unread text draws no bracket.
function overrun(sunsets: readonly SunsetRow[] | undefined, what: 'support-end' | 'field-end'): Pick<Span, 'overrun'> {
  const late = (sunsets ?? []).filter((row) => isFirm(row) && row.comparedWith?.what === what && (row.slackDays ?? 0) < 0);
  const [worst] = late.sort((a, b) => (a.slackDays ?? 0) - (b.slackDays ?? 0));
  const sunset = worst === undefined ? undefined : sunsetOf(worst);
  return sunset === undefined || worst?.slackDays === undefined ? {} : { overrun: { sunset, days: worst.slackDays } };
}

/** The day a row's days are counted to: the last allowed one, else the last before it is deprecated. */
export function sunsetOf(row: SunsetRow): IsoDate | undefined {
  return row.disallowedAfter ?? row.deprecatedAfter;
}

function ownCertificates(assets: readonly CryptoAsset[]): readonly CertificateAsset[] {
  const certificates = assets.filter((asset): asset is CertificateAsset => asset.kind === 'certificate');
  const own = certificates.filter(({ facts }) => facts.some(({ origin }) => isOwn(origin)));
  return own.sort((a, b) => compareText(b.certificate.notAfter, a.certificate.notAfter) || compareText(a.id, b.id));
}

function certificateSpan({ name, certificate }: CertificateAsset): Span {
  return { label: `Certificate ${name}`, kind: 'certificate', from: toDate(certificate.notBefore), to: toDate(certificate.notAfter) };
}

function dataSpans({ product, asOf }: Report): readonly Span[] {
  const { units, supportEnds, data = [] } = product ?? {};
  if (supportEnds === undefined) return [];
  const from = units?.placedFrom ?? asOf;
  return data.slice(0, MOST_CERTIFICATES).map((each) => ({
    label: each.name,
    detail: `secret for ${each.secretYears} years`,
    kind: 'data',
    from,
    to: supportEnds,
    tailTo: plusYears(supportEnds, each.secretYears),
  }));
}

function policyLines({ assessment }: Report): readonly PolicyLine[] {
  if (assessment === undefined) return [];
  const changes = assessment.sunsets.filter(({ applies }) => applies !== 'no').flatMap(changesOf);
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.date} ${change.row.policy} ${change.word} ${change.row.draft}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const lines = [...[...groups.values()].map(policyLine), ...lawLines(assessment)];
  return lines.sort((a, b) => compareText(a.date, b.date) || compareText(a.label, b.label));
}

interface Change {
  readonly row: SunsetRow;
  readonly date: IsoDate;
  readonly word: string;
}

function changesOf(row: SunsetRow): readonly Change[] {
  const { deprecatedAfter, disallowedAfter } = row;
  return [
    ...(deprecatedAfter === undefined ? [] : [{ row, date: deprecatedAfter, word: 'deprecated' }]),
    ...(disallowedAfter === undefined ? [] : [{ row, date: disallowedAfter, word: 'disallowed' }]),
  ];
}

function policyLine(changes: readonly Change[]): PolicyLine {
  const [first] = changes;
  if (first === undefined) throw new RangeError('a policy line stands for at least one change');
  const { row, date, word } = first;
  const names = toNameList([...new Set(changes.map((change) => change.row.assetName))].sort(compareText));
  const standing = [BINDING_WORDS[row.binding], row.draft ? 'draft, dashed' : '', row.applies === 'unknown' ? APPLIES_WORDS.unknown : ''];
  const label = `${toShortName(row.policyName)}: ${word}${row.draft ? ' (draft)' : ''}`;
  return {
    date,
    label,
    text: `${row.policyName}: ${names} ${word} after this day · ${standing.filter((part) => part !== '').join(' · ')}`,
    draft: row.draft,
  };
}

// The drawing has room for the beginning of a name; the key has it whole.
function toShortName(name: string): string {
  return name.length <= LONGEST_LABEL_NAME ? name : `${name.slice(0, LONGEST_LABEL_NAME - 1).trimEnd()}…`;
}

/** Up to four names and how many more. */
export function toNameList(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(', ');
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
}

// The day on which a law or regulation that applies does so in full: the last of its clauses, where that is still ahead.
function lawLines({ frameworks, asOf }: Assessment): readonly PolicyLine[] {
  return frameworks
    .filter(({ applies, binding }) => applies === 'yes' && isLaw(binding))
    .flatMap(({ name, binding, clauses }) => {
      const last = clauses
        .map(({ appliesFrom }) => appliesFrom)
        .filter((date) => date !== undefined && date > asOf)
        .sort()
        .at(-1);
      return last === undefined
        ? []
        : [
            {
              date: last,
              label: `${toShortName(name)} applies`,
              text: `${name} applies in full · ${BINDING_WORDS[binding]}`,
              draft: false,
            },
          ];
    });
}
