// Places and texts as SARIF has them: relative URIs (RFC 3986) against the scanned root, regions in lines or bytes, plain-text messages.

import type { Location } from '../../model/evidence.ts';
import { toVisible } from '../escape.ts';
import type { Message, Region, SarifLocation } from './shapes.ts';

/** The name of the scanned root; a viewer maps it to its own checkout. */
export const ROOT = '%SRCROOT%';

/** Where a fact stands; absent where the place has no path. */
export function toSarifLocation(location: Location): SarifLocation | undefined {
  if (location.at === 'endpoint')
    return { physicalLocation: { artifactLocation: { uri: toEndpointUri(location.transport, location.host, location.port) } } };
  if (location.path === '') return undefined;
  const region = toRegion(location);
  const artifactLocation = { uri: toUri(location.path), uriBaseId: ROOT };
  return { physicalLocation: { artifactLocation, ...(region === undefined ? {} : { region }) } };
}

/** A posix path as a relative URI reference: every segment percent-encoded, so that none is read as a scheme, a query or a fragment. */
export function toUri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** A sentence as a message: nothing unseen, no placeholder, no embedded link (§3.11.5, §3.11.6). */
export function toMessage(text: string): Message {
  return { text: toVisible(text).replace(/[{}]/g, '$&$&').replaceAll('](', '\\](') };
}

function toRegion(location: Exclude<Location, { at: 'endpoint' }>): Region | undefined {
  if (location.at === 'bytes') return { byteOffset: location.offset, byteLength: location.length };
  if (location.line < 1) return undefined;
  return { startLine: location.line, ...(location.column < 1 ? {} : { startColumn: location.column }) };
}

function toEndpointUri(transport: string, host: string, port: number): string {
  const name = host.includes(':') ? `[${host.replace(/[^0-9A-Fa-f:.]/g, '')}]` : encodeURIComponent(host.replace(/\p{Cs}/gu, '\ufffd'));
  return `${transport}://${name}:${port}`;
}
