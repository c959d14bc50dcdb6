/* Text for the host: everything that is printed goes through here. */
#ifndef PQR_TEXT_H
#define PQR_TEXT_H

#include <stddef.h>
#include <stdint.h>

void put(const char *text);
void put_number(uint32_t value);
void put_hex(const uint8_t *bytes, size_t length);
int text_equal(const char *a, const char *b, size_t length);
size_t text_length(const char *text);

#endif
