// Runs the cases of Wycheproof's ML-KEM and ML-DSA files: `findFault` says what is wrong with the outcome of one, if anything.

import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { PqreadyError } from '../../src/model/errors.ts';
import { decapsulate, encapsulate, generateKemKeyPair } from '../../src/pqc/kem.ts';
import type { MessageForm } from '../../src/pqc/message-form.ts';
import { isMlDsaId, isMlKemId, type MlDsaId, type MlKemId } from '../../src/pqc/parameter-sets.ts';
import { generateSignatureKeyPair, sign, verify } from '../../src/pqc/signature.ts';

/** String members of a case and of its group, the case's first. */
export type WycheproofCase = Readonly<Record<string, string | undefined>> & { readonly result: string };

/** The cases of a file. */
export function casesOf(text: string): readonly WycheproofCase[] {
  const file: { readonly testGroups: readonly { readonly tests: readonly WycheproofCase[] }[] } = JSON.parse(text);
  return file.testGroups.flatMap(({ tests, ...group }) => tests.map((test) => ({ ...group, ...test })));
}

/** `refused`, or the names of the results that differ from the case's. */
type Outcome = 'refused' | readonly string[];

/** `name` is the file's name without `_test.json`. Absent: the outcome is what Wycheproof says it must be. */
export function findFault(name: string, test: WycheproofCase): string | undefined {
  const [, family = '', size = '', kind = ''] = /^ml(kem|dsa)_(\d+)_?(.*)$/.exec(name) ?? [];
  const id = `ml-${family}-${size}`;
  const outcome = attempt(() => (isMlKemId(id) ? runKem(id, kind, test) : isMlDsaId(id) ? runSignature(id, kind, test) : ['file name']));
  if (test.result === 'invalid') return outcome === 'refused' ? undefined : 'accepted';
  if (outcome === 'refused') return 'refused';
  return outcome.length === 0 ? undefined : `${outcome.join(', ')} differs`;
}

function attempt(run: () => Outcome): Outcome {
  try {
    return run();
  } catch (error) {
    if (error instanceof PqreadyError && error.code === 'bad-input') return 'refused';
    throw error;
  }
}

function runKem(id: MlKemId, kind: string, test: WycheproofCase): Outcome {
  if (kind === 'encaps') {
    const { ciphertext, sharedSecret } = encapsulate(id, bytes(test['ek']), bytes(test['m']));
    return differing(test, { c: ciphertext, K: sharedSecret });
  }
  if (kind === 'semi_expanded_decaps') return differing(test, { K: decapsulate(id, bytes(test['dk']), bytes(test['c'])) });
  const { encapsulationKey, decapsulationKey } = generateKemKeyPair(id, bytes(test['seed']));
  if (kind === 'keygen_seed') return differing(test, { ek: encapsulationKey, dk: decapsulationKey });
  return differing(test, { ek: encapsulationKey, K: decapsulate(id, decapsulationKey, bytes(test['c'])) });
}

function runSignature(id: MlDsaId, kind: string, test: WycheproofCase): Outcome {
  const form: MessageForm = test['msg'] === undefined ? { form: 'external-mu' } : { form: 'pure', context: bytes(test['ctx'] ?? '') };
  const message = bytes(test['msg'] ?? test['mu']);
  if (kind === 'verify') {
    const verdict = verify(id, { publicKey: bytes(test['publicKey']), message, signature: bytes(test['sig']), form });
    return verdict.valid ? [] : 'refused';
  }
  const pair = test['privateSeed'] === undefined ? undefined : generateSignatureKeyPair(id, bytes(test['privateSeed']));
  const privateKey = pair?.privateKey ?? bytes(test['privateKey']);
  const randomness = test['rnd'] === undefined ? 'deterministic' : bytes(test['rnd']);
  const signature = sign(id, { privateKey, message, form, randomness });
  return differing(test, { sig: signature, ...(pair === undefined ? {} : { publicKey: pair.publicKey }) });
}

function differing(test: WycheproofCase, results: Readonly<Record<string, Uint8Array>>): readonly string[] {
  return Object.entries(results).flatMap(([name, result]) => (test[name] === bytesToHex(result) ? [] : [name]));
}

function bytes(hex: string | undefined): Uint8Array {
  return hexToBytes(hex ?? '');
}
