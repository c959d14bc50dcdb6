// Where an algorithm is computed: `executionEnvironment` and `implementationPlatform` of a component. A component stands for every use of
// one thing, in hardware or not: the field is written where all uses agree, and each occurrence says its own.

import type { Execution } from '../../model/evidence.ts';
import type { Fact } from '../../model/inventory.ts';
import type { AlgorithmProperties } from './shapes.ts';

/** The two fields, as far as every fact says the same. */
export function toExecution(facts: readonly Fact[]): Pick<AlgorithmProperties, 'executionEnvironment' | 'implementationPlatform'> {
  const executions = facts.map(executionOf);
  const environment = agreed(executions.map((execution) => execution?.environment));
  const platform = agreed(executions.map((execution) => execution?.platform));
  return {
    ...(environment === undefined ? {} : { executionEnvironment: environment }),
    ...(platform === undefined ? {} : { implementationPlatform: platform }),
  };
}

/** What one fact says; undefined where its source does not tell. */
export function executionOf({ observed }: Pick<Fact, 'observed'>): Execution | undefined {
  return observed.kind === 'algorithm' ? observed.execution : undefined;
}

function agreed<T>(values: readonly (T | undefined)[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}
