// Kconfig configurations: prj.conf and overlays, defconfigs, generated .config, ESP-IDF's sdkconfig, sysbuild.conf, MCUboot's
// bootloader.conf, wolfBoot's .config.

import { type KconfigSetting, readKconfig } from '../../formats/kconfig.ts';
import type { TextLines } from '../../formats/text-lines.ts';
import type { ConfigDialect } from '../../knowledge/configs.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { FileEntry } from '../../model/world.ts';
import { type Setting, toSettingsEvidence } from './settings.ts';

const PREFIX = /^(?:SB_)?CONFIG_/;
/** `1` and `0` are how MCUboot's port to Espressif chips writes them. */
const OFF: ReadonlySet<string> = new Set(['n', '0']);

/** Written by a build: every switch that its sources can see, also those that are off. */
const GENERATED = /(?:^|\/)(?:\.config|sdkconfig)$/;

/** What the known symbols of a Kconfig configuration say; nothing for a file that holds none. */
export function* scanKconfig(text: TextLines, entry: FileEntry): Generator<Evidence> {
  const written = readKconfig(text.lines);
  const dialect: ConfigDialect = isWolfBoot(written) ? 'wolfboot' : 'kconfig';
  const settings = written.flatMap((setting) => toSetting(setting, text, dialect));
  yield* toSettingsEvidence(settings, { entry, dialect });
  if (dialect === 'kconfig' && GENERATED.test(entry.path)) yield* written.flatMap((setting) => toSwitch(setting, text, entry));
}

// How the build stands to the switches that code asks for. A value may be a password: it is not repeated.
function toSwitch({ symbol, value, line, index }: KconfigSetting, text: TextLines, entry: FileEntry): readonly Evidence[] {
  if (!symbol.startsWith('CONFIG_')) return [];
  return [
    {
      scanner: 'build-config',
      location: { path: entry.path, ...text.locate(line, index) },
      grade: 'source',
      confidence: 'certain',
      state: 'present',
      origin: entry.origin,
      observed: {
        kind: 'fact',
        fact: 'build-switch',
        value: value === undefined || value === 'n' ? 'n' : value === 'y' ? 'y' : 'set',
        symbol,
      },
    },
  ];
}

function toSetting({ symbol, value, line, index }: KconfigSetting, text: TextLines, dialect: ConfigDialect): readonly Setting[] {
  const bare = symbol.replace(PREFIX, '');
  // Buildroot's symbols have a prefix of their own; anything else without CONFIG_ is some other kind of file.
  if (dialect === 'kconfig' && bare === symbol && !symbol.startsWith('BR2_')) return [];
  return [
    {
      symbol,
      name: bare,
      on: value !== undefined && !OFF.has(value),
      ...(value === undefined ? {} : { value }),
      place: text.locate(line, index),
    },
  ];
}

function isWolfBoot(settings: readonly KconfigSetting[]): boolean {
  const names = new Set(settings.map((setting) => setting.symbol));
  return names.has('SIGN') && (names.has('WOLFBOOT_PARTITION_SIZE') || (names.has('ARCH') && names.has('TARGET')));
}
