// How a figure was come by, as a mark on its strip and in words: a number without its method is not a number.

import type { MeasurementMethod } from '../../model/measurement.ts';
import { html, type Markup, trusted } from './markup.ts';

interface Method {
  readonly mark: Markup;
  /** beside a figure, for readers */
  readonly words: string;
  /** in the key and in the list of origins */
  readonly meaning: string;
}

/** Every method with its mark. */
export const METHODS: Readonly<Record<MeasurementMethod, Method>> = {
  'measured-board': {
    mark: trusted('<rect x="-4" y="-4" width="8" height="8" class="if"/>'),
    words: 'measured on a board',
    meaning: 'measured on a board',
  },
  'measured-host': {
    mark: trusted('<path d="M0-5L5 4H-5z" class="if"/>'),
    words: 'measured on the host',
    meaning: 'measured on the host, not on the target',
  },
  'counted-emulated': {
    mark: trusted('<circle r="4.6" class="if"/>'),
    words: 'counted in emulation',
    meaning: 'counted in emulation, never a measured time',
  },
  'cycles-modelled': {
    mark: trusted('<path d="M0-5.6L5.6 0 0 5.6-5.6 0z" class="if"/>'),
    words: 'modelled cycles',
    meaning: 'modelled cycles',
  },
  projected: {
    mark: trusted('<path d="M0-5.6L5.6 0 0 5.6-5.6 0z" class="bgf"/><path d="M0-5.6L5.6 0 0 5.6-5.6 0z" class="i" stroke-width="1.4"/>'),
    words: 'projected',
    meaning: 'projected from another chip: an estimate',
  },
  published: {
    mark: trusted('<circle r="4.2" class="bgf"/><circle r="4.2" class="i" stroke-width="1.6"/>'),
    words: 'published',
    meaning: 'published by others',
  },
};

const HATCHED: Markup = trusted(
  '<rect x=".5" y=".5" width="15" height="9" fill="url(#p-hatch)"/><rect x=".5" y=".5" width="15" height="9" class="i" stroke-width="1"/>',
);

/** The key above the tables. */
export const FIT_KEY: Markup = html`<ul class="legend lead">${Object.values(METHODS).map(
  ({ mark, meaning }) => html`<li><svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">${mark}</svg>${meaning}</li>`,
)}<li><svg width="16" height="10" aria-hidden="true">${HATCHED}</svg>indeterminate: no figure</li>
  <li><svg width="6" height="14" aria-hidden="true"><path d="M3 0v14" class="i" stroke-width="1.8"/></svg>budget, 100 %</li>
  <li>tight: within the budget, and near its end or by a build tuned by hand</li></ul>`;
