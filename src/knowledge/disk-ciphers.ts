// How dm-crypt names the cipher of a disk: `aes-xts-plain64`, `aes-cbc-essiv:sha256`, `capi:xts(aes)-plain64`. Facts from the Linux kernel's
// Documentation/admin-guide/device-mapper/dm-crypt and cryptsetup(8).

import type { AlgorithmId, AlgorithmUse, CipherMode } from '../model/algorithm.ts';
import { mechanism, toUse } from './mechanism.ts';

const FAMILIES: ReadonlyMap<string, AlgorithmId> = new Map<string, AlgorithmId>([
  ['aes', 'aes'],
  ['serpent', 'serpent'],
  ['twofish', 'twofish'],
  ['camellia', 'camellia'],
  ['aria', 'aria'],
  ['sm4', 'sm4'],
  ['blowfish', 'blowfish'],
  ['cast5', 'cast5'],
  ['cast6', 'cast6'],
  ['des3_ede', '3des'],
]);
const MODES: ReadonlyMap<string, CipherMode> = new Map<string, CipherMode>([
  ['xts', 'xts'],
  ['cbc', 'cbc'],
  ['ecb', 'ecb'],
  ['ctr', 'ctr'],
  ['gcm', 'gcm'],
]);

/** The use that a cipher specification names; `sizeBits` is the size of the volume key, of which XTS takes two halves (IEEE Std 1619). */
export function findDiskCipher(written: string, sizeBits?: number): AlgorithmUse | undefined {
  if (written.length > 100) return undefined;
  const [, wrapped, capi] = /^capi:([a-z0-9]{2,10})\(([a-z0-9_]{2,20})\)/.exec(written) ?? [];
  const [family = '', chain = ''] = wrapped === undefined ? written.toLowerCase().split('-') : [capi, wrapped];
  const algorithm = FAMILIES.get(family.split(':')[0] ?? '');
  if (algorithm === undefined) return undefined;
  const mode = MODES.get(chain);
  const keyBits = sizeBits === undefined ? undefined : mode === 'xts' ? sizeBits / 2 : sizeBits;
  return toUse(
    written,
    mechanism(algorithm, {
      functions: ['encrypt', 'decrypt'],
      ...(mode === undefined ? {} : { mode }),
      ...(keyBits === undefined ? {} : { keyBits }),
    }),
  );
}
