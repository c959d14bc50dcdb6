// The little DER that is written: SubjectPublicKeyInfo of a public half that was found or derived. X.690 clause 10; RFC 5280 section 4.1.

const OID_TAG = 0x06;

/** One element with its content put together. */
export function toDer(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return concat([Uint8Array.of(tag, ...toLength(length)), ...content]);
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function toOidDer(oid: string): Uint8Array {
  return toDer(OID_TAG, Uint8Array.from(toArcs(oid)));
}

/** A SubjectPublicKeyInfo; `parameters` is the DER of the algorithm's parameters, empty where they are absent. */
export function toSpki(oid: string, parameters: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const algorithm = toDer(0x30, toOidDer(oid), parameters);
  return toDer(0x30, algorithm, toDer(0x03, Uint8Array.of(0), publicKey));
}

function toArcs(oid: string): readonly number[] {
  const [root = 0, second = 0, ...rest] = oid.split('.').map(Number);
  return [root * 40 + second, ...rest].flatMap(toBase128);
}

function toBase128(arc: number): number[] {
  const digits = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left % 128) + 128);
  return digits;
}

function toLength(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) octets.unshift(left % 256);
  return [0x80 + octets.length, ...octets];
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
