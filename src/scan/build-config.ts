// Build configurations: which mechanisms a firmware is built with, how it is booted and updated, and on what. Each place is reported with
// its own state; which place outranks which is decided in inventory/.

import { toTextLines } from '../formats/text-lines.ts';
import type { Evidence, Gap } from '../model/evidence.ts';
import type { FileEntry, FileScanner, ScanFile } from '../model/world.ts';
import { scanCmake, scanMakefile } from './build-config/build-script.ts';
import { scanCHeader } from './build-config/c-header.ts';
import { scanKconfig } from './build-config/kconfig-file.ts';
import { scanMynewt } from './build-config/mynewt.ts';
import { toBuildFacts, toProjectFacts, toSlotFacts } from './build-config/product-facts.ts';

type Kind =
  | 'kconfig'
  | 'c-header'
  | 'makefile'
  | 'cmake'
  | 'wolfssl'
  | 'esp-csv'
  | 'devicetree'
  | 'partition-manager'
  | 'mynewt'
  | 'project'
  | 'compile-commands';

interface FileKind {
  readonly kind: Kind;
  readonly names: RegExp;
  /** a build writes it: read even where git ignores it */
  readonly generated: boolean;
}

/** By the file's name, in lower case. The first row decides. */
const KINDS: readonly FileKind[] = [
  { kind: 'kconfig', names: /^(?:\.config(?:\..{1,60})?|sdkconfig)$/, generated: true },
  { kind: 'kconfig', names: /^sdkconfig\.(?!h$|rename|old$).{1,80}$|^.{1,80}\.sdkconfig$/, generated: false },
  {
    kind: 'kconfig',
    names: /^.{1,100}\.conf$|^(?:.{1,100}_)?defconfig$|^kconfig\.fragment$|^.{1,100}\.(?:cfg|fragment|config)$/,
    generated: false,
  },
  { kind: 'c-header', names: /^(?:autoconf|sdkconfig|zephyr_?config)\.h$/, generated: true },
  { kind: 'wolfssl', names: /^.{0,60}(?:user_settings|wolfssl_?settings).{0,60}\.h$/, generated: false },
  {
    kind: 'c-header',
    names: /^(?:.{0,60}(?:mbed_?tls|tf_psa_crypto|crypto|mcuboot).{0,60}(?:config|cfg).{0,60}|config-.{1,80}|nrf-config(?:-.{1,40})?)\.h$/,
    generated: false,
  },
  { kind: 'c-header', names: /^(?:localoptions|default_options|sysoptions)\.h(?:\.in)?$/, generated: false },
  { kind: 'makefile', names: /^(?:gnu)?makefile(?:\.[a-z]{1,20})?$|^.{1,80}\.mk$/, generated: false },
  { kind: 'cmake', names: /^cmakelists\.txt$|^.{1,80}\.cmake$/, generated: false },
  { kind: 'esp-csv', names: /^.{0,80}partition.{0,80}\.csv$/, generated: false },
  { kind: 'devicetree', names: /^zephyr\.dts$/, generated: true },
  { kind: 'devicetree', names: /^.{1,100}\.overlay$/, generated: false },
  { kind: 'partition-manager', names: /^pm_static.{0,100}\.ya?ml$/, generated: false },
  { kind: 'partition-manager', names: /^partitions(?:_.{1,40})?\.yml$/, generated: true },
  { kind: 'mynewt', names: /^syscfg\.yml$/, generated: false },
  { kind: 'project', names: /^project_description\.json$/, generated: true },
  { kind: 'compile-commands', names: /^compile_commands\.json$/, generated: true },
];

const MAX_BYTES = 8_000_000;

/** Reads build configurations. */
export const buildConfigScanner: FileScanner = {
  id: 'build-config',
  title: 'build configurations',
  wants: (entry) => {
    const kind = kindOf(entry);
    if (kind === undefined || (entry.ignored && !kind.generated)) return false;
    // That there is one is all that is asked of it.
    return kind.kind !== 'compile-commands' || entry.bytes <= MAX_BYTES;
  },
  maxBytes: MAX_BYTES,
  scan: (file) => scanBuildConfig(file),
};

function kindOf(entry: FileEntry): FileKind | undefined {
  const name = entry.path.slice(entry.path.lastIndexOf('/') + 1).toLowerCase();
  return KINDS.find((row) => row.names.test(name));
}

function* scanBuildConfig({ entry, bytes, text }: ScanFile): Generator<Evidence | Gap> {
  const kind = kindOf(entry)?.kind;
  if (kind === undefined) return;
  const lines = toTextLines(text(), bytes);
  if (kind === 'kconfig' || kind === 'c-header' || kind === 'compile-commands') yield* toBuildFacts(lines, entry);
  switch (kind) {
    case 'kconfig':
      yield* scanKconfig(lines, entry);
      break;
    case 'c-header':
    case 'wolfssl':
      yield* scanCHeader(lines, entry, kind === 'wolfssl');
      break;
    case 'esp-csv':
    case 'devicetree':
    case 'partition-manager':
      yield* toSlotFacts(lines, entry, kind);
      break;
    case 'makefile':
      yield* scanMakefile(lines, entry);
      break;
    case 'cmake':
      yield* scanCmake(text(), lines, entry);
      break;
    case 'mynewt':
      yield* scanMynewt(lines, entry);
      break;
    case 'project':
      yield* toProjectFacts(lines, entry);
      break;
    case 'compile-commands':
      break;
  }
}
