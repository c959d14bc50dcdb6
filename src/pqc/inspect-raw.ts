// What bytes without any structure around them may be: told by their length, by the checks that a key or signature must pass by itself, and,
// for LMS and HSS, by their type codes.

import { KEY_IDS, keyLengthsOf } from './encoding/key.ts';
import { checkDecapsulationKey, checkEncapsulationKey } from './kem.ts';
import { nameLmOts, nameLms } from './lms/parameters.ts';
import { lmsPublicKeyBytes, readLmsTypes } from './lms/verify.ts';
import { findEncodingFault } from './ml-dsa-encoding.ts';
import { ML_DSA, ML_DSA_IDS, ML_KEM, ML_KEM_IDS } from './parameter-sets.ts';
import { SLH_DSA, SLH_DSA_IDS } from './slh-dsa-sets.ts';
import { TLS_HYBRID_IDS, TLS_HYBRIDS } from './tls-hybrid.ts';
import { X_WING } from './x-wing.ts';

/** One reading of raw bytes. `fault`: what stands against it, though the length fits. */
export interface RawReading {
  readonly what: string;
  readonly fault?: string;
}

/** Every reading whose type codes or length fit, those without a fault first. */
export function readRaw(bytes: Uint8Array): readonly RawReading[] {
  const coded = statefulReadings(bytes);
  if (coded.length > 0) return coded; // type codes say more than a length
  const readings = [...keyReadings(bytes), ...messageReadings(bytes), ...hybridReadings(bytes)];
  return [...readings.filter(({ fault }) => fault === undefined), ...readings.filter(({ fault }) => fault !== undefined)];
}

function keyReadings(bytes: Uint8Array): readonly RawReading[] {
  const kems = ML_KEM_IDS.flatMap((id) => [
    ...fit(bytes, ML_KEM[id].encapsulationKeyBytes, `${ML_KEM[id].name} encapsulation key`, () =>
      checkEncapsulationKey(id, bytes).valid ? undefined : 'a coefficient is q or more (FIPS 203 §7.2)',
    ),
    ...fit(bytes, ML_KEM[id].decapsulationKeyBytes, `${ML_KEM[id].name} decapsulation key, expanded`, () =>
      checkDecapsulationKey(id, bytes).valid ? undefined : 'the hash of the encapsulation key differs (FIPS 203 §7.3)',
    ),
  ]);
  const signers = [...ML_DSA_IDS, ...SLH_DSA_IDS].flatMap((id) => {
    const { name, publicKeyBytes, privateKeyBytes } = keyLengthsOf(id);
    return [...fit(bytes, publicKeyBytes, `${name} public key`), ...fit(bytes, privateKeyBytes, `${name} private key`)];
  });
  const seeds = [...new Set(KEY_IDS.map((id) => keyLengthsOf(id).seedBytes))].flatMap((length) =>
    length === undefined ? [] : fit(bytes, length, length === 64 ? 'ML-KEM seed d ‖ z' : 'ML-DSA seed ξ, X-Wing seed or a shared secret'),
  );
  return [...kems, ...signers, ...seeds];
}

function messageReadings(bytes: Uint8Array): readonly RawReading[] {
  return [
    ...ML_KEM_IDS.flatMap((id) => fit(bytes, ML_KEM[id].ciphertextBytes, `${ML_KEM[id].name} ciphertext`)),
    ...ML_DSA_IDS.flatMap((id) =>
      fit(bytes, ML_DSA[id].signatureBytes, `${ML_DSA[id].name} signature`, () => {
        const fault = findEncodingFault(id, bytes);
        if (fault === undefined) return undefined;
        return fault === 'z-norm' ? 'z is out of range (FIPS 204 Algorithm 8)' : 'the hint is not encoded as FIPS 204 Algorithm 21 asks';
      }),
    ),
    ...SLH_DSA_IDS.flatMap((id) => fit(bytes, SLH_DSA[id].signatureBytes, `${SLH_DSA[id].name} signature`)),
  ];
}

function hybridReadings(bytes: Uint8Array): readonly RawReading[] {
  return [
    ...TLS_HYBRID_IDS.flatMap((id) => {
      const { name, clientShareBytes, serverShareBytes } = TLS_HYBRIDS[id];
      return [...fit(bytes, clientShareBytes, `${name} client share`), ...fit(bytes, serverShareBytes, `${name} server share`)];
    }),
    ...fit(bytes, X_WING.encapsulationKeyBytes, 'X-Wing encapsulation key'),
    ...fit(bytes, X_WING.ciphertextBytes, 'X-Wing ciphertext'),
  ];
}

/** RFC 8554 §5.3 and §6.1: public keys name their types, and their length follows. */
function statefulReadings(bytes: Uint8Array): readonly RawReading[] {
  return [0, 4].flatMap((offset) => {
    const key = bytes.subarray(offset);
    const types = readLmsTypes(key);
    if (types === undefined || key.length !== lmsPublicKeyBytes(types)) return [];
    const levels = bytes[3] ?? 0;
    if (offset > 0 && (levels < 1 || levels > 8 || bytes.subarray(0, 3).some((byte) => byte !== 0))) return [];
    const names = `${nameLms(types.lms)}, ${nameLmOts(types.lmOts)}`;
    return [{ what: offset === 0 ? `LMS public key (${names})` : `HSS public key of ${levels} levels (${names})` }];
  });
}

function fit(
  bytes: Uint8Array,
  length: number,
  what: string,
  findFault: () => string | undefined = () => undefined,
): readonly RawReading[] {
  if (bytes.length !== length) return [];
  const fault = findFault();
  return [{ what, ...(fault === undefined ? {} : { fault }) }];
}
