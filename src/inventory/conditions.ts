// Settles the preprocessor conditions of facts by what a build wrote of its switches: what a generated configuration or a command line leaves
// out is absent, and what it takes in stands there without a condition. ISO C17 6.10.1 for the expressions; a Kconfig switch that is off is
// not defined (zephyr/doc/build/kconfig, esp-idf's kconfig tools). What cannot be decided stays a condition.

import type { Build, Compiled } from '../model/build.ts';
import type { Evidence } from '../model/evidence.ts';
import { agreed, configure, isSwitch, readConfigurations } from './configurations.ts';
import { evaluate, namesIn, type Switches } from './expression.ts';

/** The evidence with its conditions settled. Of the switches only those stay that some condition names. */
export function settleConditions(evidence: readonly Evidence[], builds: readonly Build[] = []): readonly Evidence[] {
  const named = new Set(evidence.flatMap((item) => namesIn(conditionOf(item) ?? '')));
  const switchesAt = startSwitches(evidence, builds);
  return evidence.filter((item) => !isSwitch(item) || named.has(item.observed.symbol)).map((item) => settle(item, switchesAt));
}

/** The switches under which a file was compiled, one for each build; where no build is known to compile it, what all builds agree on. */
type SwitchesAt = (path: string) => readonly Switches[];

function startSwitches(evidence: readonly Evidence[], builds: readonly Build[]): SwitchesAt {
  const all = readConfigurations(evidence);
  const shared = agreed(all);
  const configured = configure(builds, all);
  const known = new Map<string, readonly Switches[]>();
  return (path) => {
    const compiled =
      known.get(path) ??
      configured.flatMap(({ build, switches }) => {
        const as = build.compiled.get(path);
        return as === undefined ? [] : [toSwitches(as, switches)];
      });
    known.set(path, compiled);
    return compiled.length > 0 || shared.size === 0 ? compiled : [(name) => shared.get(name)];
  };
}

// Kconfig writes every switch that can be on: in code that is compiled with a configuration, a CONFIG_ name that it does not hold is not defined.
function toSwitches({ macros }: Compiled, configuration: ReadonlyMap<string, string>): Switches {
  return (name) => macros.get(name) ?? configuration.get(name) ?? (configuration.size > 0 && name.startsWith('CONFIG_') ? 'n' : undefined);
}

function conditionOf({ observed }: Evidence): string | undefined {
  return observed.kind === 'algorithm' || observed.kind === 'protocol' ? observed.condition : undefined;
}

function settle(item: Evidence, switchesAt: SwitchesAt): Evidence {
  const condition = conditionOf(item);
  if (condition === undefined || item.location.at !== 'text') return item;
  const holds = inAny(switchesAt(item.location.path).map((switches) => evaluate(condition, switches)));
  if (holds === undefined) return item;
  if (!holds) return { ...item, state: 'absent' };
  const { observed } = item;
  if (observed.kind !== 'algorithm' && observed.kind !== 'protocol') return item;
  const { condition: _settled, ...rest } = observed;
  return { ...item, observed: rest };
}

// A product has what one of its images has.
function inAny(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(true)) return true;
  return truths.length === 0 || truths.includes(undefined) ? undefined : false;
}
