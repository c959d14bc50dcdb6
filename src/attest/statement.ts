// What a bundle states about itself: an in-toto statement (in-toto Attestation Framework, Statement v1) over the digests of its files and of
// the images that the report speaks of. Unsigned: cosign, `pqready report sign` or anybody else signs it.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { compareText } from '../model/order.ts';
import type { Report } from '../model/report.ts';

/** Of the statement. */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** Of the predicate below, a name of our own that needs no domain: docs/signing.md describes it. */
export const PREDICATE_TYPE = 'urn:uuid:0897fabf-9b53-5248-8119-d43559989d3a';

/** One artifact: a file of the bundle by its path, or an image as `image:` and its part. */
export interface Subject {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

/** The statement over the texts of a bundle; the same report gives the same bytes. */
export function renderStatement(report: Report, files: ReadonlyMap<string, string>): string {
  const ofFiles = [...files].map(([name, text]) => ({ name, digest: { sha256: bytesToHex(sha256(utf8ToBytes(text))) } }));
  const statement = {
    _type: STATEMENT_TYPE,
    subject: [...ofFiles, ...imagesOf(report)].sort((a, b) => compareText(a.name, b.name)),
    predicateType: PREDICATE_TYPE,
    predicate: predicateOf(report),
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

// Whole images that facts were seen in; two of one name are told apart by their digests.
function imagesOf({ inventory }: Report): Subject[] {
  const facts = [
    ...inventory.assets.flatMap((asset) => asset.facts),
    ...inventory.productFacts,
    ...inventory.absences.map(({ fact }) => fact),
  ];
  const byDigest = new Map<string, string>();
  for (const { subject } of facts) {
    if (subject?.imageSha256 === undefined || !/^[0-9a-f]{64}$/.test(subject.imageSha256)) continue;
    const known = byDigest.get(subject.imageSha256);
    if (known === undefined || subject.part < known) byDigest.set(subject.imageSha256, subject.part);
  }
  const taken = new Map<string, number>();
  return [...byDigest]
    .sort(([a], [b]) => compareText(a, b))
    .map(([digest, part]) => {
      const times = (taken.get(part) ?? 0) + 1;
      taken.set(part, times);
      return { name: times === 1 ? `image:${part}` : `image:${part}#${times}`, digest: { sha256: digest } };
    });
}

// What the report is, for whoever decides by the statement alone. No verdict on a law, no score.
function predicateOf({ tool, asOf, product, productSource, inventory, assessment }: Report): object {
  return {
    kind: 'pqready-report',
    schemaVersion: 1,
    tool,
    asOf,
    subject: inventory.subject,
    ...(product === undefined
      ? {}
      : { product: { name: product.name, ...(product.version === undefined ? {} : { version: product.version }) } }),
    productSource,
    coverage: { files: inventory.coverage.files, assets: inventory.assets.length, gaps: inventory.gaps.length },
    ...(assessment === undefined
      ? {}
      : {
          gates: assessment.gates
            .filter(({ inScope }) => inScope)
            .map(({ role, level, atLeast }) => ({ role, ...(level === undefined ? {} : { level }), atLeast })),
        }),
  };
}
