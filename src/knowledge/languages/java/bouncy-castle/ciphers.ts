// Bouncy Castle's lightweight API: engines of ciphers, modes and paddings. API documentation of 1.78 to 1.82.

import type { AlgorithmId, CipherMode } from '../../../../model/algorithm.ts';
import type { CallRow, Says } from '../../row.ts';
import { KEYED, made } from './make.ts';

function engine(names: string, algorithm: AlgorithmId, more: Says = {}): readonly CallRow[] {
  return made(names, KEYED, { uses: { algorithm, ...more } });
}

const ENGINES: readonly CallRow[] = [
  ...engine('AESEngine AESFastEngine AESLightEngine RijndaelEngine', 'aes'),
  ...engine('AESWrapEngine', 'aes', { mode: 'kw' }),
  ...engine('AESWrapPadEngine', 'aes', { mode: 'kwp' }),
  ...engine('ARIAEngine', 'aria'),
  ...engine('ARIAWrapEngine', 'aria', { mode: 'kw' }),
  ...engine('ARIAWrapPadEngine', 'aria', { mode: 'kwp' }),
  ...engine('CamelliaEngine CamelliaLightEngine', 'camellia'),
  ...engine('CamelliaWrapEngine', 'camellia', { mode: 'kw' }),
  ...engine('SEEDEngine', 'seed'),
  ...engine('SEEDWrapEngine', 'seed', { mode: 'kw' }),
  ...engine('SM4Engine', 'sm4'),
  ...engine('DESEngine', 'des'),
  ...engine('DESedeEngine', '3des'),
  ...engine('DESedeWrapEngine', '3des', { mode: 'kw' }),
  ...engine('BlowfishEngine', 'blowfish'),
  ...engine('TwofishEngine', 'twofish'),
  ...engine('SerpentEngine TnepresEngine', 'serpent'),
  ...engine('CAST5Engine', 'cast5'),
  ...engine('CAST6Engine', 'cast6'),
  ...engine('IDEAEngine', 'idea'),
  ...engine('RC2Engine', 'rc2'),
  ...engine('RC2WrapEngine', 'rc2', { mode: 'kw' }),
  ...engine('RC4Engine', 'rc4'),
  ...engine('RC532Engine RC564Engine', 'rc5'),
  ...engine('RC6Engine', 'rc6'),
  ...engine('SkipjackEngine', 'skipjack'),
  ...engine('TEAEngine XTEAEngine', 'tea'),
  ...engine('GOST28147Engine GOST28147WrapEngine', 'gost-28147'),
  ...engine('ChaChaEngine ChaCha7539Engine', 'chacha20'),
  ...engine('XChaCha20Engine', 'xchacha20'),
  ...engine('Salsa20Engine', 'salsa20'),
  ...engine('XSalsa20Engine', 'xsalsa20'),
  ...engine('HC128Engine HC256Engine', 'hc'),
  ...engine('Zuc128Engine Zuc256Engine', 'zuc'),
  ...engine('AsconEngine AsconAEAD128', 'ascon'),
  ...engine('ChaCha20Poly1305', 'chacha20-poly1305'),
  ...engine('XChaCha20Poly1305', 'xchacha20-poly1305'),
  ...engine('RSAEngine RSABlindedEngine RSACoreEngine RSABlindingEngine', 'rsa'),
  ...engine('ElGamalEngine', 'elgamal'),
  ...engine('SM2Engine', 'sm2'),
  ...engine('IESEngine EthereumIESEngine', 'ecies'),
  // Ciphers whose names are known and whose mechanisms have no id here.
  ...made(
    'DSTU7624Engine DSTU7624WrapEngine NoekeonEngine ThreefishEngine Shacal2Engine LEAEngine GOST3412_2015Engine Grain128Engine Grainv1Engine Grain128AEADEngine VMPCEngine VMPCKSA3Engine ISAACEngine ' +
      'NaccacheSternEngine ElephantEngine GiftCofbEngine ISAPEngine PhotonBeetleEngine RomulusEngine SparkleEngine XoodyakEngine',
    {},
    {},
  ),
];

const MODES: readonly (readonly [string, CipherMode])[] = [
  ['CBCBlockCipher', 'cbc'],
  ['CFBBlockCipher PGPCFBBlockCipher OpenPGPCFBBlockCipher', 'cfb'],
  ['OFBBlockCipher', 'ofb'],
  ['SICBlockCipher CTRBlockCipher', 'ctr'],
  ['GCMBlockCipher', 'gcm'],
  ['GCMSIVBlockCipher', 'gcm-siv'],
  ['CCMBlockCipher', 'ccm'],
  ['EAXBlockCipher', 'eax'],
  ['OCBBlockCipher', 'ocb'],
  ['CTSBlockCipher NISTCTSBlockCipher', 'cbc-cs'],
];

const BLOCK_MODES: readonly CallRow[] = [
  ...MODES.flatMap(([names, mode]) => made(names, { algorithm: '0', ...KEYED }, { uses: { mode } })),
  ...made(
    'KCCMBlockCipher KCTRBlockCipher KGCMBlockCipher KXTSBlockCipher GOFBBlockCipher GCFBBlockCipher G3413CBCBlockCipher G3413CFBBlockCipher G3413CTRBlockCipher G3413OFBBlockCipher',
    { algorithm: '0' },
    {},
  ),
  ...made('PaddedBufferedBlockCipher', { algorithm: '0', padding: '1', ...KEYED }, { defaults: { padding: 'pkcs7' } }),
  ...made('BufferedBlockCipher DefaultBufferedBlockCipher BufferedAsymmetricBlockCipher', { algorithm: '0', ...KEYED }, {}),
  ...made('RFC3394WrapEngine', { algorithm: '0' }, { uses: { mode: 'kw' } }),
  ...made('RFC5649WrapEngine', { algorithm: '0' }, { uses: { mode: 'kwp' } }),
  ...made('RFC3211WrapEngine', { algorithm: '0' }, {}),
  ...made('PKCS1Encoding', { algorithm: '0', ...KEYED }, { uses: { padding: 'pkcs1v15' }, functions: ['encrypt', 'decrypt'] }),
  ...made('OAEPEncoding', { algorithm: '0', digest: '1', ...KEYED }, { uses: { padding: 'oaep' } }),
  ...made('ISO9796d1Encoding', { algorithm: '0' }, {}),
  ...made('PKCS7Padding', {}, { uses: { padding: 'pkcs7' }, silent: true }),
  ...made('ISO7816d4Padding', {}, { uses: { padding: 'iso7816-4' }, silent: true }),
  ...made('X923Padding', {}, { uses: { padding: 'x9.23' }, silent: true }),
  ...made('ZeroBytePadding', {}, { uses: { padding: 'zero' }, silent: true }),
];

/** Ciphers. */
export const CIPHER_ROWS: readonly CallRow[] = [...ENGINES, ...BLOCK_MODES];
