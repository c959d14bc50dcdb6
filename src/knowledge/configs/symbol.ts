// The shape of a configuration symbol that switches cryptography, and the short hand in which the tables of this folder write it.
// A symbol is written without its prefix (`CONFIG_`, `SB_CONFIG_`): BOOT_SIGNATURE_TYPE_RSA, MBEDTLS_GCM_C, PSA_WANT_ALG_ECDSA.

import type { AlgorithmId } from '../../model/algorithm.ts';
import type { Confidence, ProductFactName, ProtocolName, Role } from '../../model/evidence.ts';
import { type Mechanism, mechanism } from '../mechanism.ts';

interface MeaningBase {
  /** the symbol is one of several ways to the same thing, or stands for several things: when it is off it says nothing */
  readonly onlyWhenOn?: true;
  /** absent: certain */
  readonly confidence?: Confidence;
}

/** What a symbol stands for. */
export type Meaning =
  | (MeaningBase & { readonly kind: 'algorithm'; readonly named: Mechanism; readonly refinedBy?: Refinement })
  | (MeaningBase & {
      readonly kind: 'protocol';
      readonly protocol: ProtocolName;
      readonly versions: readonly string[];
      readonly suites?: readonly string[];
    })
  | (MeaningBase & { readonly kind: 'library'; readonly name: string })
  /** without a value the symbol's own value is the fact's */
  | (MeaningBase & { readonly kind: 'fact'; readonly fact: ProductFactName; readonly value?: string });

/** A parameter of the algorithm that another symbol of the same file holds. */
export interface Refinement {
  readonly parameter: 'keyBits';
  readonly symbol: string;
}

/** One symbol. */
export interface ConfigSymbol {
  readonly name: string;
  readonly role?: Role;
  readonly means: readonly Meaning[];
  /** the symbol takes the thing out: defined or set, it is absent (`NO_RSA`, `MBEDTLS_REMOVE_ARC4_CIPHERSUITES`) */
  readonly inverted?: true;
  /** for a symbol with a value (`=2048`, `="esp32s3"`): what that value means; undefined for one that means nothing */
  readonly fromValue?: (value: string) => readonly Meaning[] | undefined;
  /** file of the public source that defines the symbol */
  readonly source: string;
}

/** A family of symbols with regular names. The first that answers decides. */
export interface SymbolFamily {
  readonly toSymbol: (name: string) => ConfigSymbol | undefined;
}

/** Symbols that one source defines for one role. */
export function symbols(
  source: string,
  role: Role | undefined,
  table: Readonly<Record<string, readonly Meaning[]>>,
): readonly ConfigSymbol[] {
  return Object.entries(table).map(([name, means]) => ({ name, means, source, ...(role === undefined ? {} : { role }) }));
}

/** The same, for symbols that take something out. */
export function removals(source: string, table: Readonly<Record<string, readonly Meaning[]>>): readonly ConfigSymbol[] {
  return symbols(source, undefined, table).map((row) => ({ ...row, inverted: true }));
}

/** Symbols whose value is what counts. */
export function valued(
  source: string,
  role: Role | undefined,
  table: Readonly<Record<string, NonNullable<ConfigSymbol['fromValue']>>>,
): readonly ConfigSymbol[] {
  return Object.entries(table).map(([name, fromValue]) => ({
    name,
    means: [],
    fromValue,
    source,
    ...(role === undefined ? {} : { role }),
  }));
}

/** The symbol is this mechanism: on it is there, off it is not. */
export function algorithm(id: AlgorithmId, more: Omit<Mechanism, 'algorithm'> = {}): Meaning {
  return { kind: 'algorithm', named: mechanism(id, more) };
}

/** The symbol makes use of this mechanism among others. */
export function uses(id: AlgorithmId, more: Omit<Mechanism, 'algorithm'> = {}): Meaning {
  return { ...algorithm(id, more), onlyWhenOn: true };
}

/** The symbol is likely, not certainly, this mechanism (a mode that is nearly always the mode of AES). */
export function likely(meaning: Meaning): Meaning {
  return { ...meaning, confidence: 'likely' };
}

/** A protocol is built in. */
export function protocol(name: ProtocolName, ...versions: readonly string[]): Meaning {
  return { kind: 'protocol', protocol: name, versions };
}

/** A library is built in. */
export function library(name: string): Meaning {
  return { kind: 'library', name };
}

/** A fact of the product, with this value or the symbol's own. */
export function fact(name: ProductFactName, value?: string): Meaning {
  return { kind: 'fact', fact: name, ...(value === undefined ? {} : { value }) };
}

/** A fact that one member of a choice states: the members that are off say nothing. */
export function chosen(name: ProductFactName, value: string): Meaning {
  return { ...fact(name, value), onlyWhenOn: true };
}

/** The value as a whole number, decimal or hexadecimal; undefined for anything else and for what is not below 2^53. */
export function toWholeNumber(value: string): number | undefined {
  if (!/^(?:0x[0-9a-f]{1,13}|\d{1,15})$/i.test(value)) return undefined;
  return Number(value);
}
