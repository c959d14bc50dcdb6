// Bouncy Castle, joined: its lightweight API with the post-quantum packages, and the builders of its PKIX, OpenPGP and CMS packages, by the
// API documentation of 1.78 to 1.82.

import type { CallRow } from '../row.ts';
import { CIPHER_ROWS } from './bouncy-castle/ciphers.ts';
import { HASH_ROWS } from './bouncy-castle/hashes.ts';
import { bc, made } from './bouncy-castle/make.ts';
import { PUBLIC_KEY_ROWS } from './bouncy-castle/public-key.ts';

export {
  BOUNCY_CASTLE_CONSTANT_CLASSES,
  BOUNCY_CASTLE_CONSTANTS,
  readBouncyCastleConstant,
} from './bouncy-castle/constants.ts';

const PKIX: readonly CallRow[] = [
  ...made(
    'JcaContentSignerBuilder BcRSAContentSignerBuilder BcECContentSignerBuilder BcDSAContentSignerBuilder BcEdDSAContentSignerBuilder',
    { algorithm: '0' },
    { functions: ['sign'] },
  ),
  ...bc.calls('DefaultSignatureAlgorithmIdentifierFinder.find', { algorithm: '0' }, { functions: ['sign'] }),
  ...made('JcaPEMWriter', {}, { silent: true }),
  ...made(
    'JcePEMEncryptorBuilder JceOpenSSLPKCS8EncryptorBuilder JceCMSContentEncryptorBuilder',
    { algorithm: '0', keyBits: '1' },
    { functions: ['encrypt'] },
  ),
  ...made('ASN1ObjectIdentifier', { algorithm: '0' }, { names: true, needs: true }),
  ...made('JcePGPDataEncryptorBuilder BcPGPDataEncryptorBuilder', { algorithm: '0' }, { functions: ['encrypt'] }),
  ...made('JcaPGPContentSignerBuilder BcPGPContentSignerBuilder', { algorithm: '0', digest: '1' }, { functions: ['sign'] }),
  ...made('JcaPGPKeyPair BcPGPKeyPair', { algorithm: '0' }, { needs: true }),
];

/** Calls of Bouncy Castle. */
export const BOUNCY_CASTLE_ROWS: readonly CallRow[] = [...CIPHER_ROWS, ...HASH_ROWS, ...PUBLIC_KEY_ROWS, ...PKIX];
