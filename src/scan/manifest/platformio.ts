// PlatformIO and Arduino: platformio.ini, library.json, library.properties.
// Facts from the PlatformIO documentation ("lib_deps", "library.json") and the Arduino library specification.

import { readJsonKeys } from '../../formats/json-keys.ts';
import { type Dependency, exactVersion, type ManifestItem, type ManifestReader, textAt, toTable, valueAt } from './dependency.ts';
import { toFault } from './npm.ts';
import { githubOf, repositoryName } from './repository.ts';

const PIO_SETTING = /^(board|framework|lib_deps)[ \t]*=[ \t]*(.*)$/;
const BUILD_SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['arduino', 'arduino'],
  ['espidf', 'esp-idf'],
  ['zephyr', 'zephyr'],
  ['mbed', 'mbed-os'],
  ['stm32cube', 'stm32cube'],
]);

/** Libraries, boards and frameworks of a platformio.ini. */
export const readPlatformio: ManifestReader = (text, { lines }) => {
  if (!/^(?:lib_deps|board|platform)[ \t]*=/m.test(text)) return []; // an .ini of something else
  let inLibraries = false;
  return lines.flatMap((line, at): readonly ManifestItem[] => {
    if (line.length > 1000 || /^\s*[;#]/.test(line)) return [];
    const [, key, value = ''] = PIO_SETTING.exec(line) ?? [];
    inLibraries = key === 'lib_deps' || (inLibraries && /^\s+\S/.test(line));
    if (inLibraries)
      return toPioLibraries(key === undefined ? line : value).map((one) => ({
        ...one,
        line: at + 1,
        index: Math.max(0, line.indexOf(one.symbol)),
      }));
    const place = { symbol: key ?? '', line: at + 1, index: 0 };
    if (key === 'board' && /^[\w.-]{1,80}$/.test(value.trim())) return [{ kind: 'fact', fact: 'board', value: value.trim(), ...place }];
    const system = key === 'framework' ? BUILD_SYSTEMS.get(value.split(',')[0]?.trim() ?? '') : undefined;
    return system === undefined ? [] : [{ kind: 'fact', fact: 'build-system', value: system, ...place }];
  });
};

// `owner/Name @ ^1.2`, `Name@1.2.3`, a Git address, or several of them after commas.
function toPioLibraries(written: string): readonly (Dependency & { readonly symbol: string })[] {
  return written.split(',').flatMap((one) => {
    const specification = one.trim().replace(/\s;.*$/, '');
    const [name = '', version] = specification.includes('://')
      ? [repositoryName(specification)]
      : specification.split('@').map((part) => part.trim());
    if (name === '') return [];
    return [
      {
        kind: 'dependency',
        ecosystem: 'platformio',
        name,
        symbol: name,
        ...exactVersion(version),
        ...githubOf(specification),
        line: 1,
        index: 0,
      },
    ];
  });
}

/** Dependencies of a PlatformIO library.json: a table, or a list of tables. */
export const readLibraryJson: ManifestReader = (text, lines) => {
  const read = readJsonKeys(text, 3);
  if (!read.ok) return [toFault(read, lines)];
  const dependencies = valueAt(read.value, ['dependencies']);
  const named: readonly (readonly [name: string | undefined, version: unknown, path: readonly string[]])[] = Array.isArray(dependencies)
    ? dependencies.map((one: unknown, at) => [textAt(one, 'name'), textAt(one, 'version'), ['dependencies', String(at), 'name']] as const)
    : [...(toTable(dependencies) ?? [])].map(([name, version]) => [name, version, ['dependencies', name]] as const);
  return named.flatMap(([name, version, path]) => {
    if (name === undefined) return [];
    const place = lines.placeOf(read.offsetOf(path) ?? 0);
    return [
      {
        kind: 'dependency',
        ecosystem: 'platformio',
        name,
        symbol: name,
        ...exactVersion(typeof version === 'string' ? version : undefined),
        ...place,
      },
    ];
  });
};

/** Dependencies of an Arduino library.properties: `depends=Name (>=1.0), Other`. */
export const readLibraryProperties: ManifestReader = (_, { lines }) =>
  lines.flatMap((line, at) => {
    if (!line.startsWith('depends=') || line.length > 2000) return [];
    return line
      .slice('depends='.length)
      .split(',')
      .map((one) => one.replace(/\(.*$/, '').trim())
      .filter((name) => name !== '')
      .map(
        (name): Dependency => ({
          kind: 'dependency',
          ecosystem: 'platformio',
          name,
          symbol: name,
          line: at + 1,
          index: line.indexOf(name),
        }),
      );
  });
