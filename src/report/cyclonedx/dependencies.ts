// Who is made of what, in a BOM: the product of its parts, a part of what was seen in its paths, an asset of what it is built from; and which
// library provides an algorithm, as the calls say (ECMA-424 `provides`). A library that is only present provides nothing.

import type { AssetId, CryptoAsset, Inventory, LibraryAsset } from '../../model/inventory.ts';
import { compareText } from '../../model/order.ts';
import type { Product, ProductPart } from '../../model/product.ts';
import type { Component, Dependency } from './shapes.ts';

/** `bom-ref` of what the document describes. */
export const SUBJECT_REF = 'subject';

/** The declared parts of a product as components inside it; a bootloader, a radio and a companion chip run firmware too. */
export function toPartComponents(product: Product | undefined): readonly Component[] {
  return (product?.parts ?? []).map((part) => ({
    type: part.kind === 'cloud' || part.kind === 'app' ? 'application' : 'firmware',
    'bom-ref': toPartRef(part),
    name: part.id,
    ...(part.version === undefined ? {} : { version: part.version }),
  }));
}

/** One row for the subject, each part, each asset. The subject depends on its parts and on what nothing else depends on. */
export function toDependencies({ assets }: Inventory, product: Product | undefined): readonly Dependency[] {
  const provided = findProvided(assets);
  const parts = (product?.parts ?? []).map((part) => ({ ref: toPartRef(part), dependsOn: assetsIn(assets, part) }));
  const reached = new Set([...assets.flatMap(({ dependsOn }) => dependsOn), ...parts.flatMap(({ dependsOn }) => dependsOn)]);
  const roots = assets.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
  return [
    { ref: SUBJECT_REF, dependsOn: [...parts.map(({ ref }) => ref), ...roots] },
    ...parts,
    ...assets.map(({ id, dependsOn }) => {
      const provides = provided.get(id);
      return { ref: id, dependsOn, ...(provides === undefined ? {} : { provides }) };
    }),
  ];
}

function toPartRef({ id }: ProductPart): string {
  return `part/${id}`;
}

// What nothing else of the part depends on stands for the rest.
function assetsIn(assets: readonly CryptoAsset[], { paths }: ProductPart): readonly AssetId[] {
  const inside = assets.filter(({ facts }) => facts.some(({ location }) => location.at !== 'endpoint' && isUnder(location.path, paths)));
  const reached = new Set(inside.flatMap(({ dependsOn }) => dependsOn));
  return inside.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
}

function isUnder(place: string, paths: readonly string[]): boolean {
  return paths.some(
    (path) => path === '' || path === '.' || place === path || place.startsWith(`${path}/`) || place.startsWith(`${path}!/`),
  );
}

/** Algorithms by the library asset that the calls name. */
function findProvided(assets: readonly CryptoAsset[]): ReadonlyMap<AssetId, readonly AssetId[]> {
  const libraries = assets.filter((asset) => asset.kind === 'library');
  const byName = new Map(libraries.map(({ library }) => [library.name, findCalled(libraries, library.name)]));
  const provided = new Map<AssetId, Set<AssetId>>();
  for (const { id, kind, facts } of assets) {
    if (kind !== 'algorithm') continue;
    for (const { observed } of facts) {
      const library = observed.kind === 'algorithm' && observed.library !== undefined ? byName.get(observed.library) : undefined;
      if (library !== undefined) provided.set(library, (provided.get(library) ?? new Set()).add(id));
    }
  }
  return new Map([...provided].map(([library, ids]) => [library, [...ids].sort(compareText)]));
}

// A call names no version: it is of the library without one, or of the only one. Of several versions nobody says which is called.
function findCalled(libraries: readonly LibraryAsset[], name: string): AssetId | undefined {
  const named = libraries.filter(({ library }) => library.name === name);
  const found = named.find(({ library }) => library.version === undefined) ?? (named.length === 1 ? named[0] : undefined);
  return found?.id;
}
