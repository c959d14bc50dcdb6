// What a configuration symbol means: Kconfig of Zephyr, nRF Connect SDK, MCUboot, ESP-IDF, Linux, U-Boot and Buildroot, C headers of
// Mbed TLS, PSA Crypto, wolfSSL, MCUboot and Dropbear, make variables of wolfBoot, modules of RIOT. The tables are in `configs/`.

import { DROPBEAR_MACROS } from './configs/dropbear.ts';
import { ESP_IDF_SYMBOLS } from './configs/esp-idf.ts';
import { BUILDROOT_SYMBOLS, LINUX_SYMBOLS } from './configs/linux.ts';
import { MBEDTLS_SYMBOLS } from './configs/mbedtls.ts';
import { MCUBOOT_MACROS, MCUBOOT_SYMBOLS } from './configs/mcuboot.ts';
import { PSA_SYMBOLS } from './configs/psa.ts';
import { RIOT_MODULES, RIOT_SYMBOLS } from './configs/riot.ts';
import type { ConfigSymbol, SymbolFamily } from './configs/symbol.ts';
import { WOLFBOOT_VARIABLES } from './configs/wolfboot.ts';
import { WOLFSSL_MACROS } from './configs/wolfssl.ts';
import { ZEPHYR_SYMBOLS } from './configs/zephyr.ts';

export type { ConfigSymbol, Meaning, Refinement } from './configs/symbol.ts';

/** Who defines a symbol: Kconfig, a C header, wolfSSL's user_settings.h, wolfBoot's make variables, or RIOT's modules. */
export type ConfigDialect = 'kconfig' | 'c-header' | 'wolfssl' | 'wolfboot' | 'riot';

interface Dialect {
  readonly symbols: ReadonlyMap<string, ConfigSymbol>;
  readonly families: readonly SymbolFamily[];
}

const toDialect = (symbols: readonly ConfigSymbol[], families: readonly SymbolFamily[]): Dialect => ({
  symbols: new Map(symbols.map((row) => [row.name, row])),
  families,
});

const DIALECTS: Readonly<Record<ConfigDialect, Dialect>> = {
  kconfig: toDialect(
    [...LINUX_SYMBOLS, ...ZEPHYR_SYMBOLS, ...ESP_IDF_SYMBOLS, ...MCUBOOT_SYMBOLS],
    [PSA_SYMBOLS, MBEDTLS_SYMBOLS, BUILDROOT_SYMBOLS, RIOT_SYMBOLS],
  ),
  'c-header': toDialect([...MCUBOOT_MACROS, ...DROPBEAR_MACROS], [PSA_SYMBOLS, MBEDTLS_SYMBOLS]),
  wolfssl: toDialect(WOLFSSL_MACROS, []),
  wolfboot: toDialect(WOLFBOOT_VARIABLES, []),
  riot: toDialect(RIOT_MODULES, []),
};

const LONGEST_NAME = 100;

/** A symbol by its name without `CONFIG_` or `SB_CONFIG_`; undefined for one that switches no cryptography or is not known. */
export function findConfigSymbol(name: string, dialect: ConfigDialect): ConfigSymbol | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const { symbols, families } = DIALECTS[dialect];
  return symbols.get(name) ?? firstOf(families, name);
}

/** Every symbol that stands in a table of its own; the regular families PSA_WANT_* and MBEDTLS_* are rules. */
export function tabledSymbols(dialect: ConfigDialect): readonly ConfigSymbol[] {
  return [...DIALECTS[dialect].symbols.values()];
}

function firstOf(families: readonly SymbolFamily[], name: string): ConfigSymbol | undefined {
  for (const family of families) {
    const found = family.toSymbol(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whose build switch a symbol is, by its prefix. */
const LIBRARY_OF_PREFIX: readonly (readonly [prefix: string, library: string])[] = [
  ['MBEDTLS_', 'mbedtls'],
  ['PSA_WANT_', 'psa-crypto'],
  ['TINYCRYPT_', 'tinycrypt'],
  ['DROPBEAR_', 'dropbear'],
];

/** The library whose mechanisms a symbol switches, where its name says so. */
export function libraryOfSymbol(name: string, dialect: ConfigDialect): string | undefined {
  if (dialect === 'wolfssl') return 'wolfssl';
  return LIBRARY_OF_PREFIX.find(([prefix]) => name.startsWith(prefix))?.[1];
}
