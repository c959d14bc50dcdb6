// One program of all kernels for one core, built from the objects of bench/kernels/build, and its instructions between marks: in our
// interpreter, and in QEMU from the blocks that it translates and runs (`-d in_asm,exec,nochain`: a block runs to its end, so the sum of
// the lengths of the blocks that ran is the exact count).

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readElfImage } from '../../src/emulate/image.ts';
import { Machine } from '../../src/emulate/machine.ts';
import type { Region } from '../../src/emulate/memory.ts';
import { type Bench, run } from './qemu.ts';

/** Which kernels take part: the bits of `groups` in kernels.c. */
export const KERNEL_GROUPS = {
  mlkem512: 1,
  mlkemLarger: 2,
  mldsa44: 4,
  mldsaLarger: 8,
  symmetric: 16,
  curves: 32,
  signatures: 64,
} as const;

/** A signature for a kernel that only verifies. */
export interface SignedText {
  /** `pqr_slhdsa_sha2_128s_verify` */
  readonly kernel: string;
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly message: Uint8Array;
  readonly context: Uint8Array;
}

/** A linked program. */
export interface KernelProgram {
  readonly bench: Bench;
  readonly elf: string;
}

/** Instructions from one mark to the next, the mark's own among them. */
export interface Counted {
  readonly name: string;
  readonly instructions: number;
}

const OBJECTS = 'bench/kernels/build';
const PROGRAM = 'bench/emulate/kernels.c';
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['armv6-m', 'v6m'],
  ['armv7-m', 'v7m'],
  ['armv7e-m', 'v7em'],
  ['rv32imc', 'rv32imc'],
]);
const NAME_BYTES = 64;

/** Folder of the objects of a build, undefined where `make -C bench/kernels` has not been run. */
export function findObjects(bench: Bench, build: 'fast' | 'small'): string | undefined {
  const folder = join(OBJECTS, `${FOLDERS.get(bench.isa)}-${build}`);
  return existsSync(folder) ? folder : undefined;
}

/** Compiles and links. `groups` is a sum of `KERNEL_GROUPS`. */
export function linkProgram(
  bench: Bench,
  parts: { readonly objects: string; readonly groups: number; readonly signatures: readonly SignedText[]; readonly folder: string },
): KernelProgram {
  const { objects, groups, signatures, folder } = parts;
  const files = readdirSync(objects).filter((name) => name.endsWith('.o'));
  writeFileSync(join(folder, 'start.S'), startUp(bench, groups));
  writeFileSync(join(folder, 'data.h'), toHeader(signatures));
  const elf = join(folder, 'kernels.elf');
  const [text, data, buffer] = bench.isa === 'rv32imc' ? ['80000000', '80300000', '80280000'] : ['0', '20000000', '20040000'];
  const link = [
    '-nostdlib',
    '-nostartfiles',
    '-ffreestanding',
    `-Wl,--nmagic,-Ttext=0x${text},-Tbss=0x${data},--entry=start,--build-id=none`,
  ];
  const options = ['-O1', `-DBUFFER=0x${buffer}`, `-I${folder}`];
  const sources = [join(folder, 'start.S'), PROGRAM, ...files.map((name) => join(objects, name))];
  run(bench.compiler, [...bench.flags, ...options, ...link, ...sources, '-o', elf, '-lgcc']);
  return { bench, elf };
}

/** Counts in our interpreter; throws where a kernel's answer was wrong. */
export function countHere({ bench, elf }: KernelProgram): readonly Counted[] {
  const machine = new Machine({ isa: bench.isa, regions: regionsOf(bench) });
  machine.load(readElfImage(readFileSync(elf), bench.isa));
  const argument = bench.isa === 'rv32imc' ? 10 : 0;
  const counted: Counted[] = [];
  if (bench.isa !== 'rv32imc') machine.resetFromVectors(0);
  let { end } = machine.runTo(['mark'], { budget: 1e10 });
  while (end === 'reached') {
    const name = nameAt(machine, machine.register(argument));
    const next = machine.runTo(['mark'], { budget: 1e10 });
    if (name !== '') counted.push({ name, instructions: next.instructions });
    end = next.end;
  }
  if (machine.exitedNormally !== true) throw new Error(`${bench.isa}: a kernel gave a wrong answer`);
  return counted;
}

/** Instructions between marks on QEMU, one for each pair of marks. */
export function countOnQemu({ bench, elf }: KernelProgram, mark: number): readonly number[] {
  const plain = '-display none -serial none -monitor none -semihosting-config enable=on,target=native';
  const log = '-d in_asm,exec,nochain -D /proc/self/fd/3';
  const command = `{ ${bench.emulator} ${bench.board.join(' ')} ${plain} ${log} -kernel ${elf} 3>&1 >/dev/null 2>&4 | awk '${SUM}' mark=${mark.toString(16).padStart(8, '0')}; } 4>&2`;
  const totals = run('sh', ['-c', command]).trim().split('\n').map(Number);
  return totals.slice(1).flatMap((total, index) => (index % 2 === 0 ? [total - (totals[index] ?? 0)] : []));
}

/**
 * A block’s length is the number of its lines behind `IN:`; each `Trace` line is one run of the block at its address, unless QEMU says that it
 * stopped before it. Addresses are compared as text: `58e0` would be a number to awk.
 */
const SUM = `
/^IN:/ { listing = 1; first = ""; next }
/^0x/ && listing { if (first == "") first = substr($1, 3, length($1) - 3); if (!(first in fresh)) { fresh[first] = 1; size[first] = 0 } size[first]++; next }
/^Trace/ { if (listing) { listing = 0; delete fresh } split($4, part, "/"); at = part[2]; if (!(at in size)) { print "unknown block " at; exit 1 } if (at == mark "") printf "%.0f\\n", total; total += size[at] }
/^Stopped/ { total -= size[at] }`;

/** Address of the mark. */
export function markOf({ bench, elf }: KernelProgram): number {
  const found = readElfImage(readFileSync(elf), bench.isa).symbols.get('mark')?.[0];
  if (found === undefined) throw new Error('the program has no mark');
  return found.address;
}

function regionsOf(bench: Bench): readonly Region[] {
  if (bench.isa === 'rv32imc') return [{ base: 0x8000_0000, bytes: 1 << 22, writable: true }];
  return [
    { base: 0x2000_0000, bytes: 1 << 19, writable: true },
    { base: 0, bytes: 1 << 21, writable: false },
  ];
}

function nameAt(machine: Machine, address: number): string {
  const bytes = machine.read(address, NAME_BYTES);
  return String.fromCharCode(...bytes.subarray(0, bytes.indexOf(0)));
}

/** Ends with SYS_EXIT: a normal end where `run` answered 0. Stacks of 192 KB and more. */
function startUp(bench: Bench, groups: number): string {
  if (bench.isa === 'rv32imc') {
    const semihost = '.option push\n.option norvc\n.balign 16\nslli x0, x0, 0x1f\nebreak\nsrai x0, x0, 7\n.option pop';
    return `.option norelax\n.global start, mark\nstart:\nla gp, __global_pointer$\nli sp, 0x80280000\nli a0, ${groups}\ncall run\nli a1, 0x20026\nadd a1, a1, a0\nli a0, 0x18\n${semihost}\nhang: j hang\n.balign 4\nmark: ret\n`;
  }
  return `.syntax unified\n.thumb\n.global start, mark\n.word 0x20040000, start + 1\n.space 56\n.thumb_func\nstart:\nldr r0, =${groups}\nbl run\nldr r1, =0x20026\nadds r1, r1, r0\nmovs r0, #0x18\nbkpt 0xab\nhang: b hang\n.pool\n.balign 4\n.thumb_func\nmark: bx lr\n`;
}

function toHeader(signatures: readonly SignedText[]): string {
  const bytes: number[] = [];
  const place = (part: Uint8Array): string => {
    const at = bytes.length;
    for (const byte of part) bytes.push(byte);
    return `${at}, ${part.length}`;
  };
  const rows = signatures.map(({ kernel, name, publicKey, signature, message, context }) => {
    const [pk = ''] = place(publicKey).split(',');
    return `ROW(${kernel}, "${name}", ${pk}, ${place(signature)}, ${place(message)}, ${place(context)})`;
  });
  return `static const uint8_t signed_bytes[] = {${bytes.length === 0 ? '0' : bytes.join(',')}};\n#define SIGNATURES ${rows.join(' ')}\n`;
}
