// A file that is a certificate or a key by its name: PEM, DER, a Java keystore, OpenSSH lines, or base64 without its lines. What is none of
// these is a gap: it was there, and could not be read.

import { readBase64 } from '../../formats/base64.ts';
import { readCoseKeys } from '../../formats/cose-key.ts';
import { isMalformed } from '../../formats/der.ts';
import { readJavaKeystore } from '../../formats/keystore.ts';
import { readSshPublicLine } from '../../formats/openssh-key.ts';
import { readPem } from '../../formats/pem.ts';
import { readPki } from '../../formats/pki.ts';
import { toTextLines } from '../../formats/text-lines.ts';
import { toPlaces } from '../../formats/text-place.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toItems } from './facts.ts';
import { scanJwks } from './json-web-keys.ts';
import { toSshKeyFacts } from './key-facts.ts';
import { toNamedKeyItems } from './named-key-facts.ts';
import { toOpenPgpItems } from './openpgp-facts.ts';
import { toPemItems, toProblemGaps } from './pem-facts.ts';
import { type Place, toEvidence, toGap } from './place.ts';
import { roleHintOf } from './role-hint.ts';

type Items = readonly (Evidence | Gap)[];

const SEQUENCE = 0x30;
const MAX_DER_OBJECTS = 1000;
const MAX_TEXT_BYTES = 4_000_000;

/** Everything that a certificate or key file has to say. */
export function scanKeyFile(file: ScanFile): Items {
  const { bytes } = file;
  if (bytes.length === 0) return [toGap(wholeFile(file), 'malformed', 'empty file where a certificate or key was expected')];
  return (
    readPemFile(file) ??
    readKeystoreFile(file) ??
    readDerFile(file, bytes) ??
    readOpenPgpFile(file) ??
    scanJwks(file, (offset) => ({ ...toPlace(file, 'der'), location: textLocation(file, offset) })) ??
    readCoseFile(file) ??
    readSshLines(file) ??
    readBareBase64(file) ??
    notUnderstood(file)
  );
}

function readPemFile(file: ScanFile): Items | undefined {
  const { blocks, problems } = readPem(file.bytes);
  if (blocks.length === 0 && problems.length === 0) return undefined;
  const placeOf = toPlaces(file.bytes);
  const { path } = file.entry;
  const at = (offset: number, command?: string): Place => ({
    ...toPlace(file, 'pem'),
    location: { at: 'text', path, ...placeOf(offset), offset },
    ...(command === undefined ? {} : { command }),
  });
  const found = blocks.map((block, index) => ({
    offset: block.offset,
    items: toPemItems(block, at(block.offset, index === 0 ? showCertificate(path, block.label) : undefined)),
  }));
  const missing = problems.map((problem) => ({ offset: problem.offset, items: toProblemGaps(problem, at(problem.offset)) }));
  return [...found, ...missing].sort((a, b) => a.offset - b.offset).flatMap(({ items }) => items);
}

function readKeystoreFile(file: ScanFile): Items | undefined {
  const store = readJavaKeystore(file.bytes);
  if (store === undefined) return undefined;
  const whole = wholeFile(file);
  if (isMalformed(store))
    return [toGap(whole, 'malformed', `keystore: octet ${store.offset}: expected ${store.expected}, found ${store.found}`)];
  const certificates = store.certificates.flatMap(({ offset, der }) => readDerAt(file, der, offset));
  if (store.privateKeys + store.secretKeys === 0) return certificates;
  return [
    ...certificates,
    toGap(whole, 'encrypted', `${store.type}: ${store.privateKeys} private and ${store.secretKeys} secret keys are behind the password`),
  ];
}

function readDerFile(file: ScanFile, bytes: Uint8Array): Items | undefined {
  return bytes[0] === SEQUENCE && (bytes[1] ?? 0) !== 0 ? readDerAt(file, bytes, 0) : undefined;
}

/** One encoding after another; what follows the last is a gap unless it is padding. `base` is where the bytes begin in the file. */
function readDerAt(file: ScanFile, bytes: Uint8Array, base: number): Items {
  const items: (Evidence | Gap)[] = [];
  const { path } = file.entry;
  let at = 0;
  for (let count = 0; at < bytes.length && count < MAX_DER_OBJECTS; count++) {
    const read = readPki(bytes, at);
    if (isMalformed(read)) {
      if (count > 0 && isPadding(bytes.subarray(at))) return items;
      const location = { at: 'bytes', path, offset: base + read.offset, length: bytes.length - at } as const;
      return [
        ...items,
        toGap({ location }, 'malformed', `DER: octet ${base + read.offset}: expected ${read.expected}, found ${read.found}`),
      ];
    }
    const { element, object } = read;
    const location = { at: 'bytes', path, offset: base + at, length: element.end - at } as const;
    const command = base === 0 && count === 0 && object.kind === 'certificate' ? showCertificate(path, 'CERTIFICATE') : undefined;
    items.push(...toItems(object, { ...toPlace(file, 'der'), location, ...(command === undefined ? {} : { command }) }));
    at = element.end;
  }
  if (at >= bytes.length) return items;
  const location = { at: 'bytes', path, offset: base + at, length: bytes.length - at } as const;
  return [...items, toGap({ location }, 'too-large', `DER: more than ${MAX_DER_OBJECTS} objects in one file`)];
}

function readOpenPgpFile(file: ScanFile): Items | undefined {
  if (!/\.(?:gpg|pgp|key)$/i.test(file.entry.path) || (file.bytes[0] ?? 0) < 0x80) return undefined;
  return toOpenPgpItems(file.bytes, 'OpenPGP packets', wholeFile(file));
}

function readCoseFile(file: ScanFile): Items | undefined {
  if (!/\.cose(?:key)?$/i.test(file.entry.path)) return undefined;
  const keys = readCoseKeys(file.bytes);
  return keys.length === 0 ? undefined : keys.flatMap((members) => toNamedKeyItems(members, 'COSE_Key', wholeFile(file)));
}

function textLocation({ entry, bytes }: ScanFile, offset: number): Place['location'] {
  return { at: 'text', path: entry.path, ...toPlaces(bytes)(offset), offset };
}

function readSshLines(file: ScanFile): Items | undefined {
  if (file.bytes.length > MAX_TEXT_BYTES || file.bytes.includes(0)) return undefined;
  const text = toTextLines(file.text(), file.bytes);
  const base = toPlace(file, 'pem');
  const items = text.lines.flatMap((line, index) => {
    const key = readSshPublicLine(line);
    if (key === undefined) return [];
    const place: Place = { ...base, location: { ...text.locate(index + 1), path: file.entry.path } };
    return [toEvidence(place, { kind: 'key', material: 'public-key', key: toSshKeyFacts(key), encrypted: false, container: 'OpenSSH' })];
  });
  return items.length === 0 ? undefined : items;
}

// Windows exports "Base-64 encoded" files with and without the BEGIN line; a DER SEQUENCE of two length octets begins with `MI`.
function readBareBase64(file: ScanFile): Items | undefined {
  if (file.bytes.length > MAX_TEXT_BYTES || file.bytes[0] !== 0x4d) return undefined;
  const der = readBase64(file.text());
  if (typeof der === 'number') return undefined;
  const read = readPki(der);
  return isMalformed(read) ? undefined : toItems(read.object, wholeFile(file));
}

function notUnderstood(file: ScanFile): Items {
  return [toGap(wholeFile(file), 'unsupported', `${file.bytes.length} bytes that are no PEM, DER, keystore or OpenSSH key`)];
}

function toPlace({ entry }: ScanFile, format: 'pem' | 'der'): Place {
  const roleHint = roleHintOf(entry.path);
  const location = { at: 'bytes', path: entry.path, offset: 0, length: entry.bytes } as const;
  return { location, origin: entry.origin, grade: 'source', format, ...(roleHint === undefined ? {} : { roleHint }) };
}

function wholeFile(file: ScanFile): Place {
  return toPlace(file, 'der');
}

function isPadding(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 0xff || byte === 0x0a || byte === 0x0d || byte === 0x20);
}

// Only for a name that no shell reads differently.
function showCertificate(path: string, label: string): string | undefined {
  return label.endsWith('CERTIFICATE') && /^[A-Za-z0-9_./-]+$/.test(path) && !path.startsWith('-')
    ? `openssl x509 -in ${path} -noout -text`
    : undefined;
}
