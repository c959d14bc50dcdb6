// Everything that the host bench can time, by id and by family, with the sizes that the standards give.

import type { AlgorithmId } from '../../model/algorithm.ts';
import { PqreadyError } from '../../model/errors.ts';
import type { HostAlgorithm } from '../../model/provider.ts';
import { KEY_AGREEMENTS } from '../../pqc/classical.ts';
import { isMlDsaId, isMlKemId, ML_DSA, ML_DSA_IDS, ML_KEM, ML_KEM_IDS } from '../../pqc/parameter-sets.ts';
import { isSlhDsaId, SLH_DSA, SLH_DSA_IDS } from '../../pqc/slh-dsa-sets.ts';
import { isTlsHybridId, TLS_HYBRID_IDS, TLS_HYBRIDS } from '../../pqc/tls-hybrid.ts';
import { X_WING } from '../../pqc/x-wing.ts';

/** Names for several at once. */
export const HOST_FAMILIES: ReadonlyMap<string, readonly HostAlgorithm[]> = new Map<string, readonly HostAlgorithm[]>([
  ['ml-kem', ML_KEM_IDS],
  ['ml-dsa', ML_DSA_IDS],
  ['slh-dsa', SLH_DSA_IDS],
  ['hybrid', [...TLS_HYBRID_IDS, 'x-wing']],
  ['classical', ['x25519', 'ecdh-secp256r1', 'ecdh-secp384r1', 'ed25519', 'ecdsa-secp256r1-sha256', 'ecdsa-secp384r1-sha384']],
  ['stateful', ['lms']],
]);

/** All that can be timed, in the order of the families. */
export const HOST_ALGORITHMS: readonly HostAlgorithm[] = [...HOST_FAMILIES.values()].flat();

/** What is timed where nothing is asked. */
export const DEFAULT_HOST_ALGORITHMS: readonly HostAlgorithm[] = [...ML_KEM_IDS, ...ML_DSA_IDS];

/** Ids and family names as algorithms, each once; none means the default, `all` everything. Throws `unknown-id`. */
export function toHostAlgorithms(names: readonly string[]): readonly HostAlgorithm[] {
  if (names.length === 0) return DEFAULT_HOST_ALGORITHMS;
  return [...new Set(names.flatMap((name) => expand(name.toLowerCase())))];
}

function expand(name: string): readonly HostAlgorithm[] {
  if (name === 'all') return HOST_ALGORITHMS;
  const family = HOST_FAMILIES.get(name);
  if (family !== undefined) return family;
  const found = HOST_ALGORITHMS.find((id) => id === name);
  if (found !== undefined) return [found];
  const known = ['all', ...HOST_FAMILIES.keys(), ...HOST_ALGORITHMS].join(', ');
  throw new PqreadyError('unknown-id', `--algorithm: expected one of ${known}, got "${name}"`);
}

/** The algorithm of a row, and what its id leaves open. */
export function toAlgorithm(id: Exclude<HostAlgorithm, 'lms'>): { readonly algorithm: AlgorithmId; readonly parameterSet?: string } {
  switch (id) {
    case 'ecdh-secp256r1':
    case 'ecdh-secp384r1':
      return { algorithm: 'ecdh', parameterSet: id.slice('ecdh-'.length) };
    case 'ecdsa-secp256r1-sha256':
    case 'ecdsa-secp384r1-sha384':
      return { algorithm: 'ecdsa', parameterSet: id.slice('ecdsa-'.length) };
    default:
      return { algorithm: id };
  }
}

/** Bytes of what an algorithm makes, as its standard gives them; absent where the encoding leaves them open (ECDSA in DER). */
export interface ArtefactSizes {
  readonly publicKeyBytes?: number;
  readonly privateKeyBytes?: number;
  readonly ciphertextBytes?: number;
  readonly sharedSecretBytes?: number;
  readonly signatureBytes?: number;
}

/** FIPS 203 Table 3, FIPS 204 Table 2, FIPS 205 Table 2, RFC 8446 §4.2.8.2, RFC 8032 §5.1. Of a hybrid group: client share, server share. */
export function sizesOf(id: Exclude<HostAlgorithm, 'lms'>): ArtefactSizes {
  if (isMlKemId(id)) {
    const { encapsulationKeyBytes, decapsulationKeyBytes, ciphertextBytes, sharedSecretBytes } = ML_KEM[id];
    return { publicKeyBytes: encapsulationKeyBytes, privateKeyBytes: decapsulationKeyBytes, ciphertextBytes, sharedSecretBytes };
  }
  if (isMlDsaId(id)) return signatureSizes(ML_DSA[id]);
  if (isSlhDsaId(id)) return signatureSizes(SLH_DSA[id]);
  if (isTlsHybridId(id)) {
    const { clientShareBytes, serverShareBytes, sharedSecretBytes } = TLS_HYBRIDS[id];
    return { publicKeyBytes: clientShareBytes, ciphertextBytes: serverShareBytes, sharedSecretBytes };
  }
  switch (id) {
    case 'x-wing': {
      const { encapsulationKeyBytes, decapsulationKeyBytes, ciphertextBytes, sharedSecretBytes } = X_WING;
      return { publicKeyBytes: encapsulationKeyBytes, privateKeyBytes: decapsulationKeyBytes, ciphertextBytes, sharedSecretBytes };
    }
    case 'x25519':
      return KEY_AGREEMENTS.x25519;
    case 'ecdh-secp256r1':
      return KEY_AGREEMENTS.secp256r1;
    case 'ecdh-secp384r1':
      return KEY_AGREEMENTS.secp384r1;
    case 'ed25519':
      return { publicKeyBytes: 32, privateKeyBytes: 32, signatureBytes: 64 };
    case 'ecdsa-secp256r1-sha256':
      return { publicKeyBytes: 65, privateKeyBytes: 32 };
    case 'ecdsa-secp384r1-sha384':
      return { publicKeyBytes: 97, privateKeyBytes: 48 };
  }
}

function signatureSizes({
  publicKeyBytes,
  privateKeyBytes,
  signatureBytes,
}: Required<Pick<ArtefactSizes, 'publicKeyBytes' | 'privateKeyBytes' | 'signatureBytes'>>): ArtefactSizes {
  return { publicKeyBytes, privateKeyBytes, signatureBytes };
}
