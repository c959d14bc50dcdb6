// What the sheet could not say, as questions with the lines to paste into `pqready.yaml`.

import type { ChainLink, DrillQuestion, DrillQuestionCode, ResponseTime, RoleHit, Scenario } from '../../model/drill.ts';
import type { IsoDate, Role } from '../../model/evidence.ts';
import { compareText } from '../../model/order.ts';
import type { Product, ResponseStep } from '../../model/product.ts';
import { addYears } from '../dates.ts';

/** What is open. */
export interface OpenPoints {
  readonly product: Product | undefined;
  readonly scenario: Scenario;
  readonly asOf: IsoDate;
  readonly roles: readonly RoleHit[];
  readonly chain: readonly ChainLink[];
  readonly response: ResponseTime;
  /** signatures beside hit ones, by role */
  readonly twoSignatures: ReadonlyMap<Role, readonly string[]>;
}

/** Questions in the order of the sheet. Where nothing falls and nothing may fall, only names that were not clear are asked for. */
export function askDrill(open: OpenPoints): DrillQuestion[] {
  const unclear = aboutNames(open.roles);
  const isHit = open.roles.some(({ standing }) => standing !== 'holds');
  if (!isHit) return unclear;
  if (open.product === undefined) return [ask('no-product-file', [], 'pqready init'), ...unclear];
  return [
    ...unclear,
    ...aboutSignatures(open),
    ...aboutRoles(open),
    ...aboutChain(open),
    ...aboutUnits(open.product, open.asOf),
    ...aboutResponse(open),
    ...aboutData(open),
    ...aboutContacts(open.product),
  ];
}

function ask(code: DrillQuestionCode, names: readonly string[], paste?: string, role?: Role): DrillQuestion {
  return { code, ...(role === undefined ? {} : { role }), names, ...(paste === undefined ? {} : { paste }) };
}

function aboutNames(roles: readonly RoleHit[]): DrillQuestion[] {
  const names = roles.flatMap(({ assets }) =>
    assets.filter(
      ({ standing, reach, through, kind }) => standing === 'may-fall' && reach === 'itself' && through.length === 0 && kind === 'algorithm',
    ),
  );
  const listed = [...new Set(names.map(({ name }) => name))].sort(compareText);
  return listed.length === 0 ? [] : [ask('parameters-unknown', listed)];
}

function aboutSignatures({ product, twoSignatures, scenario, asOf }: OpenPoints): DrillQuestion[] {
  if (scenario.kind !== 'broken' || product?.declarations.some(({ id }) => id === 'both-signatures-required') === true) return [];
  const paste = `declarations:\n  - { id: both-signatures-required, answer: yes, statement: how it is enforced, declaredBy: vendor, date: ${asOf} }`;
  return [...twoSignatures].map(([role, names]) => ask('both-signatures', names, paste, role));
}

function aboutRoles({ roles }: OpenPoints): DrillQuestion[] {
  const open = roles.filter(({ role, standing, changedBy }) => role !== 'other' && standing !== 'holds' && changedBy === undefined);
  return open.map(({ role }) => ask('who-changes', [], `roles:\n  - { role: ${role}, changedBy: vendor-ota }`, role));
}

function aboutChain({ chain, scenario }: OpenPoints): DrillQuestion[] {
  return chain
    .filter(({ standing }) => standing === 'falls' || standing === 'may-fall')
    .flatMap(({ role, immutable, keySlots, keysRevocable }) => [
      ...(immutable === 'unknown' ? [ask('verifier-immutable', [], `roles:\n  - { role: ${role}, verifierImmutable: false }`, role)] : []),
      ...(scenario.kind === 'leaked' && immutable !== 'yes' && keySlots === undefined
        ? [ask('key-slots', [], `roles:\n  - { role: ${role}, keySlots: 2 }`, role)]
        : []),
      ...(scenario.kind === 'leaked' && immutable !== 'yes' && keysRevocable === undefined
        ? [ask('keys-revocable', [], `roles:\n  - { role: ${role}, keysRevocable: true }`, role)]
        : []),
    ]);
}

function aboutUnits({ units, markets, supportEnds, fieldLifeYears }: Product, asOf: IsoDate): DrillQuestion[] {
  const firstMarket = markets[0] ?? 'eu';
  return [
    ...(markets.length === 0 ? [ask('markets', [], 'markets: [eu, us-consumer]')] : []),
    ...(units?.count === undefined
      ? [ask('units', [], `units: { placedFrom: ${asOf}, placedTo: ${addYears(asOf, 5)}, count: 10000 }`)]
      : []),
    ...(markets.length > 0 && markets.some((market) => units?.byMarket?.[market] === undefined)
      ? [ask('units-by-market', [], pasteByMarket(units, firstMarket, asOf))]
      : []),
    ...(supportEnds === undefined ? [ask('support-end', [], `supportEnds: ${addYears(asOf, 10)}`)] : []),
    ...(fieldLifeYears === undefined ? [ask('field-life', [], 'fieldLifeYears: 10')] : []),
  ];
}

// The line as it would stand, with what is declared already.
function pasteByMarket(units: Product['units'], market: string, asOf: IsoDate): string {
  const { placedFrom = asOf, placedTo = addYears(asOf, 5), count = 10_000 } = units ?? {};
  return `units: { placedFrom: ${placedFrom}, placedTo: ${placedTo}, count: ${count}, byMarket: { ${market}: ${count} } }`;
}

function aboutResponse({ response, asOf }: OpenPoints): DrillQuestion[] {
  const days: readonly ResponseStep[] = response.missing;
  const lines = days.map((step) => `  ${step}: [2, 10]`);
  const head = response.declaredBy === undefined ? ['  declaredBy: vendor', `  date: ${asOf}`] : [];
  return [
    ...(days.length === 0 ? [] : [ask('response-days', days, ['response:', ...lines, ...head].join('\n'))]),
    ...(response.reachesPercent === undefined
      ? [ask('rollout-reaches', [], 'response:\n  rolloutReachesPercent: 95 # beside the days')]
      : []),
  ];
}

function aboutData({ product, roles }: OpenPoints): DrillQuestion[] {
  const covered = new Set((product?.data ?? []).flatMap((each) => each.roles));
  const open = roles.filter(
    ({ role, consequences }) => role !== 'other' && consequences.some(({ retroactive }) => retroactive) && !covered.has(role),
  );
  return open.map(({ role }) => ask('data-life', [], `data:\n  - { id: telemetry, secretYears: 5, roles: [${role}] }`, role));
}

function aboutContacts({ contacts = [] }: Product): DrillQuestion[] {
  const missing = (['decides', 'reports', 'signing-keys', 'release', 'authority'] as const).filter(
    (task) => !contacts.some((each) => each.task === task),
  );
  if (missing.length === 0) return [];
  const lines = missing.map((task) => `  - { task: ${task}, name: …, address: …, hours: … }`);
  return [ask('contacts', missing, ['contacts:', ...lines].join('\n'))];
}
