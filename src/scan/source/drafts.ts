// What is known of one use while it is put together, and how two sayings about it are laid over each other.

import { ALGORITHMS, canonicalUse, useOf } from '../../knowledge/algorithms.ts';
import { curveOfFamily, setOfFamily } from '../../knowledge/languages/curve-families.ts';
import type { CurveFamily, Says } from '../../knowledge/languages/row.ts';
import { type Mechanism, toUse } from '../../knowledge/mechanism.ts';
import type { AlgorithmId, AlgorithmUse, CryptoFunction, CurveId, Parameter, Parameters } from '../../model/algorithm.ts';
import type { Execution } from '../../model/evidence.ts';
import type { Index } from './expression.ts';
import type { Scope } from './module.ts';

/** A use that is being put together. */
export interface Draft {
  readonly algorithm?: AlgorithmId;
  readonly parameters: Parameters;
  readonly curveFamily?: CurveFamily;
  readonly functions: readonly CryptoFunction[];
  readonly parts: readonly AlgorithmUse[];
  /** where the algorithm is named at the use */
  readonly at: Index;
  /** only one value was possible for everything that was resolved */
  readonly sure: boolean;
  /** all that was used was written at the use */
  readonly direct: boolean;
  /** where it was written otherwise, `path:line` */
  readonly from?: string;
  /** places of the expressions that the use took in */
  readonly consumed: readonly Index[];
  /** functions whose parameters decide what is not known yet */
  readonly open: readonly Scope[];
  /** where it is computed, when the key's place says so */
  readonly execution?: Execution;
  /** the name that the source gives the algorithm, where it is not known */
  readonly written?: string;
  /** the argument that names the algorithm is there and says that there is none (`NULL`) */
  readonly none?: true;
}

/** A draft of which nothing is known but its place. */
export function startDraft(at: Index): Draft {
  return { parameters: {}, functions: [], parts: [], at, sure: true, direct: true, consumed: [], open: [] };
}

/** Lays what a table says over a draft, as written or as a default; what the draft knows already stays. */
export function addSays(draft: Draft, says: Says, from: Parameter<unknown>['from'] = 'written'): Draft {
  const known = draft.parameters;
  const given = <T>(value: T | undefined): Parameter<T> | undefined => (value === undefined ? undefined : { value, from });
  const keyBits = known.keyBits ?? given(says.keyBits);
  const mode = known.mode ?? given(says.mode);
  const padding = known.padding ?? given(says.padding);
  const curve = known.curve ?? given(says.curve);
  const digest = known.digest ?? given(says.digest);
  const tagBits = known.tagBits ?? given(says.tagBits);
  const outputBits = known.outputBits ?? given(says.outputBits);
  const iterations = known.iterations ?? given(says.iterations);
  const algorithm = draft.algorithm ?? says.algorithm;
  const curveFamily = draft.curveFamily ?? says.curveFamily;
  const execution = draft.execution ?? says.execution;
  const ofDigest = known.digest === undefined && says.digest !== undefined ? [useOf(says.digest)] : [];
  return {
    ...draft,
    ...(algorithm === undefined ? {} : { algorithm }),
    ...(curveFamily === undefined ? {} : { curveFamily }),
    ...(execution === undefined ? {} : { execution }),
    functions: draft.functions.length > 0 ? draft.functions : (says.functions ?? []),
    parts: [...draft.parts, ...(says.parts ?? []).map((part: Mechanism) => toUse('', part)), ...ofDigest],
    parameters: toParameters({ keyBits, mode, padding, curve, digest, tagBits, outputBits, iterations }),
  };
}

/** Fills what a draft does not know from another one, which may stand elsewhere. */
export function fillFrom(draft: Draft, other: Draft): Draft {
  const algorithm = draft.algorithm ?? other.algorithm;
  const curveFamily = draft.curveFamily ?? other.curveFamily;
  const execution = draft.execution ?? other.execution;
  const knewDigest = draft.parameters.digest !== undefined;
  return {
    ...draft,
    ...(algorithm === undefined ? {} : { algorithm }),
    ...(curveFamily === undefined ? {} : { curveFamily }),
    ...(execution === undefined ? {} : { execution }),
    functions: draft.functions.length > 0 ? draft.functions : other.functions,
    parts: knewDigest || draft.parts.length > 0 ? draft.parts : other.parts,
    parameters: { ...other.parameters, ...draft.parameters },
    sure: draft.sure && other.sure,
    direct: draft.direct && other.direct,
    consumed: [...draft.consumed, ...other.consumed],
    open: [...draft.open, ...other.open],
  };
}

/** Marks everything in a draft as found elsewhere, at `where`. */
export function asResolved(draft: Draft, where: string): Draft {
  const marked = Object.fromEntries(
    Object.entries(draft.parameters).map(([name, parameter]) => [
      name,
      parameter.from === 'written' ? { ...parameter, from: 'resolved', at: where } : parameter,
    ]),
  );
  return { ...draft, parameters: marked, direct: false, from: draft.from ?? where };
}

/** Lays a use over an empty draft. */
export function addUse(draft: Draft, use: AlgorithmUse): Draft {
  return {
    ...draft,
    algorithm: use.algorithm,
    parameters: { ...use.parameters, ...draft.parameters },
    parts: [...draft.parts, ...use.parts],
    functions: draft.functions.length > 0 ? draft.functions : use.functions,
  };
}

/** The finished use; an algorithm that stayed unknown keeps `written`. */
export function finishUse(draft: Draft, written: string): AlgorithmUse {
  const algorithm = parameterSet(draft) ?? draft.algorithm ?? 'unrecognised';
  const curve = draft.parameters.curve ?? curveOf(draft);
  const functions = draft.functions.length > 0 ? draft.functions : ALGORITHMS[algorithm].functions;
  const parameters = toParameters({ ...draft.parameters, curve });
  const named = algorithm === 'unrecognised' ? (draft.written ?? written) : written;
  return withoutSet(canonicalUse(useOf(algorithm, { written: named, parameters, functions, parts: draft.parts })));
}

// The size by which PSA chooses a parameter set is in the name of the mechanism then (`ml-kem-768`), and no key size.
function withoutSet(use: AlgorithmUse): AlgorithmUse {
  const row = ALGORITHMS[use.algorithm];
  if (row.parameterSet === undefined || row.fixedKeyBits !== undefined) return use;
  const { keyBits: _, ...parameters } = use.parameters;
  return { ...use, parameters };
}

function parameterSet({ algorithm, curveFamily, parameters }: Draft): AlgorithmId | undefined {
  const bits = parameters.keyBits?.value;
  return algorithm !== 'slh-dsa' || curveFamily === undefined || bits === undefined ? undefined : setOfFamily(curveFamily, bits);
}

function curveOf(draft: Draft): Parameter<CurveId> | undefined {
  const { keyBits } = draft.parameters;
  if (draft.curveFamily === undefined || keyBits === undefined) return undefined;
  const value = curveOfFamily(draft.curveFamily, keyBits.value);
  return value === undefined ? undefined : { ...keyBits, value };
}

/** Parameters without the absent ones. */
export function toParameters(given: { readonly [K in keyof Parameters]: Parameters[K] | undefined }): Parameters {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
