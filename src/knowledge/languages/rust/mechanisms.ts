// Mechanisms of PKCS #11 in Rust: variants of cryptoki's Mechanism, and the constants of the standard's header in any crate that binds it.
// docs.rs/cryptoki, mechanism::Mechanism; PKCS #11 Specification 3.1.

import { toMechanismName } from '../../pkcs11-mechanisms.ts';
import { findCConstant } from '../c/constants.ts';
import type { CallRow, Constant } from '../row.ts';

const VARIANT = /^cryptoki::(?:mechanism::)?Mechanism(?:Type)?::(\w{3,40})$/;
const HEADER = /(?:^|::)(CKM_[A-Z0-9_]{3,60})$/;

/** The mechanism that a name means. */
export function findMechanism(name: string): Constant | undefined {
  const constant = HEADER.exec(name)?.[1];
  if (constant !== undefined) return findCConstant(constant);
  const variant = VARIANT.exec(name)?.[1];
  return variant === undefined ? undefined : findCConstant(toMechanismName(variant));
}

/** Variants that take parameters are written like calls. */
export const MECHANISMS_OF: readonly string[] =
  'AesCbc AesCbcPad AesGcm RsaPkcsPss RsaPkcsOaep Ecdh1Derive DesCbc DesCbcPad Des3Cbc Des3CbcPad Sha1RsaPkcsPss Sha224RsaPkcsPss Sha256RsaPkcsPss Sha384RsaPkcsPss Sha512RsaPkcsPss'.split(
    ' ',
  );

/** The row of such a variant. */
export function findMechanismRow(symbol: string): CallRow | undefined {
  const says = VARIANT.test(symbol) ? findMechanism(symbol)?.says : undefined;
  return says?.algorithm === undefined ? undefined : { symbol, library: 'pkcs11', uses: says, names: true };
}
