// What a line of a linker map may say, whichever linker wrote it.

/**
 * `placed`: a section of an object is in the image. `discarded`: a section of an object is not. `symbol`: a name that the image defines.
 * `archive`: an archive that the linker opened. Objects are named as the linker names them: `a/b.o`, `libx.a(b.o)`.
 */
export type MapItem =
  | { readonly kind: 'placed' | 'discarded'; readonly section: string; readonly object: string }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'archive'; readonly path: string };

/** Takes the lines of a map one after another. */
export type MapReader = (line: string) => MapItem | undefined;

const NOT_LOADED =
  /^\.?(?:z?debug|comment|note|stab|ARM\.attributes|riscv\.attributes|xt\.|xtensa\.info|gnu\.|llvm|symtab|strtab|shstrtab|conststring)/;

/** True for a section that is in the file and not in the memory of the device: debug information, attributes, tables of symbols. */
export function isNotLoaded(section: string): boolean {
  return NOT_LOADED.test(section);
}
