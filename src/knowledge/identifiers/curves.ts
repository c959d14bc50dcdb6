// Object identifiers of elliptic curves. Those with an id of their own stand in `knowledge/curves.ts`; here are the further ones that
// SEC 2, X9.62 and RFC 5639 assign, by name and size alone.

import { CURVE_IDS, CURVES } from '../curves.ts';
import { type OidRow, toRows, toUse } from './row.ts';

const KNOWN: readonly OidRow[] = CURVE_IDS.flatMap((curve) => {
  const { oid, name } = CURVES[curve];
  // RFC 8410: 1.3.101.110 to 113 name algorithm and curve at once; they stand with the public keys.
  if (oid === undefined || oid.startsWith('1.3.101.')) return [];
  return [{ oid, name, use: toUse(name, 'ec', { curve }), source: 'knowledge/curves.ts' }];
});

const FURTHER: readonly OidRow[] = [
  ...toRows('1.2.840.10045.3.1', 'ANSI X9.62; RFC 3279 section 2.3.5', [
    ['2', 'prime192v2', 'ec', { keyBits: 192 }],
    ['3', 'prime192v3', 'ec', { keyBits: 192 }],
    ['4', 'prime239v1', 'ec', { keyBits: 239 }],
    ['5', 'prime239v2', 'ec', { keyBits: 239 }],
    ['6', 'prime239v3', 'ec', { keyBits: 239 }],
  ]),
  ...toRows('1.3.132.0', 'SEC 2 version 1.0 and 2.0', [
    ['3', 'sect239k1', 'ec', { keyBits: 239 }],
    ['4', 'sect113r1', 'ec', { keyBits: 113 }],
    ['5', 'sect113r2', 'ec', { keyBits: 113 }],
    ['6', 'secp112r1', 'ec', { keyBits: 112 }],
    ['7', 'secp112r2', 'ec', { keyBits: 112 }],
    ['9', 'secp160k1', 'ec', { keyBits: 160 }],
    ['15', 'sect163r2', 'ec', { keyBits: 163 }],
    ['22', 'sect131r1', 'ec', { keyBits: 131 }],
    ['23', 'sect131r2', 'ec', { keyBits: 131 }],
    ['24', 'sect193r1', 'ec', { keyBits: 193 }],
    ['25', 'sect193r2', 'ec', { keyBits: 193 }],
    ['28', 'secp128r1', 'ec', { keyBits: 128 }],
    ['29', 'secp128r2', 'ec', { keyBits: 128 }],
    ['30', 'secp160r2', 'ec', { keyBits: 160 }],
  ]),
  ...toRows('1.3.36.3.3.2.8.1.1', 'RFC 5639 section 4.1', [
    ['1', 'brainpoolP160r1', 'ec', { keyBits: 160 }],
    ['2', 'brainpoolP160t1', 'ec', { keyBits: 160 }],
    ['4', 'brainpoolP192t1', 'ec', { keyBits: 192 }],
    ['6', 'brainpoolP224t1', 'ec', { keyBits: 224 }],
    ['8', 'brainpoolP256t1', 'ec', { keyBits: 256 }],
    ['10', 'brainpoolP320t1', 'ec', { keyBits: 320 }],
    ['12', 'brainpoolP384t1', 'ec', { keyBits: 384 }],
    ['14', 'brainpoolP512t1', 'ec', { keyBits: 512 }],
  ]),
];

/** Curves as parameters of an elliptic-curve key. */
export const CURVE_OIDS: readonly OidRow[] = [...KNOWN, ...FURTHER];
