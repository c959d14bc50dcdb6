// Calls that set up or configure a protocol: versions, suites, groups and signature schemes as far as the call says them.

import type { ProtocolRow } from '../../knowledge/languages/row.ts';
import { findCipherSuite, findTlsGroup, findTlsScheme } from '../../knowledge/tls.ts';
import type { CipherSuite, ProtocolObservation, State } from '../../model/evidence.ts';
import { findArgument, valuesAt } from './arguments.ts';
import type { CallExpression, Index } from './expression.ts';
import type { CallSite } from './module.ts';
import type { Place } from './qualify.ts';
import { findRow, type Reader, startPlace, toApiName } from './uses.ts';
import { type Found, findValues } from './values.ts';

/** A protocol that a call speaks of. */
export interface ProtocolUse {
  readonly at: Index;
  readonly sure: boolean;
  readonly state: State;
  readonly observed: ProtocolObservation;
  readonly call: CallExpression;
}

/** Every call whose row speaks of a protocol. */
export function findProtocols(reader: Reader): readonly ProtocolUse[] {
  return reader.module.calls.flatMap((site) => {
    const row = findRow(reader, site);
    const says = row?.protocol === undefined ? undefined : chooseProtocol(row.protocol, site, reader);
    if (row === undefined || says === undefined) return [];
    const use = toProtocol({ reader, site, symbol: toApiName(row), says });
    return row.needs === true && saysNothing(use.observed) ? [] : [use];
  });
}

function chooseProtocol(row: ProtocolRow, site: CallSite, reader: Reader): ProtocolRow | undefined {
  const { by } = row;
  if (by === undefined) return row;
  const found = valuesAt(by.place, { call: site.call, place: startPlace(reader, site.scope) });
  return (
    found.flatMap(({ value }) => (value.is === 'symbol' && Object.hasOwn(by.of, value.name) ? (by.of[value.name] ?? []) : []))[0] ??
    by.otherwise
  );
}

function saysNothing({ versions, suites, groups, schemes }: ProtocolObservation): boolean {
  return versions.length + suites.length + groups.length + schemes.length === 0;
}

interface Asking {
  readonly reader: Reader;
  readonly site: CallSite;
  readonly symbol: string;
  readonly says: ProtocolRow;
}

function toProtocol({ reader, site, symbol, says }: Asking): ProtocolUse {
  const place = startPlace(reader, site.scope);
  const at = (where: string | undefined): readonly Found[] => (where === undefined ? [] : valuesAt(where, { call: site.call, place }));
  const versions = [...at(says.version), ...at(says.maximum)].flatMap((found) => versionOf(found, place));
  const suites = at(says.suites).flatMap((found) => suitesOf(found, place));
  const groups = at(says.groups).flatMap((found) => groupsOf(found, place));
  const priorities = at(says.priority).flatMap((found) => namesOf(found, place));
  const schemes = at(says.schemes).flatMap((found) => namesOf(found, place).flatMap((name) => findTlsScheme(name)?.name ?? []));
  const named = [says.version, says.suites, says.groups, says.schemes].flatMap((where) =>
    where === undefined ? [] : [findArgument(where, site.call)],
  );
  const line = named.find((argument) => argument !== undefined && argument.is !== 'object')?.at ?? site.call.nameAt;
  return {
    at: line,
    sure: true,
    state: 'called',
    call: site.call,
    observed: {
      kind: 'protocol',
      protocol: says.protocol,
      versions: [...new Set([...(says.versions ?? []), ...versions, ...prioritised(priorities, 'VERS-').flatMap(toVersion)])],
      suites: [...new Map(suites.map((suite) => [suite.name, suite])).values()],
      groups: [...new Set([...groups, ...prioritised(priorities, 'GROUP-').flatMap((name) => findTlsGroup(name)?.name ?? [])])],
      schemes: [...new Set(schemes)],
      symbol,
    },
  };
}

// `TLSv1.2`, `TLSv1_2`, `tls1.2`, `1.2`.
const VERSION = /^(?:d?tls)?\s?v?(1[._][0-3]|1)(?:_method|_client_method|_server_method)?$/i;

// RFC 8446 §4.2.1, RFC 9147 §5.3: the versions as they stand in the handshake.
const BY_CODE: ReadonlyMap<number, readonly string[]> = new Map([
  [0x0300, ['SSL 3.0']],
  [0x0301, ['1.0']],
  [0x0302, ['1.1']],
  [0x0303, ['1.2']],
  [0x0304, ['1.3']],
]);

function versionOf({ value }: Found, place: Place, depth = 0): readonly string[] {
  // `Tls12 | Tls13`, an array of versions.
  if (value.is === 'list' && depth < 4)
    return value.items.slice(0, 20).flatMap((item) => findValues(item, value.place).flatMap((found) => versionOf(found, place, depth + 1)));
  if (value.is === 'symbol') {
    const known = place.catalogue.findConstant(value.name)?.version;
    return known === undefined ? [] : [known];
  }
  if (value.is === 'number') return BY_CODE.get(value.value) ?? [];
  if (value.is !== 'string') return [];
  return toVersion(value.value);
}

function toVersion(written: string): readonly string[] {
  if (/^sslv?3/i.test(written)) return ['SSL 3.0'];
  const version = VERSION.exec(written)?.[1]?.replace('_', '.');
  return version === undefined ? [] : [version === '1' ? '1.0' : version];
}

// GnuTLS, gnutls_priority_init: `+VERS-TLS1.3` switches on, `-VERS-TLS1.0` off.
function prioritised(names: readonly string[], kind: string): readonly string[] {
  return names.flatMap((name) => (name.startsWith(`+${kind}`) ? [name.slice(kind.length + 1)] : []));
}

/** The names in a list of suites or groups, however it is written: one string with separators, an array of strings or constants. */
function namesOf({ value }: Found, place: Place, depth = 0): readonly string[] {
  if (value.is === 'string')
    return value.value
      .split(/[\s:,;]+/)
      .filter((name) => name !== '')
      .slice(0, 200);
  if (value.is === 'symbol') {
    const constant = place.catalogue.findConstant(value.name);
    return [constant?.suite ?? constant?.group ?? value.name];
  }
  if (value.is === 'list' && depth < 2)
    return value.items.slice(0, 200).flatMap((item) => findValues(item, value.place).flatMap((found) => namesOf(found, place, depth + 1)));
  return [];
}

function suitesOf(found: Found, place: Place): readonly CipherSuite[] {
  return namesOf(found, place).flatMap((name) => findCipherSuite(name) ?? []);
}

function groupsOf(found: Found, place: Place): readonly string[] {
  return namesOf(found, place).flatMap((name) => findTlsGroup(name)?.name ?? []);
}
