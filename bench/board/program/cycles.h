/* The cycle counter of Cortex-M3 and later: DWT_CYCCNT (Armv7-M ARM C1.8, Armv8-M ARM B14), where the chip has it. */
#ifndef PQR_CYCLES_H
#define PQR_CYCLES_H

#include <stdint.h>

#if defined(__ARM_ARCH_7M__) || defined(__ARM_ARCH_7EM__) || defined(__ARM_ARCH_8M_MAIN__) || defined(__ARM_ARCH_8_1M_MAIN__)
#define PQR_DEMCR ((volatile uint32_t *)0xe000edfc)
#define PQR_DWT_CTRL ((volatile uint32_t *)0xe0001000)
#define PQR_DWT_CYCCNT ((volatile uint32_t *)0xe0001004)
static inline uint32_t cycles(void) { return *PQR_DWT_CYCCNT; }
/** 0 where there is no counter, or a debugger's lock keeps it still. */
static inline int cycles_start(void) {
  *PQR_DEMCR |= 1u << 24; /* TRCENA */
  *PQR_DWT_CTRL |= 1;     /* CYCCNTENA */
  const uint32_t before = cycles();
  for (volatile int i = 0; i < 100; i++) {
  }
  return cycles() != before;
}
#else
static inline uint32_t cycles(void) { return 0; }
static inline int cycles_start(void) { return 0; }
#endif

#endif
