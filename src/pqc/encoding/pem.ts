// PEM as it is written: RFC 7468 §2 and §3, 64 characters a line.

import { base64 } from './base64.ts';

/** Labels of RFC 7468 that are written here. */
export type PemLabel = 'PUBLIC KEY' | 'PRIVATE KEY' | 'ENCRYPTED PRIVATE KEY' | 'CERTIFICATE' | 'CERTIFICATE REQUEST';

/** One block with a line break at its end. */
export function renderPem(label: PemLabel, der: Uint8Array): string {
  const lines = base64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

const LABEL = /^[A-Z0-9 .#]{1,40}$/;

/** A label as a message may give it. Where a line break was lost, what stands for a label is the key itself. */
export function sayLabel(label: string): string {
  return LABEL.test(label) ? label : 'of an unknown label';
}

/** What a reader said of a block, without its label where that is none. */
export function saySafely(label: string, said: string): string {
  return LABEL.test(label) ? said : said.replaceAll(label, 'that label');
}
