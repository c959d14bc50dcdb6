// What build files say of the product beside cryptography: the sizes of image slots, which build system there is, and that a build was read.

import { type ImagePartition, readDevicetreeSlots, readEspPartitions, readManagedPartitions } from '../../formats/partition-table.ts';
import type { TextLines } from '../../formats/text-lines.ts';
import type { Evidence, Gap, ProductFactName } from '../../model/evidence.ts';
import type { FileEntry } from '../../model/world.ts';

/** The image slots of a partition table, each as `slot-bytes`. */
export function toSlotFacts(text: TextLines, entry: FileEntry, kind: 'esp-csv' | 'devicetree' | 'partition-manager'): readonly Evidence[] {
  const read = { 'esp-csv': readEspPartitions, devicetree: readDevicetreeSlots, 'partition-manager': readManagedPartitions }[kind];
  return read(text.lines).map((slot: ImagePartition) =>
    toFact({ fact: 'slot-bytes', value: String(slot.sizeBytes), symbol: slot.name }, entry, text.locate(slot.line, slot.index)),
  );
}

interface Mark {
  readonly system: string;
  readonly names: RegExp;
  /** must stand in the first lines; absent: the name is enough */
  readonly content?: RegExp;
  /** written by a build, not by a person */
  readonly generated: boolean;
}

/** How a build system is told by its files. The first mark decides. */
const MARKS: readonly Mark[] = [
  { system: 'esp-idf', names: /^sdkconfig(?:\.h)?$/, content: /Automatically generated file/, generated: true },
  { system: 'esp-idf', names: /^sdkconfig(?:\.(?:defaults|ci).{0,80})?$/, generated: false },
  { system: 'zephyr', names: /^(?:prj(?:_.{1,60})?|sysbuild)\.conf$/, content: /^(?:SB_)?CONFIG_/m, generated: false },
  { system: 'linux', names: /^\.config$|defconfig$/, content: /^# Linux\/\S{1,40} .{0,80}Kernel Configuration/m, generated: true },
  { system: 'buildroot', names: /^\.config$|defconfig$/, content: /^BR2_/m, generated: true },
  { system: 'u-boot', names: /^\.config$|defconfig$/, content: /^# U-Boot /m, generated: true },
  { system: 'wolfboot', names: /^\.config$/, content: /^SIGN\s*[?:]?=/m, generated: false },
  { system: 'zephyr', names: /^\.config$|^autoconf\.h$/, content: /CONFIG_(?:BOARD\b|ZEPHYR_|KERNEL_)/, generated: true },
  { system: 'cmake', names: /^compile_commands\.json$/, generated: true },
];
const HEAD_LINES = 400;

/** `build-system`, and `build-known` for a file that a build wrote. */
export function toBuildFacts(text: TextLines, entry: FileEntry): readonly Evidence[] {
  const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  const head = text.lines.slice(0, HEAD_LINES).join('\n');
  const mark = MARKS.find((one) => one.names.test(name) && (one.content === undefined || one.content.test(head)));
  if (mark === undefined) return [];
  const generated = mark.generated && !name.endsWith('_defconfig') && name !== 'defconfig';
  const place = text.locate(1);
  return [
    toFact({ fact: 'build-system', value: mark.system, symbol: name }, entry, place),
    ...(generated ? [toFact({ fact: 'build-known', value: mark.system, symbol: name }, entry, place)] : []),
  ];
}

/** Keys of ESP-IDF's build/project_description.json and the facts they state. */
const DESCRIBED: readonly (readonly [key: string, fact: ProductFactName])[] = [
  ['target', 'soc'],
  ['project_version', 'image-version'],
];

/** What ESP-IDF's build wrote about the project. A build of something else, or a broken file, is a gap. */
export function toProjectFacts(text: TextLines, entry: FileEntry): readonly (Evidence | Gap)[] {
  const place = text.locate(1);
  const facts = DESCRIBED.flatMap(([key, fact]) => {
    const at = text.lines.findIndex((line) => line.length < 4096 && line.trimStart().startsWith(`"${key}"`));
    const value = /:\s*"([^"\\]{1,200})"/.exec(text.lines[at] ?? '')?.[1];
    return value === undefined ? [] : [toFact({ fact, value, symbol: key }, entry, text.locate(at + 1, text.lines[at]?.indexOf('"') ?? 0))];
  });
  if (facts.length === 0) {
    const detail = 'expected the keys "target" and "project_version" of an ESP-IDF build, got neither';
    return [{ scanner: 'build-config', location: { ...place, path: entry.path }, reason: 'malformed', detail }];
  }
  return [
    toFact({ fact: 'build-system', value: 'esp-idf', symbol: 'project_description.json' }, entry, place),
    toFact({ fact: 'build-known', value: 'esp-idf', symbol: 'project_description.json' }, entry, place),
    ...facts,
  ];
}

interface Said {
  readonly fact: ProductFactName;
  readonly value: string;
  readonly symbol: string;
}

function toFact(said: Said, entry: FileEntry, place: ReturnType<TextLines['locate']>): Evidence {
  return {
    scanner: 'build-config',
    location: { ...place, path: entry.path },
    grade: 'source',
    confidence: 'certain',
    state: 'present',
    origin: entry.origin,
    observed: { kind: 'fact', ...said },
  };
}
