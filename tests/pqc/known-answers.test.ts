import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { findKnownAnswerFault } from '../../src/pqc/known-answers.ts';
import { ML_DSA_IDS, ML_KEM_IDS } from '../../src/pqc/parameter-sets.ts';
import { readText, WYCHEPROOF } from './vector-files.ts';
import { casesOf, type WycheproofCase } from './wycheproof.ts';

const SOURCE = readFileSync(fileURLToPath(new URL('../../src/pqc/known-answers.ts', import.meta.url)), 'utf8');
const digest = (...hex: readonly (string | undefined)[]): string => bytesToHex(sha256(hexToBytes(hex.join(''))));
const first = (name: string): WycheproofCase | undefined =>
  casesOf(readText(`${WYCHEPROOF}${name}_test.json.gz`)).find((test) => Number(test['tcId']) === 1);

describe('known answers', () => {
  it.each([...ML_KEM_IDS, ...ML_DSA_IDS])('%s gives them', (id) => {
    expect(findKnownAnswerFault(id)).toBeUndefined();
  });

  it('of ML-KEM keys are the digests of Wycheproof’s first keygen case', () => {
    for (const size of [512, 768, 1024]) {
      const test = first(`mlkem_${size}_keygen_seed`);
      expect(SOURCE).toContain(digest(test?.['ek'], test?.['dk']));
      expect(SOURCE).toContain(test?.['seed']);
    }
  });

  it('of ML-DSA are the digests of Wycheproof’s first signing case', () => {
    for (const size of [44, 65, 87]) {
      const test = first(`mldsa_${size}_sign_seed`);
      expect(SOURCE).toContain(digest(test?.['publicKey']));
      expect(SOURCE).toContain(digest(test?.['sig']));
    }
  });
});
