// Buildroot's `legal-info/manifest.csv`: a package and its version on each line, every value in quotes (Buildroot manual, "Legal notice and
// licensing").

import { type BillReader, given } from './bill.ts';

const ROW = /^"([^"]{1,200})","([^"]{0,200})",/;

/** Packages of the manifest, but for its head. */
export const readBuildrootCsv: BillReader = (_, { lines }) =>
  lines.flatMap((line, at) => {
    const [, name, version] = ROW.exec(line) ?? [];
    return name === undefined || name === 'PACKAGE'
      ? []
      : [{ kind: 'package', name, ...given('version', version), place: { line: at + 1, index: 0 } }];
  });
