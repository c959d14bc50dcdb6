// `pqready explain`: what a name stands for, where it comes from, which checks bear on it, what would change it.

import type { Change, Explanation } from '../../index.ts';
import { result, toPrintable } from '../print.ts';

interface ExplainOptions {
  readonly json?: boolean;
  readonly packs?: string;
}

/** Runs it. */
export async function runExplain(id: string, options: ExplainOptions): Promise<void> {
  const { explain } = await import('../../index.ts');
  const found = explain(id, options.packs);
  if (options.json === true) result(JSON.stringify({ schemaVersion: 1, explained: found }, null, 2));
  else result(found.map((each) => toLines(each).map(toPrintable).join('\n')).join('\n\n'));
}

const READ: Readonly<Record<NonNullable<Explanation['from']>['read'], string>> = {
  primary: 'read in the issuer’s publication',
  copy: 'read in a true copy',
  secondary: 'read second-hand: cannot fail a build',
  none: 'not read yet: cannot fail a build',
};

function toLines(one: Explanation): string[] {
  const standing = [one.kind, one.binding, one.status, one.draft === true && 'draft', one.inferred === true && 'inferred by this project'];
  return [
    one.id,
    `  ${one.title}`,
    `  ${standing.filter((word) => typeof word === 'string').join(' · ')}`,
    ...titled('Says', one.says === undefined ? [] : [one.says]),
    ...titled('For cryptography', one.cryptoRelevance === undefined ? [] : [one.cryptoRelevance]),
    ...titled('Asked', askedOf(one)),
    ...titled('From', fromLines(one)),
    ...titled(
      'Tested by',
      one.test === undefined ? [] : [`${one.test.document}, test group ${one.test.group}: ${one.test.inputs.join(', ')}`],
    ),
    ...titled(one.kind === 'finding-rule' ? 'Counts against' : 'Checks that bear on it', one.checks.map(checkLine)),
    ...titled(one.kind === 'check' ? 'Bears on' : 'Rows', one.rows),
    ...titled('What would change it', [...new Set(one.changes.map(changeLine))]),
    ...titled('Also written', one.aliases.length === 0 ? [] : [one.aliases.join(', ')]),
  ];
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}

function checkLine({ id, asks, bearing }: Explanation['checks'][number]): string {
  return `${id}${bearing === undefined ? '' : ` (${bearing})`}: ${asks}`;
}

function askedOf({ applicability, condition }: Explanation): string[] {
  const { markets, highRiskOnly, traits, classes, onRequest } = applicability ?? {};
  return [
    ...(markets === undefined ? [] : [`markets: ${markets.join(', ')}`]),
    ...(highRiskOnly === true ? ['products in a high-risk use'] : []),
    ...(traits === undefined ? [] : [`traits: ${traits.join(', ')}`]),
    ...(classes === undefined ? [] : [`classes: ${classes.join(', ')}`]),
    ...(onRequest === true ? ['only where its policy is named'] : []),
    ...(condition === undefined ? [] : [condition]),
  ];
}

function fromLines({ from }: Explanation): string[] {
  if (from === undefined) return [];
  const document = [from.document, from.version].filter((word) => word !== undefined).join(', ');
  const read = `${READ[from.read]}${from.readOn === undefined ? '' : `, ${from.readOn}`}`;
  return [from.issuer, ...(document === '' ? [] : [document]), ...(from.url === undefined ? [] : [from.url]), read];
}

const DATES = { applies: 'applies from', deprecated: 'deprecated after', disallowed: 'disallowed after' } as const;

function changeLine(change: Change): string {
  switch (change.code) {
    case 'finding':
      return `a finding of ${change.rule}: ${change.check} is not met`;
    case 'decision':
      return 'a dated decision with an owner, for a risk that is not met';
    case 'read-primary':
      return 'reading the issuer’s own text';
    case 'final-text':
      return 'the final text: a draft decides nothing';
    case 'date':
      return `the day: ${DATES[change.what]} ${change.date}`;
    case 'not-examined':
      return 'nothing that this tool looks at: no check bears on it';
    case 'never-a-verdict':
      return 'nothing makes it a verdict: a law’s clause lists what bears on it';
  }
}
