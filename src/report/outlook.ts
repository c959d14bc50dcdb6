// What lies ahead as tables of plain text, for the page and the Markdown alike: days per unit, scenarios, ceilings, choices.

import { SCENARIOS } from '../knowledge/scenarios.ts';
import type { Exposure, Outlook, PolicyChoice, ScenarioOutcome, UnitDates } from '../model/outlook.ts';
import { toSignedDays, toThousands } from './figures.ts';
import { groupBy } from './groups.ts';
import { toNameList } from './timeline.ts';
import { ceilingWords, FIT_WORDS, ROLE_NAMES, ROLE_PHRASES, SLOT_WORDS, scenarioWords, shareWords, strandedWords } from './wording.ts';

/** One row; `facts` and `plan` are ids to link to. */
export interface OutlookRow {
  readonly cells: readonly string[];
  readonly facts?: readonly string[];
  readonly plan?: readonly string[];
}

/** One table; `otherwise` is said where it has no rows. */
export interface OutlookTable {
  readonly title: string;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly OutlookRow[];
  readonly otherwise: string;
}

const MOST_SUNSETS = 24;
const MOST_COHORTS = 60;
const COHORT_SUNSETS = 4;

/** Every last day of a policy against the units that are sold. */
export function unitTable({ units }: Outlook): OutlookTable {
  return {
    title: 'Per unit sold',
    caption: 'policy date − max(support end, last verification in the field), for the unit placed first and the one placed last',
    heads: ['Last day', 'By', 'Needed', 'First unit', 'Last unit', 'Past it'],
    rows: (units?.sunsets ?? []).slice(0, MOST_SUNSETS).map(({ sunset, policies, decides, need, roles, cohorts, past }) => ({
      cells: [
        sunset,
        `${toNameList(policies)}${decides ? '' : ' (for information)'}`,
        `${need === 'field' ? 'as long as units are in the field' : 'while supported'}: ${roles.map((role) => ROLE_PHRASES[role]).join(', ')}`,
        toSignedDays(Math.max(...cohorts.map(({ firstDays }) => firstDays))),
        toSignedDays(Math.min(...cohorts.map(({ lastDays }) => lastDays))),
        shareWords(past),
      ],
    })),
    otherwise: 'No date could be held against a unit: units with support end or field life, and a policy with a day, are needed for that.',
  };
}

/** The same by year of placing: the days in hand of the last unit of each year. */
export function cohortTable({ units }: Outlook): OutlookTable {
  const shown = toShown(units);
  return {
    title: 'By year of placing on the market',
    caption: 'days in hand of the last unit of each year; units are spread evenly over the days on which they are placed',
    heads: ['Placed', 'Units', 'Supported to', 'In the field to', ...shown.map(({ sunset, need }) => `${sunset}, ${need}`)],
    rows: (units?.cohorts ?? []).slice(0, MOST_COHORTS).map((cohort) => ({
      cells: [
        cohort.id,
        cohort.units === undefined ? 'not declared' : toThousands(cohort.units),
        cohort.supportEnds ?? 'not declared',
        cohort.fieldEnds?.last ?? 'not declared',
        ...shown.map(({ cohorts }) => {
          const slack = cohorts.find((each) => each.cohort === cohort.id);
          return slack === undefined ? 'not compared' : toSignedDays(slack.lastDays);
        }),
      ],
    })),
    otherwise: 'No units are declared.',
  };
}

// Deciding days before those that inform, then the earliest.
function toShown(units: UnitDates | undefined): UnitDates['sunsets'] {
  const all = units?.sunsets ?? [];
  const first = [...all].sort((a, b) => Number(b.decides) - Number(a.decides)).slice(0, COHORT_SUNSETS);
  return all.filter((each) => first.includes(each));
}

/** Data and verifiers in each scenario. */
export function scenarioTable({ exposure }: Outlook): OutlookTable {
  return {
    title: 'If a quantum computer is there on',
    caption:
      'data is late where its secrecy outlasts the day, a signature where it is still verified then; assumptions for planning, without a probability',
    heads: ['What', 'Rests on', ...SCENARIOS.map(({ date }) => date), 'Already sent', 'Plan'],
    rows: exposure.map((each) => ({
      cells: [
        toSubject(each),
        each.mechanisms.length === 0 ? 'not seen' : toNameList(each.mechanisms),
        ...SCENARIOS.map(({ date }) => toOutcome(each.scenarios.find(({ scenario }) => scenario === date))),
        toSent(each),
        each.plan === undefined ? 'no day planned' : `moved by ${each.plan.movedBy}`,
      ],
      facts: each.facts,
      ...(each.plan === undefined ? {} : { plan: [each.plan.item] }),
    })),
    otherwise: 'No class of data is declared on a role in scope, and no signature of one rests on a classical mechanism.',
  };
}

function toSubject({ kind, role, data, verifiedUntil }: Exposure): string {
  if (kind === 'confidentiality' && data !== undefined)
    return `“${data.name}” over ${ROLE_PHRASES[role]}, secret for ${data.secretYears} years`;
  return `Signatures in ${ROLE_PHRASES[role]}, ${verifiedUntil === undefined ? 'last verification not declared' : `verified until ${verifiedUntil}`}`;
}

function toOutcome(outcome: ScenarioOutcome | undefined): string {
  return outcome === undefined ? 'not looked at' : scenarioWords(outcome);
}

// What was sent before today and is still secret on the day; apart from what a move can help.
function toSent({ kind, scenarios }: Exposure): string {
  if (kind === 'authenticity') return 'does not apply';
  const sent = scenarios.filter(({ sent }) => (sent?.exposedDays ?? 0) > 0);
  if (sent.length > 0)
    return sent
      .map(
        ({ scenario, sent }) => `${scenario.slice(0, 4)}: ${toThousands(sent?.exposedDays ?? 0)} of ${toThousands(sent?.ofDays ?? 0)} days`,
      )
      .join('; ');
  return scenarios.some(({ sent }) => sent !== undefined) ? 'none exposed' : 'not known since when';
}

/** How far software can take each role, and what is stranded. */
export function ceilingTable({ ceilings }: Outlook): OutlookTable {
  return {
    title: 'How far software can take each role',
    caption: 'the highest gate that an update in the field can reach, and what is left where it is not the last',
    heads: ['Role', 'Rests on', 'Reachable', 'What limits it', 'Stranded'],
    rows: ceilings.map((ceiling) => ({
      cells: [
        ROLE_NAMES[ceiling.role],
        ceiling.mechanisms.length === 0 ? 'nothing seen that concerns it' : toNameList(ceiling.mechanisms),
        ceiling.known ? ceiling.reachable : `at most ${ceiling.reachable}`,
        ceilingWords(ceiling),
        strandedWords(ceiling),
      ],
      facts: ceiling.facts,
    })),
    otherwise: 'No role is in scope.',
  };
}

/** What every asked policy takes, for roles in which it is the same together. */
export function choiceTable({ choices }: Outlook): OutlookTable {
  const groups = [...groupBy(choices, ({ role: _, ...choice }) => [JSON.stringify(choice)]).values()];
  return {
    title: 'What every asked policy takes',
    caption:
      'candidates that all policies take as they stand, and that the targets hold; where there is none, which policies cannot be satisfied together',
    heads: ['To do', 'Policies', 'Taken by all', 'Not together', 'Rules that decide'],
    rows: groups.flatMap((group) => {
      const [choice] = group;
      return choice === undefined
        ? []
        : [{ cells: [toDo(group), choice.policies.map(({ name }) => name).join(', '), ...toChoice(choice)] }];
    }),
    otherwise: 'No policy is known to be asked of this product.',
  };
}

function toDo(group: readonly PolicyChoice[]): string {
  return `${SLOT_WORDS[group[0]?.slot ?? 'session']}: ${group.map(({ role }) => ROLE_PHRASES[role]).join(', ')}`;
}

function toChoice({ candidates, satisfying, tooLarge, conflicts, policies }: PolicyChoice): readonly string[] {
  const found = (ids: readonly string[]): string[] =>
    candidates.filter(({ algorithm }) => ids.includes(algorithm)).map(({ name, fit }) => `${name} (${FIT_WORDS[fit]})`);
  const nameOf = (id: string): string => policies.find((policy) => policy.id === id)?.name ?? id;
  const taken = [...satisfying.flatMap((id) => found([id])), ...found(tooLarge)];
  const rules = conflicts.length > 0 ? conflicts.flatMap((conflict) => conflict.rules) : decidingRules(candidates, satisfying);
  return [
    taken.length === 0 ? 'none' : taken.join(', '),
    conflicts.length === 0 ? 'none' : conflicts.map((conflict) => conflict.policies.map(nameOf).join(' with ')).join('; '),
    toNameList([...new Set(rules)]),
  ];
}

// The rules that take the first choice; of several policies one each.
function decidingRules(candidates: PolicyChoice['candidates'], satisfying: PolicyChoice['satisfying']): string[] {
  const first = candidates.find(({ algorithm }) => algorithm === satisfying[0]);
  return (first?.words ?? []).flatMap(({ rule, verified, draft }) => {
    const doubts = [draft === true ? 'draft' : '', verified === true ? '' : 'not read at first hand'].filter((part) => part !== '');
    return rule === undefined ? [] : [doubts.length === 0 ? rule : `${rule} (${doubts.join(', ')})`];
  });
}
