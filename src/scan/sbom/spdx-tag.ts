// SPDX 2.2 and 2.3 as tag and value: `west spdx` and esp-idf-sbom write it. A package begins with its name; its fields are the lines below.

import { type BillPackage, type BillReader, given } from './bill.ts';

const LONGEST_LINE = 2000;
const TAG = /^(PackageName|PackageVersion|ExternalRef|FileName|SnippetSPDXID|LicenseID):[ \t]*(.*)$/;
const REFERENCE = /^\S{1,40}[ \t]+(\S{1,80})[ \t]+(\S{1,500})$/;

/** Packages of a tag-value document. A text of several lines (`<text>…</text>`) holds no tags. */
export const readSpdxTag: BillReader = (_, { lines }) => {
  const packages: BillPackage[] = [];
  let open: BillPackage | undefined;
  let inText = false;
  for (const [at, line] of lines.entries()) {
    const [, tag, value = ''] = inText || line.length > LONGEST_LINE ? [] : (TAG.exec(line) ?? []);
    if (tag === 'PackageName') {
      if (open !== undefined) packages.push(open);
      open = value.trim() === '' ? undefined : { kind: 'package', name: value.trim().slice(0, 200), place: { line: at + 1, index: 0 } };
    } else if (tag !== undefined && open !== undefined) open = withTag(open, tag, value.trim());
    inText = isInText(line, inText);
  }
  return open === undefined ? packages : [...packages, open];
};

function withTag(open: BillPackage, tag: string, value: string): BillPackage {
  if (tag === 'PackageVersion') return { ...open, ...given('version', value) };
  if (tag !== 'ExternalRef') return open;
  const [, type = '', locator] = REFERENCE.exec(value) ?? [];
  if (type.endsWith('purl')) return { ...open, ...given('purl', locator) };
  return /cpe2[23]Type$/.test(type) ? { ...open, ...given('cpe', locator) } : open;
}

function isInText(line: string, before: boolean): boolean {
  const [opens, closes] = [line.lastIndexOf('<text>'), line.lastIndexOf('</text>')];
  return opens === closes ? before : opens > closes;
}
