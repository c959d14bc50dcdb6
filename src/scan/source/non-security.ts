// Uses that the code itself says are not for security: it says so by a flag, by the name it gives the result, or by the protocol constant
// that stands beside it (RFC 6455 §1.3: SHA-1 in the WebSocket handshake).

import type { AlgorithmId, AlgorithmUse } from '../../model/algorithm.ts';
import { valuesAt } from './arguments.ts';
import type { Reported } from './reported.ts';
import { startPlace, type Use } from './uses.ts';

const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
// Broken hashes only: nobody needs to be told that SHA-256 is used for a checksum.
const WEAK: ReadonlySet<AlgorithmId> = new Set(['md5', 'sha-1', 'md4']);
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/etag/i, 'names its result an ETag'],
  [/cache_?key|memo_?key/i, 'names its result a cache key'],
  [/gravatar/i, 'names its result a Gravatar address'],
];

/** Why a use is not a security use, where the code says so. */
export function findReason(use: Use, finished: AlgorithmUse, { reader, text }: Reported): string | undefined {
  const { notForSecurity } = use.row;
  if (notForSecurity !== undefined) {
    const place = startPlace(reader, use.site.scope);
    const says = valuesAt(notForSecurity.place, { call: use.site.call, place }).some(
      ({ value }) => (value.is === 'number' || value.is === 'string') && String(value.value) === notForSecurity.value,
    );
    if (says) return `${notForSecurity.place.replace(/^.*=/, '')} is ${notForSecurity.value === '0' ? 'false' : notForSecurity.value}`;
  }
  if (!WEAK.has(finished.algorithm)) return undefined;
  if (finished.algorithm === 'sha-1' && text.includes(WEBSOCKET_GUID)) return 'WebSocket handshake (RFC 6455)';
  const names = `${use.site.target ?? ''} ${use.site.scope.name}`;
  return NAMES.find(([pattern]) => pattern.test(names))?.[1];
}
