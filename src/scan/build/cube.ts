// STM32CubeMX and STM32CubeIDE: the .ioc says which chip there is and which middleware and accelerators are switched on, the .cproject which
// macros each configuration defines. UM1718 (STM32CubeMX), "Project file"; UM2609 (STM32CubeIDE); Eclipse CDT's managed build.

import { toTextLines } from '../../formats/text-lines.ts';
import { readXmlTree, type XmlElement } from '../../formats/xml-tree.ts';
import { toUse } from '../../knowledge/mechanism.ts';
import type { Macro } from '../../model/build.ts';
import type { Evidence, Gap, Observation } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { type Said, toEvidence, toGap } from './said.ts';

const LONGEST_LINE = 1000;
const SETTING = /^([A-Za-z0-9_.-]{1,120})=(.*)$/;

/** What CubeMX's names of peripherals and middleware stand for. Which digests a HASH peripheral is used for, code says. */
const SWITCHED: readonly (readonly [name: RegExp, meaning: (symbol: string) => Observation])[] = [
  [
    /^(?:AES|CRYP|SAES)\d?$/,
    (symbol) => ({ kind: 'algorithm', use: toUse(symbol, { algorithm: 'aes' }), symbol, execution: { environment: 'hardware' } }),
  ],
  [/^MBEDTLS$/, (symbol) => ({ kind: 'library', name: 'mbedtls', symbol })],
  [/wolfSSL/i, (symbol) => ({ kind: 'library', name: 'wolfssl', symbol })],
  [/X-CUBE-CRYPTOLIB|CRYPTOLIB_CMOX/i, (symbol) => ({ kind: 'library', name: 'x-cube-cryptolib', symbol })],
  [/X-CUBE-SBSFU/i, (symbol) => ({ kind: 'library', name: 'x-cube-sbsfu', symbol })],
];

/** Chip, board, accelerators and middleware of an .ioc. */
export function* scanIoc({ entry, bytes, text }: ScanFile): Generator<Evidence> {
  const lines = toTextLines(text(), bytes);
  for (const [at, line] of lines.lines.entries()) {
    const [, key = '', value = ''] = line.length > LONGEST_LINE ? [] : (SETTING.exec(line) ?? []);
    const observed = toObservation(key, value.trim());
    if (observed === undefined) continue;
    const state = observed.kind === 'fact' ? 'present' : 'enabled';
    const said: Said = {
      line: at + 1,
      offset: lines.locate(at + 1).offset,
      state,
      grade: 'source',
      confidence: observed.kind === 'algorithm' ? 'likely' : 'certain',
    };
    yield { ...toEvidence(entry, said, observed), origin: entry.origin };
  }
}

function toObservation(key: string, value: string): Observation | undefined {
  if (value === '' || value.length > 200) return undefined;
  if (key === 'Mcu.UserName') return { kind: 'fact', fact: 'soc', value, symbol: key };
  if (key === 'board' && value !== 'custom') return { kind: 'fact', fact: 'board', value, symbol: key };
  if (!/^Mcu\.(?:IP|ThirdParty)\d{1,3}$/.test(key)) return undefined;
  return SWITCHED.find(([name]) => name.test(value))?.[1](`${key}=${value}`);
}

/** Tells the macros of each configuration of a .cproject, under the folder that its build writes into. */
export function* scanCproject({ entry, text, noteBuild }: ScanFile): Generator<Gap> {
  const read = readXmlTree(text());
  if (!read.ok) return yield toGap(entry, 'malformed', read.detail);
  for (const configuration of elementsOf(read.root, 'configuration')) {
    const name = configuration.attributes.get('name');
    const symbols = elementsOf(configuration, 'option').filter((option) => option.attributes.get('valueType') === 'definedSymbols');
    const macros = symbols.flatMap(({ children }) => children.flatMap((child) => toMacro(child.attributes.get('value') ?? '')));
    if (name !== undefined && !name.includes('/')) noteBuild?.({ kind: 'macros', path: entry.path, configuration: name, macros });
  }
}

// A value that is no number may be a password.
function toMacro(written: string): readonly Macro[] {
  const [, name, value = '1'] = /^([A-Za-z_]\w{0,199})(?:=(.*))?$/.exec(written.trim()) ?? [];
  if (name === undefined) return [];
  return [{ name, value: /^(?:0[xX][0-9A-Fa-f]{1,13}|\d{1,15})[uUlL]{0,3}$/.test(value) ? value : 'set' }];
}

function elementsOf(root: XmlElement, name: string): readonly XmlElement[] {
  return root.children.flatMap((child) => (child.name === name ? [child] : elementsOf(child, name)));
}
