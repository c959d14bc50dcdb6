/* Zephyr: the console subsystem for the line, DWT where the core has it, else the kernel's clock. */
#include <sys/types.h>
#include <zephyr/console/console.h>
#include <zephyr/kernel.h>

#include "../program/cycles.h"
#include "../program/port.h"

static int has_cycles;

const char *port_board(void) { return CONFIG_BOARD; }
uint32_t port_clock_hz(void) { return 0; } /* CONFIG_SYS_CLOCK_HW_CYCLES_PER_SEC is the timer's, not always the core's */
const char *port_unit(void) { return has_cycles ? "cycles" : "us"; }
uint32_t port_ticks(void) { return has_cycles ? cycles() : (uint32_t)k_ticks_to_us_floor64((uint64_t)k_uptime_ticks()); }
uint8_t *port_stack_low(void) { return (uint8_t *)k_current_get()->stack_info.start; }
void port_write(const char *text, size_t length) {
  while (length > 0) { /* less than was asked for may be taken */
    const ssize_t taken = console_write(NULL, text, length);
    if (taken <= 0) continue;
    text += taken;
    length -= (size_t)taken;
  }
}
char port_read(void) { return (char)console_getchar(); }

int main(void) {
  console_init();
  has_cycles = cycles_start();
  pqr_board();
  return 0;
}
