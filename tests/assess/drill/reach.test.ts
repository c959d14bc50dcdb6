// How far a break reaches into a use: by itself, through its parts, and not as long as the other half of a hybrid stands.

import { describe, expect, it } from 'vitest';
import { reachOf } from '../../../src/assess/drill/reach.ts';
import { parseScenario } from '../../../src/catalog/scenario.ts';
import { useOf } from '../../../src/knowledge/algorithms.ts';
import { parseAlgorithmName } from '../../../src/knowledge/names.ts';
import type { AlgorithmUse } from '../../../src/model/algorithm.ts';
import type { Standing } from '../../../src/model/drill.ts';
import type { IsoDate } from '../../../src/model/evidence.ts';
import { use } from '../given.ts';

function named(name: string): AlgorithmUse {
  const found = parseAlgorithmName(name);
  if (found === undefined) throw new Error(`no algorithm ${name}`);
  return found;
}

function reach(broken: string, what: AlgorithmUse): ReturnType<typeof reachOf> {
  const scenario = parseScenario(`broken=${broken}`, '2026-11-24' as IsoDate);
  return reachOf(what, scenario.kind === 'broken' ? scenario.targets : []);
}

const ROWS: readonly (readonly [broken: string, use: AlgorithmUse, standing: Standing, why: string])[] = [
  ['p256', named('ES256'), 'falls', 'ECDSA on the curve'],
  ['ecdsa-p256', use('ecdh', { curve: 'secp256r1' }), 'falls', 'the same discrete logarithm'],
  ['ecdsa-p256', use('ecdsa', { curve: 'secp384r1' }), 'not-hit', 'another curve'],
  ['ecdsa-p256', use('ecdsa'), 'may-fall', 'the curve is not said'],
  ['ecdsa-p256', use('j-pake', { curve: 'secp256r1' }), 'falls', 'J-PAKE over the curve'],
  ['x25519', useOf('ed25519'), 'falls', 'RFC 7748 §4.1: one curve in two shapes'],
  ['ed25519', useOf('eddsa'), 'may-fall', 'Ed25519 or Ed448'],
  ['ec', useOf('eddsa'), 'falls', 'either of them'],
  ['rsa-2048', use('rsassa-pss', { keyBits: 1024 }), 'falls', 'a shorter modulus'],
  ['rsa-2048', use('rsassa-pss', { keyBits: 3072 }), 'not-hit', 'a longer modulus'],
  ['rsa-2048', use('rsa'), 'may-fall', 'the length is not said'],
  ['rsa', use('ffdh', { keyBits: 2048 }), 'not-hit', 'another problem'],
  ['dh-2048', use('dsa', { keyBits: 2048 }), 'falls', 'discrete logarithms modulo a prime'],
  ['shor', use('rsa', { keyBits: 15360 }), 'falls', 'no length helps'],
  ['shor', use('aes', { keyBits: 128 }), 'not-hit', 'not broken by Shor’s algorithm'],
  ['shor', useOf('ml-kem-768'), 'not-hit', 'no known quantum break'],
  ['aes-128', use('aes', { keyBits: 256, mode: 'gcm' }), 'not-hit', 'another length'],
  ['aes-128', use('aes', { mode: 'gcm' }), 'may-fall', 'the length is not said'],
  ['aes-256-gcm', use('aes', { keyBits: 256, mode: 'cbc' }), 'not-hit', 'another mode'],
  ['sha-1', named('SHA1withRSA'), 'may-fall', 'a digest inside a signature: it depends on the kind of break'],
  ['ml-kem-768', useOf('ml-kem-1024'), 'not-hit', 'another set'],
  ['ml-kem-768', useOf('ml-kem'), 'may-fall', 'the set is not said'],
  ['ml-kem', useOf('ml-kem-1024'), 'falls', 'the family'],
];

describe('a break', () => {
  it.each(ROWS)('%s: %o is %s (%s)', (broken, what, standing) => {
    expect(reach(broken, what).standing).toBe(standing);
  });

  it.each([
    // RFC 10024: the halves of the TLS groups
    ['x25519', 'x25519mlkem768', ['X25519'], ['ML-KEM-768']],
    ['ml-kem-768', 'x25519mlkem768', ['ML-KEM-768'], ['X25519']],
    ['p256', 'secp256r1mlkem768', ['ECDH-secp256r1'], ['ML-KEM-768']],
    ['shor', 'secp384r1mlkem1024', ['ECDH-secp384r1'], ['ML-KEM-1024']],
    ['x25519', 'x-wing', ['X25519'], ['ML-KEM-768']],
    ['x25519', 'sntrup761x25519', ['X25519'], ['sntrup761']],
  ] as const)('of %s leaves %s standing by its other half', (broken, hybrid, through, left) => {
    expect(reach(broken, useOf(hybrid))).toEqual({ standing: 'holds', through, left });
  });

  it('of both halves takes a hybrid', () => {
    expect(reach('x25519,ml-kem-768', useOf('x25519mlkem768')).standing).toBe('falls');
  });

  it('of one half leaves a composite standing whose halves are not named', () => {
    expect(reach('shor', useOf('composite-ml-dsa')).standing).toBe('holds');
    expect(reach('aes-128', useOf('composite-ml-dsa')).standing).toBe('not-hit');
  });

  it('of a hybrid by its own name takes the hybrid and neither half', () => {
    expect(reach('x25519mlkem768', useOf('x25519mlkem768')).standing).toBe('falls');
    expect(reach('x25519mlkem768', useOf('x25519')).standing).toBe('not-hit');
  });

  it('of the key agreement inside a larger mechanism carries the whole', () => {
    expect(reach('x25519', use('hpke', {}, { parts: [useOf('x25519'), useOf('aes')] }))).toMatchObject({
      standing: 'falls',
      through: ['X25519'],
    });
  });
});
