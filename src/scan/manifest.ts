// Manifests and lockfiles: which packages that bring cryptography a project names. A package is a library that is present, and by itself no
// list of algorithms; packages that are not known to bring any are passed over.

import { PackageURL } from 'packageurl-js';
import { type TextLines, toTextLines } from '../formats/text-lines.ts';
import { type CryptoPackage, findPackage } from '../knowledge/packages.ts';
import type { Evidence, Gap } from '../model/evidence.ts';
import type { FileEntry, FileScanner, ScanFile } from '../model/world.ts';
import type { Dependency, ManifestFact, ManifestItem, ManifestReader } from './manifest/dependency.ts';
import { readGradle, readGradleLock, readPom, readVersionCatalog } from './manifest/maven.ts';
import { readConanfile, readConanLock, readConanPython, readGitmodules, readVcpkg } from './manifest/native.ts';
import { readPackageJson, readPackageLock, readPnpmLock, readYarnLock } from './manifest/npm.ts';
import { readMsBuild, readNugetLock, readPackagesConfig } from './manifest/nuget.ts';
import { readLibraryJson, readLibraryProperties, readPlatformio } from './manifest/platformio.ts';
import { readPipfile, readPipfileLock, readPyproject, readRequirements } from './manifest/python.ts';
import { packageTables, readCargoToml, readGoMod } from './manifest/toml-packages.ts';
import { readIdfComponents, readWest } from './manifest/yaml-manifests.ts';

/** By the file's name. The first row decides. */
const MANIFESTS: readonly (readonly [names: RegExp, read: ManifestReader])[] = [
  [/^package\.json$/, readPackageJson],
  [/^(?:package-lock|npm-shrinkwrap)\.json$/, readPackageLock],
  [/^yarn\.lock$/, readYarnLock],
  [/^pnpm-lock\.yaml$/, readPnpmLock],
  [/^(?:.{0,60}requirements.{0,60}|constraints.{0,60})\.(?:txt|in)$/, readRequirements],
  [/^pyproject\.toml$/, readPyproject],
  [/^Pipfile$/, readPipfile],
  [/^Pipfile\.lock$/, readPipfileLock],
  [/^(?:poetry|uv|pdm)\.lock$/, packageTables('pypi')],
  [/^Cargo\.lock$/, packageTables('cargo')],
  [/^Cargo\.toml$/, readCargoToml],
  [/^go\.mod$/, readGoMod],
  [/^west.{0,40}\.ya?ml$/, readWest],
  [/^idf_component\.yml$|^dependencies\.lock(?:\..{1,20})?$/, readIdfComponents],
  // PlatformIO takes further files by `extra_configs`.
  [/^.{1,80}\.ini$/, readPlatformio],
  [/^library\.json$/, readLibraryJson],
  [/^library\.properties$/, readLibraryProperties],
  [/^conanfile\.txt$/, readConanfile],
  [/^conanfile\.py$/, readConanPython],
  [/^conan\.lock$/, readConanLock],
  [/^pom\.xml$|\.pom$/, readPom],
  [/\.gradle(?:\.kts)?$/, readGradle],
  [/^gradle\.lockfile$|\.lockfile$/, readGradleLock],
  [/\.versions\.toml$/, readVersionCatalog],
  [/\.(?:cs|fs|vb)proj$|^Directory\.(?:Packages|Build)\.(?:props|targets)$/, readMsBuild],
  [/^packages\.config$/, readPackagesConfig],
  [/^packages\.lock\.json$/, readNugetLock],
  [/^vcpkg\.json$/, readVcpkg],
  [/^\.gitmodules$/, readGitmodules],
];

const MAX_BYTES = 32_000_000;

/** Reads manifests and lockfiles; those of installed packages say what the lockfile beside them says and are left out. */
export const manifestScanner: FileScanner = {
  id: 'manifest',
  title: 'manifests and lockfiles',
  wants: (entry) => !entry.ignored && !isInstalled(entry.path) && readerOf(entry) !== undefined,
  maxBytes: MAX_BYTES,
  scan: (file) => scanManifest(file),
};

function isInstalled(path: string): boolean {
  return /(?:^|\/)(?:node_modules|managed_components|libdeps|site-packages)\//.test(path);
}

function readerOf(entry: FileEntry): ManifestReader | undefined {
  const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  return MANIFESTS.find(([names]) => names.test(name))?.[1];
}

function* scanManifest({ entry, bytes, text }: ScanFile): Generator<Evidence | Gap> {
  const read = readerOf(entry);
  if (read === undefined) return;
  const content = text();
  const lines = toTextLines(content, bytes);
  for (const item of read(content, lines)) {
    const said = toSaid(item, { entry, lines });
    if (said !== undefined) yield said;
  }
}

interface Place {
  readonly entry: FileEntry;
  readonly lines: TextLines;
}

function toSaid(item: ManifestItem, place: Place): Evidence | Gap | undefined {
  switch (item.kind) {
    case 'fault': {
      const location = { ...place.lines.locate(item.line), path: place.entry.path };
      return { scanner: 'manifest', location, reason: 'malformed', detail: item.detail };
    }
    case 'fact':
      return toEvidence(item, { kind: 'fact', fact: item.fact, value: item.value.slice(0, 200), symbol: item.symbol }, place);
    case 'dependency': {
      const known = findPackage(item.ecosystem, item.name);
      return known === undefined ? undefined : toEvidence(item, toLibrary(item, known), place);
    }
  }
}

function toLibrary(item: Dependency, known: CryptoPackage): Evidence['observed'] {
  const purl = toPurl(item);
  return {
    kind: 'library',
    name: known.library,
    ...(item.version === undefined ? {} : { version: item.version }),
    ...(purl === undefined ? {} : { purl }),
    symbol: item.symbol.slice(0, 200),
  };
}

function toEvidence(item: Dependency | ManifestFact, observed: Evidence['observed'], { entry, lines }: Place): Evidence {
  return {
    scanner: 'manifest',
    location: { ...lines.locate(item.line, item.index), path: entry.path },
    grade: 'source',
    confidence: 'certain',
    state: 'present',
    origin: entry.origin,
    observed,
  };
}

/** Ecosystems whose name is a type of the package URL specification. The others have one only where the manifest names a repository. */
const PURL_TYPES: ReadonlySet<string> = new Set(['npm', 'pypi', 'cargo', 'golang', 'maven', 'nuget', 'conan']);

function toPurl({ ecosystem, name, version, github }: Dependency): string | undefined {
  const type = github === undefined ? ecosystem : 'github';
  if (github === undefined && !PURL_TYPES.has(ecosystem)) return undefined;
  const spelt = github ?? name;
  // purl-spec: a group and an id of NuGet are kept as they are spelt.
  const path = type === 'maven' || type === 'nuget' ? spelt.replace(':', '/') : spelt.toLowerCase();
  const slash = path.lastIndexOf('/');
  const namespace = slash < 0 ? undefined : path.slice(0, slash);
  const own = ecosystem === 'pypi' ? path.replaceAll(/[-_.]{1,20}/g, '-') : path.slice(slash + 1);
  return writePurl({ type, namespace, name: own, version: ecosystem === 'golang' && version !== undefined ? `v${version}` : version });
}

interface PurlParts {
  readonly type: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly version: string | undefined;
}

// What a type's rules refuse (a Go version that is no semantic version) has no package URL; the library is told all the same.
function writePurl({ type, namespace, name, version }: PurlParts): string | undefined {
  try {
    return new PackageURL(type, namespace, name, version, undefined, undefined).toString();
  } catch {
    return undefined;
  }
}
