// SPDX-License-Identifier: Apache-2.0
// A link to a clip holds for a day: a token signed with the service's key.
import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';

export async function shareLink(clip, key) {
  const token = await new SignJWT({ clip }).setProtectedHeader({ alg: 'ES256' }).setExpirationTime('24h').sign(key);
  return `https://clips.porch.example/${token}`;
}

/** What a browser compares to know that it has the clip already; nobody is kept out by it. */
export function etag(clip) {
  return createHash('md5').update(clip).digest('hex'); // ETag, not a security use
}
