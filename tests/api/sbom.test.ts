import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromMap, inventory } from '../../src/api/inventory.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import { cyclonedx16, cyclonedx17 } from '../../src/report/cyclonedx.ts';
import { cyclonedxErrors } from '../report/schemas.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);
const BILLS = [
  'gateway.cdx.json',
  'bom.xml',
  'image.spdx.json',
  'modules-deps.spdx',
  'rootfs.spdx3.json',
  'scan.syft.json',
  'manifest.csv',
];
const REPORTERS = { '1.6': cyclonedx16, '1.7': cyclonedx17 } as const;

const take = (folder: string, names: readonly string[]): Promise<Inventory> =>
  inventory(fromMap(new Map(names.map((name) => [name, readFileSync(new URL(`${folder}/${name}`, FIXTURES), 'utf8')]))));

const write = (taken: Inventory, version: '1.6' | '1.7'): string =>
  REPORTERS[version].render({
    schemaVersion: 1,
    tool: { name: 'pqready', version: '0.1.0' },
    asOf: '2026-11-23' as IsoDate,
    inventory: taken,
    productSource: 'none',
    targets: [],
    measurements: [],
    refused: [],
  });

describe('bills of other tools in an inventory', () => {
  it('give libraries with what their version has of FIPS 203, 204 and 205', async () => {
    const bom = JSON.parse(write(await take('sbom', BILLS), '1.6'));
    const openssl = bom.components.filter(({ name }: { readonly name: string }) => name === 'openssl');
    expect(openssl.map(({ version }: { readonly version: string }) => version).sort()).toEqual(['3.0.15-1~deb12u1', '3.2.3']);
    for (const { properties } of openssl)
      expect(properties).toContainEqual({ name: 'pqready:post-quantum', value: 'has=none;since=ml-kem+ml-dsa+slh-dsa@3.5.0' });
  });

  it.each(['1.6', '1.7'] as const)('are written again as a bill of CycloneDX %s that the official schema takes', async (version) => {
    expect(cyclonedxErrors(version, JSON.parse(write(await take('sbom', BILLS), version)))).toEqual([]);
  });

  it.each(['1.6', '1.7'] as const)('one of pqready’s own, %s, names the same algorithms when it is read back', async (version) => {
    const seen = await take(
      'source/c',
      readdirSync(new URL('source/c', FIXTURES)).filter((name) => name.endsWith('.c')),
    );
    const declared = await inventory(fromMap(new Map([['supplier.cdx.json', write(seen, version)]])));
    const algorithms = ({ assets }: Inventory): readonly string[] => assets.filter(({ kind }) => kind === 'algorithm').map(({ id }) => id);
    expect(algorithms(seen).length).toBeGreaterThan(80);
    expect(algorithms(seen).filter((id) => !algorithms(declared).includes(id))).toEqual([]);
  });
});
