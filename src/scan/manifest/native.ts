// C and C++: conanfile.txt, conanfile.py, conan.lock, vcpkg.json, .gitmodules. Facts from the Conan and vcpkg references and gitmodules(5).

import { readJsonKeys } from '../../formats/json-keys.ts';
import { type Dependency, exactVersion, type ManifestReader, textAt, valueAt } from './dependency.ts';
import { toFault } from './npm.ts';
import { githubOf, repositoryName } from './repository.ts';

// `openssl/3.2.3@user/channel`; a range stands in brackets and is no version
const CONAN_REFERENCE = /^([a-z0-9_][a-z0-9_+.-]{1,100})\/(?:([\w.+-]{1,60})|\[)/;

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

const CONAN_CALL = /^\s*self\.(?:tool_|test_)?requires\(\s*["']([^"']{3,160})["']/;
const CONAN_ATTRIBUTE = /^\s+(?:tool_|test_|build_)?requires\s*=/;
const QUOTED = /["']([a-z0-9_][a-z0-9_+.-]{1,100}\/(?:[\w.+-]{1,60}|\[))[^"']{0,80}["']/g;

/** Recipes of a conanfile.py: of the attribute `requires`, which may go over several lines, and of calls of `self.requires`. */
export const readConanPython: ManifestReader = (_, { lines }) => {
  let inAttribute = false;
  return lines.flatMap((line, at) => {
    if (line.length > 1000 || /^\s*#/.test(line)) return [];
    const starts = CONAN_ATTRIBUTE.test(line);
    const inside = starts || inAttribute;
    // A list goes on until its bracket closes, a tuple without brackets as long as a comma ends the line.
    inAttribute = inside && !/[)\]]\s*$/.test(line) && (/[,([]\s*$/.test(line) || (inAttribute && !starts));
    const call = CONAN_CALL.exec(line)?.[1];
    const written = inside ? [...line.matchAll(QUOTED)].flatMap(([, one]) => one ?? []) : call === undefined ? [] : [call];
    return written.flatMap((one) => toRecipe(one, { line: at + 1, index: Math.max(0, line.indexOf(one)) }));
  });
};

function toRecipe(written: string, place: { readonly line: number; readonly index: number }): readonly Dependency[] {
  const [, name, version] = CONAN_REFERENCE.exec(written) ?? [];
  return name === undefined ? [] : [{ kind: 'dependency', ecosystem: 'conan', name, symbol: written, ...exactVersion(version), ...place }];
}

/** Recipes of a conan.lock of Conan 2: `name/version#revision%time`. */
export const readConanLock: ManifestReader = (text, lines) => {
  const read = readJsonKeys(text, 2);
  if (!read.ok) return [toFault(read, lines)];
  return ['requires', 'build_requires', 'python_requires'].flatMap((key) => {
    const recipes = valueAt(read.value, [key]);
    if (!Array.isArray(recipes)) return [];
    return recipes.flatMap((recipe: unknown, at) =>
      typeof recipe === 'string' ? toRecipe(recipe.slice(0, 200), lines.placeOf(read.offsetOf([key, String(at)]) ?? 0)) : [],
    );
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
