// PEM as it is written: RFC 7468 §2 and §3, 64 characters a line.

import { base64 } from './base64.ts';

/** Labels of RFC 7468 that are written here. */
export type PemLabel = 'PUBLIC KEY' | 'PRIVATE KEY' | 'ENCRYPTED PRIVATE KEY' | 'CERTIFICATE' | 'CERTIFICATE REQUEST';

/** One block with a line break at its end. */
export function renderPem(label: PemLabel, der: Uint8Array): string {
  const lines = base64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
