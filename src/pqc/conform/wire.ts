// The driver protocol, version 1: one JSON object a line, bytes in hexadecimal; docs/conform.md is its text. Lines in both directions; this file
// knows no connection.

import { bytesToHex } from '@noble/hashes/utils.js';
import { fromHex } from '../../formats/hex.ts';
import type { MessageForm } from '../message-form.ts';
import type { KeyInput, OperationAnswer, OperationRequest, ResultName } from '../operation.ts';
import { isObject, type Json, memberOf } from '../vectors/json.ts';
import { type Capabilities, type Feature, isFeature, isTestedId, type TestedId } from './capabilities.ts';

/** Raised where an old driver would misread a request. */
export const PROTOCOL = 1;

/** What a driver says of itself. */
export interface Hello {
  readonly implementation: string;
  readonly platform?: string;
  readonly capabilities: Capabilities;
  /** the longest line that it reads; absent: any */
  readonly maxLineBytes?: number;
}

/** A line of the driver: an object with an id, one that should be and is not, or something else (a boot log, an echo). */
export type DriverLine =
  | { readonly kind: 'object'; readonly id: number; readonly object: Json }
  | { readonly kind: 'torn'; readonly why: string }
  | { readonly kind: 'noise' };

const NAME_CHARACTERS = 120;
const RESULT_NAMES: readonly ResultName[] = ['ek', 'dk', 'pk', 'sk', 'c', 'k', 'signature', 'valid'];

/** The first line that is sent. */
export function renderHello(): string {
  return JSON.stringify({ id: 0, op: 'hello', protocol: PROTOCOL });
}

/** A request as a line. */
export function renderRequest(id: number, request: OperationRequest): string {
  return JSON.stringify({ id, ...toMembers(request) });
}

/** What a line is. An echo of a request has an `op` and is noise. */
export function readLine(line: string): DriverLine {
  const text = line.trim();
  if (!text.startsWith('{')) return { kind: 'noise' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'torn', why: 'the answer is not JSON: cut off, or mixed with other output' };
  }
  if (!isObject(value) || Object.hasOwn(value, 'op')) return { kind: 'noise' };
  const id = memberOf(value, 'id');
  return typeof id === 'number' && Number.isSafeInteger(id)
    ? { kind: 'object', id, object: value }
    : { kind: 'torn', why: 'the answer has no id' };
}

/** The answer to hello, or why it is none. */
export function toHello(object: Json): Hello | { readonly why: string } {
  const protocol = memberOf(object, 'protocol');
  if (protocol !== PROTOCOL) return { why: `hello: expected protocol ${PROTOCOL}, got ${JSON.stringify(protocol) ?? 'none'}` };
  const algorithms = memberOf(object, 'algorithms');
  if (!isObject(algorithms)) return { why: 'hello: algorithms: expected an object' };
  const capabilities = new Map<TestedId, ReadonlySet<Feature>>();
  for (const [name, features] of Object.entries(algorithms)) {
    if (!isTestedId(name)) return { why: `hello: algorithms: expected a parameter set such as ml-kem-768, got ${JSON.stringify(name)}` };
    if (!Array.isArray(features)) return { why: `hello: algorithms: ${name}: expected a list` };
    const unknown: unknown = features.find((feature: unknown) => !isFeature(feature));
    if (unknown !== undefined) return { why: `hello: algorithms: ${name}: expected a feature, got ${JSON.stringify(unknown)}` };
    capabilities.set(name, new Set(features.filter(isFeature)));
  }
  if (capabilities.size === 0) return { why: 'hello: algorithms: expected at least one' };
  const maxLineBytes = memberOf(object, 'maxLineBytes');
  return {
    implementation: toName(memberOf(object, 'implementation')) ?? 'not said',
    ...named('platform', toName(memberOf(object, 'platform'))),
    capabilities,
    ...(typeof maxLineBytes === 'number' && maxLineBytes > 0 ? { maxLineBytes } : {}),
  };
}

/** The answer to a request. */
export function toAnswer(object: Json): OperationAnswer {
  const rejected = memberOf(object, 'rejected');
  if (rejected !== undefined) return { kind: 'rejected', reason: toName(rejected) ?? '' };
  const unsupported = memberOf(object, 'unsupported');
  if (unsupported !== undefined) return { kind: 'unsupported', why: toName(unsupported) ?? 'declined' };
  const error = memberOf(object, 'error');
  if (error !== undefined) return { kind: 'broken', why: `the driver reports an error: ${toName(error) ?? 'not said'}` };
  const results = new Map<ResultName, Uint8Array | boolean>();
  for (const name of RESULT_NAMES) {
    const value = memberOf(object, name);
    if (value === undefined) continue;
    const result = name === 'valid' ? value : typeof value === 'string' ? fromHex(value) : undefined;
    if (!(result instanceof Uint8Array) && typeof result !== 'boolean') return { kind: 'broken', why: `the answer's ${name} is malformed` };
    results.set(name, result);
  }
  return results.size === 0 ? { kind: 'broken', why: 'the answer has no result' } : { kind: 'done', results };
}

function toMembers(request: OperationRequest): object {
  const { op, algorithm } = request;
  switch (request.op) {
    case 'keygen':
      return { op, algorithm, ...hex('seed', request.seed) };
    case 'encaps':
      return { op, algorithm, ...hex('ek', request.ek), ...hex('m', request.m) };
    case 'decaps':
      return { op, algorithm, ...keyMembers('dk', request.key), ...hex('c', request.c) };
    case 'check-ek':
      return { op, algorithm, ...hex('ek', request.key) };
    case 'check-dk':
      return { op, algorithm, ...hex('dk', request.key) };
    case 'sign': {
      const { key, message, form, randomness } = request;
      const drawn = randomness === 'deterministic' ? { deterministic: true } : hex('rnd', randomness);
      return { op, algorithm, ...keyMembers('sk', key), ...hex('message', message), ...formMembers(form), ...drawn };
    }
    case 'verify': {
      const { pk, message, signature, form } = request;
      return { op, algorithm, ...hex('pk', pk), ...hex('message', message), ...hex('signature', signature), ...formMembers(form) };
    }
  }
}

function formMembers(form: MessageForm | undefined): object {
  if (form === undefined) return {};
  if (form.form === 'internal' || form.form === 'external-mu') return { form: form.form };
  const hash = form.form === 'pre-hash' ? { hash: form.hash } : {};
  return { form: form.form, ...hash, ...hex('context', form.context ?? new Uint8Array()) };
}

function keyMembers(name: 'dk' | 'sk', key: KeyInput): object {
  return 'seed' in key ? hex('seed', key.seed) : hex(name, key.expanded);
}

function hex(name: string, bytes: Uint8Array | undefined): object {
  return bytes === undefined ? {} : { [name]: bytesToHex(bytes) };
}

/** Text of a driver is cut; it is escaped for its medium where it is printed. */
function toName(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, NAME_CHARACTERS) : undefined;
}

function named(name: string, value: string | undefined): object {
  return value === undefined ? {} : { [name]: value };
}
