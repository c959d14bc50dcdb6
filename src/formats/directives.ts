// A statement of a configuration file, whatever the file's syntax: its name, its words and the blocks it stands in. The readers of this
// folder that make them pass over comments, so that a directive that is commented out is none.

/** A word with its place. `text` is without the quotation marks around it. */
export interface ConfigWord {
  readonly text: string;
  /** 1-based */
  readonly line: number;
  /** 0-based index in the line */
  readonly index: number;
}

/** A block or section. */
export interface ConfigScope {
  /** tells the scopes of one file apart, from 1; the file itself is 0 */
  readonly id: number;
  /** what opens it, as written: `server`, `listener 8883`, `system_default_sect` */
  readonly name: string;
}

/** One statement. */
export interface Directive extends ConfigWord {
  /** the blocks it stands in, the outermost first; none at the top of the file */
  readonly scopes: readonly ConfigScope[];
  readonly words: readonly ConfigWord[];
}

/** The statements of a file, and where reading stopped before its end, if it did. */
export interface DirectiveFile {
  readonly directives: readonly Directive[];
  readonly fault?: { readonly line: number; readonly detail: string };
}

/** The words of a statement as one text, one space between them. */
export function joinWords({ words }: Pick<Directive, 'words'>): string {
  return words.map((word) => word.text).join(' ');
}

export const MAX_DIRECTIVES = 50_000;
export const MAX_WORDS = 400;
export const MAX_SCOPES = 32;
/** A longer line is no configuration that a person or a daemon reads. */
export const LONGEST_LINE = 16_384;
