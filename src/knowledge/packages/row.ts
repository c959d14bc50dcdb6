// The shape of a package that is or brings a cryptographic library, and the short hand in which the tables of this folder write it.

/** Where a package is named: types of the package URL specification, and the registries of embedded projects that have no type there. */
export type Ecosystem =
  | 'npm'
  | 'pypi'
  | 'cargo'
  | 'golang'
  | 'maven'
  | 'nuget'
  | 'conan'
  | 'vcpkg'
  | 'platformio'
  | 'espressif'
  | 'west'
  | 'generic';

/** One package. That it is there says nothing of which algorithms are used. */
export interface CryptoPackage {
  readonly ecosystem: Ecosystem;
  /** as the registry spells it, in lower case */
  readonly name: string;
  /** the library as the inventory names it: the same for the package, the header and the configuration switch */
  readonly library: string;
  /** what it is for, in a few words */
  readonly brings: string;
}

/** `[package, what it brings, library when it is named otherwise]`. */
export type PackageTuple = readonly [name: string, brings: string, library?: string];

/** Packages of one ecosystem. */
export function packages(ecosystem: Ecosystem, tuples: readonly PackageTuple[]): readonly CryptoPackage[] {
  return tuples.map(([name, brings, library]) => ({ ecosystem, name, library: library ?? name, brings }));
}
