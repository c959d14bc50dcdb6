// C and C++: conanfile.txt, vcpkg.json, .gitmodules. Facts from the Conan and vcpkg references and gitmodules(5).

import { readJsonKeys } from '../../formats/json-keys.ts';
import { type Dependency, exactVersion, type ManifestReader, textAt, valueAt } from './dependency.ts';
import { toFault } from './npm.ts';
import { githubOf, repositoryName } from './repository.ts';

const CONAN_REFERENCE = /^([a-z0-9_][a-z0-9_+.-]{1,100})\/([\w.+-]{1,60})/;

/** Recipes of a conanfile.txt under [requires], [tool_requires] and [test_requires]. */
export const readConanfile: ManifestReader = (_, { lines }) => {
  let inRequires = false;
  return lines.flatMap((line, at) => {
    const section = /^\[(\w{1,40})\]/.exec(line)?.[1];
    if (section !== undefined) inRequires = section.endsWith('requires');
    const [, name, version] = (inRequires && line.length < 500 ? CONAN_REFERENCE.exec(line.trim()) : null) ?? [];
    if (name === undefined) return [];
    return [
      {
        kind: 'dependency',
        ecosystem: 'conan',
        name,
        symbol: line.trim(),
        ...exactVersion(version),
        line: at + 1,
        index: line.indexOf(name),
      },
    ];
  });
};

/** Ports of a vcpkg.json. Its versions are minimums. */
export const readVcpkg: ManifestReader = (text, lines) => {
  const read = readJsonKeys(text, 3);
  if (!read.ok) return [toFault(read, lines)];
  const ports = valueAt(read.value, ['dependencies']);
  if (!Array.isArray(ports)) return [];
  return ports.flatMap((port: unknown, at): readonly Dependency[] => {
    const [name, path] = typeof port === 'string' ? [port, []] : [textAt(port, 'name'), ['name']];
    if (name === undefined) return [];
    return [
      {
        kind: 'dependency',
        ecosystem: 'vcpkg',
        name,
        symbol: name,
        ...lines.placeOf(read.offsetOf(['dependencies', String(at), ...path]) ?? 0),
      },
    ];
  });
};

/** Submodules by the repository their address names. */
export const readGitmodules: ManifestReader = (_, { lines }) =>
  lines.flatMap((line, at) => {
    const url = line.length > 500 ? undefined : /^\s*url\s*=\s*(\S{1,300})\s*$/.exec(line)?.[1];
    if (url === undefined) return [];
    const name = repositoryName(url).toLowerCase();
    return [{ kind: 'dependency', ecosystem: 'west', name, symbol: url, ...githubOf(url), line: at + 1, index: line.indexOf(url) }];
  });
