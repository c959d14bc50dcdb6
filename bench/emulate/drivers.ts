// The bare-metal programs that run random blocks, on QEMU and in our interpreters alike: for each block they load registers (and flags),
// jump to it, and at its end write registers, flags and the memory around the base to a table. The table is compared byte by byte.
// QEMU writes it to a file by semihosting after `finish`; our machine stops at `finish` and is read.

/** Addresses and sizes that a driver and its caller agree on. */
export interface Layout {
  readonly code: number;
  readonly codeStride: number;
  readonly states: number;
  readonly stateWords: number;
  readonly results: number;
  readonly resultWords: number;
  /** middle of the memory that blocks touch; it is also the stack */
  readonly scratch: number;
  readonly count: number;
}

const SNAPSHOT_WORDS = 72;
const BELOW_BYTES = 128;

export const THUMB_LAYOUT: Layout = {
  code: 0x10000,
  codeStride: 256,
  states: 0x20100000,
  stateWords: 16,
  results: 0x20200000,
  resultWords: 16 + SNAPSHOT_WORDS,
  scratch: 0x200f0000,
  count: 0x20000000,
};

export const RV32_LAYOUT: Layout = {
  code: 0x80010000,
  codeStride: 192,
  states: 0x80200000,
  stateWords: 32,
  results: 0x80400000,
  resultWords: 32 + SNAPSHOT_WORDS,
  scratch: 0x80180000,
  count: 0x80100000,
};

/** Assembler of the Thumb driver. A state is r0…r7, address of the block, r8…r12, APSR, spare; a result r0…r12, APSR, SP, spare, memory. */
export function thumbDriver(dsp: boolean): string {
  const { states, results, scratch, count } = THUMB_LAYOUT;
  const all = dsp ? 'apsr_nzcvqg' : 'apsr_nzcvq';
  const enableFloat = dsp ? 'ldr r0, =0xe000ed88\n ldr r1, [r0]\n ldr r2, =0x00f00000\n orr r1, r2\n str r1, [r0]\n dsb\n isb' : '';
  return `.syntax unified
.thumb
.global start, dump, finish
.word 0x20080000, start + 1
start:
 nop
boot:
 ${enableFloat}
resume:
 ldr r0, =${results}
 ldr r1, =${count + 4}
 str r0, [r1]
 ldr r0, =${states}
 str r0, [r1, #4]
next:
 ldr r1, =${count}
 ldr r0, [r1]
 subs r0, #1
 bmi finish
 str r0, [r1]
 ldr r7, [r1, #8]
 movs r0, #64
 adds r0, r7
 str r0, [r1, #8]
 ldr r6, =${scratch - 36}
 mov sp, r6
 movs r2, #36
 copy:
 subs r2, #4
 ldr r3, [r7, r2]
 str r3, [r6, r2]
 bne copy
 ldr r0, [r7, #36]
 mov r8, r0
 ldr r0, [r7, #40]
 mov r9, r0
 ldr r0, [r7, #44]
 mov r10, r0
 ldr r0, [r7, #48]
 mov r11, r0
 ldr r0, [r7, #52]
 mov r12, r0
 ldr r0, [r7, #56]
 msr ${all}, r0
 pop {r0-r7, pc}
dump:
 push {r0-r3}
 mrs r0, apsr
 ldr r1, =${count + 4}
 ldr r2, [r1]
 str r4, [r2, #16]
 str r5, [r2, #20]
 str r6, [r2, #24]
 str r7, [r2, #28]
 str r0, [r2, #52]
 mov r3, r8
 str r3, [r2, #32]
 mov r3, r9
 str r3, [r2, #36]
 mov r3, r10
 str r3, [r2, #40]
 mov r3, r11
 str r3, [r2, #44]
 mov r3, r12
 str r3, [r2, #48]
 mov r3, sp
 adds r3, #16
 str r3, [r2, #56]
 pop {r4-r7}
 str r4, [r2, #0]
 str r5, [r2, #4]
 str r6, [r2, #8]
 str r7, [r2, #12]
 adds r2, #64
 ldr r3, =${scratch - BELOW_BYTES}
 movs r4, #${SNAPSHOT_WORDS}
keep:
 ldr r5, [r3]
 str r5, [r2]
 adds r3, #4
 adds r2, #4
 subs r4, #1
 bne keep
 ldr r1, =${count + 4}
 str r2, [r1]
 b next
.ltorg
.align 2
finish:
${semihostWrite()}
.ltorg
.align 2
name_block: .word name, 4, 11
name: .asciz "results.bin"
`;
}

/** SYS_OPEN, SYS_WRITE and SYS_EXIT: QEMU's side alone. */
function semihostWrite(): string {
  const { count, results } = THUMB_LAYOUT;
  return ` ldr r1, =name_block
 movs r0, #1
 bkpt 0xab
 ldr r2, =0x20080000
 str r0, [r2]
 ldr r3, =${results}
 str r3, [r2, #4]
 ldr r1, =${count + 4}
 ldr r1, [r1]
 subs r1, r3
 str r1, [r2, #8]
 mov r1, r2
 movs r0, #5
 bkpt 0xab
 movs r0, #0x18
 ldr r1, =0x20026
 bkpt 0xab
hang: b hang`;
}

const RV32_SEMIHOST = ' .option push\n .option norvc\n .balign 16\n slli x0, x0, 0x1f\n ebreak\n srai x0, x0, 7\n .option pop';

/** Assembler of the RV32 driver. A state is the address of the block and x1…x30; a result x0…x30, spare, memory. x31 is the link. */
export function rv32Driver(): string {
  const { states, results, scratch, count } = RV32_LAYOUT;
  const registers = Array.from({ length: 30 }, (_, index) => index + 1);
  return `.option norelax
.global start, dump, finish
start:
 li x1, ${count}
 li x2, ${results}
 sw x2, 4(x1)
 li x2, ${states}
 sw x2, 8(x1)
next:
 li x1, ${count}
 lw x2, 0(x1)
 addi x2, x2, -1
 bltz x2, finish
 sw x2, 0(x1)
 lw x31, 8(x1)
 addi x2, x31, 128
 sw x2, 8(x1)
 lw x2, 0(x31)
 sw x2, 12(x1)
${registers.map((each) => ` lw x${each}, ${4 * each}(x31)`).join('\n')}
 lui x31, %hi(${count})
 lw x31, 12(x31)
 jr x31
dump:
 lui x31, %hi(${count})
 lw x31, 4(x31)
${registers.map((each) => ` sw x${each}, ${4 * each}(x31)`).join('\n')}
 sw x0, 0(x31)
 addi x31, x31, 128
 li x1, ${scratch - BELOW_BYTES}
 li x2, ${SNAPSHOT_WORDS}
keep:
 lw x3, 0(x1)
 sw x3, 0(x31)
 addi x1, x1, 4
 addi x31, x31, 4
 addi x2, x2, -1
 bnez x2, keep
 li x1, ${count}
 sw x31, 4(x1)
 j next
finish:
 la a1, name_block
 li a0, 1
${RV32_SEMIHOST}
 li t0, ${count + 64}
 sw a0, 0(t0)
 li t1, ${results}
 sw t1, 4(t0)
 li t2, ${count}
 lw t2, 4(t2)
 sub t2, t2, t1
 sw t2, 8(t0)
 mv a1, t0
 li a0, 5
${RV32_SEMIHOST}
 li a0, 0x18
 li a1, 0x20026
${RV32_SEMIHOST}
hang: j hang
.balign 4
name_block: .word name, 4, 11
name: .asciz "results.bin"
`;
}
