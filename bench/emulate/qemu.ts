// QEMU as the judge: its boards, how a driver is assembled and run there, and whether the tools are present at all.
// Debian packages: qemu-system-arm, qemu-system-misc, gcc-arm-none-eabi, gcc-riscv64-unknown-elf.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmulatedIsa } from '../../src/emulate/isa.ts';

/** How an instruction set is assembled and where it runs. QEMU has no board with a Cortex-M0 and enough memory: a Cortex-M3 does Armv6-M's. */
export interface Bench {
  readonly isa: EmulatedIsa;
  readonly compiler: string;
  readonly flags: readonly string[];
  readonly emulator: string;
  readonly board: readonly string[];
}

const RISCV = { compiler: 'riscv64-unknown-elf-gcc', emulator: 'qemu-system-riscv32', board: ['-M', 'virt', '-bios', 'none'] } as const;
const ARM = { compiler: 'arm-none-eabi-gcc', emulator: 'qemu-system-arm' } as const;

/** One row per instruction set that is compared. */
export const BENCHES: readonly Bench[] = [
  { isa: 'armv6-m', ...ARM, flags: ['-mcpu=cortex-m0plus', '-mthumb'], board: ['-M', 'mps2-an385'] },
  { isa: 'armv7-m', ...ARM, flags: ['-mcpu=cortex-m3', '-mthumb'], board: ['-M', 'mps2-an385'] },
  { isa: 'armv7e-m', ...ARM, flags: ['-mcpu=cortex-m4', '-mthumb'], board: ['-M', 'mps2-an386'] },
  { isa: 'rv32imc', ...RISCV, flags: ['-march=rv32imc', '-mabi=ilp32'] },
];

/** The row of an instruction set. */
export function benchOf(isa: EmulatedIsa): Bench {
  const found = BENCHES.find((each) => each.isa === isa);
  if (found === undefined) throw new Error(`${isa} is not compared with QEMU`);
  return found;
}

/** Tools that a comparison needs and that are not here. */
export function missingTools(benches: readonly Bench[] = BENCHES): readonly string[] {
  const tools = new Set(benches.flatMap(({ compiler, emulator }) => [compiler, emulator]));
  return [...tools].filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
}

/** Translates and links a program for fixed addresses; answers the path of the ELF file. */
export function build(
  bench: Bench,
  source: { readonly path: string; readonly flags?: readonly string[]; readonly others?: readonly string[] },
  out: string,
): string {
  const text = bench.isa === 'rv32imc' ? '0x80000000' : '0x0';
  const link = ['-nostdlib', '-nostartfiles', '-ffreestanding', `-Wl,--nmagic,-Ttext=${text},--entry=start,--build-id=none`];
  run(bench.compiler, [...bench.flags, ...(source.flags ?? []), ...link, source.path, ...(source.others ?? []), '-o', out, '-lgcc']);
  return out;
}

/** Bytes for an address of the board. */
export interface Blob {
  readonly name: string;
  readonly address: number;
  readonly bytes: Uint8Array;
}

/** Runs a driver in a folder until it ends itself; answers the file that it wrote. */
export function runOnQemu(
  bench: Bench,
  elf: string,
  { folder, blobs }: { readonly folder: string; readonly blobs: readonly Blob[] },
): Uint8Array {
  for (const blob of blobs) writeFileSync(join(folder, blob.name), blob.bytes);
  const devices = blobs.flatMap(({ name, address }) => ['-device', `loader,file=${name},addr=0x${address.toString(16)},force-raw=on`]);
  const plain = ['-display', 'none', '-serial', 'none', '-monitor', 'none', '-semihosting-config', 'enable=on,target=native'];
  run(bench.emulator, [...bench.board, ...plain, '-kernel', elf, ...devices], folder);
  return readFileSync(join(folder, 'results.bin'));
}

/** Runs a tool; its last words are the error. */
export function run(tool: string, args: readonly string[], cwd?: string): string {
  const done = spawnSync(tool, args, { encoding: 'utf8', timeout: 1_200_000, maxBuffer: 1 << 28, ...(cwd === undefined ? {} : { cwd }) });
  if (done.error !== undefined) throw new Error(`${tool}: ${done.error.message}`);
  if (done.status !== 0) throw new Error(`${tool} ended with ${done.status ?? done.signal}: ${done.stderr.slice(-2000)}`);
  return done.stdout;
}
