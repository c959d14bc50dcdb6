/* What a board gives the program: a line to the host, a counter, the bounds of the stack. One file of each form (zephyr, esp-idf, pico-sdk,
 * mps2-an385) has these functions; everything else is the same on all of them. */
#ifndef PQR_PORT_H
#define PQR_PORT_H

#include <stddef.h>
#include <stdint.h>

/** As the log names it: a target of `pqready list targets`, or any name. */
const char *port_board(void);
/** Clock of the core in hertz; 0 where it is not known. */
uint32_t port_clock_hz(void);
/** "cycles" where port_ticks counts those of the core, else "us". */
const char *port_unit(void);
/** Counts up and wraps at 2^32. */
uint32_t port_ticks(void);
/** Lowest address of the stack that the program runs on; NULL where it is not known: then no stack is printed. */
uint8_t *port_stack_low(void);
void port_write(const char *text, size_t length);
/** The next character from the host; waits for it. */
char port_read(void);

/** Benchmarks, then answers requests of `pqready pqc conform` for ever; called by the port once it is ready. */
void pqr_board(void);

#endif
