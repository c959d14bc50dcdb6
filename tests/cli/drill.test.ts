// `pqready drill` as a person runs it: on a product, on a bundle, on a portfolio; and what it says of names that it does not know.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE, pqready } from './run-cli.ts';

const AS_OF = ['--as-of', '2026-11-24'] as const;
const P256 = 'broken=ecdsa-p256@2031-01-01';
/** SHA-256 of the SubjectPublicKeyInfo of firmware/keys/update-demo.pem, by openssl */
const KEY = 'f0c9a51f4d167463d56a70b65d62edd508d1f60e2cda2c85420d2c098f6cef89';

let folder = '';
let bundle = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-drill-'));
  bundle = join(folder, 'bundle');
  expect(pqready(['assess', EXAMPLE, '--out', bundle, ...AS_OF]).code).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Sheet {
  readonly schemaVersion: number;
  readonly products: readonly {
    readonly product: string;
    readonly standing: string;
    readonly roles: readonly { readonly role: string }[];
  }[];
}

function json(...args: readonly string[]): Sheet {
  const ran = pqready(['drill', ...args, '--json', ...AS_OF]);
  expect(ran.err).toContain('A scenario, not a prediction.');
  expect(ran.code).toBe(0);
  return JSON.parse(ran.out) as Sheet;
}

describe('pqready drill', () => {
  it('drills the example, whose boot and update rest on P-256', () => {
    const { schemaVersion, products } = json(P256, EXAMPLE);
    expect(schemaVersion).toBe(1);
    expect(products.map(({ product, standing }) => [product, standing])).toEqual([['Lumen Lock', 'falls']]);
    expect(products[0]?.roles.map(({ role }) => role)).toEqual(expect.arrayContaining(['boot', 'update', 'device-identity', 'transport']));
  });

  it('gives of a bundle and of its report.json what it gives of the product', () => {
    const ofProduct = pqready(['drill', P256, EXAMPLE, '--json', ...AS_OF]).out;
    expect(pqready(['drill', P256, bundle, '--json', ...AS_OF]).out).toBe(ofProduct);
    expect(pqready(['drill', P256, join(bundle, 'report.json'), '--json', ...AS_OF]).out).toBe(ofProduct);
  });

  it('finds a leaked key by its id and by its fingerprint, in every role that holds it', () => {
    const roles = (key: string): unknown => json(`leaked=${key}`, bundle).products[0]?.roles.map(({ role }) => role);
    expect(roles(KEY)).toEqual(['boot', 'update']);
    expect(roles('crypto/key/private-key/f0c9a51f4d167463')).toEqual(['boot', 'update']);
  });

  it('drills several reports as a portfolio, and prints Markdown unless asked otherwise', () => {
    const ran = pqready(['drill', P256, bundle, join(bundle, 'report.json'), ...AS_OF]);
    expect(ran.out).toContain('# Drill: Portfolio of 2 products');
    expect(ran.out).toContain('160,000');
  });

  it('writes a page into a file, whole', () => {
    const path = join(folder, 'drill.html');
    expect(pqready(['drill', P256, bundle, '--format', 'html', '--output', path, ...AS_OF]).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  it.each([
    [['broken=ecdsa-p265'], '(nearest: "ecdsa-p256")'],
    [['leaked=crypto/key/private-key/f0c9a51f4d167464'], '(nearest: "crypto/key/private-key/f0c9a51f4d167463")'],
    [['broken=p256@2031-13-01'], 'expected a date such as 2031-01-01'],
    [['p256'], 'expected broken=ALGORITHM[@DATE] or leaked=KEYID[@DATE]'],
  ])('refuses %s as the caller’s mistake', (args, message) => {
    const ran = pqready(['drill', ...args, bundle, ...AS_OF]);
    expect([ran.code, ran.out]).toEqual([3, '']);
    expect(ran.err).toContain(message);
  });

  it('refuses a report that is none, with the place', () => {
    const path = join(folder, 'other.json');
    writeFileSync(path, '{"schemaVersion": 1}');
    const ran = pqready(['drill', P256, path, ...AS_OF]);
    expect(ran.code).toBe(3);
    expect(ran.err).toContain('other.json: tool');
  });
});
