// From algorithm identifiers to uses: what a certificate or a key at rest says of its algorithms.

import {
  type AlgorithmIdentifierRecord,
  type PasswordEncryption,
  readPasswordEncryption,
  readPssParameters,
} from '../../formats/algorithm-identifier.ts';
import { nameOf, useOf } from '../../knowledge/algorithms.ts';
import { findOid } from '../../knowledge/identifiers.ts';
import type { AlgorithmUse, CryptoFunction, Parameter, Parameters } from '../../model/algorithm.ts';

/** The use that a signature's algorithm identifier names. */
export function toSignatureUse(identifier: AlgorithmIdentifierRecord): AlgorithmUse {
  return withFunctions(toUse(identifier), ['verify']);
}

/** The use that an algorithm identifier names, RSASSA-PSS parameters decoded. An unknown identifier keeps its dotted form. */
export function toUse(identifier: AlgorithmIdentifierRecord): AlgorithmUse {
  const row = findOid(identifier.oid);
  if (row === undefined) return useOf('unrecognised', { written: identifier.oid });
  if (row.use.algorithm !== 'rsassa-pss' || identifier.parameters === undefined) return row.use;
  return withPss(row.use, identifier.parameters);
}

/** The uses that an encrypted key names: the scheme, with key derivation and cipher as parts. */
export function toEncryptionUse(identifier: AlgorithmIdentifierRecord): AlgorithmUse {
  const encryption = readPasswordEncryption(identifier);
  const scheme = findOid(encryption.scheme)?.use ?? useOf('unrecognised', { written: encryption.scheme });
  const parts = [...kdfPart(encryption), ...(encryption.cipherOid === undefined ? [] : [toUse({ oid: encryption.cipherOid })])];
  const iterations = parts.length === 0 ? iterationsOf(encryption) : {};
  return {
    ...scheme,
    parameters: { ...scheme.parameters, ...iterations },
    functions: ['encrypt', 'decrypt'],
    parts: [...scheme.parts, ...parts],
  };
}

/** The same use, with what it does. */
export function withFunctions(use: AlgorithmUse, functions: readonly CryptoFunction[]): AlgorithmUse {
  return { ...use, functions };
}

/** The same use, with further parameters. */
export function withParameters(use: AlgorithmUse, parameters: Parameters): AlgorithmUse {
  return { ...use, parameters: { ...use.parameters, ...parameters } };
}

function withPss(use: AlgorithmUse, parameters: Uint8Array): AlgorithmUse {
  const pss = readPssParameters(parameters);
  const hash = pss === undefined ? undefined : findOid(pss.hashOid)?.use;
  if (pss === undefined || hash === undefined) return use;
  const mask = findOid(pss.maskHashOid)?.use;
  const digest: Parameter<AlgorithmUse['algorithm']> = { value: hash.algorithm, from: pss.hashWritten ? 'written' : 'default' };
  return {
    ...use,
    written: `${use.written} (${nameOf(hash)}, MGF1 ${mask === undefined ? pss.maskHashOid : nameOf(mask)}, salt ${pss.saltBytes} bytes)`,
    parameters: { ...use.parameters, digest },
    parts: [hash],
  };
}

function kdfPart(encryption: PasswordEncryption): readonly AlgorithmUse[] {
  const row = encryption.kdfOid === undefined ? undefined : findOid(encryption.kdfOid);
  if (row === undefined) return encryption.kdfOid === undefined ? [] : [useOf('unrecognised', { written: encryption.kdfOid })];
  const prf = encryption.prfOid === undefined ? undefined : findOid(encryption.prfOid)?.use;
  const digest = prf?.parameters.digest;
  const parameters: Parameters = { ...iterationsOf(encryption), ...(digest === undefined ? {} : { digest }) };
  return [{ ...withParameters(row.use, parameters), functions: ['keyderive'], parts: prf === undefined ? [] : [prf] }];
}

function iterationsOf({ iterations }: PasswordEncryption): Parameters {
  return iterations === undefined ? {} : { iterations: { value: iterations, from: 'written' } };
}
