// Bouncy Castle's lightweight API: signatures, agreement, encapsulation and their keys, classical and post-quantum. API documentation of 1.78 to 1.82.

import type { AlgorithmId, CryptoFunction } from '../../../../model/algorithm.ts';
import { DECAPSULATE, DERIVE, ENCAPSULATE, KEYGEN } from '../../make-row.ts';
import type { CallRow } from '../../row.ts';
import { bc, fixed, made, PREFIX } from './make.ts';

// Of a family with parameter sets the parameters say which; where they cannot be followed, the family is what is known.
const FAMILIES: ReadonlySet<AlgorithmId> = new Set(['ml-kem', 'ml-dsa', 'slh-dsa']);

function named(algorithm: AlgorithmId): Pick<CallRow, 'uses' | 'defaults'> {
  if (algorithm === 'unrecognised') return {};
  return FAMILIES.has(algorithm) ? { defaults: { algorithm } } : { uses: { algorithm } };
}

const SIGNING: readonly CryptoFunction[] = ['sign', 'verify'];

function signer(names: string, algorithm: AlgorithmId, roles: CallRow['roles'] = {}): readonly CallRow[] {
  return made(names, { shares: '=init#1', details: '=init#1', ...roles }, { ...named(algorithm), functions: SIGNING });
}

const SIGNERS: readonly CallRow[] = [
  ...signer('RSADigestSigner', 'rsassa-pkcs1', { digest: '0' }),
  ...made('PSSSigner', { algorithm: '0', digest: '1', shares: '=init#1' }, { uses: { padding: 'pss' }, functions: SIGNING }),
  ...made('PSSSigner.createRawSigner', { digest: '1' }, { uses: { algorithm: 'rsassa-pss' }, functions: SIGNING }),
  ...signer('ECDSASigner', 'ecdsa'),
  ...signer('DSASigner', 'dsa'),
  ...made('DSADigestSigner', { algorithm: '0', digest: '1' }, { functions: SIGNING }),
  ...made('GenericSigner DigestingMessageSigner DigestingStateAwareMessageSigner', { algorithm: '0', digest: '1' }, { functions: SIGNING }),
  ...signer('Ed25519Signer Ed25519ctxSigner Ed25519phSigner', 'ed25519'),
  ...signer('Ed448Signer Ed448phSigner', 'ed448'),
  ...signer('SM2Signer', 'sm2', { digest: '0|1' }),
  ...signer('ISO9796d2Signer ISO9796d2PSSSigner X931Signer RSABlindSignatureServer RSABlindSignatureClient', 'rsa', { digest: '1' }),
  ...signer('BLSSigner', 'bls'),
  ...made(
    'GOST3410Signer ECGOST3410Signer ECGOST3410_2012Signer DSTU4145Signer ECNRSigner ECCSISigner SM9Signer BIP340Signer',
    {},
    { functions: SIGNING },
  ),
  ...signer('MLDSASigner HashMLDSASigner', 'ml-dsa'),
  ...signer('SLHDSASigner HashSLHDSASigner', 'slh-dsa'),
  ...signer('DilithiumSigner', 'dilithium'),
  ...signer('FalconSigner', 'fn-dsa'),
  ...signer('SPHINCSPlusSigner SPHINCS256Signer', 'sphincsplus'),
  ...signer('LMSSigner LMSContextBasedSigner', 'lms'),
  ...signer('HSSSigner', 'hss'),
  ...signer('XMSSSigner XMSSMTSigner', 'xmss'),
  ...signer('MayoSigner', 'mayo'),
  ...made(
    'SnovaSigner FaestSigner SDitHSigner MQOMSigner AIMerSigner HAETAESigner QRUOVSigner SQIsignSigner UOVSigner GMSSSigner RainbowSigner QTESLASigner PicnicSigner GeMSSSigner CrossSigner',
    {},
    { functions: SIGNING },
  ),
];

const AGREEMENTS: readonly CallRow[] = [
  ...made(
    'ECDHBasicAgreement ECDHCBasicAgreement ECDHCRawAgreement ECDHRawAgreement ECDHCUnifiedAgreement ECDHCStagedAgreement XDHBasicAgreement XDHUnifiedAgreement',
    { shares: '=init' },
    { uses: { algorithm: 'ecdh' }, functions: DERIVE },
  ),
  ...made(
    'DHBasicAgreement DHAgreement DHUnifiedAgreement MQVBasicAgreement',
    { shares: '=init' },
    { uses: { algorithm: 'ffdh' }, functions: DERIVE },
  ),
  ...fixed('ECMQVBasicAgreement ECMQVRawAgreement', { algorithm: 'ecmqv' }, DERIVE),
  ...fixed('X25519Agreement', { algorithm: 'x25519' }, DERIVE),
  ...fixed('X448Agreement', { algorithm: 'x448' }, DERIVE),
  ...fixed('SM2KeyExchange', { algorithm: 'sm2' }, DERIVE),
  ...fixed('SRP6Client SRP6Server SRP6VerifierGenerator', { algorithm: 'srp' }, DERIVE),
  ...fixed('JPAKEParticipant ECJPAKEParticipant', { algorithm: 'j-pake' }, DERIVE),
];

const KEMS: readonly (readonly [string, AlgorithmId])[] = [
  ['MLKEM', 'ml-kem'],
  ['Kyber', 'kyber'],
  ['KyberKEM', 'kyber'],
  ['NTRUKEM', 'ntru'],
  ['NTRU', 'ntru'],
  ['HQCKEM', 'hqc'],
  ['HQC', 'hqc'],
  ['BIKEKEM', 'bike'],
  ['FrodoKEM', 'frodokem'],
  ['Frodo', 'frodokem'],
  ['CMCEKEM', 'classic-mceliece'],
  ['CMCE', 'classic-mceliece'],
  ['SNTRUPrimeKEM', 'unrecognised'],
  ['NTRULPRimeKEM', 'unrecognised'],
  ['NTRUPlusKEM', 'unrecognised'],
  ['SABERKEM', 'unrecognised'],
  ['SmaugTKEM', 'unrecognised'],
  ['XWingKEM', 'x-wing'],
  ['RSAKEM', 'rsa'],
  ['ECIESKEM', 'ecies'],
  ['ECIESKEMS', 'ecies'],
];

const ENCAPSULATION: readonly CallRow[] = [
  ...KEMS.flatMap(([name, algorithm]) => [
    ...made(`${name}Generator`, { shares: '=generateEncapsulated' }, { ...named(algorithm), functions: ENCAPSULATE }),
    ...made(`${name}Extractor`, { shares: '0', details: '0' }, { ...named(algorithm), functions: DECAPSULATE }),
  ]),
  ...made('RSAKeyEncapsulation', {}, { uses: { algorithm: 'rsa' }, functions: ENCAPSULATE }),
  ...made('ECIESKeyEncapsulation', {}, { uses: { algorithm: 'ecies' }, functions: ENCAPSULATE }),
];

const KEY_PAIRS: readonly (readonly [string, AlgorithmId])[] = [
  ['RSA', 'rsa'],
  ['DSA', 'dsa'],
  ['DH', 'ffdh'],
  ['DHBasic', 'ffdh'],
  ['ElGamal', 'elgamal'],
  ['EC', 'ec'],
  ['SM2', 'sm2'],
  ['X25519', 'x25519'],
  ['X448', 'x448'],
  ['Ed25519', 'ed25519'],
  ['Ed448', 'ed448'],
  ['BLS', 'bls'],
  ['MLKEM', 'ml-kem'],
  ['MLDSA', 'ml-dsa'],
  ['SLHDSA', 'slh-dsa'],
  ['Kyber', 'kyber'],
  ['Dilithium', 'dilithium'],
  ['Falcon', 'fn-dsa'],
  ['SPHINCSPlus', 'sphincsplus'],
  ['SPHINCS256', 'sphincsplus'],
  ['LMS', 'lms'],
  ['HSS', 'hss'],
  ['XMSS', 'xmss'],
  ['XMSSMT', 'xmss'],
  ['NTRU', 'ntru'],
  ['HQC', 'hqc'],
  ['BIKE', 'bike'],
  ['Frodo', 'frodokem'],
  ['FrodoKEM', 'frodokem'],
  ['CMCE', 'classic-mceliece'],
  ['Mayo', 'mayo'],
  ['XWing', 'x-wing'],
  ['NTRULPRime', 'unrecognised'],
  ['SNTRUPrime', 'unrecognised'],
  ['SABER', 'unrecognised'],
  ['Snova', 'unrecognised'],
  ['Rainbow', 'unrecognised'],
  ['Picnic', 'unrecognised'],
];

const KEY_GENERATION: readonly CallRow[] = [
  ...KEY_PAIRS.flatMap(([name, algorithm]) => [
    ...made(`${name}KeyPairGenerator`, { shares: '=init', details: '=init', keyBits: '=init' }, { ...named(algorithm), functions: KEYGEN }),
    ...made(
      `${name}KeyGenerationParameters`,
      { shares: 'last', keyBits: name === 'RSA' ? '2' : '9' },
      { ...named(algorithm), silent: true },
    ),
    bc.call(`${name}KeyPairGenerator.generateKeyPair`, {}, { continues: true, silent: true, returns: `${PREFIX}AsymmetricCipherKeyPair` }),
    ...made(
      `${name}PrivateKeyParameters ${name}PublicKeyParameters ${name}KeyParameters`,
      { shares: '0|1' },
      { ...named(algorithm), silent: true },
    ),
  ]),
  ...bc.calls('AsymmetricCipherKeyPair.getPrivate AsymmetricCipherKeyPair.getPublic', {}, { continues: true, silent: true }),
  ...made('ECKeyGenerationParameters', { curve: '0' }, { uses: { algorithm: 'ec' }, silent: true }),
  ...bc.calls(
    'ECNamedCurveTable.getParameterSpec ECNamedCurveTable.getByName SECNamedCurves.getByName NISTNamedCurves.getByName CustomNamedCurves.getByName X962NamedCurves.getByName TeleTrusTNamedCurves.getByName',
    { curve: '0' },
    { uses: { algorithm: 'ec' }, specifies: true, needs: true },
  ),
  ...made(
    'ECNamedCurveGenParameterSpec ECNamedDomainParameters ECDomainParameters',
    { curve: '0' },
    { uses: { algorithm: 'ec' }, silent: true },
  ),
  ...made('KeyParameter', { key: '0' }, { silent: true }),
  ...made('ParametersWithIV ParametersWithRandom', { shares: '0', details: '0', key: '0' }, { silent: true }),
  ...made('AEADParameters', { shares: '0', details: '0', key: '0', tagBits: '1' }, { silent: true }),
];

/** Public-key mechanisms. */
export const PUBLIC_KEY_ROWS: readonly CallRow[] = [...SIGNERS, ...AGREEMENTS, ...ENCAPSULATION, ...KEY_GENERATION];
