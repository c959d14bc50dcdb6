// Section “Crypto map by role”: the mechanisms each role stands on, how near to the running product they were seen, who can change them.

import { ALGORITHMS } from '../../knowledge/algorithms.ts';
import { findPostQuantum } from '../../knowledge/packages.ts';
import type { LibraryObservation, Role } from '../../model/evidence.ts';
import type { CryptoAsset } from '../../model/inventory.ts';
import type { Changer } from '../../model/product.ts';
import { toCryptoMap, toMechanismName, toUse, type Use } from '../crypto-map.ts';
import { toDate, toThousands } from '../figures.ts';
import { CHANGER_WORDS, counted, ROLE_NAMES, STATE_WORDS } from '../wording.ts';
import { gradeMark } from './glyph.ts';
import { ref } from './links.ts';
import { html, type Insert, joined, type Markup } from './markup.ts';
import { type Page, type Section, useKey } from './page.ts';
import { body, type Column, rowCells, table } from './table.ts';
import { prose } from './text.ts';

const SHOWN_PER_ROLE = 10;
const NAMED_PER_ROLE = 60;
const SHOWN_LIBRARIES = 40;

/** Mechanisms by role, then libraries. */
export function mapSection(page: Page): Section {
  return { id: 'map', title: 'Crypto map by role', kind: 'facts', body: [map(page), libraries(page)] };
}

const COLUMNS: readonly Column[] = [
  { head: 'Role' },
  { head: 'Mechanism', cell: 'b' },
  { head: 'Who can change it', label: 'Who' },
  { head: 'State' },
  { head: 'Grade', cell: 'nw' },
  { head: 'See', cell: 'b' },
];

function map(page: Page): Markup {
  const roles = toCryptoMap(page.report.inventory);
  if (roles.length === 0)
    return html`<p class="intro">No mechanism was found. That is no statement about the product until section “Coverage and limits” says
        that all of it was read.</p>`;
  const rows = roles.flatMap(({ role, uses }) => {
    const shown = uses.filter((use) => use.own).slice(0, SHOWN_PER_ROLE);
    const rest = uses.slice(shown.length);
    return [...shown.map((use, index) => mapRow(page, use, index > 0)), rest.length > 0 && restRow(page, role, rest, shown.length > 0)];
  });
  const caption =
    'By role, not by algorithm. State is the strongest one seen in the product’s own code, build and services, of: present, ' +
    'compiled, linked, enabled, called, offered, negotiated.';
  return table({ kind: 'map flow', caption, columns: COLUMNS, bodies: [html`<tbody role="rowgroup">${rows}</tbody>`] });
}

// The name of a role stands at its first row; below it is there for readers and for phones.
function roleHead(role: Role, isRepeated: boolean): Insert {
  return isRepeated ? html`<span class="rep">${ROLE_NAMES[role]}</span>` : ROLE_NAMES[role];
}

function mapRow(page: Page, use: Use, isRepeated: boolean): Markup {
  const cells = rowCells(COLUMNS, {
    head: roleHead(use.role, isRepeated),
    cells: [
      prose(mechanism(use.asset)),
      changer(page, use),
      STATE_WORDS[use.state],
      joined(use.grades.map(gradeMark), ' '),
      see(page, use),
    ],
  });
  return html`<tr role="row">${cells}</tr>`;
}

function mechanism(asset: CryptoAsset): string {
  const name = toMechanismName(asset);
  return asset.kind === 'certificate' ? `${name} to ${toDate(asset.certificate.notAfter)}` : name;
}

function changer({ assessment, report }: Page, { role }: Use): Insert {
  const by: Changer | undefined =
    assessment?.gates.find((gate) => gate.role === role)?.changedBy ?? report.product?.roles.find((each) => each.role === role)?.changedBy;
  return by === undefined ? html`<span class="qq">not known</span>` : CHANGER_WORDS[by];
}

function see(page: Page, { asset, role, facts }: Use): Insert {
  const [finding] = page.findingsByUse.get(useKey(asset.id, role)) ?? [];
  if (finding !== undefined) return ref(page, 'finding', finding.id);
  const shown = facts.find(({ id }) => page.anchors.fact.has(id)) ?? facts[0];
  return shown !== undefined && ref(page, 'fact', shown.id);
}

function restRow(page: Page, role: Role, uses: readonly Use[], isRepeated: boolean): Markup {
  const names = uses.slice(0, NAMED_PER_ROLE).map((use, index): Insert => {
    return [index > 0 && ' · ', prose(toMechanismName(use.asset)), ' ', see(page, use)];
  });
  const unnamed = uses.length - NAMED_PER_ROLE;
  const more = unnamed > 0 && ` · and ${toThousands(unnamed)} more in inventory.cdx.json`;
  return html`<tr role="row"><th scope="row" role="rowheader">${roleHead(role, isRepeated)}</th><td role="cell" class="b" colspan="5">
    <details><summary>${restLabel(uses)}</summary><p class="s">${names}${more}</p></details></td></tr>`;
}

function restLabel(uses: readonly Use[]): string {
  const outside = uses.filter((use) => !use.own).length;
  if (outside === 0) return `${uses.length} more`;
  if (outside === uses.length) return `${counted(outside, 'mechanism', 'mechanisms')} named only in dependencies, tests and examples`;
  return `${uses.length} more, ${outside} of them only in dependencies, tests and examples`;
}

const LIBRARY_COLUMNS: readonly Column[] = [
  { head: 'Library' },
  { head: 'Version' },
  { head: 'FIPS 203, 204, 205' },
  { head: 'State' },
  { head: 'Grade', cell: 'nw' },
  { head: 'See' },
];

function libraries(page: Page): Markup {
  const uses = page.report.inventory.assets
    .filter((asset) => asset.kind === 'library')
    .map((asset) => ({ asset, use: toUse(asset, 'other', asset.facts) }));
  if (uses.length === 0) return html`<p class="note">No cryptographic library was found in a manifest, an include or an image.</p>`;
  const rows = uses.slice(0, SHOWN_LIBRARIES).map(({ asset, use }) => ({
    head: prose(asset.library.name),
    cells: [
      asset.library.version ?? html`<span class="qq">not known</span>`,
      postQuantumOf(asset.library),
      STATE_WORDS[use.state],
      joined(use.grades.map(gradeMark), ' '),
      see(page, use),
    ],
  }));
  const more =
    uses.length > SHOWN_LIBRARIES &&
    html`<p class="note">${toThousands(uses.length - SHOWN_LIBRARIES)} more stand in inventory.cdx.json.</p>`;
  const caption = 'Present is not used: a library here says what could be called, not what is.';
  return html`<h3 class="sub">Libraries that bring cryptography</h3>
      ${table({ kind: 'flow', caption, columns: LIBRARY_COLUMNS, bodies: [body(LIBRARY_COLUMNS, rows)] })}${more}`;
}

/** `has ML-KEM, ML-DSA, since 3.5.0`; what a change log does not say is not known. */
function postQuantumOf(library: LibraryObservation): Markup {
  const support = findPostQuantum(library);
  if (support === undefined) return html`<span class="qq">not known</span>`;
  const { has, since } = support;
  const title = since.map(({ source }) => source).join('; ');
  const first = since[0]?.version ?? '';
  if (has === undefined) return html`<span title="${title}">from ${first}; this version is not known</span>`;
  if (has.length === 0) return html`<span title="${title}">not before ${first}</span>`;
  return html`<span title="${title}">${has.map((id) => ALGORITHMS[id].name).join(', ')}</span>`;
}
