/* ESP-IDF: UART 0 for the line, the cycle counter of the core, a task with a stack of its own. */
#include <driver/uart.h>
#include <esp_cpu.h>
#include <freertos/FreeRTOS.h>
#include <freertos/task.h>
#include <sdkconfig.h>

#include "../config.h"
#include "../program/port.h"

enum { LINE_BUFFER = 2048 };

const char *port_board(void) { return CONFIG_IDF_TARGET; }
uint32_t port_clock_hz(void) { return CONFIG_ESP_DEFAULT_CPU_FREQ_MHZ * 1000000u; }
const char *port_unit(void) { return "cycles"; }
uint32_t port_ticks(void) { return (uint32_t)esp_cpu_get_cycle_count(); }
uint8_t *port_stack_low(void) { return (uint8_t *)pxTaskGetStackStart(NULL); }
void port_write(const char *text, size_t length) { uart_write_bytes(UART_NUM_0, text, length); }
char port_read(void) {
  char c = 0;
  while (uart_read_bytes(UART_NUM_0, &c, 1, portMAX_DELAY) != 1) {
  }
  return c;
}

static void run(void *unused) {
  (void)unused;
  pqr_board();
}

void app_main(void) {
  uart_driver_install(UART_NUM_0, LINE_BUFFER, 0, 0, NULL, 0);
  xTaskCreate(run, "pqready", PQR_STACK_BYTES, NULL, tskIDLE_PRIORITY + 1, NULL);
}
