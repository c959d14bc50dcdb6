// What limits a product on its way: verifiers that cannot change, dates that it outlives, versions that cannot carry the new mechanisms.

import { toVerified } from '../../knowledge/readings.ts';
import { COMPETITION_DRAFTS, isLegacyVersion, isTls13 } from '../../knowledge/weaknesses.ts';
import type { Statement, SunsetRow } from '../../model/assessment.ts';
import type { ProtocolName } from '../../model/evidence.ts';
import { compareText } from '../../model/order.ts';
import { dayOf } from '../dates.ts';
import { isClassical, type Mechanism } from '../mechanism.ts';
import { listed } from '../names.ts';
import { groupPerList } from '../per-list.ts';
import { findRule, toSelectable } from '../policy-rule.ts';
import { readSwitch, type Scene } from '../scene.ts';
import { listProtocols, type ProtocolSubject } from '../subject.ts';
import { decides } from '../sunsets.ts';
import { eachDistinct, eachMechanism, eachProtocol, ofProduct, type Rule, type Sighting, softened } from './rule.ts';

export const LIMIT_RULES: readonly Rule[] = [
  {
    id: 'boot-verifier-immutable',
    urgency: 'quantum',
    checks: ['boot-verifier-movable'],
    mapping: 1,
    find: (scene) => immutable(scene, 'boot'),
  },
  {
    id: 'update-verifier-immutable',
    urgency: 'quantum',
    checks: ['update-movable'],
    mapping: 1,
    find: (scene) => immutable(scene, 'update'),
  },
  { id: 'certificate-past-sunset', urgency: 'quantum', checks: ['certificate-within-sunset'], mapping: 20, find: certificatesPastSunset },
  { id: 'round-3-scheme', urgency: 'quantum', checks: ['pq-standard-version'], mapping: 39, find: eachMechanism(round3) },
  { id: 'no-tls13', urgency: 'quantum', checks: ['tls13-available'], mapping: 17, find: eachProtocol(noTls13) },
  { id: 'support-outlives-sunset', urgency: 'quantum', checks: ['support-within-sunset'], mapping: 36, find: outlivedSunsets },
];

function immutable({ inventory, product }: Scene, role: 'boot' | 'update'): Sighting[] {
  const declared = product?.roles.find((each) => each.role === role);
  const isDeclared = declared?.verifierImmutable === true || declared?.changedBy === 'nobody';
  const facts = readSwitch(inventory, 'verifier-immutable').on.filter(
    (fact) => fact.role === role || (fact.role === 'other' && role === 'boot'),
  );
  return isDeclared || facts.length > 0 ? [ofProduct({ code: 'verifier-immutable', args: { role } }, facts, role)] : [];
}

function certificatesPastSunset(scene: Scene): readonly Sighting[] {
  const deciding = eachDistinct((each) => pastSunset(each, scene, true))(scene);
  const decided = new Set(deciding.map(({ asset, role }) => `${asset?.id} ${role}`));
  const informing = eachDistinct((each) => pastSunset(each, scene, false))(scene);
  return [...deciding, ...informing.filter(({ asset, role }) => !decided.has(`${asset?.id} ${role}`)).map(softened)];
}

// The earliest day that the certificate outlives; rows that only inform are asked where no deciding row speaks.
function pastSunset(mechanism: Mechanism, { policies }: Scene, onlyDeciding: boolean): Statement | undefined {
  const { asset, name } = mechanism;
  if (asset.kind !== 'certificate' || !isClassical(mechanism)) return undefined;
  const notAfter = dayOf(asset.certificate.notAfter);
  const rows = policies.flatMap(({ policy, applies }) => {
    const rule = findRule(policy, toSelectable({ ...mechanism, purpose: 'signature' }));
    if (rule?.disallowedAfter === undefined || rule.disallowedAfter >= notAfter) return [];
    return onlyDeciding && !decides({ verified: toVerified(rule.reading), draft: rule.draft, applies })
      ? []
      : [{ policy: policy.name, sunset: rule.disallowedAfter }];
  });
  const [first] = rows.sort((a, b) => compareText(a.sunset, b.sunset));
  return first && { code: 'certificate-past-sunset', args: { name, notAfter, ...first, informs: !onlyDeciding } };
}

function round3({ use, name }: Mechanism): Statement | undefined {
  const standard = COMPETITION_DRAFTS.get(use.algorithm);
  return standard === undefined ? undefined : { code: 'round-3-scheme', args: { name, standard } };
}

// RFC 8446: hybrid groups are defined for TLS 1.3, and DTLS 1.3 with it. One version that has them is enough.
function noTls13({ asset, versions }: ProtocolSubject, scene: Scene): Statement | undefined {
  const { protocol } = asset.protocol;
  if ((protocol !== 'tls' && protocol !== 'dtls') || versions.length === 0) return undefined;
  const same = listProtocols(scene.inventory).filter(
    (subject) => subject.asset.protocol.protocol === protocol && subject.weight !== 'kept',
  );
  const all = same.flatMap((subject) => subject.versions);
  if (all.some(isTls13) || !versions.includes(highestOf(protocol, all.length > 0 ? all : versions))) return undefined;
  return { code: 'no-tls13', args: { protocol: asset.name, versions: listed(versions) } };
}

// SSLv3 sorts after 1.2 and is older: what is not withdrawn comes first.
function highestOf(protocol: ProtocolName, versions: readonly string[]): string {
  const current = versions.filter((version) => !isLegacyVersion(protocol, version));
  return [...(current.length > 0 ? current : versions)].sort().at(-1) ?? '';
}

// One finding for a role and the last day that a policy gives: what goes on the same day for the same reason is one cause.
function outlivedSunsets(scene: Scene): Sighting[] {
  const groups = new Map<string, { readonly row: OutlivedRow; readonly mechanisms: Mechanism[] }>();
  for (const mechanism of scene.distinct.filter((each) => isClassical(each) && each.inUse)) {
    const row = worstRow(mechanism, scene);
    if (row === undefined) continue;
    const key = [row.role, row.policy, row.disallowedAfter, row.comparedWith.date, decides(row)].join('\n');
    const group = groups.get(key) ?? { row, mechanisms: [] };
    group.mechanisms.push(mechanism);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ row, mechanisms }) => toOutlived(row, mechanisms));
}

const rowsOfUses = groupPerList<SunsetRow>(({ asset, role }) => `${asset} ${role}`);

type OutlivedRow = SunsetRow & Required<Pick<SunsetRow, 'disallowedAfter' | 'comparedWith' | 'slackDays'>>;

// A row that decides before one that informs, then the one that lies furthest back.
function worstRow({ asset, role }: Mechanism, { sunsets }: Scene): OutlivedRow | undefined {
  return (rowsOfUses(sunsets).get(`${asset.id} ${role}`) ?? [])
    .filter(isOutlived)
    .sort((a, b) => Number(decides(b)) - Number(decides(a)) || a.slackDays - b.slackDays)[0];
}

function isOutlived(row: SunsetRow): row is OutlivedRow {
  return row.disallowedAfter !== undefined && row.comparedWith !== undefined && row.slackDays !== undefined && row.slackDays < 0;
}

function toOutlived(row: OutlivedRow, mechanisms: readonly Mechanism[]): Sighting {
  const { role, policyName: policy, disallowedAfter: sunset, comparedWith, slackDays } = row;
  const name = listed(mechanisms.map((each) => each.name));
  const sighting: Sighting = {
    title: {
      code: 'support-outlives-sunset',
      args: { name, role, policy, sunset, needed: comparedWith.date, days: -slackDays, informs: !decides(row) },
    },
    role,
    about: `${row.policy} ${sunset} ${decides(row) ? 'decides' : 'informs'}`,
    facts: mechanisms.flatMap((each) => each.facts),
    weight: mechanisms.some((each) => each.weight === 'firm') ? 'firm' : 'soft',
    inUse: true,
  };
  return decides(row) ? sighting : softened(sighting);
}
