// Makefiles and CMake: the switches that they give the compiler (`-DMBEDTLS_AES_C`, `target_compile_definitions(… HAVE_AESGCM=1)`), the options
// of a library that they set (`option(WOLFSSL_TLS13 … ON)`), RIOT's modules and packages. What a variable or a condition decides is not
// evaluated: a switch is what a line writes.

import { readBlockDirectives } from '../../formats/block-directives.ts';
import type { ConfigWord, Directive } from '../../formats/directives.ts';
import { readLineDirectives } from '../../formats/line-directives.ts';
import type { TextLines } from '../../formats/text-lines.ts';
import type { ConfigDialect } from '../../knowledge/configs.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { FileEntry } from '../../model/world.ts';
import { type Setting, toSettingsEvidence } from './settings.ts';

/** What a Makefile switches. */
export function scanMakefile(text: TextLines, entry: FileEntry): readonly Evidence[] {
  const { directives } = readLineDirectives(text.lines, {
    comments: '#',
    trailingComments: '#',
    assigns: 'equals',
    continues: 'backslash',
  });
  const modules = directives.filter((one) => /^(?:USEMODULE|USEPKG)\b/.test(one.text)).flatMap((one) => one.words);
  const asked = modules.map((word) => toSetting(word, word.text, { text, on: true }));
  const defines = directives.flatMap((one) => one.words).filter((word) => word.text.startsWith('-D'));
  return inOrder([...toSettingsEvidence(asked, { entry, dialect: 'riot' }), ...toSwitches(toDefines(defines, text), entry)]);
}

const OPTION = /^(?:set|option)$/i;
const DEFINES =
  /^(?:target_|add_|zephyr_|zephyr_library_)?(?:compile_definitions|definitions|compile_options)$|^(?:idf_build_set_property|list|set)$/i;

/** What a CMake file switches. */
export function scanCmake(content: string, text: TextLines, entry: FileEntry): readonly Evidence[] {
  const { directives } = readBlockDirectives(content, { ends: 'line' });
  const commands = directives.filter((one) => DEFINES.test(one.text) || OPTION.test(one.text));
  const defines = commands.flatMap((one) => definesOf(one));
  const options = directives.filter((one) => OPTION.test(one.text)).flatMap((one) => toOption(one, text));
  return inOrder(toSwitches([...toDefines(defines, text), ...options], entry));
}

function inOrder(evidence: readonly Evidence[]): readonly Evidence[] {
  const offsetOf = ({ location }: Evidence): number => (location.at === 'text' ? location.offset : 0);
  return [...evidence].sort((a, b) => offsetOf(a) - offsetOf(b));
}

// A quotation may hold several: `set(CMAKE_C_FLAGS "-O2 -DMBEDTLS_AES_C")`. Definitions of a target stand without -D too.
function definesOf({ text, words }: Directive): readonly ConfigWord[] {
  const isPlain = /definitions$/i.test(text);
  return words.flatMap((word) =>
    word.text
      .split(/[\s;]+/)
      .slice(0, 200)
      .filter((piece) => piece.startsWith('-D') || (isPlain && /^[A-Z][A-Z0-9_]{2,99}(?:=|$)/.test(piece)))
      .map((piece) => ({ ...word, text: piece.startsWith('-D') ? piece : `-D${piece}` })),
  );
}

/** Which dialect a macro's name belongs to; a name that may be anybody's (`NO_RSA`) is left alone. */
const DIALECTS: readonly ConfigDialect[] = ['kconfig', 'c-header', 'wolfssl'];

function isOf(name: string, dialect: ConfigDialect): boolean {
  switch (dialect) {
    case 'kconfig':
      return name.startsWith('CONFIG_');
    case 'c-header':
      return /^(?:MBEDTLS_|PSA_WANT_|MCUBOOT_|DROPBEAR_)/.test(name);
    case 'wolfssl':
      return name.startsWith('WOLFSSL_');
    default:
      return false;
  }
}

function bare(setting: Setting, dialect: ConfigDialect): Setting {
  return dialect === 'kconfig' ? { ...setting, name: setting.name.slice('CONFIG_'.length) } : setting;
}

function toSwitches(settings: readonly Setting[], entry: FileEntry): readonly Evidence[] {
  return DIALECTS.flatMap((dialect) => {
    const own = settings.filter((one) => isOf(one.name, dialect)).map((one) => bare(one, dialect));
    return [...toSettingsEvidence(own, { entry, dialect })];
  });
}

function toDefines(words: readonly ConfigWord[], text: TextLines): readonly Setting[] {
  return words.flatMap((word): readonly Setting[] => {
    const [, name, value] = /^-D([A-Za-z_]\w{1,99})(?:=(.{0,200}))?$/.exec(word.text) ?? [];
    return name === undefined ? [] : [toSetting(word, name, { text, on: value !== '0', ...(value === undefined ? {} : { value }) })];
  });
}

const OFF = /^(?:OFF|NO|FALSE|N|0)$/i;

// `option(NAME "what it does" ON)`, `set(NAME ON CACHE BOOL "")`.
function toOption({ text: command, words }: Directive, text: TextLines): readonly Setting[] {
  const [name, second, third] = words;
  const value = (/^option$/i.test(command) ? (third?.text ?? 'OFF') : second?.text) ?? '';
  if (name === undefined || !/^[A-Z][A-Z0-9_]{2,99}$/.test(name.text) || value === '' || value.includes('${')) return [];
  return [toSetting(name, name.text, { text, on: !OFF.test(value), value: value.slice(0, 200) })];
}

interface Written {
  readonly text: TextLines;
  readonly on: boolean;
  readonly value?: string;
}

function toSetting({ line, index }: ConfigWord, name: string, { text, on, value }: Written): Setting {
  const place = text.locate(line, index);
  return { symbol: name, name, on, place, ...(value === undefined ? {} : { value }) };
}
