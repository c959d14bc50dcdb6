// How well the build is known, said where it is not: a configuration that a person wrote is no build, and a generated one does not tell which
// files were compiled. What was not given is a gap with the way to give it.

import type { Build } from '../model/build.ts';
import type { Evidence, Gap } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';
import { compareLocations } from './order.ts';

/** The gaps of builds: what of them was not given. */
export function findStandingGaps(evidence: readonly Evidence[], builds: readonly Build[]): readonly Gap[] {
  return [...compiledGap(evidence, builds), ...builds.flatMap(elsewhereGap)];
}

/** Build systems whose configuration decides which cryptography is compiled. */
const CONFIGURED: ReadonlySet<string> = new Set(['zephyr', 'esp-idf']);
const HOW = 'name the build folder with --build DIR';

function compiledGap(evidence: readonly Evidence[], builds: readonly Build[]): readonly Gap[] {
  const [first] = evidence
    .filter(isConfigured)
    .sort((a, b) => compareLocations(a.location, b.location) || compareText(a.scanner, b.scanner));
  if (first === undefined || builds.length > 0 || evidence.some(isImage)) return [];
  const [generated] = evidence.filter((item) => isFact(item, 'build-known')).sort((a, b) => compareLocations(a.location, b.location));
  const { location } = generated ?? first;
  const name = 'path' in location ? location.path.slice(location.path.lastIndexOf('/') + 1) : '';
  const detail = `configuration known from ${name} ${generated === undefined ? 'only' : ''}; compiled files unknown: ${HOW}`.replace(
    ' ;',
    ';',
  );
  return [{ scanner: 'build', location, reason: 'not-given', detail }];
}

function isFact({ observed, origin }: Evidence, name: string): boolean {
  return observed.kind === 'fact' && observed.fact === name && (origin === 'first-party' || origin === 'generated');
}

function isConfigured(item: Evidence): boolean {
  return isFact(item, 'build-system') && item.observed.kind === 'fact' && CONFIGURED.has(item.observed.value);
}

// A linked image shows what was compiled better than a list of files.
function isImage({ state, grade, origin }: Evidence): boolean {
  return state === 'linked' && grade === 'binary' && origin !== 'test' && origin !== 'example';
}

function elsewhereGap({ commands, compiled, elsewhere, named }: Build): readonly Gap[] {
  if (elsewhere === 0) return [];
  const files = `${elsewhere} of ${elsewhere + compiled.size} compiled files stand outside of what was scanned`;
  const detail = named ? `${files} and were not found on this machine` : `${files} and were not read: ${HOW}`;
  return [{ scanner: 'build', location: { at: 'text', path: commands, line: 1, column: 1, offset: 0 }, reason: 'not-given', detail }];
}
