// JSON Web Keys in a parsed JSON value: RFC 7517 section 4, RFC 7518 section 6, RFC 8037 section 2. A key may stand anywhere: in a set, in a
// configuration, in a token's header.

import { readBase64 } from './base64.ts';
import type { KeyMembers } from './named-key.ts';

/** A key and the path to it in the value. */
export interface FoundJwk {
  readonly path: readonly string[];
  readonly members: KeyMembers;
}

const MAX_DEPTH = 12;
const MAX_KEYS = 1000;
const TYPES: ReadonlyMap<string, KeyMembers['type']> = new Map((['EC', 'OKP', 'RSA', 'AKP', 'oct'] as const).map((type) => [type, type]));
/** RFC 7518 section 6 and the drafts: what only a private key has. */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'priv'];

/** Every key of a value, in its order. */
export function findJwks(value: unknown): readonly FoundJwk[] {
  const found: FoundJwk[] = [];
  visit(value, [], found);
  return found;
}

function visit(value: unknown, path: readonly string[], found: FoundJwk[]): void {
  if (typeof value !== 'object' || value === null || path.length > MAX_DEPTH || found.length >= MAX_KEYS) return;
  const members = Array.isArray(value) ? undefined : toMembers(new Map(Object.entries(value)));
  if (members !== undefined) found.push({ path, members });
  else for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key], found);
}

function toMembers(entries: ReadonlyMap<string, unknown>): KeyMembers | undefined {
  const text = (key: string): string | undefined => {
    const value = entries.get(key);
    return typeof value === 'string' ? value : undefined;
  };
  const octets = (key: string): Uint8Array | undefined => fromBase64Url(text(key));
  const type = TYPES.get(text('kty') ?? '');
  if (type === undefined) return undefined;
  const isPrivate = type !== 'oct' && PRIVATE.some((key) => entries.has(key));
  return {
    type,
    isPrivate,
    ...present('curve', text('crv')),
    ...present('algorithm', text('alg')),
    ...present('x', octets('x')),
    ...present('y', octets('y')),
    ...present('modulus', octets('n')),
    ...present('exponent', octets('e')),
    ...present('octets', octets('pub')),
    ...present('secretBytes', type === 'oct' ? octets('k')?.length : undefined),
  };
}

function present<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}

// RFC 7515 section 2: base64url without padding.
function fromBase64Url(text: string | undefined): Uint8Array | undefined {
  if (text === undefined || !/^[A-Za-z0-9_-]{1,65536}$/.test(text)) return undefined;
  const plain = text.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = readBase64(plain + '='.repeat((4 - (plain.length % 4)) % 4));
  return typeof bytes === 'number' ? undefined : bytes;
}
