// What was found and what could not be read, as Markdown: crypto map, findings, coverage.

import type { Finding } from '../../model/assessment.ts';
import type { Report } from '../../model/report.ts';
import { toCryptoMap, toLetters, toMechanismName } from '../crypto-map.ts';
import { toPlace } from '../facts.ts';
import { toBytes, toThousands } from '../figures.ts';
import { isOwn, toPrinted, toRoleName, URGENCIES } from '../findings.ts';
import {
  BASIS_WORDS,
  counted,
  GAP_WORDS,
  GRADE_LETTERS,
  ORIGIN_WORDS,
  ROLE_NAMES,
  STATE_WORDS,
  sentence,
  URGENCY_WORDS,
} from '../wording.ts';
import { code, codes, more, section, table, text } from './lines.ts';

const MAP_ROWS = 80;
const FINDINGS = 300;
const GAPS = 60;

/** Mechanisms of the product's own by role; those that only dependencies, tests and examples name are counted. */
export function cryptoMap({ inventory }: Report): string {
  const uses = toCryptoMap(inventory).flatMap((each) => each.uses);
  const own = uses.filter((use) => use.own);
  const rows = own.slice(0, MAP_ROWS).map(({ role, asset, state, grades, facts }) => [
    ROLE_NAMES[role],
    text(toMechanismName(asset)),
    STATE_WORDS[state],
    toLetters(grades),
    codes(
      facts.map(({ id }) => id),
      2,
    ),
  ]);
  const outside = uses.length - own.length;
  return section(
    'Crypto map by role',
    table(['Role', 'Mechanism', 'State', 'Grade', 'Facts'], rows, 'No mechanism was found in the product’s own code, build or services.'),
    more(MAP_ROWS, own.length, 'inventory.cdx.json'),
    outside > 0 ? `${counted(outside, 'mechanism is', 'mechanisms are')} named only in dependencies, tests and examples.` : undefined,
  );
}

/** Findings, the product's own first. */
export function findings(all: readonly Finding[]): string {
  const printed = toPrinted(all);
  const shown = printed.slice(0, FINDINGS);
  const own = shown.filter(({ origin }) => isOwn(origin));
  const others = shown.filter(({ origin }) => !isOwn(origin));
  return section(
    'Findings',
    all.length === 0 ? 'No finding was made. That is no statement about what could not be read.' : undefined,
    findingGroups(own),
    others.length > 0 ? `### In dependencies, tests and examples\n\n${findingGroups(others)}` : undefined,
    more(FINDINGS, all.length, 'findings.sarif'),
  );
}

function findingGroups(group: readonly Finding[]): string {
  const lists = URGENCIES.map((urgency) => group.filter((finding) => finding.urgency === urgency)).filter((list) => list.length > 0);
  return lists
    .map((list) => `**${capital(URGENCY_WORDS[list[0]?.urgency ?? 'record'])}**\n\n${list.map(findingLine).join('\n')}`)
    .join('\n\n');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function findingLine(finding: Finding): string {
  const { id, title, origin, grade, facts, accepted, basis } = finding;
  const standing = basis === undefined || basis === 'declaration' ? GRADE_LETTERS[grade] : BASIS_WORDS[basis];
  const risk = accepted === undefined ? '' : ` Risk accepted by ${text(accepted.owner)} until ${accepted.expires}.`;
  const evidence = facts.length === 0 ? '' : ` ${codes(facts, 3)}`;
  return `- ${text(sentence(title))}${risk} ${toRoleName(finding)}, ${ORIGIN_WORDS[origin]}, ${standing}. ${code(id)}${evidence}`;
}

/** What was looked at, what could not be read, what was passed over. */
export function coverage({ inventory, refused }: Report): string {
  const { coverage: looked, gaps } = inventory;
  const rows = gaps.slice(0, GAPS).map((gap) => [code(toPlace(gap.location)), GAP_WORDS[gap.reason], text(gap.detail)]);
  const bytes = `${toBytes(looked.candidateBytes)} of ${toBytes(looked.bytes)}`;
  return section(
    'Coverage and limits',
    `${toThousands(looked.candidateFiles)} of ${toThousands(looked.files)} files (${bytes}) are of a kind that a scanner reads; ` +
      `${counted(looked.ignoredFiles, 'file', 'files')} that an ignore file names ${looked.ignoredFiles === 1 ? 'was' : 'were'} passed over.`,
    table(['Could not be read', 'Why', 'Detail'], rows, 'Everything of those kinds could be read.'),
    more(GAPS, gaps.length, 'report.json'),
    refused.length > 0 ? refused.map((what) => `- Refused: ${text(what)}`).join('\n') : undefined,
    LIMITS,
  );
}

const LIMITS =
  'Not shown: side channels, quality of random numbers, protocol logic beyond versions, suites, groups, schemes and certificates, boot ' +
  'ROM. Nothing here says that the product conforms to a law, a standard or a label.';
