// Random blocks on QEMU and in our interpreters: registers, flags and touched memory compared at the end of each block.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readElfImage } from '../../src/emulate/image.ts';
import type { EmulatedIsa } from '../../src/emulate/isa.ts';
import { Machine } from '../../src/emulate/machine.ts';
import type { Region } from '../../src/emulate/memory.ts';
import { type Layout, RV32_LAYOUT, rv32Driver, THUMB_LAYOUT, thumbDriver } from './drivers.ts';
import { type Blob, benchOf, build, runOnQemu } from './qemu.ts';
import { likelyWord, type Random, toRandom } from './random.ts';
import { rv32Block } from './rv32-blocks.ts';
import { type Block, thumbBlock } from './thumb-blocks.ts';

/** What one start of QEMU compared. */
export interface Comparison {
  readonly blocks: number;
  readonly instructions: number;
  /** the first blocks that differ, with what differs */
  readonly differences: readonly string[];
}

const THUMB_REGIONS: readonly Region[] = [
  { base: 0, bytes: 1 << 22, writable: false },
  { base: 0x2000_0000, bytes: 1 << 22, writable: true },
];
const RV32_REGIONS: readonly Region[] = [{ base: 0x8000_0000, bytes: 1 << 23, writable: true }];
const MAX_SHOWN = 5;
const BUDGET = 1e8;

/** Compares `blocks` random blocks of a seed. `folder` takes the files of the run. */
export function compareBlocks(
  isa: EmulatedIsa,
  run: { readonly seed: number; readonly blocks: number; readonly folder: string },
): Comparison {
  const { seed, blocks: count, folder } = run;
  const bench = benchOf(isa);
  const layout = isa === 'rv32imc' ? RV32_LAYOUT : THUMB_LAYOUT;
  const source = join(folder, 'driver.S');
  writeFileSync(source, isa === 'rv32imc' ? rv32Driver() : thumbDriver(isa === 'armv7e-m'));
  const elf = build(bench, { path: source }, join(folder, 'driver.elf'));
  const machine = new Machine({ isa, regions: isa === 'rv32imc' ? RV32_REGIONS : THUMB_REGIONS });
  machine.load(readElfImage(readFileSync(elf), isa));

  const random = toRandom(seed);
  const dump = machine.addressOf('dump');
  const addresses = Array.from({ length: count }, (_, index) => layout.code + index * layout.codeStride);
  const blocks = addresses.map((address) =>
    isa === 'rv32imc' ? rv32Block(random, { address, dump }) : thumbBlock(random, isa, { address, dump }),
  );
  const blobs: readonly Blob[] = [
    { name: 'code.bin', address: layout.code, bytes: codeBytes(blocks, layout) },
    { name: 'states.bin', address: layout.states, bytes: stateBytes(random, addresses, isa) },
    { name: 'count.bin', address: layout.count, bytes: words([count]) },
  ];
  for (const blob of blobs) machine.write(blob.address, blob.bytes);
  const ours = runOurs(machine, { isa, layout, count });
  const theirs = runOnQemu(bench, elf, { folder, blobs });
  const instructions = blocks.reduce((sum, block) => sum + block.instructions, 0);
  return { blocks: count, instructions, differences: compare(ours, theirs, { blocks, layout }) };
}

function runOurs(
  machine: Machine,
  { isa, layout, count }: { readonly isa: EmulatedIsa; readonly layout: Layout; readonly count: number },
): Uint8Array {
  machine.runTo(['finish'], { budget: BUDGET, from: isa === 'rv32imc' ? 'start' : 'resume' });
  return machine.read(layout.results, count * layout.resultWords * 4);
}

function codeBytes(blocks: readonly Block[], layout: Layout): Uint8Array {
  const bytes = new Uint8Array(blocks.length * layout.codeStride);
  for (const [index, { halves }] of blocks.entries()) {
    if (halves.length * 2 > layout.codeStride) throw new Error(`a block of ${halves.length} halfwords does not fit`);
    const view = new DataView(bytes.buffer, index * layout.codeStride);
    for (const [at, half] of halves.entries()) view.setUint16(2 * at, half, true);
  }
  return bytes;
}

function stateBytes(random: Random, addresses: readonly number[], isa: EmulatedIsa): Uint8Array {
  return words(addresses.flatMap((address) => (isa === 'rv32imc' ? rv32State(random, address) : thumbState(random, address, isa))));
}

function thumbState(random: Random, address: number, isa: EmulatedIsa): readonly number[] {
  const registers = Array.from({ length: 13 }, () => likelyWord(random));
  registers[5] = random.below(4) * 4;
  registers[6] = THUMB_LAYOUT.scratch;
  const flags =
    (((random.below(32) << 27) & (isa === 'armv6-m' ? 0xf0000000 : -1)) | (isa === 'armv7e-m' ? random.below(16) << 16 : 0)) >>> 0;
  return [...registers.slice(0, 8), address | 1, ...registers.slice(8), flags, 0];
}

function rv32State(random: Random, address: number): readonly number[] {
  const registers = Array.from({ length: 32 }, () => likelyWord(random));
  registers[0] = address;
  registers[2] = RV32_LAYOUT.scratch;
  registers[8] = RV32_LAYOUT.scratch;
  return registers;
}

function words(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(4 * index, value, true);
  return bytes;
}

function compare(
  ours: Uint8Array,
  theirs: Uint8Array,
  run: { readonly blocks: readonly Block[]; readonly layout: Layout },
): readonly string[] {
  const { blocks, layout } = run;
  const bytes = layout.resultWords * 4;
  if (theirs.length !== blocks.length * bytes) return [`QEMU wrote ${theirs.length} bytes, expected ${blocks.length * bytes}`];
  const [a, b] = [new DataView(ours.buffer, ours.byteOffset), new DataView(theirs.buffer, theirs.byteOffset)];
  const found: string[] = [];
  for (const [index, block] of blocks.entries()) {
    const wrong = Array.from({ length: layout.resultWords }, (_, word) => word).filter(
      (word) => a.getUint32(index * bytes + 4 * word, true) !== b.getUint32(index * bytes + 4 * word, true),
    );
    if (wrong.length === 0) continue;
    const what = wrong.slice(0, 6).map((word) => {
      const at = index * bytes + 4 * word;
      return `word ${word}: ours ${a.getUint32(at, true).toString(16)}, QEMU ${b.getUint32(at, true).toString(16)}`;
    });
    found.push(`block ${index}: ${what.join('; ')} [${block.halves.map((half) => half.toString(16).padStart(4, '0')).join(' ')}]`);
    if (found.length >= MAX_SHOWN) break;
  }
  return found;
}
