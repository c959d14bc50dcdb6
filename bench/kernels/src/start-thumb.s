@ The vectors of a program that only waits: an emulator or a debugger sets the arguments, LR = pqr_return and PC = an entry point.
  .syntax unified
  .thumb
  .section .vectors, "a"
  .word __stack_top
  .word pqr_return
  .text
  .thumb_func
  .global pqr_return
  .type pqr_return, %function
pqr_return:
  bkpt 0
  b pqr_return
  .size pqr_return, . - pqr_return
