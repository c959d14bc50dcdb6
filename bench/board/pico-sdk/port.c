/* Pico SDK: USB for the line; core 1, whose stack may be as large as is needed, does the work. */
#include <hardware/clocks.h>
#include <pico/multicore.h>
#include <pico/stdlib.h>
#include <stdio.h>

#include "config.h"
#include "program/cycles.h"
#include "program/port.h"

static uint32_t stack[PQR_STACK_BYTES / sizeof(uint32_t)];
static int has_cycles;

const char *port_board(void) { return PQR_BOARD; }
uint32_t port_clock_hz(void) { return clock_get_hz(clk_sys); }
const char *port_unit(void) { return has_cycles ? "cycles" : "us"; }
uint32_t port_ticks(void) { return has_cycles ? cycles() : time_us_32(); }
uint8_t *port_stack_low(void) { return (uint8_t *)stack; }
void port_write(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) putchar_raw(text[i]);
}
char port_read(void) { return (char)getchar(); }

static void run(void) {
  has_cycles = cycles_start(); /* each core has its own counter */
  pqr_board();
}

int main(void) {
  stdio_init_all();
  while (!stdio_usb_connected()) sleep_ms(50);
  multicore_launch_core1_with_stack(run, stack, sizeof stack);
  for (;;) tight_loop_contents();
}
