// Mosca's question for each class of data and each verifier: what must stay secret or be believed until when, how long the move takes, and
// on which scenario day a quantum computer is there. Data is late where sending day + secrecy life lies past the scenario; a signature where
// it is still verified then. M. Mosca, "Cybersecurity in an era with quantum computers", 2015: x + y > z. No scenario has a probability.

import { SCENARIOS } from '../knowledge/scenarios.ts';
import type { PlanItem } from '../model/assessment.ts';
import type { IsoDate, Role } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';
import type { Exposure, ScenarioOutcome } from '../model/outlook.ts';
import type { DataClass, Product } from '../model/product.ts';
import type { Picture } from './checks/answer.ts';
import { exposureOf, quantumSafe } from './checks/quantum.ts';
import { addDays, addYears, daysBetween, findLastDay } from './dates.ts';
import { findFieldEnd, findNeed, findSupportEnd, latest, listBatches } from './need.ts';
import { ROLL_OUT_DAYS } from './plan.ts';
import { roleRank } from './scope.ts';

// No data of a connected product was sent before this day.
const FIRST_SENT = '1900-01-01' as IsoDate;

const MOST_FACTS = 8;
const SIGNING_ROLES: readonly Role[] = ['boot', 'update', 'device-identity'];
const CONFIDENTIALITY_JOBS: readonly string[] = ['session', 'storage', 'rest'];
const SIGNATURE_JOBS: readonly string[] = ['verifier', 'identity'];

/** Classes of data by role, then verifiers by role; what rests on nothing that a quantum computer breaks has no row. */
export function listExposure(picture: Picture, plan: readonly PlanItem[]): Exposure[] {
  const carried = (picture.product?.data ?? []).flatMap((data) => data.roles.map((role) => ({ data, role })));
  const ordered = carried.sort((a, b) => roleRank(a.role) - roleRank(b.role) || compareText(a.data.id, b.data.id));
  return [
    ...ordered.filter(({ role }) => isOpen(picture, role)).map(({ data, role }) => dataExposure({ picture, plan, role }, data)),
    ...SIGNING_ROLES.filter((role) => isOpen(picture, role)).map((role) => signatureExposure({ picture, plan, role })),
  ];
}

interface Place {
  readonly picture: Picture;
  readonly plan: readonly PlanItem[];
  readonly role: Role;
}

function isOpen(picture: Picture, role: Role): boolean {
  return picture.scope.includes(role) && quantumSafe(picture, role).verdict !== 'met';
}

function dataExposure(place: Place, data: DataClass): Exposure {
  const move = findMove(place, CONFIDENTIALITY_JOBS);
  const { id, name, secretYears } = data;
  return {
    kind: 'confidentiality',
    role: place.role,
    data: { id, name, secretYears },
    ...seenAt(place),
    ...planned(move),
    scenarios: SCENARIOS.map(({ date }) => {
      if (!isSeen(place)) return { scenario: date, verdict: 'unknown' };
      const moveBy = findLastDay(FIRST_SENT, date, (sent) => addYears(sent, secretYears) <= date);
      const isDone = moveBy !== undefined && isSentBy(place.picture.product, moveBy);
      return { ...outcome({ scenario: date, moveBy, isDone, asOf: place.picture.asOf }, move), ...alreadySent(place.picture, moveBy) };
    }),
  };
}

function signatureExposure(place: Place): Exposure {
  const { picture, role } = place;
  const move = findMove(place, SIGNATURE_JOBS);
  const until = findNeed(role, picture.product)?.date;
  return {
    kind: 'authenticity',
    role,
    ...(until === undefined ? {} : { verifiedUntil: until }),
    ...seenAt(place),
    ...planned(move),
    scenarios: SCENARIOS.map(({ date }) => {
      if (!isSeen(place) || until === undefined) return { scenario: date, verdict: 'unknown' };
      return outcome({ scenario: date, moveBy: addDays(date, -1), isDone: until < date, asOf: picture.asOf }, move);
    }),
  };
}

interface Question {
  readonly scenario: IsoDate;
  /** undefined: no day is early enough */
  readonly moveBy: IsoDate | undefined;
  /** all is over before the scenario: nothing has to move */
  readonly isDone: boolean;
  readonly asOf: IsoDate;
}

function outcome({ scenario, moveBy, isDone, asOf }: Question, move: Move): ScenarioOutcome {
  if (isDone) return { scenario, verdict: 'in-time' };
  if (moveBy === undefined) return { scenario, verdict: 'late' };
  const days = daysBetween(asOf, moveBy);
  const verdict =
    days < 0 || move === 'impossible' ? 'late' : move === undefined ? 'open' : move.movedBy <= moveBy ? 'in-time' : 'late-by-plan';
  return { scenario, verdict, moveBy, days };
}

// Without a declared end the data flows on.
function isSentBy(product: Product | undefined, day: IsoDate): boolean {
  const last = latest([findSupportEnd(product), findFieldEnd(product)]);
  return last !== undefined && last <= day;
}

// What was sent since the first unit was placed and is still secret on the scenario day.
function alreadySent({ product, asOf }: Picture, moveBy: IsoDate | undefined): Pick<ScenarioOutcome, 'sent'> {
  const [from] =
    product === undefined
      ? []
      : listBatches(product)
          .map(({ placedFrom }) => placedFrom)
          .sort();
  if (from === undefined || from >= asOf) return {};
  const firstExposed = moveBy === undefined || moveBy < from ? from : addDays(moveBy, 1);
  return { sent: { exposedDays: Math.max(0, daysBetween(firstExposed, asOf)), ofDays: daysBetween(from, asOf), from } };
}

type Move = { readonly item: string; readonly movedBy: IsoDate } | 'impossible' | undefined;

// The plan's last day is the day to have shipped; the roll-out comes after it.
function findMove({ plan, role }: Place, jobs: readonly string[]): Move {
  const items = plan.filter(({ key }) => jobs.some((job) => key === `${job}/${role}`));
  if (items.length > 0 && items.every(({ step }) => step === 'stranded')) return 'impossible';
  const dated = items.flatMap(({ id, step, latestResponsibleDate: date }) =>
    step === 'stranded' || date === undefined ? [] : [{ item: id, movedBy: addDays(date, ROLL_OUT_DAYS) }],
  );
  return dated.sort((a, b) => compareText(b.movedBy, a.movedBy))[0];
}

function planned(move: Move): Pick<Exposure, 'plan'> {
  return move === undefined || move === 'impossible' ? {} : { plan: move };
}

function seenAt({ picture, role }: Place): Pick<Exposure, 'mechanisms' | 'facts'> {
  const { classical } = exposureOf(picture, role);
  return {
    mechanisms: [...new Set(classical.map(({ name }) => name))].sort(),
    facts: [...new Set(classical.flatMap(({ facts }) => facts.map(({ id }) => id)))].sort().slice(0, MOST_FACTS),
  };
}

function isSeen({ picture, role }: Place): boolean {
  return exposureOf(picture, role).classical.length > 0;
}
