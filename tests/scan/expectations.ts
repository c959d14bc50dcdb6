// Annotated fixtures: a comment `expect: enabled AES-GCM; absent SHA-1 as boot` says what the next line must give. Every other line must
// give nothing.

import { readFileSync } from 'node:fs';
import { toOrigin } from '../../src/io/origin.ts';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import { type Evidence, type Gap, isGap } from '../../src/model/evidence.ts';
import type { FileScanner } from '../../src/model/world.ts';
import { toText } from '../../src/scan/text.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);

/** Everything a scanner says about a text under a path. */
export function scanText(scanner: FileScanner, path: string, text: string | Uint8Array): readonly (Evidence | Gap)[] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const entry = { path, bytes: bytes.length, ignored: false, origin: toOrigin(path) };
  return [...scanner.scan({ entry, bytes, text: () => toText(bytes), literals: new Set() })];
}

/** The evidence of a scanner for a fixture, under the fixture's own path unless another is given. */
export function scanFixture(scanner: FileScanner, fixture: string, path: string = fixture): readonly Evidence[] {
  return evidenceIn(scanText(scanner, path, readFixture(fixture)));
}

/** The evidence among what a scanner says. */
export function evidenceIn(items: readonly (Evidence | Gap)[]): readonly Evidence[] {
  return items.flatMap((item) => (isGap(item) ? [] : [item]));
}

export function readFixture(fixture: string): string {
  return readFileSync(new URL(fixture, FIXTURES), 'utf8');
}

/** `line: what` for each annotation, in the order of the file. */
export function expected(fixture: string): readonly string[] {
  return readFixture(fixture)
    .split('\n')
    .flatMap((line, at) => {
      const wanted = /^\s*(?:#|\/\/|;)\s*expect: (.*)$/.exec(line)?.[1];
      return wanted === undefined ? [] : wanted.split('; ').map((one) => `${at + 2}: ${one}`);
    });
}

/** `line: what` for each piece of evidence. */
export function found(evidence: readonly Evidence[]): readonly string[] {
  return evidence.map((one) => `${one.location.at === 'text' ? one.location.line : 0}: ${describe(one)}`);
}

function describe({ state, observed, roleHint }: Evidence): string {
  const role = roleHint === undefined ? '' : ` as ${roleHint}`;
  const condition = 'condition' in observed && observed.condition !== undefined ? ` if ${observed.condition}` : '';
  return `${state} ${what(observed)}${role}${condition}`;
}

function what(observed: Evidence['observed']): string {
  switch (observed.kind) {
    case 'algorithm':
      return nameOf(observed.use);
    case 'protocol':
      return [observed.protocol, observed.versions.join(','), ...observed.suites.map((suite) => suite.name)]
        .filter((word) => word !== '')
        .join(' ');
    case 'library':
      return `library ${observed.name}${observed.version === undefined ? '' : `@${observed.version}`}`;
    case 'fact':
      return `${observed.fact}=${observed.value}`;
    default:
      return observed.kind;
  }
}
