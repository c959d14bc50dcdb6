// SPDX-License-Identifier: Apache-2.0
// Access logs at rest and the images that locks fetch.

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';

export function sealLog(key, log) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  const sealed = Buffer.concat([cipher.update(log), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

export function openLog(key, sealed) {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/** ETag of an image: names a version for caches, protects nothing. */
export const etagOf = (image) => `"${createHash('md5').update(image).digest('base64url')}"`;

export const digestOf = (image) => createHash('sha256').update(image).digest('hex');
