// The style sheet of the page, whole. Sizes, spaces and colours are those of the design; there are no others.

import { PAGE } from './style/page.ts';
import { PHONE } from './style/phone.ts';
import { PRINT } from './style/print.ts';
import { SECTIONS } from './style/sections.ts';
import { TABLES } from './style/tables.ts';
import { TOKENS } from './style/tokens.ts';

/** CSS, in cascade order: tokens, page, tables, sections, narrow screens, paper. */
export const STYLE: string = TOKENS + PAGE + TABLES + SECTIONS + PHONE + PRINT;
