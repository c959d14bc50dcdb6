// DSSE, the Dead Simple Signing Envelope, version 1.0: what is signed (protocol.md), and the JSON that carries it (envelope.md). A bundle's
// envelope is read in the one form in which it is written, so that no byte of it can change unseen; DSSE itself would take more.

import { utf8ToBytes } from '@noble/hashes/utils.js';
import { readBase64 } from '../formats/base64.ts';
import { base64 } from '../pqc/encoding/base64.ts';

/** in-toto Envelope v1: a JSON statement. */
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

const MAX_CHARACTERS = 4 * 2 ** 20;
const MOST_SIGNATURES = 16;

export interface EnvelopeSignature {
  /** SHA-256 of the SubjectPublicKeyInfo, lowercase hex */
  readonly keyid: string;
  readonly sig: Uint8Array;
}

export interface Envelope {
  readonly payloadType: string;
  readonly payload: Uint8Array;
  readonly signatures: readonly EnvelopeSignature[];
}

/** PAE: `DSSEv1 SP LEN(type) SP type SP LEN(body) SP body`, lengths in bytes. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = utf8ToBytes(payloadType);
  const head = utf8ToBytes(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  const encoded = new Uint8Array(head.length + payload.length);
  encoded.set(head);
  encoded.set(payload, head.length);
  return encoded;
}

/** The envelope as a file. */
export function renderEnvelope({ payload, payloadType, signatures }: Envelope): string {
  const written = {
    payload: base64(payload),
    payloadType,
    signatures: signatures.map(({ keyid, sig }) => ({ keyid, sig: base64(sig) })),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** The envelope of a file, or what is wrong with it. Any other spelling of the same envelope is refused. */
export function readEnvelope(bytes: Uint8Array): Envelope | string {
  if (bytes.length > MAX_CHARACTERS) return `expected at most ${MAX_CHARACTERS} bytes, got ${bytes.length}`;
  const text = decode(bytes);
  const value = text === undefined ? undefined : parse(text);
  if (!isRecord(value)) return 'expected a JSON object';
  const { payload, payloadType, signatures } = value;
  if (typeof payload !== 'string' || typeof payloadType !== 'string' || !Array.isArray(signatures))
    return 'expected payload, payloadType and signatures';
  if (signatures.length > MOST_SIGNATURES) return `expected at most ${MOST_SIGNATURES} signatures`;
  const read = signatures.map(readSignature).filter((signature) => signature !== undefined);
  const body = readBase64(payload);
  if (typeof body === 'number' || read.length !== signatures.length)
    return 'expected base64 in payload, and keyid and sig in each signature';
  const envelope = { payloadType, payload: body.slice(), signatures: read };
  return renderEnvelope(envelope) === text ? envelope : 'expected the form in which pqready report sign writes it';
}

function readSignature(value: unknown): EnvelopeSignature | undefined {
  if (!isRecord(value)) return undefined;
  const { keyid, sig } = value;
  if (typeof keyid !== 'string' || typeof sig !== 'string') return undefined;
  const bytes = readBase64(sig);
  return typeof bytes === 'number' ? undefined : { keyid, sig: bytes.slice() };
}

interface Fields {
  readonly payload?: unknown;
  readonly payloadType?: unknown;
  readonly signatures?: unknown;
  readonly keyid?: unknown;
  readonly sig?: unknown;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // not UTF-8: said as what it is not
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON: said as what it is not
  }
}
