/* SPDX-License-Identifier: Apache-2.0 */
/* Declarations of the few Zephyr functions that the lock's sources call, so that they compile without Zephyr. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
int32_t k_msleep(int32_t ms);
