// What an operator may suppose, and what comes of a name that nobody knows.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScenario, parseScenario } from '../../src/catalog/scenario.ts';
import { PqreadyError } from '../../src/model/errors.ts';
import type { IsoDate } from '../../src/model/evidence.ts';

const AS_OF = '2026-11-24' as IsoDate;

function targets(name: string): unknown {
  const scenario = parseScenario(`broken=${name}`, AS_OF);
  return scenario.kind === 'broken' ? scenario.targets : undefined;
}

describe('a scenario', () => {
  it('has a date, or is supposed for the day of the sheet', () => {
    expect(parseScenario('broken=ecdsa-p256@2031-01-01', AS_OF)).toEqual({
      kind: 'broken',
      written: 'ecdsa-p256',
      on: '2031-01-01',
      targets: [{ what: 'curves', curves: ['secp256r1'] }],
    });
    expect(parseScenario('leaked=AB:cd@2027-02-28', AS_OF)).toEqual({ kind: 'leaked', written: 'AB:cd', on: '2027-02-28' });
    expect(parseScenario('broken=md5', AS_OF).on).toBe(AS_OF);
  });

  it.each([
    ['ecdsa-p256', [{ what: 'curves', curves: ['secp256r1'] }]],
    ['P-384', [{ what: 'curves', curves: ['secp384r1'] }]],
    ['ec', [{ what: 'curves', curves: 'all' }]],
    // RFC 7748 §4.1: birationally equivalent
    ['x25519', [{ what: 'curves', curves: ['curve25519', 'ed25519'] }]],
    ['ed25519', [{ what: 'curves', curves: ['curve25519', 'ed25519'] }]],
    ['rsa-2048', [{ what: 'factoring', upToBits: 2048 }]],
    ['rsa', [{ what: 'factoring' }]],
    ['dh-3072', [{ what: 'finite-field', upToBits: 3072 }]],
    ['aes-256-gcm', [{ what: 'algorithm', algorithms: ['aes'], keyBits: 256, mode: 'gcm' }]],
    ['ml-kem-768', [{ what: 'algorithm', algorithms: ['ml-kem-768'] }]],
    ['ml-dsa', [{ what: 'algorithm', algorithms: ['ml-dsa', 'ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87'] }]],
    ['shor', [{ what: 'shor' }]],
    [
      'p256,sha-1',
      [
        { what: 'curves', curves: ['secp256r1'] },
        { what: 'algorithm', algorithms: ['sha-1'] },
      ],
    ],
  ])('reads %s as the problem that gives way', (name, expected) => {
    expect(targets(name)).toEqual(expected);
  });

  it.each([
    ['ecdsa-p265', 'ecdsa-p256'],
    ['rsa-2049x', 'rsa-2048'],
    ['x2551', 'x25519'],
    ['ml-kem-786x', 'ml-kem-768'],
  ])('names the nearest of what it knows for %s', (name, nearest) => {
    expect(() => targets(name)).toThrow(`(nearest: "${nearest}")`);
  });

  it.each([
    'broken=',
    'broken=p256@31-12-2030',
    'broken=p256@2031-02-29',
    'broken=p256@',
    'leaked=',
    `broken=${'a'.repeat(500)}`,
    'p256',
    'broken=a@b@c',
  ])('refuses %s as the caller’s mistake', (written) => {
    expect(() => parseScenario(written, AS_OF)).toThrow(PqreadyError);
  });

  it('knows no algorithm of the prototype of an object', () => {
    for (const name of ['constructor', '__proto__', 'toString']) expect(() => targets(name)).toThrow(PqreadyError);
  });

  it('never throws anything but what it says', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.constantFrom('broken=', 'leaked=', ''), (text, kind) => {
        try {
          parseScenario(kind + text, AS_OF);
        } catch (error) {
          expect(error).toBeInstanceOf(PqreadyError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is told from a path', () => {
    expect([isScenario('broken=x'), isScenario('leaked=x'), isScenario('./broken'), isScenario('report.json')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
