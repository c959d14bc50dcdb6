// What one statement of a configuration says, before the statements of its block complete it.

import type { ConfigWord, Directive } from '../../formats/directives.ts';
import type { Confidence, GapReason, Observation, ProtocolObservation, State } from '../../model/evidence.ts';

/** A directive or keyword as it is to be read: `words` are its own. */
export interface Statement {
  /** the directive or keyword that speaks, with its place */
  readonly at: ConfigWord;
  readonly words: readonly ConfigWord[];
  readonly scopes: Directive['scopes'];
  /** which side of a block: '' or `proxy` */
  readonly channel: string;
}

/** Something of TLS or DTLS that holds for a block: its versions are those that the block states. */
export interface ToldOfTls {
  readonly kind: 'tls';
  readonly protocol: 'tls' | 'dtls';
  readonly on?: readonly string[];
  readonly least?: string;
  readonly most?: string;
  readonly off?: readonly string[];
  readonly said?: Partial<Pick<ProtocolObservation, 'suites' | 'groups' | 'schemes'>>;
  /** the versions that what is said can belong to */
  readonly only?: '1.3' | 'before-1.3';
  readonly confidence: Confidence;
}

/** What a statement says by itself. */
export interface ToldItself {
  readonly kind: 'observed';
  readonly observed: Observation;
  readonly state: State;
  readonly confidence: Confidence;
}

export interface ToldGap {
  readonly kind: 'gap';
  readonly reason: GapReason;
  readonly detail: string;
}

export type Told = ToldOfTls | ToldItself | ToldGap;

/** A fact that is on and certain. */
export function observed(observation: Observation, state: State = 'enabled', confidence: Confidence = 'certain'): ToldItself {
  return { kind: 'observed', observed: observation, state, confidence };
}

const NAMES_SHOWN = 5;
const LONGEST_NAME = 40;

/** Names of a list that nobody knows, kept in writing. Nothing of them where none is a name: a value may be anything. */
export function unknownNames(symbol: string, names: readonly string[], where = ''): readonly ToldGap[] {
  if (names.length === 0) return [];
  const shown = names.filter((name) => name.length <= LONGEST_NAME && /^[A-Za-z0-9][\w.@+=-]*$/.test(name)).slice(0, NAMES_SHOWN);
  const rest = names.length - shown.length;
  const words = [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  return [{ kind: 'gap', reason: 'unsupported', detail: `${symbol}: not known${where}: ${words}` }];
}

/** True for a value that a template, a variable or a shell fills in. */
export function isFilledIn(value: string): boolean {
  return /\{\{|\$\{|\$\(|\{%|<%|\{\$|@@|^\$[A-Za-z_]|^%[A-Za-z_(]|^@[A-Z_]+@/.test(value);
}
