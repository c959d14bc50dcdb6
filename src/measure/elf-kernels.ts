// A user's own build behind the entry points of our kernels, so that it is counted and checked as they are. Its functions are those of the API
// that reference code shares (keypair, enc, dec, signature, verify: docs/bench-elf.md has the argument order), its randomness comes from here.

import { findSymbol, type Image, readElfImage } from '../emulate/image.ts';
import { type EmulatedIsa, ISA_FEATURES } from '../emulate/isa.ts';
import { type CallResult, Machine, type Span } from '../emulate/machine.ts';
import type { Region } from '../emulate/memory.ts';
import { EmulationError } from '../emulate/trap.ts';
import { type InstructionClasses, toInstructionClasses } from '../model/instruction-classes.ts';
import type { Operation } from '../model/measurement.ts';
import type { EmulatedKernels } from './kernel-emulated.ts';
import { type Argument, type KernelMessage, layOut } from './kernel-image.ts';

/** What is measured of a build: function names by operation, and the function that gives it random bytes. */
export interface ElfContract {
  readonly isa: EmulatedIsa;
  readonly symbols: ReadonlyMap<Operation, string>;
  /** `void random(uint8_t *out, size_t length)`, or one that returns 0 */
  readonly random: string;
  /** instructions after which a call is given up */
  readonly budget: number;
}

const PAGE = 0x1000;
/** Room behind what is loaded in RAM, for a heap */
const HEAP_BYTES = 0x10000;
/** Stack and buffers, away from the program's own memory: its addresses are no chip's code, RAM or peripherals. */
const OWN: Region = { base: 0xb000_0000, bytes: 0x100000, writable: true };

/** Functions of a build that do nothing: where it calls both, what runs between them is counted and the rest of the operation is not. */
export const MARKERS: { readonly begin: string; readonly end: string } = { begin: 'pqr_mark_begin', end: 'pqr_mark_end' };

/** A build whose every call is counted. */
export interface ElfKernels extends EmulatedKernels {
  /** operations that were counted between the markers alone */
  readonly marked: ReadonlySet<Operation>;
}

/** Opens a build. Throws `EmulationError`: a broken file, another instruction set, a symbol that is not there. */
export function openElf(bytes: Uint8Array, contract: ElfContract): ElfKernels {
  const image = readElfImage(bytes, contract.isa);
  for (const symbol of contract.symbols.values()) findSymbol(image.symbols, symbol);
  const machine = new Machine({ isa: contract.isa, regions: [OWN, ...regionsOf(image)] });
  machine.load(image);
  const random = startQueue();
  if (image.symbols.has(contract.random)) machine.stub(contract.random, random.give);
  const markers = watchMarkers(image, machine);
  const call = (operation: Operation, args: readonly Argument[]): ReturnType<EmulatedKernels['call']> => {
    const symbol = contract.symbols.get(operation);
    if (symbol === undefined) throw new EmulationError('unknown-symbol', `no symbol was named for ${operation}`);
    const { order, randomness } = toApi(operation, args);
    random.refill(randomness);
    markers.reset();
    const space = { base: OWN.base, write: (address: number, data: Uint8Array) => machine.write(address, data) };
    const frame = layOut(space, args);
    const counts = machine.call(symbol, order(frame.values, machine, frame.end), { stackFloor: frame.end + PAGE, budget: contract.budget });
    random.checkUsed(symbol);
    const outputs = frame.outputs.map(([at, length]) => machine.read(at, length));
    const { result } = toResult(operation, counts);
    // A signature that is refused may be so before the marked part.
    const isRefusal = operation === 'verify' && result !== 0;
    return { result, outputs, counts: isRefusal ? counts : markers.narrow(operation, counts) };
  };
  return {
    tellsPath: false,
    names: [...contract.symbols.values()],
    call: (name, ...args) => call(operationIn(name), args),
    takeClasses: () => {
      const all = machine.takeClasses();
      return markers.classes() ?? all;
    },
    marked: markers.marked,
  };
}

/** What ran between the markers of one call, and which operations come to them. */
interface Markers {
  readonly marked: ReadonlySet<Operation>;
  /** before each call */
  readonly reset: () => void;
  /** the counts between the markers, or those of the whole call where it came to none */
  readonly narrow: (operation: Operation, whole: CallResult) => CallResult;
  /** between the markers of the last call; undefined where it came to none */
  readonly classes: () => InstructionClasses | undefined;
}

function watchMarkers({ symbols }: Image, machine: Machine): Markers {
  const [marked, whole] = [new Set<Operation>(), new Set<Operation>()];
  let spans: Span[] = [];
  if (symbols.has(MARKERS.begin) !== symbols.has(MARKERS.end))
    throw new EmulationError('unknown-symbol', `expected both ${MARKERS.begin} and ${MARKERS.end}, or neither`);
  if (symbols.has(MARKERS.begin)) {
    machine.stub(MARKERS.begin, () => {
      machine.beginSpan();
      return 0;
    });
    machine.stub(MARKERS.end, () => {
      spans.push(machine.endSpan());
      return 0;
    });
  }
  return {
    marked,
    reset: () => {
      spans = [];
    },
    narrow: (operation, counts) => {
      (spans.length > 0 ? marked : whole).add(operation);
      if (marked.has(operation) && whole.has(operation))
        throw new EmulationError('bad-argument', `${operation} came to its markers for some inputs and not for others`);
      if (spans.length === 0) return counts;
      const instructions = spans.reduce((sum, each) => sum + each.instructions, 0);
      return { ...counts, instructions, stackBytes: Math.max(...spans.map(({ stackBytes }) => stackBytes)) };
    },
    classes: () =>
      spans.length === 0 ? undefined : toInstructionClasses((name) => spans.reduce((sum, { classes }) => sum + classes[name], 0)),
  };
}

/** Random bytes for one call, in the order that the standard draws them. */
interface RandomQueue {
  readonly refill: (bytes: Uint8Array) => void;
  /** stands in for the program's random function */
  readonly give: (machine: Machine) => number;
  readonly checkUsed: (symbol: string) => void;
}

function startQueue(): RandomQueue {
  let left: Uint8Array = new Uint8Array();
  return {
    refill: (bytes) => {
      left = bytes;
    },
    give: (machine) => {
      const [address, length] = [machine.argument(0), machine.argument(1)];
      if (length > left.length)
        throw new EmulationError('bad-argument', `${length} random bytes were asked for, the standard draws ${left.length} more`);
      machine.write(address, left.subarray(0, length));
      left = left.subarray(length);
      return 0;
    },
    checkUsed: (symbol) => {
      if (left.length > 0)
        throw new EmulationError('bad-argument', `${symbol} left ${left.length} random bytes: is --random the function that it calls?`);
    },
  };
}

interface ApiCall {
  /** from the addresses of our kernels' arguments to the arguments of the build's function */
  readonly order: (values: readonly number[], machine: Machine, free: number) => readonly number[];
  readonly randomness: Uint8Array;
}

/** Our kernels take seeds and a message struct; the API draws the seeds and takes message and length. */
function toApi(operation: Operation, args: readonly Argument[]): ApiCall {
  const at = (values: readonly number[], index: number): number => values[index] ?? 0;
  switch (operation) {
    case 'keygen':
      return { randomness: bytesIn(args[2]), order: (values) => [at(values, 0), at(values, 1)] };
    case 'encaps':
      return { randomness: bytesIn(args[3]), order: (values) => [at(values, 0), at(values, 1), at(values, 2)] };
    case 'decaps':
      return { randomness: new Uint8Array(), order: (values) => [at(values, 0), at(values, 2), at(values, 1)] };
    case 'sign':
      return {
        randomness: bytesIn(args[2]),
        order: (values, machine, free) => [at(values, 0), free, ...placeMessage(args[3], machine, free + 16), at(values, 1)],
      };
    case 'verify':
      return {
        randomness: new Uint8Array(),
        order: (values, machine, free) => [at(values, 1), at(values, 2), ...placeMessage(args[3], machine, free + 16), at(values, 0)],
      };
    default:
      throw new EmulationError('bad-argument', `${operation} cannot be measured in a build`);
  }
}

function bytesIn(argument: Argument | undefined): Uint8Array {
  return argument instanceof Uint8Array ? argument : new Uint8Array();
}

/** Address and length of a message behind the other arguments. */
function placeMessage(argument: Argument | undefined, machine: Machine, address: number): readonly number[] {
  const message = isMessage(argument) ? argument.message : new Uint8Array();
  machine.write(address, message);
  return [address, message.length];
}

function isMessage(argument: Argument | undefined): argument is KernelMessage {
  return typeof argument === 'object' && 'message' in argument;
}

/** 0 is good; whatever else verification returns is a refusal. */
function toResult(operation: Operation, { returnValue }: CallResult): { readonly result: number } {
  return { result: operation === 'verify' && returnValue !== 0 ? -1 : returnValue | 0 };
}

function operationIn(name: string): Operation {
  const found = (['keygen', 'encaps', 'decaps', 'sign', 'verify'] as const).find((each) => name.endsWith(`_${each}`));
  if (found === undefined) throw new EmulationError('bad-argument', `${name} is no operation`);
  return found;
}

/** What is loaded, page by page, with room for a heap behind what the program may write. */
function regionsOf({ segments }: Image): readonly Region[] {
  const wanted = segments.flatMap(({ address, loadAddress, bytes, memoryBytes }) => [
    { from: address, to: address + memoryBytes + (memoryBytes > bytes.length || loadAddress !== address ? HEAP_BYTES : 0) },
    { from: loadAddress, to: loadAddress + bytes.length },
  ]);
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of wanted.map(toPages).sort((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) merged.push({ from, to });
  }
  return merged.map(({ from, to }) => ({ base: from, bytes: to - from, writable: true }));
}

function toPages({ from, to }: { readonly from: number; readonly to: number }): { readonly from: number; readonly to: number } {
  return { from: Math.floor(from / PAGE) * PAGE, to: Math.min(Math.ceil(to / PAGE) * PAGE, 2 ** 32 - PAGE) };
}

/** The interpreted instruction set of a target; undefined where there is none. RV32IMAC runs as RV32IMC: an atomic instruction is a trap. */
export function findEmulatedIsa(isa: string): EmulatedIsa | undefined {
  const name = isa === 'rv32imac' ? 'rv32imc' : isa;
  return isEmulated(name) ? name : undefined;
}

function isEmulated(isa: string): isa is EmulatedIsa {
  return Object.hasOwn(ISA_FEATURES, isa);
}
