// A fact as a CycloneDX occurrence: where a use stands and how it is known. Never what stands there.

import type { AlgorithmUse } from '../../model/algorithm.ts';
import type { Fact } from '../../model/inventory.ts';
import { toContext } from './context.ts';
import type { Occurrence } from './shapes.ts';

/** One use. `use` is the algorithm of the component that the occurrence is for. */
export function toOccurrence(fact: Fact, use?: AlgorithmUse): Occurrence {
  const { location, observed } = fact;
  return {
    location: toLocation(fact),
    ...(location.at === 'text' ? { line: location.line } : {}),
    ...(location.at === 'bytes' ? { offset: location.offset } : {}),
    ...('symbol' in observed && observed.symbol !== '' ? { symbol: observed.symbol } : {}),
    additionalContext: toContext(fact, use),
  };
}

/** `src/ota.c`, `a.zip!/b.c`, `tls://host:8883`; an endpoint has the scheme of the protocol that was spoken to it. */
export function toLocation({ location, scanner }: Pick<Fact, 'location' | 'scanner'>): string {
  if (location.at !== 'endpoint') return location.path;
  const scheme = scanner === 'tls' || scanner === 'dtls' || scanner === 'ssh' ? scanner : location.transport;
  const host = location.host.includes(':') && !location.host.startsWith('[') ? `[${location.host}]` : location.host;
  return `${scheme}://${host}:${location.port}`;
}
