// What a block says of TLS holds together: its suites and groups are those of the versions it states, or of the versions that a block around
// it states. From what was said to evidence.

import type { TextLines } from '../../formats/text-lines.ts';
import type { RuntimeDialect } from '../../knowledge/runtime-configs.ts';
import { DTLS_VERSIONS, TLS_VERSIONS, toVersionRange } from '../../knowledge/tls.ts';
import type { Evidence, Gap, ProtocolObservation, State } from '../../model/evidence.ts';
import type { FileEntry } from '../../model/world.ts';
import type { Said } from './statements.ts';
import type { Statement, Told, ToldItself, ToldOfTls } from './told.ts';

/** Where a file is and what it is. */
export interface RuntimeFile {
  readonly entry: FileEntry;
  readonly lines: TextLines;
  readonly dialect: RuntimeDialect;
}

/** Evidence and gaps in the order of the statements. */
export function settle(said: readonly Said[], file: RuntimeFile): readonly (Evidence | Gap)[] {
  const versions = gatherVersions(said);
  const named = gatherNamed(said);
  return said.flatMap(({ statement, told }) => toItems(told, statement, { file, versions, named }));
}

interface Settling {
  readonly file: RuntimeFile;
  readonly versions: ReadonlyMap<string, Stated>;
  readonly named: ReadonlyMap<string, readonly string[]>;
}

function toItems(told: Told, statement: Statement, { file, versions, named }: Settling): readonly (Evidence | Gap)[] {
  if (told.kind === 'observed') return [toEvidence(withVersions(told, statement, named), statement, file)];
  if (told.kind === 'tls') return toTls(told, statement, versions).map((one) => toEvidence(one, statement, file));
  const location = { ...file.lines.locate(statement.at.line, statement.at.index), path: file.entry.path };
  return [{ scanner: 'runtime-config', location, reason: told.reason, detail: told.detail.slice(0, LONGEST_DETAIL) }];
}

const LONGEST_DETAIL = 400;

interface Stated {
  on: readonly string[];
  least?: string;
  most?: string;
  confidence: ToldOfTls['confidence'];
}

const keyOf = (scope: number, channel: string, protocol: string): string => `${scope}/${channel}/${protocol}`;

function gatherVersions(said: readonly Said[]): ReadonlyMap<string, Stated> {
  const versions = new Map<string, Stated>();
  for (const { statement, told } of said) {
    if (told.kind !== 'tls' || (told.on ?? told.least ?? told.most) === undefined) continue;
    const key = keyOf(statement.scopes.at(-1)?.id ?? 0, statement.channel, told.protocol);
    const before = versions.get(key) ?? { on: [], confidence: told.confidence };
    versions.set(key, {
      ...before,
      on: [...new Set([...before.on, ...(told.on ?? [])])],
      ...(told.least === undefined ? {} : { least: told.least }),
      ...(told.most === undefined ? {} : { most: told.most }),
    });
  }
  return versions;
}

/** Versions of other protocols that a block states for itself, `version = 2` of IKE, `proto=RSN` of Wi-Fi. */
function gatherNamed(said: readonly Said[]): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, readonly string[]>();
  for (const { statement, told } of said) {
    if (told.kind !== 'observed' || told.observed.kind !== 'protocol' || told.state !== 'enabled') continue;
    const { protocol, versions, suites, groups } = told.observed;
    if (versions.length > 0 && suites.length + groups.length === 0)
      named.set(keyOf(statement.scopes.at(-1)?.id ?? 0, statement.channel, protocol), versions);
  }
  return named;
}

/** What says no version is of the version of its block. */
function withVersions(told: ToldItself, { scopes, channel }: Statement, named: ReadonlyMap<string, readonly string[]>): ToldItself {
  const { observed } = told;
  if (observed.kind !== 'protocol' || observed.versions.length > 0) return told;
  const scope = [...scopes.map((one) => one.id).reverse(), 0].find((id) => named.has(keyOf(id, channel, observed.protocol)));
  const versions = scope === undefined ? [] : (named.get(keyOf(scope, channel, observed.protocol)) ?? []);
  return { ...told, observed: { ...observed, versions } };
}

/** The versions that hold at a statement: those of the innermost block that states some. */
function versionsAt({ scopes, channel }: Statement, protocol: 'tls' | 'dtls', versions: ReadonlyMap<string, Stated>): Stated | undefined {
  for (const scope of [...scopes.map((one) => one.id).reverse(), 0]) {
    const stated = versions.get(keyOf(scope, channel, protocol));
    if (stated !== undefined) return stated;
  }
  return undefined;
}

function toTls(told: ToldOfTls, statement: Statement, versions: ReadonlyMap<string, Stated>): readonly ToldItself[] {
  const stated = versionsAt(statement, told.protocol, versions);
  const off = (told.off ?? []).map((version) => toItself(told, statement, { versions: [version] }, 'absent'));
  const own = ownVersions(told, stated);
  if (own.length > 0) return [toItself(told, statement, { versions: own }), ...off];
  if (told.said === undefined) return off;
  const all = stated === undefined ? [] : stated.on.length > 0 ? stated.on : toVersionRange(told.protocol, stated.least, stated.most);
  // Where the block has other versions only, what is written is there and takes no effect.
  const state = stated === undefined || canApply(told, stated) ? 'enabled' : 'present';
  return [toItself(told, statement, { ...told.said, versions: fitting(all, told.only) }, state), ...off];
}

/** The versions that a statement is about: a least one reaches up to the most that its block states. */
function ownVersions({ protocol, on, least, most }: ToldOfTls, stated: Stated | undefined): readonly string[] {
  if (on !== undefined) return on;
  if (least !== undefined) return toVersionRange(protocol, least, most ?? stated?.most);
  return most === undefined ? [] : [most];
}

/** True where a version that the statement can belong to is one that the block allows. */
function canApply({ protocol, only }: ToldOfTls, { on, least, most }: Stated): boolean {
  const order = protocol === 'tls' ? TLS_VERSIONS : DTLS_VERSIONS;
  const first = least === undefined ? 0 : order.indexOf(least);
  const last = most === undefined ? order.length - 1 : order.indexOf(most);
  const allowed = on.length > 0 ? on : order.slice(first, last + 1);
  return allowed.some((version) => only === undefined || (only === '1.3') === (version === '1.3'));
}

// Suites of TLS 1.3 belong to it alone, whatever else is on; those of before belong to what is stated of before.
function fitting(all: readonly string[], only: ToldOfTls['only']): readonly string[] {
  if (only === '1.3') return ['1.3'];
  return only === 'before-1.3' ? all.filter((version) => version !== '1.3') : all;
}

function toItself(told: ToldOfTls, statement: Statement, more: Partial<ProtocolObservation>, state: State = 'enabled'): ToldItself {
  return {
    kind: 'observed',
    state,
    confidence: state === 'absent' ? 'certain' : told.confidence,
    observed: {
      kind: 'protocol',
      protocol: told.protocol,
      versions: [],
      suites: [],
      groups: [],
      schemes: [],
      symbol: statement.at.text,
      ...more,
    },
  };
}

function toEvidence(told: ToldItself, { at }: Statement, { entry, lines, dialect }: RuntimeFile): Evidence {
  return {
    scanner: 'runtime-config',
    location: { ...lines.locate(at.line, at.index), path: entry.path },
    grade: 'source',
    confidence: told.confidence,
    state: told.state,
    origin: entry.origin,
    observed: told.observed,
    roleHint: isWifi(told) ? 'radio' : dialect.role,
  };
}

// OpenWrt keeps Wi-Fi beside everything else.
function isWifi({ observed }: ToldItself): boolean {
  return observed.kind === 'protocol' ? observed.protocol === 'wpa' : observed.kind === 'key' && /^W(?:PA|EP)$/.test(observed.container);
}
