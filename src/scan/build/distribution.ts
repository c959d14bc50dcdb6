// What the build of a Linux distribution lists: the packages in an image. Yocto writes `<image>.manifest` (name, architecture, version) beside
// the image (Yocto Project Reference Manual, "tmp/deploy/images"), Buildroot legal-info/manifest.csv (Buildroot manual, "Complying with
// open source licenses"). A package in an image is a library that ships; which algorithms of it are used, it does not say.

import { toTextLines } from '../../formats/text-lines.ts';
import { findPackage } from '../../knowledge/packages.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toEvidence } from './said.ts';

const LONGEST_LINE = 2000;

/** The packages of an image of Yocto. */
export function* scanImageManifest(file: ScanFile): Generator<Evidence> {
  yield* toPackages(file, (line) => {
    const [, name, version] = /^([a-z0-9][a-z0-9+.-]{0,120}) [A-Za-z0-9_-]{1,60} (\S{1,120})$/.exec(line) ?? [];
    return name === undefined ? undefined : { name, ...(version === undefined ? {} : { version }) };
  });
}

/** The packages of a Buildroot image; those of the host are listed in a file of their own. */
export function* scanLegalManifest(file: ScanFile): Generator<Evidence> {
  yield* toPackages(file, (line) => {
    const [, name, version] = /^"([a-z0-9][a-z0-9+._-]{0,120})","([^"]{0,120})"/.exec(line) ?? [];
    return name === undefined ? undefined : { name, ...(version === undefined || version === '' ? {} : { version }) };
  });
}

interface Listed {
  readonly name: string;
  readonly version?: string;
}

function* toPackages({ entry, bytes, text }: ScanFile, read: (line: string) => Listed | undefined): Generator<Evidence> {
  const lines = toTextLines(text(), bytes);
  for (const [at, line] of lines.lines.entries()) {
    const listed = line.length > LONGEST_LINE ? undefined : read(line);
    const known = listed === undefined ? undefined : findListed(listed.name);
    if (listed === undefined || known === undefined) continue;
    const version = listed.version === undefined ? {} : { version: listed.version };
    const said = { line: at + 1, offset: lines.locate(at + 1).offset, state: 'linked', grade: 'source', confidence: 'certain' } as const;
    yield toEvidence(entry, said, { kind: 'library', name: known, ...version, symbol: listed.name });
  }
}

// Yocto names the packages of a library after its shared object (`libcrypto3`, `openssl-bin`), Buildroot after the project.
function findListed(name: string): string | undefined {
  const stems = [name, name.replace(/-(?:bin|conf|engines?|dev|ossl-module-.{1,40})$/, ''), name.replace(/-?[\d.]{1,12}$/, '')];
  for (const stem of stems) {
    const found = findPackage('generic', stem);
    if (found !== undefined) return found.library;
  }
  return undefined;
}
