#ifndef PQR_DRIVER_H
#define PQR_DRIVER_H
#include <stddef.h>
enum { PQR_LINE_BYTES = 16384 };
/** Answers one request of `pqready pqc conform`, protocol 1 of docs/conform.md. The line is ended by 0 and is overwritten. */
void pqr_answer(char *line, size_t length);
#endif
