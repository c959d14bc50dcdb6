// Calls that set up or configure a protocol: versions, suites, groups and signature schemes as far as the call says them.

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
    return row?.protocol === undefined ? [] : [toProtocol(reader, site, toApiName(row))];
  });
}

function toProtocol(reader: Reader, site: CallSite, symbol: string): ProtocolUse {
  const says = findRow(reader, site)?.protocol;
  const place = startPlace(reader, site.scope);
  const at = (where: string | undefined): readonly Found[] => (where === undefined ? [] : valuesAt(where, { call: site.call, place }));
  const versions = at(says?.version).flatMap((found) => versionOf(found, place));
  const suites = at(says?.suites).flatMap((found) => suitesOf(found, place));
  const groups = at(says?.groups).flatMap((found) => groupsOf(found, place));
  const schemes = at(says?.schemes).flatMap((found) => namesOf(found, place).flatMap((name) => findTlsScheme(name)?.name ?? []));
  const named = [says?.version, says?.suites, says?.groups, says?.schemes].flatMap((where) =>
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
      protocol: says?.protocol ?? 'tls',
      versions: [...new Set([...(says?.versions ?? []), ...versions])],
      suites: [...new Map(suites.map((suite) => [suite.name, suite])).values()],
      groups: [...new Set(groups)],
      schemes: [...new Set(schemes)],
      symbol,
    },
  };
}

// `TLSv1.2`, `TLSv1_2`, `tls1.2`, `1.2`.
const VERSION = /^(?:d?tls)?\s?v?(1[._][0-3]|1)(?:_method|_client_method|_server_method)?$/i;

function versionOf({ value }: Found, place: Place): readonly string[] {
  if (value.is === 'symbol') {
    const known = place.catalogue.findConstant(value.name)?.version;
    return known === undefined ? [] : [known];
  }
  if (value.is !== 'string') return [];
  if (/^sslv?3/i.test(value.value)) return ['SSL 3.0'];
  const version = VERSION.exec(value.value)?.[1]?.replace('_', '.');
  return version === undefined ? [] : [version === '1' ? '1.0' : version];
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
