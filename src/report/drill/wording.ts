// The words of a drill. Everything is said under “suppose”: nothing here says that or when it happens, and no duty is said to have begun.

import { ALGORITHMS } from '../../knowledge/algorithms.ts';
import { CURVES } from '../../knowledge/curves.ts';
import type {
  BreakTarget,
  ChainLink,
  Consequence,
  ConsequenceCode,
  DataHit,
  DrillQuestion,
  DrillQuestionCode,
  Loss,
  Reach,
  Scenario,
  Standing,
} from '../../model/drill.ts';
import type { ContactTask, DayRange, ResponseStep } from '../../model/product.ts';
import { toThousands } from '../figures.ts';
import { CHANGER_WORDS, ROLE_PHRASES } from '../wording.ts';

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  falls: 'falls',
  'may-fall': 'may fall',
  holds: 'holds',
  'not-hit': 'not hit',
};

export const TASK_WORDS: Readonly<Record<ContactTask, string>> = {
  decides: 'decides whether a duty to report has begun',
  reports: 'reports to the authorities',
  'signing-keys': 'holds the signing keys',
  release: 'builds, tests and rolls out',
  vulnerabilities: 'takes reports from outside',
  customers: 'tells users and operators',
  authority: 'CSIRT or authority',
};

export const RESPONSE_WORDS: Readonly<Record<ResponseStep, string>> = { build: 'build', sign: 'sign', test: 'test', rollout: 'roll out' };

/** What is supposed, as one sentence. */
export function supposition(scenario: Scenario): string {
  if (scenario.kind === 'leaked') return `Suppose that on ${scenario.on} the secret half of key ${scenario.written} is in other hands.`;
  return `Suppose that on ${scenario.on} this can be broken: ${scenario.targets.map(targetWords).join('; ')}.`;
}

function targetWords(target: BreakTarget): string {
  switch (target.what) {
    case 'shor':
      return 'everything that Shor’s algorithm breaks, RSA, finite fields and elliptic curves of any length';
    case 'curves':
      return target.curves === 'all'
        ? 'every elliptic curve, for signatures and for key agreement'
        : `the curve ${target.curves.map((id) => CURVES[id].name).join(' and its twin ')}, for signatures and for key agreement`;
    case 'factoring':
      return target.upToBits === undefined ? 'RSA of any length' : `RSA of ${target.upToBits} bits and fewer`;
    case 'finite-field':
      return `discrete logarithms modulo a prime${target.upToBits === undefined ? ' of any length' : ` of ${target.upToBits} bits and fewer`}`;
    case 'algorithm': {
      const size = target.keyBits === undefined ? '' : ` with ${target.keyBits}-bit keys`;
      return `${target.algorithms.map((id) => ALGORITHMS[id].name).join(', ')}${size}${target.mode === undefined ? '' : ` in ${target.mode.toUpperCase()} mode`}`;
    }
  }
}

const CONSEQUENCES: Readonly<Record<ConsequenceCode, string>> = {
  'images-forgeable': 'a forged image verifies from the day on; a signature alone no longer shows that an image is older',
  'identity-forgeable': 'a unit, a server or an issuer can be imitated from the day on',
  'access-forgeable': 'debug or service access opens to others from the day on',
  'messages-forgeable': 'messages can be forged from the day on',
  'recorded-readable': 'looks back: what was recorded before the day becomes readable',
  'stored-readable': 'looks back: copies of stored data taken before the day become readable',
  'depends-on-kind': 'depends on the kind of break (collision, preimage, key)',
};

/** What follows; said as a condition where only something uncertain asks for it. */
export function consequence({ code, certain }: Consequence): string {
  return certain ? CONSEQUENCES[code] : `if it is used so: ${CONSEQUENCES[code]}`;
}

const REACHES: Readonly<Record<Reach, string>> = {
  itself: '',
  key: 'its key',
  issuer: 'below',
  part: 'through',
  protocol: 'offers',
};

/** How the scenario reaches an asset, for brackets behind its name; empty where it is the asset itself. */
export function reachWords(reach: Reach, through: readonly string[], left: readonly string[]): string {
  const head = [REACHES[reach], through.join(', ')].filter((part) => part !== '').join(' ');
  if (left.length === 0) return head;
  return [head, `left: ${left.join(', ')}`].filter((part) => part !== '').join('; ');
}

/** Which update still verifies. */
export function chainWords({ word, standing, daysLeft, keySlots }: ChainLink, on: string): string {
  switch (word) {
    case 'not-hit':
      return standing === 'holds'
        ? 'Holds by its other half or second signature: an update verifies and can be relied on, before and after the day.'
        : 'Not hit: an update verifies and can be relied on, before and after the day.';
    case 'until-the-day':
      return `An update under the old key verifies, and can be relied on until ${on}: ${toThousands(daysLeft)} days to bring in a new verifier or key. After that it still verifies, and so does a forgery.`;
    case 'not-tellable':
      return 'An update under the old key verifies, and so does a forgery: a unit cannot tell them apart.';
    case 'second-key':
      return `Units hold up to ${keySlots ?? 2} keys and can revoke one: an update under another key verifies and can revoke the lost one.`;
    case 'fixed':
      return 'What it accepts cannot be changed: images under it are taken as long as the unit runs.';
    case 'not-seen':
      return 'No verifier was seen: which update verifies is not known.';
  }
}

/** What no update brings back. */
export function lossWords(loss: Loss): string {
  switch (loss.what) {
    case 'immutable-verifier':
      return `The verifier of ${ROLE_PHRASES[loss.role]}: it cannot be replaced in units already sold.`;
    case 'held-elsewhere':
      return `The mechanism of ${ROLE_PHRASES[loss.role]}: no update of the vendor in the field moves it; it is changed by ${CHANGER_WORDS[loss.by]}.`;
    case 'unsupported-units':
      return `Units whose support has ended by the day (last on ${loss.supportEnds})${countOf(loss.count)}.`;
    case 'unreached-units':
      return `The ${loss.percent} % of supported units that a roll-out is declared not to reach${countOf(loss.count)}.`;
    case 'sent-data':
      return dataWords(loss.data);
    case 'recorded-unknown':
      return 'Whatever was recorded before the day: no class of data is declared for these links.';
  }
}

function countOf(count: number | undefined): string {
  return count === undefined ? ', number not declared' : `, ${toThousands(count)}`;
}

/** The part of a class of data that went out and must still be secret on the day. */
export function dataWords({ name, secretYears, sentFrom, stillSecretFrom }: DataHit): string {
  const from = sentFrom === undefined || sentFrom < stillSecretFrom ? stillSecretFrom : sentFrom;
  const since = sentFrom === undefined ? `${from}, as far as units stood in the field` : from;
  return `“${name}” sent or stored since ${since}: to be secret for ${secretYears} years; no update calls it back.`;
}

/** `3 days`, `3–12 days`. */
export function dayWords({ fromDays, toDays }: DayRange): string {
  if (fromDays === toDays) return `${toThousands(toDays)} ${toDays === 1 ? 'day' : 'days'}`;
  return `${toThousands(fromDays)}–${toThousands(toDays)} days`;
}

const QUESTIONS: Readonly<Record<DrillQuestionCode, (where: string, names: string) => string>> = {
  units: () => 'How many units are in the field?',
  'units-by-market': () => 'How many of them on each market?',
  markets: () => 'On which markets is the product placed?',
  'support-end': () => 'When does support end?',
  'field-life': () => 'How long does a unit stay in the field?',
  'response-days': (_where, names) => `How many days does it take to ${names} in a hurry?`,
  'rollout-reaches': () => 'Which share of the fleet does a roll-out reach?',
  'data-life': (where) => `Which data goes over ${where}, and how long must it stay secret?`,
  'who-changes': (where) => `Who can change the mechanism of ${where} in units already sold?`,
  'verifier-immutable': (where) => `Can the verifier of ${where} be replaced in the field?`,
  'key-slots': (where) => `How many verification keys can a unit hold for ${where}?`,
  'keys-revocable': (where) => `Can a unit be told to refuse a key of ${where}?`,
  'both-signatures': (where, names) => `Does ${where} refuse an image unless ${names} verifies too?`,
  'parameters-unknown': (_where, names) => `Which parameters are used here: ${names}?`,
  contacts: (_where, names) => `Whom to call: who ${names}?`,
  'no-product-file': () => 'Units, markets, dates, roles and contacts: no product file was given.',
};

/** One open question. */
export function questionWords({ code, role, names }: DrillQuestion): string {
  return QUESTIONS[code](role === undefined ? '' : ROLE_PHRASES[role], namesIn(code, names));
}

const STEP_BY_NAME: ReadonlyMap<string, string> = new Map(Object.entries(RESPONSE_WORDS));
const TASK_BY_NAME: ReadonlyMap<string, string> = new Map(Object.entries(TASK_WORDS));

function namesIn(code: DrillQuestionCode, names: readonly string[]): string {
  if (code === 'response-days') return names.map((name) => STEP_BY_NAME.get(name) ?? name).join(', ');
  if (code === 'contacts') return names.map((name) => TASK_BY_NAME.get(name) ?? name).join('; ');
  return firstOf(names, 4);
}

/** The first few names, and how many more there are. */
export function firstOf(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
