// How a rule came to be known, as a short word: what was not read at first hand cannot fail a build, so every row says it.

import type { Verified } from '../../model/framework.ts';
import { VERIFIED_WORDS } from '../wording.ts';
import { html, type Markup } from './markup.ts';

const SHORT_WORDS: Readonly<Record<'true' | 'secondary' | 'false', string>> = {
  true: 'read',
  secondary: 'second-hand',
  false: 'not verified',
};

/** `read`, `second-hand` or `not verified`. */
export function sourceWord(verified: Verified): Markup {
  const key = verified === true ? 'true' : verified === 'secondary' ? 'secondary' : 'false';
  return html`<span title="${VERIFIED_WORDS[key]}">${SHORT_WORDS[key]}</span>`;
}
