/* QEMU's mps2-an385: the CMSDK UART 0 (Arm DDI 0479 §4.3) and SysTick. Time is QEMU's own: with `-icount shift=0` one instruction is one nanosecond, so
 * the figures are no board's, and the name of the board is none that pqready knows. */
#include "program/port.h"

#define UART ((volatile uint32_t *)0x40004000) /* DATA, STATE, CTRL, INTSTATUS, BAUDDIV */
#define SYSTICK ((volatile uint32_t *)0xe000e010) /* control, reload, current */
enum { TX_FULL = 1, RX_FULL = 2, ENABLE = 3, MHZ = 25 };

extern uint32_t bss_from[], bss_to[];
extern uint8_t stack_low[], stack_top[];

static volatile uint32_t overflows;

const char *port_board(void) { return "qemu-mps2-an385"; }
uint32_t port_clock_hz(void) { return 0; }
const char *port_unit(void) { return "us"; }
/* A timer of 24 bits that counts down; its overflows are counted by its interrupt. */
uint32_t port_ticks(void) {
  for (;;) {
    const uint32_t before = overflows;
    const uint32_t ticks = 0xffffff - SYSTICK[2];
    if (before == overflows) return (uint32_t)((((uint64_t)before << 24) + ticks) / MHZ) + 1;
  }
}
uint8_t *port_stack_low(void) { return stack_low; }
void port_write(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    while ((UART[1] & TX_FULL) != 0) {
    }
    UART[0] = (uint8_t)text[i];
  }
}
char port_read(void) {
  while ((UART[1] & RX_FULL) == 0) {
  }
  return (char)UART[0];
}

static void on_tick(void) { overflows++; }
static void on_fault(void) {
  port_write("\nwrong fault\n", 13);
  for (;;) {
  }
}

void start(void) {
  for (uint32_t *at = bss_from; at < bss_to; at++) *at = 0;
  UART[4] = 16;
  UART[2] = ENABLE;
  SYSTICK[1] = 0xffffff;
  SYSTICK[2] = 0;
  SYSTICK[0] = 7; /* the core's clock, interrupt, on */
  pqr_board();
}

/* Armv7-M ARM B1.5.3: the stack, then reset, the faults, and at 15 SysTick. */
__attribute__((section(".vectors"), used)) static void (*const vectors[16])(void) = {
  (void (*)(void))stack_top, start, on_fault, on_fault, on_fault, on_fault, on_fault, 0, 0, 0, 0, on_fault, on_fault, 0, on_fault, on_tick,
};
