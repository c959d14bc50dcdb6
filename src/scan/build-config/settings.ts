// From the settings of one configuration file to evidence: what each known symbol means, whether it is on, and what other symbols of the
// same file add to it.

import { type ConfigDialect, type ConfigSymbol, findConfigSymbol, libraryOfSymbol, type Meaning } from '../../knowledge/configs.ts';
import { toUse } from '../../knowledge/mechanism.ts';
import { findCipherSuite } from '../../knowledge/tls.ts';
import type { AlgorithmUse } from '../../model/algorithm.ts';
import type { Confidence, Evidence, Observation, TextLocation } from '../../model/evidence.ts';
import type { FileEntry } from '../../model/world.ts';

/** One symbol as a file sets it. */
export interface Setting {
  /** as written, with its prefix */
  readonly symbol: string;
  /** as the tables spell it */
  readonly name: string;
  readonly on: boolean;
  /** absent for a symbol that is only on or off */
  readonly value?: string;
  readonly place: Omit<TextLocation, 'path'>;
  readonly condition?: string;
}

/** Where settings come from. */
export interface SettingsFile {
  readonly entry: FileEntry;
  readonly dialect: ConfigDialect;
}

/** Evidence for each setting that is known to switch cryptography or to state a fact of the product. */
export function* toSettingsEvidence(settings: readonly Setting[], file: SettingsFile): Generator<Evidence> {
  const byName = new Map(settings.map((setting) => [setting.name, setting])); // the last one wins, as in Kconfig and in C
  for (const setting of settings) {
    const row = findConfigSymbol(setting.name, file.dialect);
    if (row === undefined) continue;
    for (const meaning of meaningsOf(row, setting)) {
      const state = stateOf(row, setting, meaning);
      const observed = state === undefined ? undefined : toObservation(meaning, setting, { ...file, byName });
      if (state !== undefined && observed !== undefined) yield toEvidence({ row, setting, meaning, state, observed }, file.entry);
    }
  }
}

function meaningsOf(row: ConfigSymbol, setting: Setting): readonly Meaning[] {
  if (row.fromValue === undefined) return row.means;
  return setting.on && setting.value !== undefined ? (row.fromValue(setting.value) ?? []) : [];
}

function stateOf(row: ConfigSymbol, setting: Setting, meaning: Meaning): 'enabled' | 'absent' | undefined {
  if (row.inverted === true) return setting.on ? 'absent' : undefined;
  if (setting.on) return 'enabled';
  return meaning.onlyWhenOn === true ? undefined : 'absent';
}

interface Surroundings extends SettingsFile {
  readonly byName: ReadonlyMap<string, Setting>;
}

function toObservation(meaning: Meaning, setting: Setting, around: Surroundings): Observation | undefined {
  const { symbol } = setting;
  const condition = setting.condition === undefined ? {} : { condition: setting.condition };
  switch (meaning.kind) {
    case 'algorithm': {
      const library = libraryOfSymbol(setting.name, around.dialect);
      const use = refined(toUse(symbol, meaning.named), meaning, around);
      return { kind: 'algorithm', use, symbol, ...(library === undefined ? {} : { library }), ...condition };
    }
    case 'protocol': {
      const suites = (meaning.suites ?? []).flatMap((name) => findCipherSuite(name) ?? []);
      return {
        kind: 'protocol',
        protocol: meaning.protocol,
        versions: meaning.versions,
        suites,
        groups: [],
        schemes: [],
        symbol,
        ...condition,
      };
    }
    case 'library':
      return { kind: 'library', name: meaning.name, symbol };
    case 'fact': {
      const value = meaning.value ?? setting.value ?? '';
      // A fact of the product is stated or not: under a condition that is not decided it is not.
      return value === '' || setting.condition !== undefined
        ? undefined
        : { kind: 'fact', fact: meaning.fact, value: value.slice(0, LONGEST_VALUE), symbol };
    }
  }
}

const LONGEST_VALUE = 200;

function refined(use: AlgorithmUse, meaning: Meaning, { byName, entry }: Surroundings): AlgorithmUse {
  if (meaning.kind !== 'algorithm' || meaning.refinedBy === undefined) return use;
  const other = byName.get(meaning.refinedBy.symbol);
  const bits = Number(other?.value);
  if (other === undefined || !Number.isInteger(bits) || bits <= 0) return use;
  const keyBits = { value: bits, from: 'resolved', at: `${entry.path}:${other.place.line}` } as const;
  return { ...use, parameters: { ...use.parameters, keyBits } };
}

interface Found {
  readonly row: ConfigSymbol;
  readonly setting: Setting;
  readonly meaning: Meaning;
  readonly state: 'enabled' | 'absent';
  readonly observed: Observation;
}

function toEvidence({ row, setting, meaning, state, observed }: Found, entry: FileEntry): Evidence {
  return {
    scanner: 'build-config',
    location: { ...setting.place, path: entry.path },
    grade: 'source',
    confidence: confidenceOf(meaning, setting),
    state,
    origin: entry.origin,
    observed,
    ...(row.role === undefined ? {} : { roleHint: row.role }),
  };
}

function confidenceOf(meaning: Meaning, setting: Setting): Confidence {
  const own = meaning.confidence ?? 'certain';
  return own === 'certain' && setting.condition !== undefined ? 'likely' : own;
}
