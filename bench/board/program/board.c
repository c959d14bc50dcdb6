/* The program: the benchmark once, then a line at a time. `bench` repeats it, a line that begins with { is a request, everything else is passed over. */
#include "bench.h"
#include "driver.h"
#include "port.h"
#include "text.h"

static char line[PQR_LINE_BYTES];

static size_t read_line(void) {
  size_t length = 0;
  for (;;) {
    const char c = port_read();
    if (c == '\n') break;
    if (c != '\r' && length < sizeof line) line[length++] = c;
  }
  /* too long for the buffer: nothing of it is answered */
  if (length == sizeof line) length = 0;
  line[length] = 0;
  return length;
}

void pqr_board(void) {
  pqr_bench();
  for (;;) {
    const size_t length = read_line();
    if (line[0] == '{') pqr_answer(line, length);
    else if (length == 5 && text_equal(line, "bench", 5)) pqr_bench();
  }
}
