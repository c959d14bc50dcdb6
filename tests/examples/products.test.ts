// The four example products, each as a whole bundle: what their READMEs say of them is what the report finds, and everything that the report says
// leads to a place in their files.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pqready } from '../cli/run-cli.ts';
import { cyclonedxErrors, sarifErrors } from '../report/schemas.ts';

const EXAMPLES = ['lumen-lock', 'furrow-probe', 'porch-camera', 'rack-gateway'] as const;
type Example = (typeof EXAMPLES)[number];

interface Place {
  readonly at: string;
  readonly path: string;
  readonly line: number;
  readonly offset: number;
}
interface Row {
  readonly id: string;
  readonly role: string;
  readonly location: Place;
}

const home = mkdtempSync(join(tmpdir(), 'pqready-examples-'));
const sourceOf = (example: Example, path: string): string => fileURLToPath(new URL(`../../examples/${example}/${path}`, import.meta.url));
const bundled = (example: Example, file: string): string => readFileSync(join(home, example, file), 'utf8');
const rowsOf = (example: Example): readonly Row[] =>
  bundled(example, 'evidence/facts.ndjson')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const namesIn = (example: Example, role: string): readonly string[] =>
  JSON.parse(bundled(example, 'report.json'))
    .inventory.assets.filter((asset: { readonly roles: readonly string[] }) => asset.roles.includes(role))
    .map(({ name }: { readonly name: string }) => name);
const findingsOf = (example: Example): readonly string[] =>
  JSON.parse(bundled(example, 'report.json')).assessment.findings.map(({ rule }: { readonly rule: string }) => rule);

beforeAll(() => {
  for (const example of EXAMPLES) {
    const { code, err } = pqready(['assess', sourceOf(example, ''), '--out', join(home, example), '--as-of', '2026-11-23']);
    expect(`${code} ${err}`).toMatch(/^0 /);
  }
}, 120_000);
afterAll(() => rmSync(home, { recursive: true }));

describe.each(EXAMPLES)('%s', (example) => {
  it('gives documents that the official schemas take', () => {
    expect(cyclonedxErrors('1.6', JSON.parse(bundled(example, 'inventory.cdx.json')))).toEqual([]);
    expect(sarifErrors(JSON.parse(bundled(example, 'findings.sarif')))).toEqual([]);
  });

  it('has each fact at a place that is there', () => {
    for (const { id, location } of rowsOf(example)) {
      const bytes = readFileSync(sourceOf(example, location.path));
      expect(location.offset, id).toBeLessThan(bytes.length);
      if (location.at !== 'text') continue;
      const line = bytes.subarray(0, location.offset).toString('latin1').split('\n').length;
      expect(line, `${id} in ${location.path}`).toBe(location.line);
    }
  });

  it('names no fact that is not in the evidence, on the page and in the text', () => {
    const known = new Set(rowsOf(example).map(({ id }) => id));
    for (const file of ['index.html', 'report.md']) {
      const named = new Set(bundled(example, file).match(/\bF-[0-9a-f]{8,}\b/g) ?? []);
      expect(named.size, file).toBeGreaterThan(5);
      expect([...named].filter((id) => !known.has(id))).toEqual([]);
    }
  });

  it('claims nothing that no tool can claim', () => {
    for (const file of ['index.html', 'report.md', 'findings.sarif', 'plan.csv'])
      expect(bundled(example, file)).not.toMatch(
        /\bcompliant\b|\bin compliance\b|\bquantum-safe certified\b|presumption of conformity is given/i,
      );
  });
});

describe('what the products are', () => {
  it('Furrow Probe: AES-128 on the radio, a P-256 verifier that nobody can change, no TLS', () => {
    expect(namesIn('furrow-probe', 'radio')).toEqual(expect.arrayContaining(['AES-128', 'AES-128-CMAC']));
    expect(namesIn('furrow-probe', 'boot')).toContain('ECDSA-secp256r1');
    expect(namesIn('furrow-probe', 'transport')).toEqual([]);
    expect(findingsOf('furrow-probe')).toEqual(expect.arrayContaining(['boot-verifier-immutable', 'classical-boot-signature']));
  });

  it('Porch Camera: RSA-3072 in the fuses, clips wrapped by X25519, a hybrid door in the cloud', () => {
    expect(namesIn('porch-camera', 'boot')).toContain('RSA-PSS-SHA-256-3072');
    expect(namesIn('porch-camera', 'storage')).toContain('X25519');
    expect(namesIn('porch-camera', 'transport')).toContain('X25519MLKEM768');
    expect(findingsOf('porch-camera')).toContain('classical-storage-wrap');
  });

  it('Rack Gateway: an update signed twice, an agent with X25519MLKEM768, a bill of materials, and old doors still open', () => {
    expect(namesIn('rack-gateway', 'update')).toEqual(expect.arrayContaining(['ECDSA-secp384r1', 'ML-DSA-65']));
    expect(namesIn('rack-gateway', 'transport')).toEqual(expect.arrayContaining(['X25519MLKEM768', 'TLS 1.0', '3DES-168-CBC']));
    const libraries = JSON.parse(bundled('rack-gateway', 'inventory.cdx.json')).components.filter(
      ({ type }: { readonly type: string }) => type === 'library',
    );
    expect(libraries.map(({ name, version }: { readonly name: string; readonly version?: string }) => `${name} ${version}`)).toContain(
      'openssl 3.5.4',
    );
  });
});
