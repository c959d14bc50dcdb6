// AlgorithmIdentifier and the parameters that decide what an algorithm is: RSASSA-PSS (RFC 8017 appendix A.2.3) and password-based
// encryption (RFC 8018 appendix A, RFC 7914 section 7.1).

import { type DerElement, isMalformed, readChildren, readElement, readOid } from './der.ts';

/** Object identifier and, where present and not NULL, the DER of the parameters. */
export interface AlgorithmIdentifierRecord {
  readonly oid: string;
  readonly parameters?: Uint8Array;
}

/** RSASSA-PSS parameters with the defaults of the standard filled in. */
export interface PssParameters {
  readonly hashOid: string;
  readonly maskHashOid: string;
  readonly saltBytes: number;
  /** false where the encoding left the hash out and SHA-1 is the standard's default */
  readonly hashWritten: boolean;
}

/** How a private key at rest is encrypted. Nothing of the ciphertext or the salt is kept. */
export interface PasswordEncryption {
  readonly scheme: string;
  readonly kdfOid?: string;
  /** PBKDF2 iterations, or scrypt N */
  readonly iterations?: number;
  readonly prfOid?: string;
  readonly cipherOid?: string;
}

const SHA_1 = '1.3.14.3.2.26';
const HMAC_SHA_1 = '1.2.840.113549.2.7';
const PBES2 = '1.2.840.113549.1.5.13';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
const NULL_TAG = 0x05;

/** The AlgorithmIdentifier at a SEQUENCE element; undefined where it is none. */
export function readAlgorithmIdentifier(bytes: Uint8Array, element: DerElement | undefined): AlgorithmIdentifierRecord | undefined {
  const [identifier, parameters] = childrenOf(bytes, element);
  const oid = readOid(bytes, identifier);
  if (oid === undefined) return undefined;
  // Many encoders write NULL where the standard says absent (RFC 8410, RFC 9881): both say nothing.
  if (parameters === undefined || parameters.tag === NULL_TAG) return { oid };
  return { oid, parameters: bytes.subarray(parameters.start, parameters.end) };
}

/** RSASSA-PSS-params; undefined where the bytes are no such structure. */
export function readPssParameters(der: Uint8Array): PssParameters | undefined {
  const top = readElement(der, 0);
  if (isMalformed(top) || top.tag !== 0x30) return undefined;
  const fields = new Map(childrenOf(der, top).map((child) => [child.tag, childrenOf(der, child)[0]]));
  const hash = readAlgorithmIdentifier(der, fields.get(0xa0));
  const mask = readAlgorithmIdentifier(der, fields.get(0xa1));
  const maskHash = mask?.parameters === undefined ? undefined : readAlgorithmIdentifier(mask.parameters, topOf(mask.parameters));
  const salt = fields.get(0xa2);
  return {
    hashOid: hash?.oid ?? SHA_1,
    maskHashOid: maskHash?.oid ?? SHA_1,
    saltBytes: readSmallInteger(der, salt) ?? 20,
    hashWritten: hash !== undefined,
  };
}

/** What an encryption AlgorithmIdentifier says: PBES2 with its parts, or a scheme that names all in one identifier. */
export function readPasswordEncryption(algorithm: AlgorithmIdentifierRecord): PasswordEncryption {
  const { oid, parameters } = algorithm;
  if (parameters === undefined) return { scheme: oid };
  const [first, second] = childrenOf(parameters, topOf(parameters));
  if (oid !== PBES2) return { scheme: oid, ...optional('iterations', readSmallInteger(parameters, second)) };
  const kdf = readAlgorithmIdentifier(parameters, first);
  const cipher = readAlgorithmIdentifier(parameters, second);
  return {
    scheme: oid,
    ...optional('kdfOid', kdf?.oid),
    ...(kdf?.parameters === undefined ? {} : readKdf(kdf.oid, kdf.parameters)),
    ...optional('cipherOid', cipher?.oid),
  };
}

/** The children of an element, none where it is absent or broken. */
export function childrenOf(bytes: Uint8Array, element: DerElement | undefined): readonly DerElement[] {
  if (element === undefined || !element.constructed) return [];
  const children = readChildren(bytes, element);
  return isMalformed(children) ? [] : children;
}

/** A non-negative INTEGER that fits a JavaScript number. */
export function readSmallInteger(bytes: Uint8Array, element: DerElement | undefined): number | undefined {
  if (element === undefined || element.tag !== 0x02) return undefined;
  const content = bytes.subarray(element.contentStart, element.end);
  if (content.length === 0 || content.length > 6 || (content[0] ?? 0) >= 0x80) return undefined;
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

function readKdf(oid: string, parameters: Uint8Array): Partial<PasswordEncryption> {
  const [, iterations, ...rest] = childrenOf(parameters, topOf(parameters));
  const count = optional('iterations', readSmallInteger(parameters, iterations));
  if (oid === SCRYPT) return count;
  const prf = rest.find((element) => element.tag === 0x30);
  return { ...count, prfOid: readAlgorithmIdentifier(parameters, prf)?.oid ?? HMAC_SHA_1 };
}

function topOf(der: Uint8Array): DerElement | undefined {
  const top = readElement(der, 0);
  return isMalformed(top) ? undefined : top;
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>);
}
