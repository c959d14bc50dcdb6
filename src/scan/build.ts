// What a build leaves beside its configuration: which files it compiled, what the linker kept, where its sources stood. It says what of the
// code around it is in the product (`noteBuild`), and which libraries are, also where their sources stand elsewhere. Only files that are evidence
// are read of a build folder, whether an ignore file names it or not.

import type { Evidence, Gap } from '../model/evidence.ts';
import type { FileEntry, FileScanner, ScanFile } from '../model/world.ts';
import { scanCMakeCache } from './build/cmake-cache.ts';
import { scanCompileCommands } from './build/compile-commands.ts';
import { scanCproject, scanIoc } from './build/cube.ts';
import { scanImageManifest, scanLegalManifest } from './build/distribution.ts';
import { scanEfuses, scanFlasherArgs, scanSdkconfigJson } from './build/esp-idf.ts';
import { scanLinkerMap } from './build/linker-map.ts';

interface FileKind {
  /** over the path in lower case */
  readonly names: RegExp;
  readonly scan: (file: ScanFile) => Iterable<Evidence | Gap>;
}

/** The first row decides. */
const KINDS: readonly FileKind[] = [
  { names: /(?:^|\/)compile_commands\.json$/, scan: scanCompileCommands },
  { names: /(?:^|\/)cmakecache\.txt$/, scan: scanCMakeCache },
  // A source map of JavaScript or CSS is called so too; zephyr_pre0 and zephyr_final are the passes of the link that zephyr.map is the end of.
  { names: /(?<!\.(?:js|mjs|cjs|jsx|ts|css|wasm|min)|\/zephyr_(?:pre\d|final))\.map$/, scan: scanLinkerMap },
  { names: /(?:^|\/)config\/sdkconfig\.json$/, scan: scanSdkconfigJson },
  { names: /(?:^|\/)flasher_args\.json$/, scan: scanFlasherArgs },
  { names: /(?:^|\/)[^/]{0,60}efuses?(?:[_-][^/]{0,60})?\.json$/, scan: scanEfuses },
  { names: /(?:^|\/)[^/]{1,120}\.ioc$/, scan: scanIoc },
  { names: /(?:^|\/)\.cproject$/, scan: scanCproject },
  { names: /(?:^|\/)deploy\/images\/(?:[^/]{1,120}\/){0,2}[^/]{1,200}\.manifest$/, scan: scanImageManifest },
  { names: /(?:^|\/)legal-info\/manifest\.csv$/, scan: scanLegalManifest },
];

const MAX_BYTES = 64_000_000;

/** Reads what builds write. */
export const buildScanner: FileScanner = {
  id: 'build',
  title: 'build output',
  wants: (entry) => kindOf(entry) !== undefined,
  maxBytes: MAX_BYTES,
  scan: (file) => kindOf(file.entry)?.scan(file) ?? [],
};

function kindOf({ path }: FileEntry): FileKind | undefined {
  const lower = path.toLowerCase();
  return KINDS.find(({ names }) => names.test(lower));
}
