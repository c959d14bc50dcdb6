// Cipher names of the RFC 1421 `DEK-Info` header as OpenSSL writes them: `AES-256-CBC`, `DES-EDE3-CBC`.

import type { AlgorithmId, AlgorithmUse } from '../../model/algorithm.ts';
import { type Says, toUse } from './row.ts';

const FIXED: ReadonlyMap<string, readonly [algorithm: AlgorithmId, says: Says]> = new Map([
  ['DES-CBC', ['des', { keyBits: 56, mode: 'cbc' }]],
  ['DES-EDE3-CBC', ['3des', { keyBits: 168, mode: 'cbc' }]],
  ['DES-EDE-CBC', ['3des', { keyBits: 112, mode: 'cbc' }]],
  ['BF-CBC', ['blowfish', { mode: 'cbc' }]],
  ['CAST5-CBC', ['cast5', { mode: 'cbc' }]],
  ['IDEA-CBC', ['idea', { mode: 'cbc' }]],
  ['RC2-CBC', ['rc2', { mode: 'cbc' }]],
  ['SEED-CBC', ['seed', { mode: 'cbc' }]],
] as const);

const SIZED: ReadonlyMap<string, AlgorithmId> = new Map([
  ['AES', 'aes'],
  ['ARIA', 'aria'],
  ['CAMELLIA', 'camellia'],
] as const);

/** The use that a `DEK-Info` cipher names; an unknown one keeps its name. */
export function findPemCipher(name: string): AlgorithmUse {
  const written = name.slice(0, 64);
  const match = /^([A-Z]+)-(128|192|256)-CBC$/.exec(written);
  const sized = match === null ? undefined : SIZED.get(match[1] ?? '');
  const [algorithm, says]: readonly [AlgorithmId, Says?] =
    sized === undefined ? (FIXED.get(written) ?? ['unrecognised']) : [sized, { keyBits: Number(match?.[2]), mode: 'cbc' }];
  return { ...toUse(written, algorithm, says), functions: ['encrypt', 'decrypt'] };
}
