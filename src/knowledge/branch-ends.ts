// Until when the projects of cryptographic libraries maintain their branches, as far as it was read. A branch that is not listed is
// not known. OpenSSL: its release strategy, editions of 2016 and 2023. At second hand are the day of OpenSSL 1.1.1, and the dates of
// Mbed TLS, which were read by the month and stand here as its last day.

import type { IsoDate } from '../model/evidence.ts';
import type { Citation } from '../model/measurement.ts';

/** One branch of one library. */
export interface BranchEnd {
  /** as `knowledge/libraries.ts` names it, lowercase */
  readonly library: string;
  /** beginning of the version, up to a dot, a letter or the end */
  readonly branch: string;
  /** the last day of public maintenance, or the day up to which it is promised at least */
  readonly until: IsoDate;
  /** `ended`: said to be over; `promised`: maintained up to that day at least */
  readonly kind: 'ended' | 'promised';
  readonly source: Citation;
}

const OPENSSL: Citation = { title: 'OpenSSL, Release Strategy', url: 'https://openssl-library.org/policies/releasestrat/' };
const MBEDTLS: Citation = {
  title: 'wolfSSL, migration from Mbed TLS: support status of Mbed TLS, October 2026',
  url: 'https://www.wolfssl.com/documentation/manuals/mbedtls-migration/',
};

// Every branch whose end is known.
const BRANCH_ENDS: readonly BranchEnd[] = [
  openssl('1.0.1', '2016-12-31'),
  openssl('1.0.2', '2019-12-31'),
  openssl('1.1.1', '2023-09-11'), // the day at second hand
  openssl('3.0', '2026-09-07'),
  openssl('3.1', '2025-03-14'),
  openssl('3.2', '2025-11-23'),
  mbedtls('2.28', '2025-03-31', 'ended'),
  mbedtls('3.6', '2027-03-31', 'promised'),
];

/** The branch that a version of a library belongs to. */
export function findBranch(library: string, version: string): BranchEnd | undefined {
  const name = library.toLowerCase().replace(/[^a-z0-9]/g, '');
  return BRANCH_ENDS.find((each) => each.library === name && isOfBranch(version.replace(/^v/, ''), each.branch));
}

// `1.0.2u` and `3.0.13` are of the branches 1.0.2 and 3.0; `3.10.1` is not of 3.1.
function isOfBranch(version: string, branch: string): boolean {
  return version.startsWith(branch) && !/\d/.test(version.charAt(branch.length));
}

function openssl(branch: string, until: string): BranchEnd {
  return { library: 'openssl', branch, until: until as IsoDate, kind: 'ended', source: OPENSSL };
}

function mbedtls(branch: string, until: string, kind: BranchEnd['kind']): BranchEnd {
  return { library: 'mbedtls', branch, until: until as IsoDate, kind, source: MBEDTLS };
}
