// Distinguished names as text: RFC 4514. The keywords beyond its table are those of RFC 4519 and PKCS #9 that OpenSSL prints too.

import type { Name } from '@peculiar/asn1-x509';

const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.4', 'SN'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'street'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.12', 'title'],
  ['2.5.4.42', 'GN'],
  ['2.5.4.46', 'dnQualifier'],
  ['2.5.4.97', 'organizationIdentifier'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['1.2.840.113549.1.9.1', 'emailAddress'],
]);

const MAX_CHARACTERS = 1024;

/** The name as RFC 4514 writes it, most specific part first; longer than 1,024 characters it is cut with an ellipsis. */
export function renderName(name: Name): string {
  const parts = [...name]
    .reverse()
    .map((rdn) => [...rdn].map(({ type, value }) => `${KEYWORDS.get(type) ?? type}=${escapeValue(value.toString())}`).join('+'));
  const text = parts.join(',');
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}

// RFC 4514 section 2.4; control characters are written as hex pairs, as the section allows.
function escapeValue(value: string): string {
  return value
    .replace(/[\\"+,;<>]/g, (char) => `\\${char}`)
    .replace(/^[ #]/, (char) => `\\${char}`)
    .replace(/ $/, '\\ ')
    .replace(/[\u0000-\u001f\u007f]/g, (char) => `\\${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
