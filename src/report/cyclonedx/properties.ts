// What CycloneDX has no field for, as namespaced properties: what is absent, what could not be read, what was looked at, what was learned of
// the product. Each value is `key=value` pairs joined by `;`, the name of the thing first where there is one.

import { nameOf } from '../../knowledge/algorithms.ts';
import type { Gap, Observation } from '../../model/evidence.ts';
import type { Coverage, Fact, Inventory } from '../../model/inventory.ts';
import { toPairs, toSpotPairs } from './context.ts';
import { toLocation } from './occurrence.ts';
import type { Property } from './shapes.ts';

/** `pqready:absent` for each mechanism that is switched off or cut out, `pqready:gap` for each place that could not be read. */
export function toBomProperties({ absences, gaps }: Inventory): readonly Property[] {
  return [...absences.map(({ fact }) => toAbsent(fact)), ...gaps.map(toGap)];
}

/** `pqready:fact` for each board, slot size or build that was seen. */
export function toProductProperties({ productFacts }: Inventory): readonly Property[] {
  return productFacts.map((fact) => {
    const { observed } = fact;
    return { name: 'pqready:fact', value: toPairs([[observed.fact, observed.value], ...toPlacePairs(fact)]) };
  });
}

/** `pqready:coverage` for the whole and for each scanner. */
export function toCoverageProperties(coverage: Coverage): readonly Property[] {
  const { files, bytes, candidateFiles, candidateBytes, ignoredFiles, scanners } = coverage;
  const whole = toPairs(Object.entries({ files, bytes, candidateFiles, candidateBytes, ignoredFiles }));
  return [whole, ...scanners.map((each) => toPairs(Object.entries(each)))].map((value) => ({ name: 'pqready:coverage', value }));
}

function toAbsent(fact: Fact): Property {
  const { state, grade, confidence, origin } = fact;
  return {
    name: 'pqready:absent',
    value: toPairs([
      ['name', nameOfObserved(fact.observed)],
      ...toPlacePairs(fact),
      ...Object.entries({ state, grade, confidence, origin }),
    ]),
  };
}

function toGap(gap: Gap): Property {
  const { reason, scanner, detail, location } = gap;
  const place = toLocation(gap);
  return {
    name: 'pqready:gap',
    value: toPairs([...Object.entries({ reason, location: place }), ...toSpotPairs(location), ['scanner', scanner], ['detail', detail]]),
  };
}

function toPlacePairs(fact: Fact): readonly (readonly [string, string | number | undefined])[] {
  const symbol = 'symbol' in fact.observed ? fact.observed.symbol : undefined;
  return [['location', toLocation(fact)], ...toSpotPairs(fact.location), ['symbol', symbol]];
}

function nameOfObserved(observed: Observation): string {
  switch (observed.kind) {
    case 'algorithm':
      return nameOf(observed.use);
    case 'certificate':
      return observed.subject;
    case 'key':
      return `${nameOf(observed.key.algorithm)} ${observed.material}`;
    case 'protocol':
      return [observed.protocol.toUpperCase(), ...observed.versions].join(' ');
    case 'library':
      return observed.name;
    case 'fact':
      return observed.fact;
  }
}
