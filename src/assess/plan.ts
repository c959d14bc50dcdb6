// The plan: one item for each role and kind of work, in the order in which the work can be done. What nobody can do stands last, with the
// options left.

import type { Finding, FrameworkResult, PlanItem, Statement } from '../model/assessment.ts';
import type { IsoDate, Role } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';
import type { Picture } from './checks/answer.ts';
import { isFixed } from './checks/update.ts';
import { addDays } from './dates.ts';
import { EFFORT_BASIS, JOBS, type Job, OWNERS } from './jobs.ts';
import { listed } from './names.ts';
import { findSupportEnd } from './need.ts';
import { chooseReplacement, type Replacement } from './replacements.ts';
import { roleRank } from './scope.ts';
import { decides } from './sunsets.ts';

/** How long an update takes to reach the fleet: a planning assumption, counted back from the last day. */
export const ROLL_OUT_DAYS = 180;

const STEPS: readonly PlanItem['step'][] = ['now', 'keep-updates', 'long-lived-confidentiality', 'identity', 'storage', 'rest', 'stranded'];

type Draft = Omit<PlanItem, 'id' | 'preconditions'>;

// What has to be decided where nothing can be shipped.
const DECISION_DAYS: readonly [from: number, to: number] = [1, 10];

/** The items in order, `M-01` first. */
export function makePlan(picture: Picture, frameworks: readonly FrameworkResult[]): PlanItem[] {
  const drafts = JOBS.flatMap((job) =>
    groupByRole(picture, job).map(([role, findings]) => draftItem(picture, frameworks, { job, role, findings })),
  );
  const ordered = drafts.sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || roleRank(a.role) - roleRank(b.role));
  const ids = new Map(ordered.map((draft, index) => [draft.key, `M-${String(index + 1).padStart(2, '0')}`]));
  const keys = ordered.map((draft) => [draft, workBefore(draft, ordered)] as const);
  const dated = keys.map(([draft, before]) => [{ ...draft, ...beforeDependents(draft, keys, ids) }, before] as const);
  const update = dated.find(([draft]) => draft.key === 'verifier/update')?.[0];
  return dated.map(([draft, before]) => ({
    id: ids.get(draft.key) ?? '',
    ...draft,
    preconditions: [...before, ...(needsNewVerifier(draft, update) ? ['verifier/update'] : [])].map((key) => ids.get(key) ?? '').sort(),
  }));
}

type WithBefore = readonly [draft: Draft, before: readonly string[]];

// What another item needs has to be there no later than that item.
function beforeDependents(draft: Draft, all: readonly WithBefore[], ids: ReadonlyMap<string, string>): Partial<Draft> {
  const [first] = all
    .flatMap(([{ key, latestResponsibleDate: date }, before]) => (date !== undefined && before.includes(draft.key) ? [{ key, date }] : []))
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.key, b.key));
  if (first === undefined || (draft.latestResponsibleDate !== undefined && draft.latestResponsibleDate <= first.date)) return {};
  return { latestResponsibleDate: first.date, latestBasis: `${ids.get(first.key)} needs it by then` };
}

interface Task {
  readonly job: Job;
  readonly role: Role;
  readonly findings: readonly Finding[];
}

// Findings that are for the record ask for no work.
function groupByRole({ hits }: Picture, job: Job): [Role, Finding[]][] {
  const groups = new Map<Role, Finding[]>();
  for (const { finding, weight } of hits) {
    if (weight === 'kept' || finding.urgency === 'record' || !job.rules.includes(finding.rule)) continue;
    if (finding.rule === 'certificate-past-sunset' && weight !== 'firm') continue; // a row that only informs asks for no new certificate
    groups.set(finding.role, [...(groups.get(finding.role) ?? []), finding]);
  }
  const taken = [...groups].map(([role, all]): [Role, Finding[]] => [
    role,
    job.takes === undefined ? all : all.filter((finding) => job.takes?.(role, finding, all)),
  ]);
  return taken.filter(([, findings]) => findings.length > 0);
}

function draftItem(picture: Picture, frameworks: readonly FrameworkResult[], task: Task): Draft {
  const { job, role, findings } = task;
  const from = namesOf(picture, findings);
  const slot = job.slot?.(
    role,
    findings.flatMap((finding) => finding.algorithm ?? []),
  );
  const replacement: Replacement =
    slot === undefined
      ? { to: [], fit: 'indeterminate', takenBy: [], refusedBy: [] }
      : chooseReplacement({ role, slot }, picture.fit, picture.policies);
  const certain = picture.hits.some(({ finding, weight }) => weight === 'firm' && findings.includes(finding));
  const move = { role, from: listed(from), to: replacement.to.join(' or '), certain };
  const stranded = slot === undefined ? undefined : strandedBecause(picture, role, move.from, replacement);
  const declared = picture.product?.roles.find((each) => each.role === role)?.changedBy;
  return {
    key: `${job.id}/${role}`,
    step: stranded === undefined ? job.step : 'stranded',
    role,
    action: stranded ?? job.action(move),
    from,
    to: stranded === undefined ? replacement.to : [],
    fit: replacement.fit,
    ...(slot === undefined || stranded !== undefined ? {} : { takenBy: replacement.takenBy, refusedBy: replacement.refusedBy }),
    ...deadline(picture, task),
    owner: declared === undefined ? job.owner : OWNERS[declared],
    effort: toEffort(stranded === undefined ? job.effortDays : DECISION_DAYS),
    rollback: stranded === undefined ? job.rollback : { code: 'rollback-none', args: {} },
    verification: stranded === undefined ? job.verification(move) : { code: 'verify-decision-recorded', args: {} },
    findings: closedBy(picture, task),
    clauses: clausesOf(frameworks, findings),
  };
}

function toEffort([fromDays, toDays]: readonly [number, number]): PlanItem['effort'] {
  return { fromDays, toDays, basis: EFFORT_BASIS };
}

// With its own findings an item closes what only says until when their mechanisms are needed.
function closedBy({ hits }: Picture, { job, role, findings }: Task): string[] {
  const facts = new Set(findings.flatMap((finding) => finding.facts));
  const dated =
    job.step === 'now' || job.id === 'tls13'
      ? []
      : hits.map(({ finding }) => finding).filter((finding) => finding.rule === 'support-outlives-sunset');
  const same = dated.filter((finding) => finding.role === role && finding.facts.some((fact) => facts.has(fact)));
  return [...findings, ...same].map((finding) => finding.id).sort();
}

function namesOf({ inventory }: Picture, findings: readonly Finding[]): string[] {
  const assets = new Set(findings.map((finding) => finding.asset));
  return [
    ...new Set(
      inventory.assets
        .filter((asset) => assets.has(asset.id))
        .map((asset) => (asset.kind === 'certificate' ? `certificate “${asset.name}”` : asset.name)),
    ),
  ].sort();
}

function strandedBecause(picture: Picture, role: Role, from: string, { fit }: Replacement): Statement | undefined {
  const declared = picture.product?.roles.find((each) => each.role === role);
  if (isFixed(picture, role) || declared?.changedBy === 'nobody' || declared?.verifierImmutable === true)
    return { code: 'live-with-fixed-verifier', args: { role, from } };
  const isStandard =
    declared === undefined || declared.changedBy === undefined ? role === 'radio' : declared.changedBy === 'standards-body';
  if (isStandard) return { code: 'live-with-standard', args: { role, from } };
  return fit === 'exceeds' ? { code: 'live-with-target', args: { role, from } } : undefined;
}

// The last day of the mechanism, or of the support that would carry the change, less the roll-out. A deciding row before an informing one.
function deadline(
  { sunsets, product, asOf }: Picture,
  { job, role, findings }: Task,
): Pick<Draft, 'latestResponsibleDate' | 'latestBasis'> {
  if (job.step === 'now') return { latestResponsibleDate: asOf, latestBasis: 'weak today' };
  const assets = new Set(findings.map((finding) => finding.asset));
  const own = lastDays(sunsets.filter((row) => row.role === role && assets.has(row.asset)));
  // A new verifier ships under the old update key, while that key is trusted.
  const carried = job.step === 'keep-updates' && role !== 'update' ? lastDays(sunsets.filter((row) => row.role === 'update')) : [];
  const days: { date: IsoDate; basis: string }[] = [
    ...own.map(({ date, by }) => ({ date, basis: by })),
    ...carried.map(({ date, by }) => ({ date, basis: `${by}, for the update key that carries it` })),
  ];
  const supportEnds = findSupportEnd(product);
  if (supportEnds !== undefined) days.push({ date: supportEnds, basis: 'end of support' });
  const [first] = days.sort((a, b) => compareText(a.date, b.date) || compareText(a.basis, b.basis));
  if (first === undefined) return {};
  return {
    latestResponsibleDate: addDays(first.date, -ROLL_OUT_DAYS),
    latestBasis: `${first.basis}: ${first.date}, less ${ROLL_OUT_DAYS} days of roll-out`,
  };
}

// The last days that rows give; those that decide where there are any, else those that inform.
function lastDays(rows: Picture['sunsets']): { readonly date: IsoDate; readonly by: string }[] {
  const deciding = rows.filter(decides);
  return (deciding.length > 0 ? deciding : rows).flatMap(({ disallowedAfter: date, policyName, rule }) =>
    date === undefined ? [] : [{ date, by: `${policyName}, ${rule}` }],
  );
}

function clausesOf(frameworks: readonly FrameworkResult[], findings: readonly Finding[]): string[] {
  const checks = new Set(findings.flatMap((finding) => finding.checks));
  const open = frameworks
    .flatMap((framework) => framework.clauses)
    .filter((clause) => clause.relation === 'contradicts' || clause.relation === 'decision-needed');
  return open
    .filter((clause) => clause.checks.some((each) => checks.has(each.check)))
    .map((clause) => clause.id)
    .sort();
}

// Whatever goes out goes out in an update, a signed one; a hybrid group goes out with the version that has it.
function workBefore(draft: Draft, all: readonly Draft[]): string[] {
  if (draft.step === 'now' || draft.step === 'stranded') return [];
  const needed = new Set(['sign-images/update']);
  if (draft.step === 'keep-updates') needed.add('sign-images/boot');
  if (draft.key === 'session/transport') needed.add('tls13/transport');
  return all.filter(({ key }) => needed.has(key) && key !== draft.key).map((each) => each.key);
}

// What may go out as late as the old update key is trusted rests on the new verifier; what has to go out earlier goes out under the old key.
function needsNewVerifier(draft: Draft, update: Draft | undefined): boolean {
  if (update === undefined || update.step === 'stranded' || draft.key === update.key) return false;
  if (draft.step === 'now' || draft.step === 'stranded' || draft.step === 'keep-updates') return false;
  const [own, last] = [draft.latestResponsibleDate, update.latestResponsibleDate];
  return own === undefined || last === undefined || own >= last;
}
