// Flash partitions: the CSV of ESP-IDF, devicetree `fixed-partitions` as far as image slots go, and the YAML of Nordic's partition manager.
// Facts from the ESP-IDF documentation "Partition Tables" (type app, subtypes factory and ota_0 to ota_15; sizes decimal, hexadecimal, or
// with K and M), the Devicetree Specification 0.4 (reg is address and size) and Zephyr's DT_SIZE_K and DT_SIZE_M.

/** One partition that holds an image. */
export interface ImagePartition {
  /** `ota_0`, `slot0_partition`, `mcuboot_primary` */
  readonly name: string;
  readonly sizeBytes: number;
  /** 1-based */
  readonly line: number;
  /** 0-based index in the line */
  readonly index: number;
}

const LONGEST_LINE = 2048;

/** Image partitions of an ESP-IDF partitions.csv; empty when the text is no such table. */
export function readEspPartitions(lines: readonly string[]): readonly ImagePartition[] {
  return lines.slice(0, 200).flatMap((text, at) => {
    if (text.length > LONGEST_LINE || text.trimStart().startsWith('#')) return [];
    const [name = '', type, subtype = '', , size = ''] = text.split(',').map((cell) => cell.trim());
    if (type !== 'app' && type !== '0' && type !== '0x00') return [];
    const sizeBytes = toSize(size);
    if (!/^(?:factory|test|ota_(?:\d|1[0-5])|0x[12]\d|0x0?0)$/i.test(subtype) || sizeBytes === undefined) return [];
    return [{ name: name.slice(0, 40) || subtype, sizeBytes, line: at + 1, index: Math.max(0, text.indexOf(size)) }];
  });
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1024],
  ['m', 1024 * 1024],
]);

function toSize(written: string): number | undefined {
  const [, number, unit = ''] = /^(0x[0-9a-f]{1,12}|\d{1,12})([km]?)$/i.exec(written) ?? [];
  return number === undefined ? undefined : Number(number) * (UNITS.get(unit.toLowerCase()) ?? 1);
}

const SLOT = /\b(slot[01](?:_ns)?_partition)\b\s*:/;
const SLOT_REFERENCE = /^\s*&(slot[01](?:_ns)?_partition)\s*\{/;
const REG = /\breg\s*=\s*<([^>]{1,200})>/;
const LINES_IN_NODE = 12;

/** Image slots of a devicetree source or overlay, by the labels that MCUboot's port to Zephyr uses. */
export function readDevicetreeSlots(lines: readonly string[]): readonly ImagePartition[] {
  return lines.flatMap((text, at) => {
    if (text.length > LONGEST_LINE) return [];
    const name = (SLOT.exec(text) ?? SLOT_REFERENCE.exec(text))?.[1];
    return name === undefined ? [] : sizeInNode(name, lines, at);
  });
}

function sizeInNode(name: string, lines: readonly string[], from: number): readonly ImagePartition[] {
  for (let at = from; at < Math.min(lines.length, from + LINES_IN_NODE); at++) {
    const text = lines[at] ?? '';
    const sizeBytes = toRegSize(REG.exec(text.slice(0, LONGEST_LINE))?.[1]);
    if (sizeBytes !== undefined) return [{ name, sizeBytes, line: at + 1, index: text.indexOf('reg') }];
    if (text.includes('}')) return [];
  }
  return [];
}

function toRegSize(cells: string | undefined): number | undefined {
  const cell = cells?.trim().split(/\s+/).at(-1) ?? '';
  const [, unit, count] = /^DT_SIZE_([KM])\((\d{1,7})\)$/.exec(cell) ?? [];
  const sizeBytes = count === undefined ? toSize(cell) : Number(count) * (unit === 'M' ? 1024 * 1024 : 1024);
  return sizeBytes === 0 ? undefined : sizeBytes;
}

const MANAGED = /^(mcuboot_primary|mcuboot_secondary|app)\s*:\s*$/;
const MANAGED_SIZE = /^\s{1,8}size\s*:\s*(0x[0-9a-f]{1,8}|\d{1,10})\s*$/i;

/** Image partitions of a partition manager file (pm_static.yml, partitions.yml): its keys stand at the left edge, one a line. */
export function readManagedPartitions(lines: readonly string[]): readonly ImagePartition[] {
  return lines.flatMap((text, at) => {
    const name = text.length > LONGEST_LINE ? undefined : MANAGED.exec(text)?.[1];
    return name === undefined ? [] : managedSize(name, lines, at + 1);
  });
}

function managedSize(name: string, lines: readonly string[], from: number): readonly ImagePartition[] {
  for (let at = from; at < Math.min(lines.length, from + 40); at++) {
    const text = lines[at] ?? '';
    if (/^\S/.test(text)) return [];
    const size = text.length > LONGEST_LINE ? undefined : MANAGED_SIZE.exec(text)?.[1];
    if (size !== undefined) return [{ name, sizeBytes: Number(size), line: at + 1, index: text.indexOf('size') }];
  }
  return [];
}
