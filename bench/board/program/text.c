#include "text.h"

#include "port.h"

size_t text_length(const char *text) {
  size_t length = 0;
  while (text[length] != 0) length++;
  return length;
}

int text_equal(const char *a, const char *b, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (a[i] != b[i]) return 0;
  return 1;
}

void put(const char *text) { port_write(text, text_length(text)); }

void put_number(uint32_t value) {
  char digits[10];
  size_t at = sizeof digits;
  do digits[--at] = (char)('0' + value % 10);
  while ((value /= 10) != 0);
  port_write(digits + at, sizeof digits - at);
}

void put_hex(const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    const char pair[2] = {"0123456789abcdef"[bytes[i] >> 4], "0123456789abcdef"[bytes[i] & 15]};
    port_write(pair, 2);
  }
}
