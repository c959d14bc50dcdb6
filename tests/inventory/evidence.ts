// Evidence as scanners give it, with as little as a test has to say.

import { useOf } from '../../src/knowledge/algorithms.ts';
import type {
  AlgorithmId,
  AlgorithmUse,
  CipherMode,
  CryptoFunction,
  CurveId,
  Padding,
  Parameter,
  Parameters,
} from '../../src/model/algorithm.ts';
import type {
  CertificateObservation,
  Evidence,
  IsoDateTime,
  KeyObservation,
  Location,
  Observation,
  ProtocolObservation,
} from '../../src/model/evidence.ts';
import type { Coverage } from '../../src/model/inventory.ts';

/** Values of parameters; each counts as written. */
export interface Values {
  readonly keyBits?: number;
  readonly outputBits?: number;
  readonly tagBits?: number;
  readonly iterations?: number;
  readonly mode?: CipherMode;
  readonly padding?: Padding;
  readonly curve?: CurveId;
  readonly digest?: AlgorithmId;
}

export function written(values: Values): Parameters {
  return Object.fromEntries(Object.entries(values).map(([key, value]): [string, Parameter<unknown>] => [key, { value, from: 'written' }]));
}

export function use(algorithm: AlgorithmId, values: Values = {}, more: Partial<AlgorithmUse> = {}): AlgorithmUse {
  return useOf(algorithm, { parameters: written(values), ...more });
}

export function at(path: string, line: number): Location {
  return { at: 'text', path, line, column: 3, offset: line * 40 };
}

export function seen(observed: Observation, location: Location, more: Partial<Evidence> = {}): Evidence {
  return { scanner: 'source', location, grade: 'source', confidence: 'certain', state: 'called', origin: 'first-party', observed, ...more };
}

export function called(algorithmUse: AlgorithmUse, location: Location, symbol: string, more: Partial<Evidence> = {}): Evidence {
  return seen({ kind: 'algorithm', use: algorithmUse, symbol }, location, more);
}

export function signing(algorithm: AlgorithmId, values: Values = {}, functions: readonly CryptoFunction[] = ['sign']): AlgorithmUse {
  return use(algorithm, values, { functions });
}

export function certificate(
  more: Partial<CertificateObservation> & Pick<CertificateObservation, 'sha256' | 'subject' | 'issuer'>,
): CertificateObservation {
  return {
    kind: 'certificate',
    serialNumber: '01',
    notBefore: '2025-01-01T00:00:00Z' as IsoDateTime,
    notAfter: '2035-01-01T00:00:00Z' as IsoDateTime,
    signature: use('ecdsa', { digest: 'sha-256' }),
    publicKey: { algorithm: use('ec', { curve: 'secp256r1' }), sizeBits: 256, spkiSha256: more.sha256.replace(/^./, 'f') },
    isCa: false,
    selfSigned: more.subject === more.issuer,
    format: 'pem',
    ...more,
  };
}

export function key(more: Partial<KeyObservation> = {}): KeyObservation {
  return {
    kind: 'key',
    material: 'private-key',
    key: { algorithm: use('rsa', { keyBits: 2048 }), sizeBits: 2048 },
    encrypted: false,
    container: 'PKCS#8',
    ...more,
  };
}

export function protocol(more: Partial<ProtocolObservation> = {}): ProtocolObservation {
  return { kind: 'protocol', protocol: 'tls', versions: ['1.2'], suites: [], groups: [], schemes: [], symbol: 'ssl_protocols', ...more };
}

export const COVERAGE: Coverage = { files: 3, bytes: 300, candidateFiles: 2, candidateBytes: 200, ignoredFiles: 1, scanners: [] };
