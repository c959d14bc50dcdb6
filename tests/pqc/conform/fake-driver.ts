// A driver in the test's own process: answers as the reference does, or with one thing wrong.

import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { LineConnection, Received } from '../../../src/model/driver.ts';
import { isKeyId } from '../../../src/pqc/encoding/key.ts';
import type { MessageForm } from '../../../src/pqc/message-form.ts';
import type { OperationRequest } from '../../../src/pqc/operation.ts';
import { isMlKemId } from '../../../src/pqc/parameter-sets.ts';
import { answerByReference } from '../../../src/pqc/reference.ts';

/** A request as it stands on the line. */
export type WireRequest = Readonly<Record<string, string | number | boolean | undefined>>;
/** An answer without its id; a string is sent as it is. */
export type WireAnswer = Readonly<Record<string, unknown>> | string;

const KEM = ['keygen', 'random', 'seed', 'encaps', 'm', 'decaps', 'expanded-keys', 'seed-keys', 'check-ek', 'check-dk'];
const SIGN = ['keygen', 'random', 'seed', 'sign', 'verify', 'expanded-keys', 'deterministic', 'rnd', 'context', 'pre-hash', 'internal'];

/** What a driver of these sets says to hello. */
export function helloOf(...ids: readonly string[]): WireAnswer {
  const features = (id: string): readonly string[] => {
    if (id === 'lms' || id === 'hss') return ['verify'];
    return id.startsWith('ml-kem') ? KEM : id.startsWith('ml-dsa') ? [...SIGN, 'seed-keys', 'external-mu'] : SIGN;
  };
  return { protocol: 1, implementation: 'fake', algorithms: Object.fromEntries(ids.map((id) => [id, features(id)])) };
}

/** A connection to an answerer. What it returns are the lines that come back, in order; none: silence. */
export function connectTo(respond: (request: WireRequest) => readonly WireAnswer[]): LineConnection & { readonly restarts: () => number } {
  let lines: string[] = [];
  let restarts = 0;
  return {
    send: (line) => {
      const request: WireRequest = JSON.parse(line);
      lines = respond(request).map((answer) => (typeof answer === 'string' ? answer : JSON.stringify({ id: request['id'], ...answer })));
    },
    receive: (): Promise<Received> => {
      const text = lines.shift();
      return Promise.resolve(text === undefined ? { kind: 'timed-out' } : { kind: 'line', text });
    },
    restart: () => {
      restarts += 1;
      return Promise.resolve(true);
    },
    close: () => Promise.resolve(),
    restarts: () => restarts,
  };
}

/** The reference's answer to a line. */
export function answerWire(wire: WireRequest): WireAnswer {
  const answer = answerByReference(toRequest(wire));
  if (answer.kind === 'rejected')
    return wire['op'] === 'verify' || String(wire['op']).startsWith('check') ? { valid: false } : { rejected: answer.reason };
  return Object.fromEntries([...answer.results].map(([name, value]) => [name, value instanceof Uint8Array ? bytesToHex(value) : value]));
}

/** Why the reference rejects, if it does. */
export function reasonOf(wire: WireRequest): string | undefined {
  const answer = answerByReference(toRequest(wire));
  return answer.kind === 'rejected' ? answer.reason : undefined;
}

function toRequest(wire: WireRequest): OperationRequest {
  const { op, algorithm } = wire;
  const id = String(algorithm);
  const bytes = (name: string) => hexToBytes(String(wire[name] ?? ''));
  const given = <Name extends string>(name: Name) => (wire[name] === undefined ? {} : { [name]: bytes(name) });
  const key = wire['seed'] === undefined ? { expanded: wire['dk'] === undefined ? bytes('sk') : bytes('dk') } : { seed: bytes('seed') };
  const signed = { message: bytes('message'), form: toForm(wire) };
  if (op === 'verify') return { op, algorithm: toVerified(id), pk: bytes('pk'), signature: bytes('signature'), ...signed };
  if (!isKeyId(id)) throw new Error(`no parameter set: ${id}`);
  if (op === 'keygen') return { op, algorithm: id, ...given('seed') };
  if (!isMlKemId(id)) {
    const randomness =
      wire['deterministic'] === true
        ? { randomness: 'deterministic' as const }
        : wire['rnd'] === undefined
          ? {}
          : { randomness: bytes('rnd') };
    return { op: 'sign', algorithm: id, key, ...signed, ...randomness };
  }
  if (op === 'encaps') return { op, algorithm: id, ek: bytes('ek'), ...given('m') };
  if (op === 'check-ek' || op === 'check-dk') return { op, algorithm: id, key: bytes(op.slice(6)) };
  return { op: 'decaps', algorithm: id, key, c: bytes('c') };
}

function toVerified(id: string): Extract<OperationRequest, { readonly op: 'verify' }>['algorithm'] {
  if (id === 'lms' || id === 'hss') return id;
  if (isKeyId(id) && !isMlKemId(id)) return id;
  throw new Error(`verifies nothing: ${id}`);
}

function toForm(wire: WireRequest): MessageForm {
  const context = hexToBytes(String(wire['context'] ?? ''));
  const { form, hash } = wire;
  if (form === 'internal' || form === 'external-mu') return { form };
  return form === 'pre-hash' ? { form, hash: String(hash) as 'sha-512', context } : { form: 'pure', context };
}
