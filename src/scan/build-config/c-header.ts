// Configuration headers: Mbed TLS and PSA Crypto, wolfSSL's user_settings.h, mcuboot_config.h, and the generated autoconf.h and sdkconfig.h.

import { type CDefine, readCDefines } from '../../formats/c-defines.ts';
import type { TextLines } from '../../formats/text-lines.ts';
import type { ConfigDialect } from '../../knowledge/configs.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { FileEntry } from '../../model/world.ts';
import { type Setting, toSettingsEvidence } from './settings.ts';

/** What the known macros of a configuration header say. A header of generated Kconfig values is read as Kconfig. */
export function* scanCHeader(text: TextLines, entry: FileEntry, wolfSsl: boolean): Generator<Evidence> {
  const defines = withoutUndefsBeforeDefine(readCDefines(text.lines));
  const [kconfig, macros] = [
    defines.filter((one) => one.name.startsWith('CONFIG_')),
    defines.filter((one) => !one.name.startsWith('CONFIG_')),
  ];
  const dialect: ConfigDialect = wolfSsl ? 'wolfssl' : 'c-header';
  yield* toSettingsEvidence(
    kconfig.map((one) => toSetting(one, text, one.name.slice('CONFIG_'.length))),
    { entry, dialect: 'kconfig' },
  );
  yield* toSettingsEvidence(
    macros.map((one) => toSetting(one, text, one.name)),
    { entry, dialect },
  );
}

// `#undef X` and then `#define X` is how wolfSSL's settings override a default: X is defined.
function withoutUndefsBeforeDefine(defines: readonly CDefine[]): readonly CDefine[] {
  const lastDefinedAt = new Map<string, number>();
  for (const [at, one] of defines.entries()) if (one.state === 'on') lastDefinedAt.set(one.name, at);
  return defines.filter((one, at) => one.state !== 'undef' || at > (lastDefinedAt.get(one.name) ?? -1));
}

function toSetting(define: CDefine, text: TextLines, name: string): Setting {
  const condition = define.conditions.join(' && ');
  return {
    symbol: define.name,
    name,
    on: define.state === 'on' && !isSwitchedOff(define),
    ...(define.value === '' ? {} : { value: unquoted(define.value) }),
    place: text.locate(define.line, define.index),
    ...(condition === '' ? {} : { condition }),
  };
}

// Mbed TLS and wolfSSL ask whether a macro is defined; PSA Crypto, Dropbear and generated Kconfig headers give it a value, and 0 is off.
function isSwitchedOff({ name, value }: CDefine): boolean {
  return value === '0' && /^(?:PSA_WANT_|CONFIG_|DROPBEAR_)/.test(name);
}

function unquoted(value: string): string {
  return /^"(.*)"$/.exec(value)?.[1] ?? value;
}
