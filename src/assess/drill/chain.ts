// The chain of trust under the scenario: what boot and update verify with, whether that can change, and which update still verifies.

import type { ChainLink, ChainWord, RoleHit, Scenario, Standing } from '../../model/drill.ts';
import type { Role } from '../../model/evidence.ts';
import { compareText } from '../../model/order.ts';
import type { RoleDeclaration } from '../../model/product.ts';
import type { Report } from '../../model/report.ts';
import { daysBetween } from '../dates.ts';
import type { Mechanism } from '../mechanism.ts';
import { readSwitch } from '../scene.ts';

/** What the chain is read from. */
export interface ChainInput {
  readonly report: Report;
  readonly scenario: Scenario;
  readonly roles: readonly RoleHit[];
  readonly mechanisms: readonly Mechanism[];
}

/** A link for boot and one for update, where the product has the role in scope or anything is seen in it. */
export function readChain(input: ChainInput): ChainLink[] {
  return (['boot', 'update'] as const).flatMap((role) => {
    const verifiers = input.mechanisms.filter(
      (each) => each.role === role && each.weight !== 'kept' && each.purpose === 'signature' && each.asset.kind === 'algorithm',
    );
    const isInScope = input.report.assessment?.gates.some((gate) => gate.role === role && gate.inScope) ?? false;
    const hit = input.roles.find((each) => each.role === role);
    return verifiers.length === 0 && hit === undefined && !isInScope ? [] : [toLink(input, role, verifiers)];
  });
}

function toLink({ report, scenario, roles }: ChainInput, role: ChainLink['role'], verifiers: readonly Mechanism[]): ChainLink {
  const declared = report.product?.roles.find((each) => each.role === role);
  const hit = roles.find((each) => each.role === role);
  const standing: Standing | 'unknown' = hit?.standing ?? (verifiers.length === 0 ? 'unknown' : 'not-hit');
  const immutable = isImmutable(report, role, declared);
  const daysLeft = daysBetween(report.asOf, scenario.on);
  const facts = [...new Set(verifiers.flatMap((each) => each.facts.map((fact) => fact.id)))].sort();
  return {
    role,
    verifiers: [...new Set(verifiers.map(({ name }) => name))].sort(compareText),
    standing,
    immutable,
    ...(declared?.keySlots === undefined ? {} : { keySlots: declared.keySlots }),
    ...(declared?.keysRevocable === undefined ? {} : { keysRevocable: declared.keysRevocable }),
    word: wordFor({ scenario, standing, immutable, declared, daysLeft }),
    daysLeft,
    facts,
  };
}

interface Link {
  readonly scenario: Scenario;
  readonly standing: ChainLink['standing'];
  readonly immutable: ChainLink['immutable'];
  readonly declared: RoleDeclaration | undefined;
  readonly daysLeft: number;
}

function wordFor({ scenario, standing, immutable, declared, daysLeft }: Link): ChainWord {
  if (standing === 'unknown') return 'not-seen';
  if (standing === 'not-hit' || standing === 'holds') return 'not-hit';
  if (scenario.kind === 'leaked' && (declared?.keySlots ?? 0) > 1 && declared?.keysRevocable === true) return 'second-key';
  if (immutable === 'yes') return 'fixed';
  return daysLeft > 0 ? 'until-the-day' : 'not-tellable';
}

/** Declared, or found by a rule of the report, or said by the product's own configuration. */
function isImmutable(report: Report, role: Role, declared: RoleDeclaration | undefined): ChainLink['immutable'] {
  if (declared?.verifierImmutable === true || declared?.changedBy === 'nobody') return 'yes';
  const found =
    report.assessment?.findings.some((finding) => finding.title.code === 'verifier-immutable' && finding.role === role) ?? false;
  if (found) return 'yes';
  const seen = readSwitch(report.inventory, 'verifier-immutable').on.some((fact) => fact.role === role);
  if (seen) return 'yes';
  return declared?.verifierImmutable === false || declared?.changedBy === 'vendor-ota' ? 'no' : 'unknown';
}
