#ifndef PQR_BENCH_H
#define PQR_BENCH_H
/** Prints the log of every operation and of the probes. */
void pqr_bench(void);
#endif
