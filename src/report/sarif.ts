// Findings, or the inventory where nothing was assessed, as SARIF 2.1.0 (OASIS, errata 01) for code scanning.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CheckId } from '../model/check.ts';
import type { Gap } from '../model/evidence.ts';
import type { Fact, FactId, Inventory } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import type { Report, Reporter } from '../model/report.ts';
import { toFindingResults } from './sarif/findings.ts';
import { toInventoryResults } from './sarif/inventory.ts';
import { ROOT, toMessage, toSarifLocation } from './sarif/place.ts';
import type { ResultDraft } from './sarif/shapes.ts';
import { type Taxonomies, toTaxonomies } from './sarif/taxonomies.ts';
import { GAP_WORDS } from './wording.ts';

/** SARIF 2.1.0. */
export const sarif: Reporter = { mediaType: 'application/sarif+json', extension: 'sarif', render: renderSarif };

function renderSarif(report: Report): string {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [toRun(report)],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRun({ tool, asOf, inventory, assessment }: Report): object {
  const drafts =
    assessment === undefined ? toInventoryResults(inventory) : toFindingResults(assessment.findings, indexFacts(inventory), asOf);
  const checks = checksByRule(drafts);
  const taxonomies = toTaxonomies(assessment?.frameworks ?? [], new Set(drafts.flatMap((draft) => draft.checks)));
  const ruleIds = [...checks.keys()].sort(compareText);
  const rules = ruleIds.map((id) => toRule(id, taxonomies.relationships(checks.get(id) ?? new Set())));
  const notifications = [...new Set(inventory.gaps.map(({ reason }) => reason))].sort(compareText);
  return {
    tool: { driver: { name: tool.name, semanticVersion: tool.version, rules, notifications: notifications.map((id) => ({ id })) } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: inventory.gaps.map(toNotification) }],
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of what was scanned.' } } },
    taxonomies: taxonomies.taxonomies,
    columnKind: 'utf16CodeUnits',
    results: toResults(drafts, ruleIds),
    properties: { asOf, subject: inventory.subject },
  };
}

function indexFacts({ assets, absences, productFacts }: Inventory): ReadonlyMap<FactId, Fact> {
  const facts = [...assets.flatMap((asset) => asset.facts), ...absences.map(({ fact }) => fact), ...productFacts];
  return new Map(facts.map((fact) => [fact.id, fact]));
}

function checksByRule(drafts: readonly ResultDraft[]): ReadonlyMap<string, ReadonlySet<CheckId>> {
  const rules = new Map<string, Set<CheckId>>();
  for (const { ruleId, checks } of drafts) {
    const known = rules.get(ruleId) ?? new Set<CheckId>();
    for (const check of checks) known.add(check);
    rules.set(ruleId, known);
  }
  return rules;
}

function toRule(id: string, relationships: ReturnType<Taxonomies['relationships']>): object {
  const words = (id.split('/').at(-1) ?? id).replaceAll('-', ' ');
  return { id, shortDescription: { text: `${words.charAt(0).toUpperCase()}${words.slice(1)}.` }, relationships };
}

function toNotification({ scanner, location, reason, detail }: Gap): object {
  const place = toSarifLocation(location);
  return {
    descriptor: { id: reason },
    level: 'warning',
    message: toMessage(`${scanner}: ${GAP_WORDS[reason]}: ${detail}`),
    locations: place === undefined ? [] : [place],
  };
}

function toResults(drafts: readonly ResultDraft[], ruleIds: readonly string[]): readonly object[] {
  const indexes = new Map(ruleIds.map((id, index) => [id, index]));
  const fingerprint = fingerprinter();
  return drafts.map((draft) => ({
    ruleId: draft.ruleId,
    ruleIndex: indexes.get(draft.ruleId),
    ...draft.outcome,
    message: draft.message,
    locations: draft.location === undefined ? [] : [draft.location],
    partialFingerprints: { 'pqready/v1': fingerprint(draft) },
    suppressions: draft.suppressions, // §3.27.23: on all results or on none
    properties: draft.properties,
  }));
}

// What a result is about, its file, its symbol, and its number among equals: lines may move, the fingerprint stays.
function fingerprinter(): (draft: ResultDraft) => string {
  const counts = new Map<string, number>();
  return ({ ruleId, key, location }) => {
    const text = JSON.stringify([ruleId, location?.physicalLocation.artifactLocation.uri, ...key]);
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    return bytesToHex(sha256(utf8ToBytes(`${text}#${count}`))).slice(0, 32);
  };
}
