// Runs ACVP and Wycheproof cases on the kernels of an image; `faultsOf…` names the cases that did not come out as the vectors say.

import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128_32, shake256_64 } from '@noble/hashes/sha3.js';
import { bytesToHex, type CHash, hexToBytes } from '@noble/hashes/utils.js';
import { getMessagePrehash } from '@noble/post-quantum/utils.js';
import { parseVectorSet, type VectorCase, type VectorGroup, type VectorText } from '../../src/pqc/acvp/vector-set.ts';
import type { Fields } from '../../src/pqc/vectors/json.ts';
import type { WycheproofCase } from '../pqc/wycheproof.ts';
import type { KernelImage, KernelMessage } from './kernel-image.ts';
import { dsaOf, kemOf } from './kernel-operations.ts';

/** What a kernel gave, by the vectors' own names; `refused` stands for all of it. */
type Results = Readonly<Record<string, Uint8Array | boolean | undefined>>;

/** How many cases ran, and which went wrong. */
export interface VectorRun {
  readonly cases: number;
  readonly faults: readonly string[];
}

/** One case: `groups` are what it stands for (a test group, each of its flags), `fault` is what went wrong with it on an image. */
export interface VectorTask {
  readonly groups: readonly string[];
  readonly fault: (image: KernelImage) => string | undefined;
}

/** Every case of an ACVP set of ML-KEM, ML-DSA, SLH-DSA sigVer or LMS sigVer. */
export function acvpTasks(text: VectorText): readonly VectorTask[] {
  const set = parseVectorSet(text);
  const answer = ANSWERS.get(`${set.algorithm} ${set.mode}`);
  if (answer === undefined) throw new Error(`${set.name}: ${set.algorithm} ${set.mode} is not for kernels`);
  return set.groups.flatMap((group) =>
    group.cases.map((test) => ({
      groups: [`${set.name} ${group.tgId}`],
      fault: (image) => {
        const wrong = differing(answer(image, group, test), test.expected ?? new Map());
        return wrong.length === 0 ? undefined : `${set.name} ${test.tcId}: ${wrong.join(', ')}`;
      },
    })),
  );
}

/** Every case of a Wycheproof file; `name` is its name without `_test.json`. */
export function wycheproofTasks(name: string, cases: readonly WycheproofCase[]): readonly VectorTask[] {
  const [, family = '', size = '', kind = ''] = /^ml(kem|dsa)_(\d+)_?(.*)$/.exec(name) ?? [];
  const run = family === 'kem' ? runKemCase : runDsaCase;
  return cases.map((test, index) => ({
    groups: [test.result, ...flagsOf(test)].map((flag) => `${name} ${flag}`),
    fault: (image) => {
      const results = run(image, size, kind, test);
      const wanted = new Map(Object.entries(test).map(([key, v]) => [key, v ?? '']));
      const refused = results === undefined || differing(results, wanted).length > 0;
      return refused === (test.result === 'invalid') ? undefined : `${name} ${index}: expected ${test.result}`;
    },
  }));
}

/** Runs cases one after another. */
export function runTasks(image: KernelImage, tasks: readonly VectorTask[]): VectorRun {
  return { cases: tasks.length, faults: tasks.map(({ fault }) => fault(image)).filter((each) => each !== undefined) };
}

/** A case and how many attempts its signatures take in all, the same on every image; 0 where it signs nothing. */
export interface CostedTask {
  readonly task: VectorTask;
  readonly attempts: number;
}

/** Runs each case once on `image`, to see how many attempts it takes. */
export function toCosted(image: KernelImage, tasks: readonly VectorTask[]): readonly CostedTask[] {
  return tasks.map((task) => ({ task, attempts: attemptsOf(image, task) }));
}

/** Of each group so many cases, in their order: `signing` of a group whose cases sign (those with the fewest attempts), `other` of the rest. */
export function someOfEach(
  costed: readonly CostedTask[],
  count: { readonly signing: number; readonly other: number },
): readonly VectorTask[] {
  const byCost = costed.toSorted((a, b) => a.attempts - b.attempts);
  const taken = new Map<string, number>();
  const chosen = new Set<VectorTask>();
  for (const { task, attempts } of byCost) {
    const enough = attempts > 0 ? count.signing : count.other;
    if (task.groups.every((group) => (taken.get(group) ?? 0) >= enough)) continue;
    chosen.add(task);
    for (const group of task.groups) taken.set(group, (taken.get(group) ?? 0) + 1);
  }
  return costed.map(({ task }) => task).filter((task) => chosen.has(task));
}

function attemptsOf(image: KernelImage, task: VectorTask): number {
  let attempts = 0;
  const counting: KernelImage = {
    names: image.names,
    call: (name, ...args) => {
      const answer = image.call(name, ...args);
      if (name.endsWith('_sign') && answer.result >= 0)
        attempts += 1 + [0, 8, 16].reduce((sum, shift) => sum + ((answer.result >> shift) & 255), 0);
      return answer;
    },
  };
  task.fault(counting);
  return attempts;
}

/** `flags` is a list in the file, which the type of a case leaves out. */
function flagsOf(test: WycheproofCase): readonly string[] {
  const flags: unknown = Object.entries(test).find(([key]) => key === 'flags')?.[1];
  return Array.isArray(flags) ? flags.map(String) : [];
}

function differing(results: Results, expected: Fields): readonly string[] {
  return Object.entries(results).flatMap(([name, actual]) => {
    const wanted = expected.get(name);
    const equal = actual instanceof Uint8Array ? bytesToHex(actual) === String(wanted).toLowerCase() : actual === wanted;
    return equal ? [] : [name];
  });
}

type Answer = (image: KernelImage, group: VectorGroup, test: VectorCase) => Results;

const ANSWERS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  [
    'ML-KEM keyGen',
    (image, group, { given }) => {
      const { ek, dk } = kemOf(image, sizeOf(group)).keygen(hex(given, 'd'), hex(given, 'z'));
      return { ek, dk };
    },
  ],
  ['ML-KEM encapDecap', answerEncapDecap],
  [
    'ML-DSA keyGen',
    (image, group, { given }) => {
      const { pk, sk } = dsaOf(image, sizeOf(group)).keygen(hex(given, 'seed'));
      return { pk, sk };
    },
  ],
  [
    'ML-DSA sigGen',
    (image, group, { given }) => {
      const dsa = dsaOf(image, sizeOf(group));
      const sk = group.fields.get('keyFormat') === 'seed' ? dsa.keygen(hex(given, 'seed')).sk : hex(given, 'sk');
      const rnd = group.fields.get('deterministic') === true ? new Uint8Array(32) : hex(given, 'rnd');
      return { signature: dsa.sign(sk, rnd, messageOf(group, given))?.signature };
    },
  ],
  [
    'ML-DSA sigVer',
    (image, group, { given }) => ({
      testPassed: dsaOf(image, sizeOf(group)).verify(hex(given, 'pk'), hex(given, 'signature'), messageOf(group, given)),
    }),
  ],
  [
    'SLH-DSA sigVer',
    (image, group, { given }) => {
      const name = String(group.fields.get('parameterSet')).toLowerCase().replace('slh-dsa-', 'slhdsa_').replace('-', '_');
      const signature = hex(given, 'signature');
      const { result } = image.call(`${name}_verify`, hex(given, 'pk'), signature, signature.length, messageOf(group, given));
      return { testPassed: result === 0 };
    },
  ],
  [
    'LMS sigVer',
    (image, group, { given }) => {
      const signature = hex(given, 'signature');
      const message: KernelMessage = { message: hex(given, 'message'), form: 1 };
      return { testPassed: image.call('lms_verify', hex(group.fields, 'publicKey'), signature, signature.length, message).result === 0 };
    },
  ],
]);

function answerEncapDecap(image: KernelImage, group: VectorGroup, { given }: VectorCase): Results {
  const kem = kemOf(image, sizeOf(group));
  const dk = () => (group.fields.get('keyFormat') === 'seed' ? kem.keygen(hex(given, 'd'), hex(given, 'z')).dk : hex(given, 'dk'));
  switch (group.fields.get('function')) {
    case 'encapsulation': {
      const sent = kem.encaps(hex(given, 'ek'), hex(given, 'm'));
      return { c: sent?.c, k: sent?.k };
    }
    case 'decapsulation':
      return { k: kem.decaps(dk(), hex(given, 'c')) };
    case 'encapsulationKeyCheck':
      return { testPassed: kem.acceptsEk(hex(given, 'ek')) };
    default:
      return { testPassed: kem.acceptsDk(dk()) };
  }
}

function messageOf(group: VectorGroup, given: Fields): KernelMessage {
  if (group.fields.get('signatureInterface') === 'internal') {
    return group.fields.get('externalMu') === true ? { message: hex(given, 'mu'), form: 2 } : { message: hex(given, 'message'), form: 1 };
  }
  const message = hex(given, 'message');
  const context = hex(given, 'context');
  if (group.fields.get('preHash') !== 'preHash') return { message, context, form: 0 };
  // The kernels have no pre-hash: M′ of FIPS 204 Algorithm 4 comes from here.
  const hash = PRE_HASHES.get(String(given.get('hashAlg')));
  if (hash === undefined) throw new Error(`hash ${String(given.get('hashAlg'))}`);
  return { message: getMessagePrehash(hash, message, context), form: 1 };
}

const PRE_HASHES: ReadonlyMap<string, CHash> = new Map<string, CHash>([
  ['SHA2-224', sha224],
  ['SHA2-256', sha256],
  ['SHA2-384', sha384],
  ['SHA2-512', sha512],
  ['SHA2-512/224', sha512_224],
  ['SHA2-512/256', sha512_256],
  ['SHA3-224', sha3_224],
  ['SHA3-256', sha3_256],
  ['SHA3-384', sha3_384],
  ['SHA3-512', sha3_512],
  ['SHAKE-128', shake128_32],
  ['SHAKE-256', shake256_64],
]);

function runKemCase(image: KernelImage, size: string, kind: string, test: WycheproofCase): Results | undefined {
  const kem = kemOf(image, size);
  if (kind === 'encaps') {
    const sent = kem.encaps(bytes(test['ek']), bytes(test['m']));
    return sent && { c: sent.c, K: sent.k };
  }
  if (kind === 'semi_expanded_decaps') {
    const key = kem.decaps(bytes(test['dk']), bytes(test['c']));
    return key && { K: key };
  }
  const seed = bytes(test['seed']);
  if (seed.length !== 64) return undefined;
  const { ek, dk } = kem.keygen(seed.subarray(0, 32), seed.subarray(32));
  if (kind === 'keygen_seed') return { ek, dk };
  const key = kem.decaps(dk, bytes(test['c']));
  return key && { ek, K: key };
}

function runDsaCase(image: KernelImage, size: string, kind: string, test: WycheproofCase): Results | undefined {
  const dsa = dsaOf(image, size);
  const message: KernelMessage =
    test['msg'] === undefined
      ? { message: bytes(test['mu']), form: 2 }
      : { message: bytes(test['msg']), context: bytes(test['ctx'] ?? ''), form: 0 };
  if (kind === 'verify') return dsa.verify(bytes(test['publicKey']), bytes(test['sig']), message) ? {} : undefined;
  const seed = test['privateSeed'];
  if (seed !== undefined && seed.length !== 64) return undefined;
  const pair = seed === undefined ? undefined : dsa.keygen(bytes(seed));
  const rnd = test['rnd'] === undefined ? new Uint8Array(32) : bytes(test['rnd']);
  const signed = dsa.sign(pair?.sk ?? bytes(test['privateKey']), rnd, message);
  return signed && { sig: signed.signature, ...(pair === undefined ? {} : { publicKey: pair.pk }) };
}

function sizeOf(group: VectorGroup): string {
  return String(group.fields.get('parameterSet')).split('-')[2] ?? '';
}

function hex(fields: Fields, key: string): Uint8Array {
  return hexToBytes(String(fields.get(key) ?? ''));
}

function bytes(text: string | undefined): Uint8Array {
  return hexToBytes(text ?? '');
}
