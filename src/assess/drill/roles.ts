// The roles that are hit: their assets, what follows, what beside them stands, who can change them, and what the plan says.

import { parseAlgorithmName } from '../../knowledge/names.ts';
import type { PlanItem } from '../../model/assessment.ts';
import type { HitAsset, RoleHit, Scenario, Standing, WayOut } from '../../model/drill.ts';
import type { Role } from '../../model/evidence.ts';
import { compareText, ROLES } from '../../model/order.ts';
import type { Product } from '../../model/product.ts';
import type { Report } from '../../model/report.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Reaching } from './broken.ts';
import { consequencesOf } from './consequences.ts';
import type { Hit } from './hit.ts';
import { reachOf } from './reach.ts';

type Hitting = HitAsset['standing'];

const WORST_FIRST: readonly Hitting[] = ['falls', 'may-fall', 'holds'];
const KINDS: readonly HitAsset['kind'][] = ['protocol', 'algorithm', 'certificate', 'key'];

/** One entry a role, in report order. */
export function groupRoles(report: Report, scenario: Scenario, { hits, spared }: Reaching): RoleHit[] {
  return ROLES.flatMap((role) => {
    const own = hits.filter((hit) => hit.role === role);
    if (own.length === 0) return [];
    const beside = scenario.kind === 'broken' ? besideIn(role, own, spared) : [];
    const settled =
      scenario.kind === 'broken' ? settleTwoSignatures({ role, own, beside: signaturesIn(role, spared) }, report.product) : own;
    const changedBy = report.product?.roles.find((each) => each.role === role)?.changedBy;
    const wayOut = scenario.kind === 'broken' ? findWayOut(report.assessment?.plan ?? [], role, scenario.targets) : undefined;
    return [
      {
        role,
        standing: worst(settled),
        assets: settled.map(toAsset).sort(byWeight),
        consequences: consequencesOf(settled, scenario, report.inventory),
        beside,
        ...(changedBy === undefined ? {} : { changedBy }),
        ...(wayOut === undefined ? {} : { wayOut }),
      },
    ];
  });
}

/** The worst of what is hit. */
export function worst(hits: readonly { readonly standing: Standing }[]): Hitting {
  return WORST_FIRST.find((standing) => hits.some((hit) => hit.standing === standing)) ?? 'holds';
}

function toAsset({ role: _role, purpose: _purpose, shared: _shared, ...asset }: Hit): HitAsset {
  return asset;
}

function byWeight(a: HitAsset, b: HitAsset): number {
  return (
    WORST_FIRST.indexOf(a.standing) - WORST_FIRST.indexOf(b.standing) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compareText(a.name, b.name) ||
    compareText(a.asset, b.asset)
  );
}

// What does the same in the role and is not hit; keys and certificates do nothing by themselves.
function besideIn(role: Role, own: readonly Hit[], spared: readonly Mechanism[]): string[] {
  const purposes = new Set(own.map(({ purpose }) => purpose));
  const same = spared.filter((each) => each.role === role && each.inUse && each.asset.kind === 'algorithm' && purposes.has(each.purpose));
  return [...new Set(same.map(({ name }) => name))].sort(compareText);
}

/** Signatures of a role that a break leaves standing. */
export function signaturesIn(role: Role, spared: readonly Mechanism[]): string[] {
  const signed = spared.filter(
    (each) => each.role === role && each.inUse && each.asset.kind === 'algorithm' && each.purpose === 'signature',
  );
  return [...new Set(signed.map(({ name }) => name))].sort(compareText);
}

interface TwoSignatures {
  readonly role: Role;
  readonly own: readonly Hit[];
  /** signatures of the role that stand */
  readonly beside: readonly string[];
}

// Two schemes over one image: where both are required the other holds it; where nobody said, it may fall.
function settleTwoSignatures({ role, own, beside }: TwoSignatures, product: Product | undefined): readonly Hit[] {
  if ((role !== 'boot' && role !== 'update') || beside.length === 0) return own;
  const answer = product?.declarations.find(({ id }) => id === 'both-signatures-required')?.answer;
  if (answer === 'no') return own;
  return own.map((hit) => {
    if (hit.purpose !== 'signature' || hit.standing === 'holds') return hit;
    return answer === 'yes' ? { ...hit, standing: 'holds', left: beside } : { ...hit, standing: 'may-fall' };
  });
}

const WEAK_TODAY: PlanItem['step'] = 'now';

// What falls with the scenario is no way out of it.
function findWayOut(plan: readonly PlanItem[], role: Role, targets: Parameters<typeof reachOf>[1]): WayOut | undefined {
  const item = plan.find((each) => each.role === role && each.step !== WEAK_TODAY && (each.to.length > 0 || each.step === 'stranded'));
  if (item === undefined) return undefined;
  const to = item.to.filter((name) => {
    const use = parseAlgorithmName(name);
    const standing = use === undefined ? 'not-hit' : reachOf(use, targets).standing;
    return standing === 'not-hit' || standing === 'holds';
  });
  const { id, fit, step, latestResponsibleDate, effort } = item;
  return {
    item: id,
    to,
    fit,
    stranded: step === 'stranded',
    ...(latestResponsibleDate === undefined ? {} : { latestResponsibleDate }),
    effort: { fromDays: effort.fromDays, toDays: effort.toDays },
  };
}
