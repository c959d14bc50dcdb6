// What a fact's id is made of: what was seen, where, and how; not when, nor how to repeat it. Fields stand here one by one, so that a field
// added to the model leaves the ids of old facts as they are.

import type { AlgorithmUse, Parameters } from '../model/algorithm.ts';
import type { Evidence, Location, Observation } from '../model/evidence.ts';

/** One text for one fact; JSON of nested arrays. Expects a canonical observation. */
export function toFactContent({ scanner, location, grade, confidence, state, origin, observed, roleHint, subject }: Evidence): string {
  const on = subject && [subject.part, subject.version, subject.imageSha256, subject.serial];
  return JSON.stringify([scanner, place(location), grade, confidence, state, origin, content(observed), roleHint, on]);
}

function place(location: Location): readonly unknown[] {
  switch (location.at) {
    case 'text':
      return [location.path, location.line, location.column, location.offset];
    case 'bytes':
      return [location.path, location.offset, location.length];
    case 'endpoint':
      return [location.transport, location.host, location.port];
  }
}

function content(observed: Observation): readonly unknown[] {
  switch (observed.kind) {
    case 'algorithm':
      return [
        observed.kind,
        observed.symbol,
        use(observed.use),
        observed.library,
        observed.condition,
        observed.nonSecurity,
        // absent from facts of before, whose ids stay
        ...(observed.execution === undefined ? [] : [observed.execution.environment, observed.execution.platform]),
      ];
    case 'certificate':
      return [observed.kind, observed.sha256, observed.format];
    case 'key': {
      const { spkiSha256, sizeBits, algorithm } = observed.key;
      return [observed.kind, observed.material, observed.container, observed.encrypted, spkiSha256, sizeBits, use(algorithm)];
    }
    case 'protocol': {
      const suites = observed.suites.map(({ name }) => name);
      return [
        observed.kind,
        observed.protocol,
        observed.versions,
        suites,
        observed.groups,
        observed.schemes,
        observed.symbol,
        observed.condition,
      ];
    }
    case 'library':
      return [observed.kind, observed.name, observed.version, observed.purl, observed.symbol];
    case 'fact':
      return [observed.kind, observed.fact, observed.value, observed.symbol];
  }
}

function use({ algorithm, written, parameters, functions, parts }: AlgorithmUse): readonly unknown[] {
  return [algorithm, written, given(parameters), functions, parts.map(use)];
}

function given({ keyBits, mode, padding, curve, digest, tagBits, outputBits, iterations }: Parameters): readonly unknown[] {
  const all = [keyBits, mode, padding, curve, digest, tagBits, outputBits, iterations];
  return all.map((parameter) => parameter && [parameter.value, parameter.from, parameter.at]);
}
