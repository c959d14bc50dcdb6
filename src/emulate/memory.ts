// The memory of an emulated chip: a few regions in one buffer, RAM first, so that the run loops reach RAM with one comparison and
// everything else through the methods here. Little endian, as all the cores are.

import { EmulationError, toHex } from './trap.ts';

/** A range of addresses. Exactly one region is the RAM that holds the stack: the first writable one. */
export interface Region {
  readonly base: number;
  readonly bytes: number;
  readonly writable: boolean;
}

/** A region and its place in the buffer. */
export interface PlacedRegion extends Region {
  readonly offset: number;
}

/** Between two regions of the buffer; its slots never hold an instruction. */
export const GUARD_BYTES = 16;
const MAX_BYTES = 64 * 1024 * 1024;

/** Bounded memory. Addresses are numbers of either sign; 32 bits of them count. */
export class Memory {
  readonly regions: readonly PlacedRegion[];
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly i32: Int32Array;
  readonly ramBase: number;
  readonly ramBytes: number;
  /** words and halfwords may lie on any address (LDR, STR, LDRH, STRH of Armv7-M) */
  readonly unaligned: boolean;

  constructor(regions: readonly Region[], unaligned: boolean) {
    this.regions = placeRegions(regions);
    const last = this.regions[this.regions.length - 1];
    const buffer = new ArrayBuffer(last === undefined ? GUARD_BYTES : last.offset + last.bytes + GUARD_BYTES);
    this.u8 = new Uint8Array(buffer);
    this.u16 = new Uint16Array(buffer);
    this.i32 = new Int32Array(buffer);
    this.unaligned = unaligned;
    const ram = this.regions[0];
    this.ramBase = ram?.base ?? 0;
    this.ramBytes = ram?.bytes ?? 0;
  }

  /** Offset in the buffer of `size` bytes at an address, or -1. */
  find(address: number, size: number): number {
    for (const region of this.regions) {
      const inside = (address - region.base) >>> 0;
      if (inside < region.bytes && inside + size <= region.bytes) return region.offset + inside;
    }
    return -1;
  }

  /** Address of an offset in the buffer; behind a region, the first address after it. */
  addressOf(offset: number): number {
    const region = this.regions.findLast((each) => each.offset <= offset);
    return region === undefined ? 0 : (region.base + offset - region.offset) >>> 0;
  }

  /** 8, 16 or 32 bits without sign, aligned or not as the core allows. */
  load(address: number, size: 1 | 2 | 4): number {
    const offset = this.#place(address, size, false);
    const { u8 } = this;
    if (size === 1) return u8[offset] ?? 0;
    const low = (u8[offset] ?? 0) | ((u8[offset + 1] ?? 0) << 8);
    return size === 2 ? low : low | ((u8[offset + 2] ?? 0) << 16) | ((u8[offset + 3] ?? 0) << 24);
  }

  /** The counterpart; answers the offset in the buffer. */
  store(address: number, size: 1 | 2 | 4, value: number): number {
    const offset = this.#place(address, size, true);
    for (let index = 0; index < size; index += 1) this.u8[offset + index] = value >>> (8 * index);
    return offset;
  }

  /** A copy of bytes, for the caller of the machine. */
  read(address: number, bytes: number): Uint8Array {
    return this.u8.slice(this.#range(address, bytes), this.#range(address, bytes) + bytes);
  }

  /** Writes bytes anywhere, ROM too: this is the programmer's hand, not the program's. */
  write(address: number, bytes: Uint8Array): number {
    const offset = this.#range(address, bytes.length);
    this.u8.set(bytes, offset);
    return offset;
  }

  #range(address: number, bytes: number): number {
    if (!Number.isSafeInteger(bytes) || bytes < 0) throw new EmulationError('bad-argument', `expected a length in bytes, got ${bytes}`);
    const offset = this.find(address, bytes);
    if (offset < 0)
      throw new EmulationError('unmapped-access', `${bytes} bytes at ${toHex(address)} are not memory`, { address: address >>> 0 });
    return offset;
  }

  #place(address: number, size: number, write: boolean): number {
    const place = { address: address >>> 0 };
    const verb = write ? 'store' : 'load';
    if ((address & (size - 1)) !== 0 && !this.unaligned)
      throw new EmulationError('misaligned-access', `${verb} of ${size} bytes at ${toHex(address)}`, place);
    const offset = this.find(address, size);
    if (offset < 0) throw new EmulationError('unmapped-access', `${verb} of ${size} bytes at ${toHex(address)}`, place);
    if (write && !this.#isWritable(offset)) throw new EmulationError('write-to-rom', `store of ${size} bytes at ${toHex(address)}`, place);
    return offset;
  }

  #isWritable(offset: number): boolean {
    return this.regions.findLast((each) => each.offset <= offset)?.writable ?? false;
  }
}

function placeRegions(regions: readonly Region[]): readonly PlacedRegion[] {
  const ram = regions.find((region) => region.writable);
  if (ram === undefined) throw new EmulationError('bad-argument', 'expected a writable region for the stack');
  for (const region of regions) checkRegion(region, regions);
  if (regions.reduce((sum, each) => sum + each.bytes, 0) > MAX_BYTES)
    throw new EmulationError('bad-argument', `expected at most ${MAX_BYTES} bytes of memory`);
  let offset = 0;
  return [ram, ...regions.filter((region) => region !== ram)].map((region) => {
    const placed = { ...region, offset };
    offset += region.bytes + GUARD_BYTES;
    return placed;
  });
}

function checkRegion(region: Region, all: readonly Region[]): void {
  const { base, bytes } = region;
  const whole = [base, bytes].every((value) => Number.isSafeInteger(value) && value >= 0 && value % 16 === 0);
  if (!whole || bytes === 0 || base + bytes > 2 ** 32)
    throw new EmulationError('bad-argument', `expected a region in multiples of 16 below 2^32, got ${bytes} bytes at ${base}`);
  const clash = all.find((other) => other !== region && other.base < base + bytes && base < other.base + other.bytes);
  if (clash !== undefined) throw new EmulationError('bad-argument', `regions at ${toHex(base)} and ${toHex(clash.base)} overlap`);
}
