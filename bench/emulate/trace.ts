// Exact instruction counts of QEMU: one translated instruction at a time (`-singlestep`), each execution logged with its address
// (`-d exec,nochain`). Counted are the lines from the entry of a function up to its return.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, run } from './qemu.ts';

const LINE = /^Trace \d+: 0x[0-9a-f]+ \[[0-9a-f]+\/([0-9a-f]+)\//gm;

/** Start-up that loads two words as arguments, calls one function and ends the program. `after` is where the function returns to. */
export function startUp(bench: Bench, call: { readonly symbol: string; readonly args: readonly [number, number] }): string {
  const { symbol, args } = call;
  if (bench.isa === 'rv32imc') {
    const semihost = '.option push\n.option norvc\n.balign 16\nslli x0, x0, 0x1f\nebreak\nsrai x0, x0, 7\n.option pop';
    return `.option norelax\n.global start, after\nstart:\nli sp, 0x80040000\nli a0, ${args[0]}\nli a1, ${args[1]}\ncall ${symbol}\nafter:\nli a0, 0x18\nli a1, 0x20026\n${semihost}\nhang: j hang\n`;
  }
  return `.syntax unified\n.thumb\n.global start, after\n.word 0x20020000, start + 1\n.space 56\n.thumb_func\nstart:\nldr r0, =${args[0]}\nldr r1, =${args[1]}\nbl ${symbol}\nafter:\nmovs r0, #0x18\nldr r1, =0x20026\nbkpt 0xab\nhang: b hang\n`;
}

/** Addresses of the instructions that QEMU executed from `from` up to the next one at `to`. Only for short programs: the log is text. */
export function traceOnQemu(
  bench: Bench,
  elf: string,
  place: { readonly folder: string; readonly from: number; readonly to: number },
): readonly number[] {
  const { folder, from, to } = place;
  const plain = ['-display', 'none', '-serial', 'none', '-monitor', 'none', '-semihosting-config', 'enable=on,target=native'];
  const log = join(folder, 'trace.log');
  run(bench.emulator, [...bench.board, ...plain, '-singlestep', '-d', 'exec,nochain', '-D', log, '-kernel', elf], folder);
  const addresses = [...readFileSync(log, 'latin1').matchAll(LINE)].map((match) => Number.parseInt(match[1] ?? '', 16));
  rmSync(log);
  const start = addresses.indexOf(from);
  const end = addresses.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error('the trace has no such call');
  return addresses.slice(start, end);
}
