// Which packages are or bring a cryptographic library, in the registries of embedded and web projects. A package that is present is a
// library that is present, and by itself no list of algorithms. The tables are in `packages/`.

import { CARGO_PACKAGES, GO_PACKAGES, MAVEN_PACKAGES, NUGET_PACKAGES } from './packages/compiled.ts';
import { CPE_PRODUCTS, DISTRIBUTION_NAMES } from './packages/distributions.ts';
import {
  CONAN_PACKAGES,
  ESPRESSIF_PACKAGES,
  GENERIC_PACKAGES,
  PLATFORMIO_PACKAGES,
  VCPKG_PACKAGES,
  WEST_PACKAGES,
} from './packages/embedded.ts';
import { NPM_PACKAGES } from './packages/javascript.ts';
import { PYPI_PACKAGES } from './packages/python.ts';
import type { CryptoPackage, Ecosystem } from './packages/row.ts';

export { findPostQuantum, type PostQuantumSupport } from './packages/post-quantum.ts';
export type { CryptoPackage, Ecosystem } from './packages/row.ts';

const BY_ECOSYSTEM: Readonly<Record<Ecosystem, ReadonlyMap<string, CryptoPackage>>> = {
  npm: byName(NPM_PACKAGES),
  pypi: byName(PYPI_PACKAGES),
  cargo: byName(CARGO_PACKAGES),
  golang: byName(GO_PACKAGES),
  maven: byName(MAVEN_PACKAGES),
  nuget: byName(NUGET_PACKAGES),
  conan: byName(CONAN_PACKAGES),
  vcpkg: byName(VCPKG_PACKAGES),
  platformio: byName(PLATFORMIO_PACKAGES),
  espressif: byName(ESPRESSIF_PACKAGES),
  west: byName(WEST_PACKAGES),
  generic: byName(GENERIC_PACKAGES),
};

/** Every package that is known here. */
export const CRYPTO_PACKAGES: readonly CryptoPackage[] = Object.values(BY_ECOSYSTEM).flatMap((packages) => [...packages.values()]);

/** A package by the name that its registry gives it; undefined for one that is not known to bring cryptography. */
export function findPackage(ecosystem: Ecosystem, name: string): CryptoPackage | undefined {
  const folded = normalise(ecosystem, name);
  // A west project and a submodule is a C repository: what distributions package counts too.
  return BY_ECOSYSTEM[ecosystem].get(folded) ?? (ecosystem === 'west' ? BY_ECOSYSTEM.generic.get(folded) : undefined);
}

/** Package URL types (purl-spec) and the ecosystem they name. `github` and `generic` packages are C libraries more often than not. */
const PURL_TYPES: ReadonlyMap<string, Ecosystem> = new Map([
  ['npm', 'npm'],
  ['pypi', 'pypi'],
  ['cargo', 'cargo'],
  ['golang', 'golang'],
  ['maven', 'maven'],
  ['nuget', 'nuget'],
  ['conan', 'conan'],
  ['generic', 'generic'],
  ['github', 'generic'],
  ['deb', 'generic'],
  ['apk', 'generic'],
  ['rpm', 'generic'],
  ['opkg', 'generic'],
  ['alpm', 'generic'],
  ['yocto', 'generic'],
  ['bitnami', 'generic'],
]);

/** A package by the parts of its package URL; `namespace` is the group, scope, organisation or distribution. */
export function findPackageOfPurl(purl: {
  readonly type: string;
  readonly namespace?: string | null | undefined;
  readonly name: string;
}): CryptoPackage | undefined {
  const ecosystem = PURL_TYPES.get(purl.type);
  if (ecosystem === undefined) return undefined;
  const namespace = purl.namespace ?? '';
  if (ecosystem === 'generic') return findPackage('generic', purl.name) ?? findPackage('generic', toSourceName(purl.name));
  if (NO_NAMESPACE.has(ecosystem) || namespace === '') return findPackage(ecosystem, purl.name);
  return findPackage(ecosystem, `${namespace}${ecosystem === 'maven' ? ':' : '/'}${purl.name}`);
}

const NO_NAMESPACE: ReadonlySet<Ecosystem> = new Set<Ecosystem>(['pypi', 'cargo', 'nuget', 'conan']);

/** `libssl3t64` is built of OpenSSL: the name without version and kind, as a source is called where it is called otherwise. */
function toSourceName(name: string): string {
  const bare = name
    .toLowerCase()
    .replace(/(?:-dev|-dbg|-dbgsym|-devel|-libs|-lib|-bin|-utils|-tools|-clients?|-servers?|-common)$/, '')
    .replace(/-?\d[\d.]{0,20}(?:t64)?$/, '');
  return DISTRIBUTION_NAMES.get(bare) ?? bare;
}

const CPE_NAME = /^cpe:(?:2\.3:|\/)[aho]:([^:]{1,100}):([^:]{1,100})(?::|$)/;

/** A package by its CPE name, 2.2 (`cpe:/a:…`) or 2.3 (NISTIR 7695); the vendor counts only where products of several share a name. */
export function findPackageOfCpe(cpe: string): CryptoPackage | undefined {
  const product = CPE_NAME.exec(cpe)?.[2]?.toLowerCase();
  return product === undefined ? undefined : findPackage('generic', CPE_PRODUCTS.get(product) ?? product.replaceAll('_', '-'));
}

function normalise(ecosystem: Ecosystem, name: string): string {
  const lower = name.toLowerCase();
  if (ecosystem === 'pypi') return lower.replaceAll(/[-_.]{1,20}/g, '-'); // PEP 503
  // A Go module of major version 2 or more ends in its version; PlatformIO names an owner first.
  if (ecosystem === 'golang') return lower.replace(/\/v\d{1,3}$/, '');
  if (ecosystem === 'platformio') return lower.replace(/^[^/]{1,60}\//, '').trim();
  if (ecosystem === 'espressif') return lower.includes('/') ? lower : `espressif/${lower}`;
  return lower;
}

function byName(packages: readonly CryptoPackage[]): ReadonlyMap<string, CryptoPackage> {
  return new Map(packages.map((one) => [one.name, one]));
}
