// Versions of TLS and DTLS as configurations write them: `TLSv1.2`, `tls1.2`, `TLS1_2`, `VersionTLS12`, `TLS_1_2`, `1.2`, `SSLv3`, `DTLSv1.2`.

/** A version as the model writes it. */
export interface TlsVersion {
  readonly protocol: 'tls' | 'dtls';
  /** `1.2`, `SSL 3.0` */
  readonly version: string;
}

/** In the order of time; RFC 6101, RFC 2246, RFC 4346, RFC 5246, RFC 8446. */
export const TLS_VERSIONS: readonly string[] = ['SSL 2.0', 'SSL 3.0', '1.0', '1.1', '1.2', '1.3'];
/** RFC 4347, RFC 6347, RFC 9147: there is no 1.1. */
export const DTLS_VERSIONS: readonly string[] = ['1.0', '1.2', '1.3'];

const LONGEST = 80;
/** Names of policies that begin with their least version: CloudFront `TLSv1.2_2021`, Elastic Load Balancing, AWS IoT Core, API Gateway. */
const POLICY = /^(?:(?:elb|iot)?securitypolicy[-_]tls(?:13)?[-_]1[-_]([0-3])(?:[-_].{0,40})?|tlsv1\.([0-3])_20\d\d)$/;
const VERSION = /^(?:version)?[_-]?(d)?tls[\s_-]?v?1(?:[._]?([0-3]))?$/;
/** A bare number is a version only where it is written as one. */
const BARE = /^v?1[._]([0-3])$/;
const SSL = /^ssl[\s_-]?v?([23])(?:[._]0)?$/;

/** The version that a configuration names; undefined for anything else. Case does not matter. */
export function parseTlsVersion(written: string): TlsVersion | undefined {
  if (written.length > LONGEST) return undefined;
  const plain = written.toLowerCase();
  const ssl = SSL.exec(plain)?.[1];
  if (ssl !== undefined) return { protocol: 'tls', version: `SSL ${ssl}.0` };
  const policy = POLICY.exec(plain);
  if (policy !== null) return { protocol: 'tls', version: `1.${policy[1] ?? policy[2]}` };
  const bare = BARE.exec(plain)?.[1];
  if (bare !== undefined) return { protocol: 'tls', version: `1.${bare}` };
  const match = VERSION.exec(plain);
  if (match === null) return undefined;
  const protocol = match[1] === undefined ? 'tls' : 'dtls';
  const version = `1.${match[2] ?? '0'}`;
  return (protocol === 'tls' ? TLS_VERSIONS : DTLS_VERSIONS).includes(version) ? { protocol, version } : undefined;
}

/** The versions from the least to the most, both given; only the least where the most is not known, for then the library decides. */
export function toVersionRange(protocol: 'tls' | 'dtls', least: string | undefined, most: string | undefined): readonly string[] {
  const all = protocol === 'tls' ? TLS_VERSIONS : DTLS_VERSIONS;
  if (least === undefined || most === undefined) return [least ?? most].filter((one) => one !== undefined);
  return all.slice(all.indexOf(least), all.indexOf(most) + 1);
}
