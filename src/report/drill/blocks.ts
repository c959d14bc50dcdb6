// What a sheet is made of: tables, lists and decisions of plain text, two pages of them.

import { toClipped, toVisible } from '../escape.ts';

/** Lines of one cell. */
export type Cell = readonly string[];

export interface Column {
  readonly head: string;
  /** share of the width in per cent */
  readonly width: number;
}

/** A table; without rows its sentence stands instead. */
export interface TableBlock {
  readonly kind: 'table';
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly otherwise: string;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly title: string;
  readonly note?: string;
  readonly items: readonly string[];
  readonly otherwise: string;
}

/** A duty to report: questions with room to write the answer in. */
export interface DecisionBlock {
  readonly kind: 'decisions';
  readonly title: string;
  readonly note: string;
  readonly decisions: readonly {
    readonly title: string;
    readonly when: string;
    readonly questions: readonly string[];
    readonly steps: string;
  }[];
}

export type Block = TableBlock | ListBlock | DecisionBlock;

/** Label and value, for the head of page 1. */
export interface Figure {
  readonly label: string;
  readonly value: string;
}

/** The whole sheet. */
export interface Sheet {
  readonly title: string;
  readonly kicker: string;
  readonly supposition: string;
  readonly verdict: string;
  readonly figures: readonly Figure[];
  readonly pages: readonly [readonly Block[], readonly Block[]];
  readonly repeat: string;
}

/** Pages of one product or of many, without what stands above both. */
export type Pages = Pick<Sheet, 'title' | 'verdict' | 'figures' | 'pages'>;

/** A name from outside, on one line and short. */
export function short(name: string, longest = 52): string {
  return toClipped(toVisible(name), longest);
}
