// Lines of a Kconfig configuration: `CONFIG_X=y`, `# CONFIG_X is not set`, and the make assignments (`X?=y`, `X := y`) that boot loaders
// write into a .config. Facts from the Linux kernel's Documentation/kbuild/kconfig-language and from kconfiglib.

/** One setting. `value` is unquoted; absent for a symbol that "is not set". */
export interface KconfigSetting {
  /** as written, with its prefix */
  readonly symbol: string;
  readonly value?: string;
  /** 1-based */
  readonly line: number;
  /** 0-based index of the symbol in its line */
  readonly index: number;
}

const LONGEST_LINE = 4096;
const ASSIGNMENT = /^([ \t]*)([A-Za-z_][A-Za-z0-9_]{0,119})[ \t]*[?:]?=(.*)$/;
const NOT_SET = /^([ \t]*#[ \t]*)([A-Za-z_][A-Za-z0-9_]{0,119}) is not set[ \t]*$/;

/** The settings in the order of the file. A line that is no setting is passed over: comments, blanks, what is longer than 4,096 characters. */
export function readKconfig(lines: readonly string[]): readonly KconfigSetting[] {
  return lines.flatMap((text, at) => {
    if (text.length > LONGEST_LINE) return [];
    const unset = NOT_SET.exec(text);
    if (unset?.[2] !== undefined) return [{ symbol: unset[2], line: at + 1, index: unset[1]?.length ?? 0 }];
    const [, indent = '', symbol, written = ''] = ASSIGNMENT.exec(text) ?? [];
    return symbol === undefined ? [] : [{ symbol, value: toValue(written), line: at + 1, index: indent.length }];
  });
}

// A string is quoted with `\"` and `\\` escaped. After a bare value some write a comment, which Kconfig does not know.
function toValue(written: string): string {
  const bare = written.trim();
  const quoted = /^"((?:[^"\\]|\\.){0,4096})"/.exec(bare)?.[1];
  if (quoted !== undefined) return quoted.replaceAll(/\\(.)/g, '$1');
  const comment = bare.search(/[ \t]#/);
  return comment < 0 ? bare : bare.slice(0, comment).trimEnd();
}
