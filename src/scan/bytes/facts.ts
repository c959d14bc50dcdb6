// What the bytes of an image say by themselves: mechanisms by their constants, libraries by their version strings, keys and certificates
// that stand in it, identifiers, and regions that cannot be looked into.

import { toUse } from '../../knowledge/mechanism.ts';
import type { Confidence, Evidence, Gap, State } from '../../model/evidence.ts';
import { isGap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toItems } from '../certificate/facts.ts';
import { toPemItems } from '../certificate/pem-facts.ts';
import type { Place } from '../certificate/place.ts';
import { algorithm, type Image, type Said, toEvidence, toGap, toImage } from '../firmware/image.ts';
import { findEvenRegions } from './entropy.ts';
import { type Found, findInBytes } from './find.ts';
import { findResidues } from './residues.ts';

/** Everything that is recognised. `state` is how the bytes came into the image. */
export function scanImageBytes(file: ScanFile, state: State): readonly (Evidence | Gap)[] {
  const { bytes, entry } = file;
  const image = toImage(file);
  const found = findInBytes(bytes);
  const named = new Set(found.tables.map(({ table }) => table.name));
  const said = (offset: number, length: number, confidence: Confidence): Said => ({ offset, length, state, confidence });
  return [
    ...found.tables.map(({ table, encoding, offset }) =>
      toEvidence(
        image,
        said(offset, encoding.bytes.length, 'certain'),
        algorithm(toUse(table.name, table.says), `${table.name}: ${encoding.layout}`),
      ),
    ),
    ...findResidues(bytes)
      .filter(({ ring }) => !named.has(ring.name))
      .map(({ ring, layout, offset, length }) =>
        toEvidence(image, said(offset, length, 'likely'), algorithm(toUse(ring.name, ring.says), `${ring.name}: ${layout}`)),
      ),
    ...found.words
      .filter(({ group }) => !found.tables.some(({ table }) => table.says.algorithm === group.says.algorithm))
      .map(({ group, offset, length }) =>
        toEvidence(image, said(offset, length, 'likely'), algorithm(toUse(group.name, group.says), group.name)),
      ),
    ...versionFacts(image, found, said),
    ...carved(file, found),
    // An identifier says that the mechanism can be named here, not that it is here.
    ...found.oids.map(({ row, offset }) =>
      toEvidence(
        image,
        { ...said(offset, row.oid.length, 'hint'), state: 'present' },
        algorithm({ ...row.use, written: row.name }, `OID ${row.oid}`),
      ),
    ),
    ...findEvenRegions(bytes).map(({ offset, length }) => ({
      ...toGap(entry, 'encrypted', `${length} bytes as even as noise: compressed or encrypted, not looked into`, offset),
      location: { at: 'bytes', path: entry.path, offset, length } as const,
    })),
    ...(found.whole ? [] : [toGap(entry, 'too-large', 'more places that look like keys or certificates than are looked at')]),
  ];
}

function versionFacts(
  image: Image,
  { versions }: Found,
  said: (offset: number, length: number, confidence: Confidence) => Said,
): readonly Evidence[] {
  return versions.map(({ marker, version, offset }) =>
    toEvidence(image, said(offset, marker.marker.length + version.length, 'certain'), {
      kind: 'library',
      name: marker.library,
      version,
      purl: `${marker.purl}@${version}`,
      symbol: `version string ${JSON.stringify(marker.marker.trim())}`,
    }),
  );
}

// Only what decodes: a block whose body is not what its label says is a string of a program.
function carved({ entry }: ScanFile, { pems, structures }: Found): readonly (Evidence | Gap)[] {
  const place = (offset: number, length: number, format: 'pem' | 'der'): Place => ({
    location: { at: 'bytes', path: entry.path, offset, length },
    origin: entry.origin,
    grade: 'binary',
    format,
  });
  return [
    ...pems.flatMap(({ block, offset }) => {
      const items = toPemItems(block, place(offset, block.length, 'pem'));
      return items.every(isGap) ? [] : items;
    }),
    ...structures.flatMap(({ object, offset, length }) => toItems(object, place(offset, length, 'der'))),
  ];
}
