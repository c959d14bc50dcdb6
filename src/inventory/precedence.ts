// A generated configuration outranks what a person wrote: a switch that prj.conf turns on and the build's .config does not hold (its
// dependencies are not met, another file turns it off) is absent. Zephyr, "Setting Kconfig configuration values"; ESP-IDF, "sdkconfig.defaults".

import type { Evidence } from '../model/evidence.ts';
import { folderOf } from './builds.ts';
import { type Configuration, readConfigurations } from './configurations.ts';

/** The evidence, with switches of hand-written configurations absent where every build of them says so. */
export function settlePrecedence(evidence: readonly Evidence[]): readonly Evidence[] {
  const all = readConfigurations(evidence);
  if (all.length === 0) return evidence;
  const answers = new Map<string, readonly Configuration[]>();
  const answersTo = (path: string): readonly Configuration[] => {
    const found = answers.get(path) ?? findAnswers(path, all);
    answers.set(path, found);
    return found;
  };
  return evidence.map((item) => {
    const symbol = symbolOf(item);
    if (symbol === undefined || item.location.at !== 'text') return item;
    const said = answersTo(item.location.path);
    return said.length > 0 && said.every(({ switches }) => (switches.get(symbol) ?? 'n') === 'n') ? { ...item, state: 'absent' } : item;
  });
}

function symbolOf({ scanner, state, observed }: Evidence): string | undefined {
  if (scanner !== 'build-config' || state !== 'enabled' || !('symbol' in observed)) return undefined;
  return observed.symbol.startsWith('CONFIG_') ? observed.symbol : undefined;
}

/** Files that Zephyr's and ESP-IDF's builds merge, by the folders in which they look for them. */
const BY_HAND =
  /^(.*?)(?:(?:boards|socs|conf|snippets|sysbuild|child_image)\/(?:[^/]{1,80}\/){0,2})?([^/]{1,100}\.conf|sdkconfig\.defaults[^/]{0,80})$/;
const GENERATED = /(?:^|\/)(?:zephyr\/\.config|sdkconfig)$/;

// The builds of an application stand below its folder; sysbuild's configuration of another image answers for that image alone.
function findAnswers(path: string, all: readonly Configuration[]): readonly Configuration[] {
  const [, folder, name] = BY_HAND.exec(path) ?? [];
  if (folder === undefined || name === undefined) return [];
  const below = all.filter((one) => GENERATED.test(one.path) && one.path !== path && folderOf(one.path).startsWith(folder));
  const image = /(?:^|\/)(?:sysbuild|child_image)\/([^/]{1,100})(?:\.conf$|\/)/.exec(path)?.[1];
  return image === undefined ? below : below.filter((one) => one.path.includes(`/${image}/`));
}
