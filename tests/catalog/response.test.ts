// What a product file says of an incident: contacts, declared days, units by market, key slots; and messages that can be acted on.

import { describe, expect, it } from 'vitest';
import { parseProduct } from '../../src/catalog/product.ts';

function product(lines: string): ReturnType<typeof parseProduct> {
  return parseProduct(`schemaVersion: 1\nname: Lamp\n${lines}`, 'pqready.yaml');
}

describe('the response of a product file', () => {
  it('takes one number of days, two, or a mapping', () => {
    const { response } = product(
      'response: { build: 2, sign: [1, 3], test: { fromDays: 5, toDays: 9 }, rolloutReachesPercent: 97.5, declaredBy: vendor, date: 2026-11-01 }',
    );
    expect(response).toEqual({
      build: { fromDays: 2, toDays: 2 },
      sign: { fromDays: 1, toDays: 3 },
      test: { fromDays: 5, toDays: 9 },
      rolloutReachesPercent: 97.5,
      declaredBy: 'vendor',
      date: '2026-11-01',
    });
  });

  it.each([
    ['response: { build: [5, 2], declaredBy: vendor, date: 2026-11-01 }', 'response.build: expected the smaller number of days first'],
    [
      'response: { build: soon, declaredBy: vendor, date: 2026-11-01 }',
      'response.build: expected a number of days, or two such as [2, 5], got "soon"',
    ],
    ['response: { bild: 2, declaredBy: vendor, date: 2026-11-01 }', 'response: unknown key "bild" (nearest: "build")'],
    ['response: { build: 2 }', 'response.declaredBy: expected one of'],
    [
      'response: { rolloutReachesPercent: 120, declaredBy: vendor, date: 2026-11-01 }',
      'response.rolloutReachesPercent: expected a percentage from 0 to 100',
    ],
    ['contacts: [{ task: repots, name: A }]', 'contacts[0].task: expected one of'],
    ['contacts: [{ task: repots, name: A }]', '(nearest: "reports")'],
    ['contacts: desk', 'contacts: expected a list of contacts, got "desk"'],
    ['roles: [{ role: update, keySlots: 0 }]', 'roles[0].keySlots: expected a positive integer, got the number 0'],
    ['roles: [{ role: update, keysRevocable: maybe }]', 'roles[0].keysRevocable: expected true or false, got "maybe"'],
  ])('says of %s what is wrong', (lines, message) => {
    expect(() => product(lines)).toThrow(message);
  });

  it('holds the units of all markets to the number of units, and the markets to those of the product', () => {
    const units = (byMarket: string): string =>
      `markets: [eu]\nunits: { placedFrom: 2026-01-01, placedTo: 2027-01-01, count: 100, byMarket: ${byMarket} }`;
    expect(product(units('{ eu: 100 }')).units?.byMarket).toEqual({ eu: 100 });
    expect(() => product(units('{ eu: 101 }'))).toThrow('units.byMarket: expected at most 100 in all, as units.count says, got 101');
    expect(() => product(units('{ us-consumer: 1 }'))).toThrow(
      'units.byMarket.us-consumer: expected one of markets (eu), got "us-consumer"',
    );
    expect(() => product(units('{ ue: 1 }'))).toThrow('(nearest: "eu")');
  });
});
