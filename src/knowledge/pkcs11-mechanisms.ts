// Mechanisms of PKCS #11 by their names in the standard (PKCS #11 Specification 3.1, OASIS, table of mechanisms) and as languages spell them.

/** `Sha256RsaPkcs` of the cryptoki crate as the standard has it, `CKM_SHA256_RSA_PKCS`. docs.rs/cryptoki, mechanism::Mechanism. */
export function toMechanismName(variant: string): string {
  const words = variant.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toUpperCase();
  const name = words
    .replace(/^ECC_/, 'EC_')
    .replace(/^AES_C_MAC/, 'AES_CMAC')
    .replace('X509', 'X_509')
    .replace(/^SHA1(?=$|_HMAC$)/, 'SHA_1');
  return `CKM_${name}`;
}
