// The readers of what `pqready drill` and `pqready report` are given back: a report.json, drilled where it is taken; an envelope; a statement;
// a manifest.

import { drill } from '../../src/assess/drill.ts';
import { checkFiles } from '../../src/attest/bundle.ts';
import { readEnvelope, renderEnvelope } from '../../src/attest/envelope.ts';
import { renderStatement } from '../../src/attest/statement.ts';
import { parseReport } from '../../src/catalog/report.ts';
import { parseScenario } from '../../src/catalog/scenario.ts';
import { useOf } from '../../src/knowledge/algorithms.ts';
import { BUNDLE_MANIFEST, BUNDLE_STATEMENT, renderManifest } from '../../src/model/bundle.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import { renderDrill } from '../../src/report/drill.ts';
import type { Reader } from './pqc.ts';

const AS_OF = '2026-11-24' as IsoDate;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const fact = (id: string, observed: object): object => ({
  id,
  role: 'update',
  roleBasis: 'declared',
  scanner: 'source',
  location: { at: 'text', path: 'src/ota.c', line: 1, column: 1, offset: 0 },
  grade: 'source',
  confidence: 'certain',
  state: 'called',
  origin: 'first-party',
  observed,
});
const algorithm = { kind: 'algorithm', use: useOf('ecdsa'), symbol: 'verify' };
const key = {
  kind: 'key',
  material: 'public-key',
  key: { algorithm: useOf('ec'), spkiSha256: 'k-'.repeat(32) },
  encrypted: false,
  container: 'SPKI',
};
const protocol = {
  kind: 'protocol',
  protocol: 'tls',
  versions: ['1.3'],
  suites: [],
  groups: ['x25519', 'X25519MLKEM768'],
  schemes: [],
  symbol: 'tls',
};
const REPORT = JSON.stringify({
  schemaVersion: 1,
  tool: { name: 'pqready', version: '0.1.0' },
  asOf: AS_OF,
  productSource: 'operator',
  product: { schemaVersion: 1, name: 'Lamp', markets: ['eu'], supportEnds: '2032-12-31', roles: [{ role: 'update', keySlots: 2 }] },
  inventory: {
    schemaVersion: 1,
    subject: 'lamp',
    assets: [
      {
        id: 'crypto/algorithm/ecdsa',
        name: 'ECDSA',
        roles: ['update'],
        dependsOn: [],
        facts: [fact('F-1', algorithm)],
        kind: 'algorithm',
        use: useOf('ecdsa'),
      },
      { id: 'crypto/key/public-key/k-k-k-k-', name: 'key', roles: ['update'], dependsOn: [], facts: [fact('F-2', key)], kind: 'key', key },
      {
        id: 'crypto/protocol/tls',
        name: 'TLS',
        roles: ['update'],
        dependsOn: [],
        facts: [fact('F-3', protocol)],
        kind: 'protocol',
        protocol,
      },
    ],
    absences: [],
    productFacts: [],
    gaps: [],
    coverage: { files: 1, bytes: 1, candidateFiles: 1, candidateBytes: 1, ignoredFiles: 0, scanners: [] },
  },
  targets: [],
  measurements: [],
  refused: [],
});
const SHOR = parseScenario('broken=shor@2031-01-01', AS_OF);
const TEXTS = new Map([['report.json', '{}\n']]);
const STATEMENT = renderStatement(parseReport(REPORT, 'report.json'), TEXTS);

/** Each reader with what it reads. */
export const REPORT_READERS: readonly Reader[] = [
  {
    name: 'report.json, drilled',
    seeds: [bytesOf(REPORT)],
    read: (bytes) => {
      const report = parseReport(textOf(bytes), 'report.json');
      return renderDrill(drill([report], SHOR, { tool: report.tool, asOf: AS_OF }), 'markdown');
    },
  },
  {
    name: 'DSSE envelope',
    seeds: [
      bytesOf(
        renderEnvelope({
          payload: bytesOf(STATEMENT),
          payloadType: 'application/vnd.in-toto+json',
          signatures: [{ keyid: 'ab', sig: new Uint8Array(64) }],
        }),
      ),
    ],
    read: readEnvelope,
  },
  {
    name: 'in-toto statement',
    seeds: [bytesOf(STATEMENT)],
    read: (bytes) =>
      checkFiles(
        new Map([
          [BUNDLE_STATEMENT, bytes],
          [BUNDLE_MANIFEST, bytesOf(renderManifest(new Map()))],
        ]),
      ),
  },
  {
    name: 'bundle manifest',
    seeds: [bytesOf(renderManifest(new Map([['report.json', 'ab'.repeat(32)]])))],
    read: (bytes) =>
      checkFiles(
        new Map([
          [BUNDLE_STATEMENT, bytesOf(STATEMENT)],
          [BUNDLE_MANIFEST, bytes],
        ]),
      ),
  },
];
