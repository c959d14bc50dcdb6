// A package of a bill as a library, where it is known to bring cryptography: by its package URL, else by its CPE, else by its bare name, as
// recipes of C libraries are called.

import { PackageURL } from 'packageurl-js';
import { type CryptoPackage, findPackage, findPackageOfCpe, findPackageOfPurl } from '../../knowledge/packages.ts';
import type { LibraryObservation } from '../../model/evidence.ts';
import type { BillPackage } from './bill.ts';

/** The library that a package is; undefined for one that is not known to bring cryptography. */
export function toLibrary(item: BillPackage): LibraryObservation | undefined {
  const purl = parsePurl(item.purl);
  const known = findKnown(item, purl);
  if (known === undefined) return undefined;
  const version = item.version ?? purl?.version ?? undefined;
  return {
    kind: 'library',
    name: known.library,
    ...(version === undefined ? {} : { version: version.slice(0, 80) }),
    ...(purl === undefined ? {} : { purl: purl.toString() }),
    symbol: (item.purl ?? item.cpe ?? item.name).slice(0, 200),
  };
}

// A package URL that names a registry is believed; a distribution's binary package may carry its source's name (`upstream`).
function findKnown({ name, cpe }: BillPackage, purl: PackageURL | undefined): CryptoPackage | undefined {
  const upstream = purl?.qualifiers?.['upstream']?.replace(/@.{0,80}$/, '');
  const byPurl = purl === undefined ? undefined : findPackageOfPurl(purl);
  const byCpe = cpe === undefined ? undefined : findPackageOfCpe(cpe);
  const byName = purl === undefined ? findPackage('generic', name) : undefined;
  return byPurl ?? (upstream === undefined ? undefined : findPackage('generic', upstream)) ?? byCpe ?? byName;
}

function parsePurl(written: string | undefined): PackageURL | undefined {
  if (written === undefined) return undefined;
  try {
    return PackageURL.fromString(written);
  } catch {
    return undefined; // no package URL: the other names of the package decide
  }
}
