// What the TLVs of an MCUboot image say of cryptography. MCUboot documentation: design.md "Image format", encrypted_images.md.

import { type Mechanism, mechanism } from './mechanism.ts';

/** What a TLV is. */
export type McubootTlvRow = {
  /** name of the constant in MCUboot's documentation */
  readonly name: string;
} & (
  | { readonly what: 'digest' | 'signature' | 'encryption'; readonly mechanism: Mechanism }
  | { readonly what: 'key-hash' | 'public-key' | 'security-counter' | 'dependency' | 'other' }
);

const AES_CTR: Mechanism = mechanism('aes', { mode: 'ctr' });

/** Every TLV type that the documentation names. The vendor and class UUIDs stand under the numbers of the text and of the header file. */
export const MCUBOOT_TLVS: ReadonlyMap<number, McubootTlvRow> = new Map<number, McubootTlvRow>([
  [0x01, { name: 'IMAGE_TLV_KEYHASH', what: 'key-hash' }],
  [0x02, { name: 'IMAGE_TLV_PUBKEY', what: 'public-key' }],
  [0x10, { name: 'IMAGE_TLV_SHA256', what: 'digest', mechanism: mechanism('sha-256', { functions: ['digest'] }) }],
  [0x11, { name: 'IMAGE_TLV_SHA384', what: 'digest', mechanism: mechanism('sha-384', { functions: ['digest'] }) }],
  [0x12, { name: 'IMAGE_TLV_SHA512', what: 'digest', mechanism: mechanism('sha-512', { functions: ['digest'] }) }],
  [0x20, { name: 'IMAGE_TLV_RSA2048_PSS', what: 'signature', mechanism: signature('rsassa-pss', { keyBits: 2048 }) }],
  [0x21, { name: 'IMAGE_TLV_ECDSA224', what: 'signature', mechanism: signature('ecdsa', { curve: 'secp224r1' }) }],
  [0x22, { name: 'IMAGE_TLV_ECDSA_SIG', what: 'signature', mechanism: signature('ecdsa') }],
  [0x23, { name: 'IMAGE_TLV_RSA3072_PSS', what: 'signature', mechanism: signature('rsassa-pss', { keyBits: 3072 }) }],
  [0x24, { name: 'IMAGE_TLV_ED25519', what: 'signature', mechanism: signature('ed25519', { curve: 'ed25519' }) }],
  [0x25, { name: 'IMAGE_TLV_SIG_PURE', what: 'other' }],
  [
    0x30,
    { name: 'IMAGE_TLV_ENC_RSA2048', what: 'encryption', mechanism: mechanism('rsaes-oaep', { keyBits: 2048, functions: ['decrypt'] }) },
  ],
  [0x31, { name: 'IMAGE_TLV_ENC_KW', what: 'encryption', mechanism: mechanism('aes', { mode: 'kw', functions: ['decrypt'] }) }],
  [0x32, { name: 'IMAGE_TLV_ENC_EC256', what: 'encryption', mechanism: ecies('ecdh', 'secp256r1', 'sha-256') }],
  [0x33, { name: 'IMAGE_TLV_ENC_X25519', what: 'encryption', mechanism: ecies('x25519', 'curve25519', 'sha-256') }],
  [0x34, { name: 'IMAGE_TLV_ENC_X25519_SHA512', what: 'encryption', mechanism: ecies('x25519', 'curve25519', 'sha-512') }],
  [0x40, { name: 'IMAGE_TLV_DEPENDENCY', what: 'dependency' }],
  [0x50, { name: 'IMAGE_TLV_SEC_CNT', what: 'security-counter' }],
  [0x60, { name: 'IMAGE_TLV_BOOT_RECORD', what: 'other' }],
  [0x70, { name: 'IMAGE_TLV_DECOMP_SIZE', what: 'other' }],
  [0x71, { name: 'IMAGE_TLV_DECOMP_SHA', what: 'other' }],
  [0x72, { name: 'IMAGE_TLV_DECOMP_SIGNATURE', what: 'other' }],
  [0x73, { name: 'IMAGE_TLV_COMP_DEC_SIZE', what: 'other' }],
  [0x74, { name: 'IMAGE_TLV_UUID_VID', what: 'other' }],
  [0x75, { name: 'IMAGE_TLV_UUID_CID', what: 'other' }],
  [0x80, { name: 'IMAGE_TLV_UUID_VID', what: 'other' }],
  [0x81, { name: 'IMAGE_TLV_UUID_CID', what: 'other' }],
]);

function signature(algorithm: 'rsassa-pss' | 'ecdsa' | 'ed25519', more: Pick<Mechanism, 'keyBits' | 'curve'> = {}): Mechanism {
  return mechanism(algorithm, { ...more, functions: ['verify'] });
}

// encrypted_images.md, "ECIES encryption": ephemeral key agreement, HKDF, AES-CTR for the image key, HMAC over it.
function ecies(agreement: 'ecdh' | 'x25519', curve: 'secp256r1' | 'curve25519', digest: 'sha-256' | 'sha-512'): Mechanism {
  const parts = [mechanism(agreement, { curve }), mechanism('hkdf', { digest }), mechanism('hmac', { digest }), AES_CTR];
  return mechanism('ecies', { curve, functions: ['decrypt'], parts });
}
