// Build attributes that compilers leave in `.ARM.attributes` and `.riscv.attributes`: the architecture an image is built for.
// Arm IHI 0045 (Addenda to the ABI) section 3; RISC-V ELF psABI, attributes.

import { toReader } from './byte-reader.ts';

/** What the attributes say of the target. */
export interface BuildAttributes {
  /** `Cortex-M4`, `7E-M`, as the compiler was told */
  readonly cpuName?: string;
  /** `armv7e-m`, or the RISC-V ISA string */
  readonly architecture?: string;
}

/** Arm IHI 0045, Tag_CPU_arch. */
const ARM_ARCHITECTURES: ReadonlyMap<number, string> = new Map([
  [1, 'armv4'],
  [2, 'armv4t'],
  [3, 'armv5t'],
  [4, 'armv5te'],
  [5, 'armv5tej'],
  [6, 'armv6'],
  [7, 'armv6kz'],
  [8, 'armv6t2'],
  [9, 'armv6k'],
  [10, 'armv7'],
  [11, 'armv6-m'],
  [12, 'armv6s-m'],
  [13, 'armv7e-m'],
  [14, 'armv8-a'],
  [15, 'armv8-r'],
  [16, 'armv8-m.base'],
  [17, 'armv8-m.main'],
  [21, 'armv8.1-m.main'],
  [22, 'armv9-a'],
]);

const ARM = { vendor: 'aeabi', cpuName: 5, cpuArch: 6, profile: 7 } as const;
const RISCV = { vendor: 'riscv', arch: 5 } as const;
const MAX_ATTRIBUTES = 256;
const MAX_TEXT = 512;

/** The attributes of a section's content; empty for a form that is not known. */
export function readBuildAttributes(content: Uint8Array, littleEndian: boolean): BuildAttributes {
  const reader = toReader(content, littleEndian);
  const vendor = reader.text(5, 16);
  const size = reader.u32(1);
  if (content[0] !== 0x41 || vendor === undefined || size === undefined) return {};
  // Format 'A'; length and vendor name; then Tag_File (1) with its length and the attributes of the whole file.
  const file = 5 + vendor.length + 1;
  if (reader.u8(file) !== 1) return {};
  const end = Math.min(file + (reader.u32(file + 1) ?? 0), content.length);
  const values = readAttributes(content.subarray(0, end), file + 5, vendor === ARM.vendor);
  return vendor === ARM.vendor ? toArm(values) : vendor === RISCV.vendor ? toRiscv(values) : {};
}

type Values = ReadonlyMap<number, number | string>;

function toArm(values: Values): BuildAttributes {
  const [name, arch, profile] = [values.get(ARM.cpuName), values.get(ARM.cpuArch), values.get(ARM.profile)];
  const family = typeof arch === 'number' ? ARM_ARCHITECTURES.get(arch) : undefined;
  // Tag_CPU_arch 10 is v7 for A, R and M alike; the profile tells them apart.
  const letter = family === 'armv7' && typeof profile === 'number' ? String.fromCharCode(profile).toLowerCase() : undefined;
  const architecture = letter !== undefined && 'arm'.includes(letter) ? `armv7-${letter}` : family;
  return { ...(typeof name === 'string' ? { cpuName: name } : {}), ...(architecture === undefined ? {} : { architecture }) };
}

function toRiscv(values: Values): BuildAttributes {
  const arch = values.get(RISCV.arch);
  return typeof arch === 'string' ? { architecture: arch } : {};
}

function readAttributes(content: Uint8Array, start: number, isArm: boolean): Values {
  const values = new Map<number, number | string>();
  let at = start;
  for (let count = 0; at < content.length && count < MAX_ATTRIBUTES; count++) {
    const tag = readUleb(content, at);
    if (tag === undefined) return values;
    const value = isText(tag.value, isArm) ? readText(content, tag.next) : readUleb(content, tag.next);
    if (value === undefined) return values;
    values.set(tag.value, value.value);
    // Tag_compatibility (32) of Arm carries a number and a string.
    at = isArm && tag.value === 32 ? (readText(content, value.next)?.next ?? content.length) : value.next;
  }
  return values;
}

/** Arm: CPU_raw_name and CPU_name, and odd tags above 32. RISC-V: odd tags. */
function isText(tag: number, isArm: boolean): boolean {
  return isArm ? tag === 4 || tag === 5 || (tag > 32 && tag % 2 === 1) : tag % 2 === 1;
}

function readUleb(content: Uint8Array, start: number): { readonly value: number; readonly next: number } | undefined {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = content[start + index];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: start + index + 1 };
  }
  return undefined;
}

function readText(content: Uint8Array, start: number): { readonly value: string; readonly next: number } | undefined {
  const end = content.subarray(start, start + MAX_TEXT).indexOf(0);
  if (end < 0) return undefined;
  return { value: new TextDecoder('latin1').decode(content.subarray(start, start + end)), next: start + end + 1 };
}
