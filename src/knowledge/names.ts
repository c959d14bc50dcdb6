// The names of algorithms that people write in code and configuration, read as uses: `aes-256-gcm`, `AES/GCM/NoPadding`, `SHA256withRSA`,
// `PBKDF2-HMAC-SHA512`, `ES256`, `prime256v1`, `ML-KEM-768`. The words stand in `names/words.ts`; a name with a word that is not known is
// not read at all.

import type { AlgorithmUse } from '../model/algorithm.ts';
import { composeUse } from './names/compose.ts';
import { foldName, LONGEST_WORD, WORDS, type Word } from './names/words.ts';

const LONGEST_NAME = 120;
const NOT_ASCII = /[^ -~]/;

/** The use that a written name means, composed of its parts; undefined when any of it is not known. Case does not matter; linear. */
export function parseAlgorithmName(written: string): AlgorithmUse | undefined {
  if (written.length > LONGEST_NAME || NOT_ASCII.test(written)) return undefined;
  const words = readWords(foldName(written), numbersOf(written));
  return words === undefined ? undefined : composeUse(words, written);
}

// A run of digits ends where a separator stood, which folding removes: where each run ends, by its folded start.
function numbersOf(written: string): ReadonlyMap<number, string> {
  const numbers = new Map<number, string>();
  let folded = 0;
  for (const run of written.match(/\d{1,6}|[A-Za-z]{1,120}/g) ?? []) {
    for (let at = 0; at < run.length; at++) numbers.set(folded + at, run.slice(at));
    folded += run.length;
  }
  return numbers;
}

function readWords(folded: string, numbers: ReadonlyMap<number, string>): readonly (Word | number)[] | undefined {
  const words: (Word | number)[] = [];
  let at = 0;
  while (at < folded.length) {
    const spelling = longestWordAt(folded, at);
    const word = spelling === undefined ? undefined : WORDS.get(spelling);
    if (spelling !== undefined && word !== undefined) {
      words.push(word);
      at += spelling.length;
      continue;
    }
    const digits = numbers.get(at);
    if (digits === undefined || !/^\d/.test(digits)) return undefined;
    words.push(Number(digits));
    at += digits.length;
  }
  return words;
}

function longestWordAt(folded: string, at: number): string | undefined {
  for (let length = Math.min(LONGEST_WORD, folded.length - at); length > 0; length--) {
    const spelling = folded.slice(at, at + length);
    if (WORDS.has(spelling)) return spelling;
  }
  return undefined;
}
