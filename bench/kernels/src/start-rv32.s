# A program that only waits: an emulator or a debugger sets the arguments, ra = pqr_return, sp = __stack_top and pc = an entry point.
  .section .vectors, "ax"
  .global pqr_return
  .type pqr_return, %function
pqr_return:
  ebreak
  j pqr_return
  .size pqr_return, . - pqr_return
