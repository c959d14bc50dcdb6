// The filters above the findings. They appear only with script; each finding carries its facets, which are short because every finding has
// three of them.

import type { Finding } from '../../model/assessment.ts';
import type { Origin } from '../../model/evidence.ts';
import { ROLES } from '../../model/order.ts';
import { URGENCIES } from '../findings.ts';
import { ORIGIN_WORDS, ROLE_NAMES, URGENCY_WORDS } from '../wording.ts';
import { html, type Markup } from './markup.ts';

const ORIGINS: readonly Origin[] = ['first-party', 'generated', 'dependency', 'example', 'test'];

/** Selects for kind, role and origin, a search field, and the count. */
export function filterForm(findings: readonly Finding[]): Markup {
  const kinds = URGENCIES.filter((urgency) => findings.some((finding) => finding.urgency === urgency));
  const roles = ROLES.filter((role) => findings.some((finding) => finding.role === role));
  const origins = ORIGINS.filter((origin) => findings.some((finding) => finding.origin === origin));
  return html`<div class="filters noprint" role="group" aria-label="Filter findings" hidden>
    ${select({ id: 'by-kind', label: 'Kind', options: kinds.map((kind) => [facet('u', URGENCIES, kind), URGENCY_WORDS[kind]]) })}
    ${select({ id: 'by-role', label: 'Role', options: roles.map((role) => [facet('r', ROLES, role), ROLE_NAMES[role]]) })}
    ${select({ id: 'by-origin', label: 'Seen in', options: origins.map((origin) => [facet('o', ORIGINS, origin), ORIGIN_WORDS[origin]]) })}
    <div><label for="by-text">Contains</label><input id="by-text" type="search" autocomplete="off"></div>
    <output id="shown" for="by-kind by-role by-origin by-text" aria-live="polite"></output></div>`;
}

interface Select {
  readonly id: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, words: string])[];
}

function select({ id, label, options }: Select): Markup {
  return html`<div><label for="${id}">${label}</label><select id="${id}"><option value="">all</option>
    ${options.map(([value, words]) => html`<option value="${value}">${words}</option>`)}</select></div>`;
}

function facet<T>(prefix: string, values: readonly T[], value: T): string {
  return `${prefix}${values.indexOf(value)}`;
}

/** The `data-f` attribute of a finding: its facets, separated by spaces. */
export function facets({ urgency, role, origin }: Finding): Markup {
  return html`data-f="${facet('u', URGENCIES, urgency)} ${facet('r', ROLES, role)} ${facet('o', ORIGINS, origin)}"`;
}
