// What builds wrote of their switches (the `build-switch` facts of generated configurations), and which configuration a build or a file written
// by hand has to do with.

import type { Build } from '../model/build.ts';
import type { Evidence } from '../model/evidence.ts';
import { deepest, folderOf } from './builds.ts';

export type SwitchEvidence = Evidence & { readonly observed: { readonly kind: 'fact'; readonly value: string; readonly symbol: string } };

/** One generated configuration: its switches by name, `y`, `n` or `set`. */
export interface Configuration {
  readonly path: string;
  readonly switches: ReadonlyMap<string, string>;
}

export function isSwitch(item: Evidence): item is SwitchEvidence {
  return item.observed.kind === 'fact' && item.observed.fact === 'build-switch';
}

/** The configurations, by path. Of a build of a test or an example nothing follows for the product. */
export function readConfigurations(evidence: readonly Evidence[]): readonly Configuration[] {
  const byPath = new Map<string, Map<string, string>>();
  for (const item of evidence) {
    if (!isSwitch(item) || item.location.at !== 'text' || (item.origin !== 'generated' && item.origin !== 'first-party')) continue;
    const { path } = item.location;
    const switches = byPath.get(path) ?? new Map<string, string>();
    byPath.set(path, switches.set(item.observed.symbol, item.observed.value));
  }
  return [...byPath].map(([path, switches]) => ({ path, switches }));
}

/** What all that speak of a switch say alike; a switch on which they differ is not in it. */
export function agreed(configurations: readonly Configuration[]): ReadonlyMap<string, string> {
  const values = new Map<string, Set<string>>();
  for (const { switches } of configurations) {
    for (const [symbol, value] of switches) values.set(symbol, (values.get(symbol) ?? new Set()).add(value));
  }
  return new Map([...values].flatMap(([symbol, said]) => (said.size === 1 ? [...said].map((value) => [symbol, value] as const) : [])));
}

/** A build with the switches of the configurations that it was made with. */
export interface ConfiguredBuild {
  readonly build: Build;
  readonly switches: ReadonlyMap<string, string>;
}

/** The configuration of a build stands in its folder, else it is the nearest above (ESP-IDF keeps sdkconfig beside the sources). */
export function configure(builds: readonly Build[], all: readonly Configuration[]): readonly ConfiguredBuild[] {
  const folders = builds.map(({ folder }) => folder);
  const placed = all.map((configuration) => ({ configuration, folder: deepest(folders, configuration.path) }));
  return builds.map((build) => {
    const own = placed.filter(({ folder }) => folder === build.folder).map(({ configuration }) => configuration);
    return { build, switches: agreed(own.length > 0 ? own : nearestAbove(build.folder, all)) };
  });
}

function nearestAbove(folder: string, all: readonly Configuration[]): readonly Configuration[] {
  const above = all.filter(({ path }) => folder.startsWith(folderOf(path)));
  const nearest = above.reduce((longest, { path }) => Math.max(longest, folderOf(path).length), 0);
  return above.filter(({ path }) => folderOf(path).length === nearest);
}
