// Links within the page: each id has one place here or none, and a link is made only where it leads somewhere.

import type { Assessment } from '../../model/assessment.ts';
import { toAnchor } from '../escape.ts';
import { html, type Insert, type Markup } from './markup.ts';
import type { Room } from './room.ts';
import { breakable } from './text.ts';

/** What an id can be of. */
export type LinkKind = 'fact' | 'finding' | 'plan' | 'question' | 'check';

/** An id up to this length never breaks. */
const SHORT_ID = 12;

/** Ids that have a place on the page → their fragments. */
export type Anchors = Readonly<Record<LinkKind, ReadonlyMap<string, string>>>;

/** What has anchors: the page. */
interface Anchored {
  readonly anchors: Anchors;
}

/** The fragments of everything that the page has room for. Fact ids keep their form, `#F-1a2b3c4d`; other kinds have a prefix. */
export function toAnchors(room: Room, assessment: Assessment | undefined): Anchors {
  const facts = [...[...room.factsOf.values()].flat(), ...room.index];
  return {
    fact: new Map(facts.map(({ fact }) => [fact.id, factAnchor(fact.id)])),
    finding: prefixed('f', [...room.full, ...room.brief]),
    plan: prefixed('m', assessment?.plan ?? []),
    question: prefixed('q', assessment?.questions ?? []),
    check: prefixed(
      'c',
      (assessment?.checks ?? []).map(({ check }) => ({ id: check })),
    ),
  };
}

function prefixed(prefix: string, items: readonly { readonly id: string }[]): ReadonlyMap<string, string> {
  return new Map(items.map(({ id }) => [id, `${prefix}.${toAnchor(id)}`]));
}

// A fact id of a foreign report that does not begin with `F-` is kept from meeting another anchor.
function factAnchor(id: string): string {
  return id.startsWith('F-') ? toAnchor(id) : `F-${toAnchor(id)}`;
}

/** The `id` attribute of a thing's place, with the space before it. */
export function anchor(page: Anchored, kind: LinkKind, id: string): Markup {
  return html` id="${page.anchors[kind].get(id) ?? toAnchor(id)}"`;
}

/** An id as a link to its place, or as plain text where the page has no room for it. */
export function ref(page: Anchored, kind: LinkKind, id: string): Markup {
  const fragment = page.anchors[kind].get(id);
  if (fragment === undefined) return html`<span class="qq${id.length <= SHORT_ID && ' nw'}">${breakable(id)}</span>`;
  return id.length > SHORT_ID ? html`<a href="#${fragment}">${breakable(id)}</a>` : html`<a class="ref" href="#${fragment}">${id}</a>`;
}

/** Up to `limit` facts as links, and how many more there are. */
export function factRefs(page: Anchored, ids: readonly string[], limit: number): Markup {
  return list(ids, limit, (id) => ref(page, 'fact', id));
}

/** Up to `limit` findings as links, and how many more there are. */
export function findingRefs(page: Anchored, ids: readonly string[], limit: number): Markup {
  return list(ids, limit, (id) => ref(page, 'finding', id));
}

/** Up to `limit` plan items as links, and how many more there are. */
export function planRefs(page: Anchored, ids: readonly string[], limit: number): Markup {
  return list(ids, limit, (id) => ref(page, 'plan', id));
}

function list(ids: readonly string[], limit: number, link: (id: string) => Markup): Markup {
  const shown = ids.slice(0, limit).map((id, index): Insert => [index > 0 && ' ', link(id)]);
  return html`${shown}${ids.length > limit && html` <span class="qq nw etc">and ${ids.length - limit} more</span>`}`;
}
