import { readFileSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathsOnWasm } from '../../bench/emulate/wasm-signing.ts';
import { attemptsOf, choosePaths, parsePaths, toPath, writePaths } from '../../src/measure/signing-paths.ts';
import { PqreadyError } from '../../src/model/errors.ts';
import { ML_DSA, ML_DSA_IDS } from '../../src/pqc/parameter-sets.ts';

const IMAGES = new URL('../../bench/kernels/images/', import.meta.url);
const TEXT = readFileSync(new URL('mldsa-signing-paths.json', IMAGES), 'utf8');
const WASM = readFileSync(new URL('wasm32-fast.wasm', IMAGES));

describe('the known signing paths', () => {
  it('are of the committed wasm32 image', () => {
    expect(JSON.parse(TEXT)).toMatchObject({ image: 'wasm32-fast.wasm', imageSha256: bytesToHex(sha256(WASM)), messages: 2000 });
  });

  it.each(ML_DSA_IDS)('%s: the image still takes the first 100 of them', (id) => {
    const known = parsePaths(TEXT, id).slice(0, 100);
    expect(pathsOnWasm(WASM, id, 100)).toEqual(known.map(({ index, ...path }) => path));
  });

  it.each(ML_DSA_IDS)('%s: attempts on average as FIPS 204 Table 1 expects, within 5 %', (id) => {
    const paths = parsePaths(TEXT, id);
    const mean = paths.reduce((sum, path) => sum + attemptsOf(path), 0) / paths.length;
    expect(Math.abs(mean / ML_DSA[id].expectedRepetitions - 1)).toBeLessThan(0.05);
  });

  it.each(ML_DSA_IDS)('%s: at least eight messages of different paths are emulated, one with a rejected hint', (id) => {
    const chosen = choosePaths(parsePaths(TEXT, id));
    expect(new Set(chosen.map((path) => writePaths([path]))).size).toBeGreaterThanOrEqual(8);
    expect(chosen.some(({ hint }) => hint > 0)).toBe(true);
  });

  it('come from the bytes of the number that signing returns', () => {
    expect(toPath(0x010203)).toEqual({ z: 3, r0: 2, hint: 1 });
  });

  it('that are not numbers are refused with their place', () => {
    const broken = (row: string): string => JSON.stringify({ paths: { 'ml-dsa-44': row } });
    expect(() => parsePaths(broken('0,0,0 1,x,0'), 'ml-dsa-44')).toThrow('ml-dsa-44 1: expected z,r0,hint, got "1,x,0"');
    fc.assert(
      fc.property(fc.string(), (row) => {
        try {
          parsePaths(broken(row), 'ml-dsa-44');
        } catch (error) {
          expect(error).toBeInstanceOf(PqreadyError);
        }
      }),
      { numRuns: 100 },
    );
  });
});
