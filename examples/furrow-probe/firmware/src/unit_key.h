/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <stdint.h>

/** The unit's storage key in the option bytes' secure area; drawn when the unit is made. */
const uint8_t *unit_key(void);
