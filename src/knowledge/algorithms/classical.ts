// Public-key mechanisms whose security rests on factoring or discrete logarithms: Shor's algorithm breaks all of them.
// Names follow the CycloneDX cryptography registry; object identifiers are from RFC 8017, RFC 5480, RFC 8410 and RFC 3279.

import type { ClassicalPublicKeyId, CryptoFunction, Primitive } from '../../model/algorithm.ts';
import type { AlgorithmRow, AlgorithmRows } from './row.ts';

const SIGN_FIRST: readonly (readonly [CryptoFunction, Primitive])[] = [
  ['sign', 'signature'],
  ['verify', 'signature'],
  ['encapsulate', 'kem'],
  ['decapsulate', 'kem'],
  ['keyderive', 'key-agree'],
  ['encrypt', 'pke'],
  ['decrypt', 'pke'],
];

/** Row per mechanism broken by Shor's algorithm. */
export const CLASSICAL_PUBLIC_KEY: AlgorithmRows<ClassicalPublicKeyId> = {
  // CycloneDX gives RSA as its example of `pke`; a use that signs says so by its function.
  rsa: { ...shor('RSA', 'pke', 'RFC 8017'), named: ['keyBits'], byFunction: SIGN_FIRST, oid: '1.2.840.113549.1.1.1' },
  'rsaes-oaep': {
    ...shor('RSA-OAEP', 'pke', 'RFC 8017 §7.1'),
    family: 'RSAES-OAEP',
    fixedPadding: 'oaep',
    named: ['digest', 'keyBits'],
    oid: '1.2.840.113549.1.1.7',
  },
  'rsaes-pkcs1': {
    ...shor('RSAES-PKCS1-1.5', 'pke', 'RFC 8017 §7.2'),
    family: 'RSAES-PKCS1',
    fixedPadding: 'pkcs1v15',
    named: ['keyBits'],
    oid: '1.2.840.113549.1.1.1',
  },
  'rsassa-pkcs1': {
    ...shor('RSA-PKCS1-1.5', 'signature', 'RFC 8017 §8.2'),
    family: 'RSASSA-PKCS1',
    fixedPadding: 'pkcs1v15',
    named: ['digest', 'keyBits'],
  },
  'rsassa-pss': {
    ...shor('RSA-PSS', 'signature', 'RFC 8017 §8.1'),
    family: 'RSASSA-PSS',
    fixedPadding: 'pss',
    named: ['digest', 'keyBits'],
    oid: '1.2.840.113549.1.1.10',
  },
  dsa: { ...shor('DSA', 'signature', 'FIPS 186-4 §4'), family: 'DSA', named: ['keyBits', 'digest'], oid: '1.2.840.10040.4.1' },
  ffdh: { ...shor('FFDH', 'key-agree', 'SP 800-56A Rev. 3 §5.7.1.1'), family: 'FFDH', named: ['keyBits'] },
  elgamal: { ...shor('ElGamal', 'pke', 'Elgamal 1985'), family: 'ElGamal', named: ['keyBits', 'curve'], byFunction: SIGN_FIRST },
  ec: { ...shor('EC', 'unknown', 'RFC 5480'), named: ['curve'], byFunction: SIGN_FIRST, oid: '1.2.840.10045.2.1' },
  ecdsa: { ...shor('ECDSA', 'signature', 'FIPS 186-5 §6'), family: 'ECDSA', named: ['curve', 'digest'] },
  ecdh: { ...shor('ECDH', 'key-agree', 'SP 800-56A Rev. 3 §5.7.1.2'), family: 'ECDH', named: ['curve'], oid: '1.3.132.1.12' },
  ecies: { ...shor('ECIES', 'pke', 'ISO/IEC 18033-2'), family: 'ECIES', named: ['curve', 'parts'] },
  ecmqv: { ...shor('ECMQV', 'key-agree', 'SP 800-56A Rev. 3 §5.7.2.3'), family: 'MQV', named: ['curve'] },
  eddsa: { ...shor('EdDSA', 'signature', 'RFC 8032'), family: 'EdDSA', named: ['curve'] },
  ed25519: {
    ...onCurve('Ed25519', 'signature', 'RFC 8032 §5.1'),
    family: 'EdDSA',
    fixedCurve: 'ed25519',
    classicalBits: 128,
    oid: '1.3.101.112',
  },
  ed448: {
    ...onCurve('Ed448', 'signature', 'RFC 8032 §5.2'),
    family: 'EdDSA',
    fixedCurve: 'ed448',
    classicalBits: 224,
    oid: '1.3.101.113',
  },
  x25519: {
    ...onCurve('X25519', 'key-agree', 'RFC 7748 §5'),
    family: 'ECDH',
    fixedCurve: 'curve25519',
    classicalBits: 128,
    oid: '1.3.101.110',
  },
  x448: { ...onCurve('X448', 'key-agree', 'RFC 7748 §5'), family: 'ECDH', fixedCurve: 'curve448', classicalBits: 224, oid: '1.3.101.111' },
  sm2: { ...onCurve('SM2', 'signature', 'GB/T 32918'), family: 'SM2', fixedCurve: 'sm2p256v1', classicalBits: 128, byFunction: SIGN_FIRST },
  'j-pake': { ...shor('J-PAKE', 'key-agree', 'RFC 8236'), family: 'J-PAKE', named: ['curve'] },
  srp: { ...shor('SRP', 'key-agree', 'RFC 5054'), family: 'SRP', named: ['digest', 'keyBits'] },
  spake2: { ...shor('SPAKE2', 'key-agree', 'RFC 9382'), family: 'SPAKE2', named: ['curve'] },
  spake2plus: { ...shor('SPAKE2+', 'key-agree', 'RFC 9383'), family: 'SPAKE2PLUS', named: ['curve'] },
  sae: { ...shor('SAE', 'key-agree', 'RFC 7664; IEEE Std 802.11-2020 §12.4'), named: ['curve'] },
  bls: { ...shor('BLS', 'signature', 'Boneh, Lynn, Shacham 2001'), family: 'BLS', named: [] },
};

function shor(name: string, primitive: Primitive, source: string): Omit<AlgorithmRow, 'named'> {
  return { name, primitive, threat: 'broken-by-shor', functions: [], nistCategory: 0, source };
}

function onCurve(name: string, primitive: Primitive, source: string): AlgorithmRow {
  return { ...shor(name, primitive, source), named: [] };
}
