// Directives of TLS: versions, cipher suites, groups, signature schemes.

import { joinWords } from '../../formats/directives.ts';
import type { Says } from '../../knowledge/runtime-configs.ts';
import {
  expandCipherString,
  expandGroupList,
  expandSchemeList,
  findCipherSuite,
  parseTlsVersion,
  TLS_VERSIONS,
  type TlsVersion,
} from '../../knowledge/tls.ts';
import type { CipherSuite } from '../../model/evidence.ts';
import { isFilledIn, type Statement, type Told, type ToldOfTls, unknownNames } from './told.ts';

/** What a directive of TLS says; nothing where its value is no name of TLS. */
export function tellTls(says: Says, statement: Statement): readonly Told[] {
  const value = joinWords(statement).trim();
  const symbol = statement.at.text;
  if (value !== '' && isFilledIn(value))
    return [{ kind: 'gap', reason: 'unsupported', detail: `${symbol}: the value is filled in elsewhere` }];
  switch (says.says) {
    case 'versions':
      return tellVersions(says.how, statement, value);
    case 'no-versions':
      return [{ kind: 'tls', protocol: 'tls', off: says.versions, confidence: 'certain' }];
    case 'suites':
      return says.notation === 'openssl' ? tellCipherString(symbol, value) : tellSuites(symbol, value, says.only);
    case 'groups': {
      const { names, unknown } = expandGroupList(value.replaceAll(/["'[\]]/g, ''));
      return [
        ...ofNames({ groups: names }),
        ...unknownNames(
          symbol,
          unknown.filter((name) => !isUnset(name)),
        ),
      ];
    }
    case 'schemes': {
      const { names, unknown } = expandSchemeList(value);
      return [
        ...ofNames({ schemes: names }),
        ...unknownNames(
          symbol,
          unknown.filter((name) => !isUnset(name)),
        ),
      ];
    }
    default:
      return [];
  }
}

function isUnset(name: string): boolean {
  return /^(?:auto|default|none|system|null|true|false)$/i.test(name);
}

function ofNames(said: NonNullable<ToldOfTls['said']>): readonly ToldOfTls[] {
  return Object.values(said).every((names) => names.length === 0) ? [] : [{ kind: 'tls', protocol: 'tls', said, confidence: 'certain' }];
}

function tellVersions(how: Extract<Says, { says: 'versions' }>['how'], { at, words }: Statement, value: string): readonly Told[] {
  const written = value
    .split(/[\s,;|"'[\]]+/)
    .filter((word) => word !== '')
    .slice(0, 40);
  if (how === 'signed') return tellSigned(at.text, written);
  // `min_version: 1.2` may be the version of anything: the word or the directive has to speak of TLS.
  const named = written.flatMap((word) =>
    /tls|ssl/i.test(`${at.text}${word}`) || words.length === 0 ? (parseTlsVersion(word) ?? []) : [],
  );
  const unknown = written.filter((word) => /tls|ssl/i.test(word) && parseTlsVersion(word) === undefined && !isFlag(word));
  const gaps = unknownNames(at.text, unknown);
  const [first] = named;
  if (first === undefined) return gaps;
  if (how === 'least' || how === 'most')
    return [{ kind: 'tls', protocol: first.protocol, [how]: first.version, confidence: 'certain' }, ...gaps];
  const lists = (['tls', 'dtls'] as const).flatMap((protocol) => listOf(protocol, named));
  return [...lists, ...gaps];
}

// Java's `ssl.protocol=TLS` and OpenSSL's `TLS_method` name no version.
function isFlag(word: string): boolean {
  return /^(?:tls|ssl|sslv23|sslv2hello|no_.{0,20})$/i.test(word);
}

function listOf(protocol: 'tls' | 'dtls', named: readonly TlsVersion[]): readonly ToldOfTls[] {
  const on = [...new Set(named.filter((one) => one.protocol === protocol).map((one) => one.version))];
  return on.length === 0 ? [] : [{ kind: 'tls', protocol, on, confidence: 'certain' }];
}

/** What `all` stands for: mod_ssl and SSL_CONF_cmd(3), of which the library builds in what it has. */
const ALL_VERSIONS = TLS_VERSIONS.slice(TLS_VERSIONS.indexOf('1.0'));

// `all -SSLv3 -TLSv1`, `!SSLv2, !SSLv3`, `>=TLSv1.2`, `-ALL TLSv1.2`: words add, take away, or bound.
function tellSigned(symbol: string, written: readonly string[]): readonly Told[] {
  const on = new Set<string>();
  const off = new Set<string>();
  let bounds: { least?: string; most?: string } = {};
  let isWide = false;
  const unknown: string[] = [];
  for (const word of written) {
    const [, sign = '', name = ''] = /^([+!-]|[<>]=?)?(.*)$/.exec(word) ?? [];
    const version = parseTlsVersion(name)?.version;
    if (/^(?:all|any)$/i.test(name)) {
      if (sign === '-' || sign === '!') on.clear();
      else for (const one of ALL_VERSIONS) on.add(one);
      isWide = sign !== '-' && sign !== '!';
    } else if (version === undefined) unknown.push(name);
    else if (sign.startsWith('>')) bounds = { ...bounds, least: version };
    else if (sign.startsWith('<')) bounds = { ...bounds, most: version };
    else if (sign === '-' || sign === '!') {
      on.delete(version);
      off.add(version);
    } else on.add(version);
  }
  const said: ToldOfTls = { kind: 'tls', protocol: 'tls', confidence: isWide ? 'likely' : 'certain', ...bounds };
  const isSaid = on.size + off.size > 0 || bounds.least !== undefined || bounds.most !== undefined;
  return [
    ...(isSaid ? [{ ...said, ...(on.size === 0 ? {} : { on: [...on] }), ...(off.size === 0 ? {} : { off: [...off] }) }] : []),
    ...unknownNames(
      symbol,
      unknown.filter((name) => name !== '' && !isFlag(name)),
    ),
  ];
}

/** No configuration says which OpenSSL reads it: the older one selects all that the newer one does, and the CCM_8 suites beside. */
const EXPANDED_AS = '3.0';

function tellCipherString(symbol: string, value: string): readonly Told[] {
  // mod_ssl puts the family of suites before the string: `SSLCipherSuite TLSv1.3 TLS_AES_256_GCM_SHA384`.
  const [, family, string] = /^(TLSv1\.3|SSL)\s+(\S.*)$/i.exec(value) ?? [];
  if (family?.toUpperCase() === 'TLSV1.3') return tellSuites(symbol, string ?? '', '1.3');
  // OpenVPN takes IANA's names with hyphens.
  const written = (string ?? value).replaceAll(/TLS-[A-Z0-9-]{4,60}/g, (name) => findCipherSuite(name)?.name ?? name);
  const of13 = written.split(/[:,\s]+/).flatMap((name) => asTls13(name) ?? []);
  const { suites, legacy, unknown } = expandCipherString(written, EXPANDED_AS);
  const isNamed = written.split(/[:,\s]+/).every((name) => name === '' || findCipherSuite(name) !== undefined);
  const confidence = isNamed ? 'certain' : 'likely';
  const strangers = unknown.filter((name) => asTls13(name) === undefined && !isUnset(name));
  return [
    ...ofSuites(suites, 'before-1.3', confidence),
    ...ofSuites(legacy, 'before-1.3', 'likely'),
    ...ofSuites(of13, '1.3', 'likely'),
    ...unknownNames(symbol, strangers, ` to OpenSSL ${EXPANDED_AS}`),
  ];
}

// Some daemons take both kinds in one list.
function asTls13(name: string): CipherSuite | undefined {
  const suite = findCipherSuite(name);
  return suite === undefined || suite.name.includes('_WITH_') ? undefined : suite;
}

function ofSuites(suites: readonly CipherSuite[], only: '1.3' | 'before-1.3', confidence: 'certain' | 'likely'): readonly ToldOfTls[] {
  return suites.length === 0 ? [] : [{ kind: 'tls', protocol: 'tls', said: { suites }, only, confidence }];
}

function tellSuites(symbol: string, value: string, only: '1.3' | undefined): readonly Told[] {
  const names = value
    .split(/[:,;\s"'[\]]+/)
    .filter((name) => name !== '')
    .slice(0, 200);
  const found = new Map(names.flatMap((name) => findCipherSuite(name) ?? []).map((suite) => [suite.name, suite]));
  const suites = [...found.values()];
  const is13 = (suite: CipherSuite): boolean => !suite.name.includes('_WITH_');
  const unknown = names.filter((name) => findCipherSuite(name) === undefined && !isUnset(name));
  return [
    ...ofSuites(suites.filter(is13), '1.3', 'certain'),
    ...(only === '1.3'
      ? []
      : ofSuites(
          suites.filter((suite) => !is13(suite)),
          'before-1.3',
          'certain',
        )),
    ...unknownNames(symbol, unknown),
  ];
}
