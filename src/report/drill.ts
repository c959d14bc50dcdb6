// The formats of a drill: a page of two sheets, Markdown, and JSON by `profiles/schemas/drill.schema.json`.

import type { Drill } from '../model/drill.ts';
import { renderDrillHtml } from './drill/html.ts';
import { renderDrillMarkdown } from './drill/markdown.ts';
import { inKeyOrder } from './json.ts';

/** What a drill can be printed as. */
export type DrillFormat = 'html' | 'markdown' | 'json';

const RENDERERS: Readonly<Record<DrillFormat, (drill: Drill) => string>> = {
  html: renderDrillHtml,
  markdown: renderDrillMarkdown,
  json: (drill) => `${JSON.stringify(drill, inKeyOrder, 2)}\n`,
};

/** The drill in one format; the same drill gives the same text. */
export function renderDrill(drill: Drill, format: DrillFormat): string {
  return RENDERERS[format](drill);
}
