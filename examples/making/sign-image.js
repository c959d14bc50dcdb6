// SPDX-License-Identifier: Apache-2.0
// Puts an image into MCUboot's format and signs it: 512-byte header, image, protected TLVs, TLVs (MCUboot `docs/design.md`, "Image format").
// Deterministic: ECDSA by RFC 6979, so the same image and key give the same bytes.
// Usage: node sign-image.js IMAGE KEY.pem MAJOR.MINOR.REVISION+BUILD OUT

import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';

const HEADER_BYTES = 512;
const IMAGE_MAGIC = 0x96f3b83d;
const TLV = { magic: 0x6907, protectedMagic: 0x6908, keyHash: 0x01, sha256: 0x10, ecdsaSignature: 0x22, securityCounter: 0x50 };

const [imagePath, keyPath, version, outPath] = process.argv.slice(2);
const image = readFileSync(imagePath);
const key = createPrivateKey(readFileSync(keyPath));

const protectedArea = tlvArea(TLV.protectedMagic, [[TLV.securityCounter, uint32(241)]]);
const signed = Buffer.concat([header(image.length, protectedArea.length, version), image, protectedArea]);
const digest = sha256(signed);
const signature = p256.sign(digest, Buffer.from(key.export({ format: 'jwk' }).d, 'base64url'), { prehash: false, lowS: false, format: 'der' });
const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
const trailer = tlvArea(TLV.magic, [
  [TLV.sha256, digest],
  [TLV.keyHash, sha256(publicKey)],
  [TLV.ecdsaSignature, signature],
]);
writeFileSync(outPath, Buffer.concat([signed, trailer]));

/** struct image_header, padded to HEADER_BYTES. */
function header(imageBytes, protectedBytes, written) {
  const [major, minor, revision, build] = written.split(/[.+]/).map(Number);
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeUInt32LE(IMAGE_MAGIC, 0);
  bytes.writeUInt16LE(HEADER_BYTES, 8);
  bytes.writeUInt16LE(protectedBytes, 10);
  bytes.writeUInt32LE(imageBytes, 12);
  bytes.writeUInt8(major, 20);
  bytes.writeUInt8(minor, 21);
  bytes.writeUInt16LE(revision, 22);
  bytes.writeUInt32LE(build, 24);
  return bytes;
}

/** struct image_tlv_info with its entries; its length counts itself. */
function tlvArea(magic, entries) {
  const body = entries.map(([type, value]) => Buffer.concat([uint16(type), uint16(value.length), value]));
  const bytes = 4 + body.reduce((sum, entry) => sum + entry.length, 0);
  return Buffer.concat([uint16(magic), uint16(bytes), ...body]);
}

function uint16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
