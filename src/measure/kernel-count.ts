// Counts the operations of one parameter set on one image. No figure without a correct result: every output is compared with noble's for the
// same seeds, byte for byte, before its count is kept.

import { equalBytes } from '@noble/post-quantum/utils.js';
import { type InstructionClasses, toInstructionClasses } from '../model/instruction-classes.ts';
import type { Operation } from '../model/measurement.ts';
import { IMPLEMENTATION, NOBLE_ML_DSA, NOBLE_ML_KEM } from '../pqc/implementation.ts';
import { isMlKemId, ML_DSA, ML_KEM, type MlDsaId, type MlKemId } from '../pqc/parameter-sets.ts';
import { type ComposedSigning, type CountedSignature, composeSigning } from './compose-signing.ts';
import type { EmulatedKernels } from './kernel-emulated.ts';
import type { Argument } from './kernel-image.ts';
import { encapsSeed, keySeed, signingInput } from './kernel-inputs.ts';
import { kernelName, operationsOf } from './kernel-manifest.ts';
import { choosePaths, type KnownPath, toPath } from './signing-paths.ts';

/** One operation over `n` inputs. */
export interface CountedOperation {
  readonly operation: Operation;
  readonly n: number;
  /** mean, rounded */
  readonly instructions: number;
  readonly spread: { readonly min: number; readonly max: number };
  /** the deepest of them */
  readonly stackBytes: number;
  /** means, rounded */
  readonly classes: InstructionClasses;
}

/** What was counted of one parameter set. */
export interface CountedScheme {
  readonly algorithm: MlKemId | MlDsaId;
  readonly operations: readonly CountedOperation[];
  /** of ML-DSA; its operations have no `sign`, since no single figure says what signing costs */
  readonly signing?: ComposedSigning;
}

/** Keys, encapsulations and verifications that each mean is of: sampling rejects a little more or less with each seed. */
const INPUTS = 5;

/**
 * Counts a set; `paths` are those of ML-DSA, `only` the operations that the program has (all where absent). Throws where a result is not
 * noble's, or as the machine does.
 */
export function countScheme(
  kernels: EmulatedKernels,
  algorithm: MlKemId | MlDsaId,
  paths: readonly KnownPath[],
  only: readonly Operation[] = operationsOf(algorithm),
): CountedScheme {
  return isMlKemId(algorithm) ? countKem(kernels, algorithm, only) : countDsa(kernels, { algorithm, paths, only });
}

function countKem(kernels: EmulatedKernels, algorithm: MlKemId, only: readonly Operation[]): CountedScheme {
  const noble = NOBLE_ML_KEM[algorithm];
  const name = kernelName(algorithm);
  const { encapsulationKeyBytes, decapsulationKeyBytes, ciphertextBytes, sharedSecretBytes } = ML_KEM[algorithm];
  const [ek, dk] = [{ outBytes: encapsulationKeyBytes }, { outBytes: decapsulationKeyBytes }];
  const [c, k] = [{ outBytes: ciphertextBytes }, { outBytes: sharedSecretBytes }];
  const inputs = Array.from({ length: INPUTS }, (_, index) => {
    const [seed, m] = [keySeed(algorithm, index), encapsSeed(algorithm, index)];
    const { publicKey, secretKey } = noble.keygen(seed);
    return { seed, m, publicKey, secretKey, ...noble.encapsulate(publicKey, m) };
  });
  type Input = (typeof inputs)[number];
  const asked: Readonly<Record<'keygen' | 'encaps' | 'decaps', (input: Input) => Asked>> = {
    keygen: ({ seed, publicKey, secretKey }) => ({ args: [ek, dk, seed], wanted: [publicKey, secretKey] }),
    encaps: ({ publicKey, m, cipherText, sharedSecret }) => ({ args: [c, k, publicKey, m], wanted: [cipherText, sharedSecret] }),
    decaps: ({ secretKey, cipherText, sharedSecret }) => ({ args: [k, secretKey, cipherText], wanted: [sharedSecret] }),
  };
  const operations = (['keygen', 'encaps', 'decaps'] as const).filter((operation) => only.includes(operation));
  return {
    algorithm,
    operations: operations.map((operation) =>
      toMean(
        operation,
        inputs.map((input) => count(kernels, `${name}_${operation}`, asked[operation](input))),
      ),
    ),
  };
}

interface DsaWork {
  readonly algorithm: MlDsaId;
  readonly paths: readonly KnownPath[];
  readonly only: readonly Operation[];
}

function countDsa(kernels: EmulatedKernels, { algorithm, paths, only }: DsaWork): CountedScheme {
  const inputs = Array.from({ length: INPUTS }, (_, index) => index);
  const keygen = only.includes('keygen')
    ? [
        toMean(
          'keygen',
          inputs.map((index) => countKeygen(kernels, algorithm, index)),
        ),
      ]
    : [];
  const verify = only.includes('verify')
    ? [
        toMean(
          'verify',
          inputs.map((index) => countVerify(kernels, algorithm, index)),
        ),
      ]
    : [];
  const signatures = only.includes('sign') ? choosePaths(paths).map((path) => countSignature(kernels, algorithm, path)) : [];
  return {
    algorithm,
    operations: [...keygen, ...verify],
    ...(signatures.length === 0 ? {} : { signing: composeSigning(signatures, paths) }),
  };
}

function countKeygen(kernels: EmulatedKernels, algorithm: MlDsaId, index: number): OneCount {
  const seed = keySeed(algorithm, index);
  const { publicKey, secretKey } = NOBLE_ML_DSA[algorithm].keygen(seed);
  const args = [{ outBytes: publicKey.length }, { outBytes: secretKey.length }, seed];
  return count(kernels, `${kernelName(algorithm)}_keygen`, { args, wanted: [publicKey, secretKey] });
}

/** Signs the message of a path and counts; a kernel that says how often it rejected must say what the path says. */
export function countSignature(kernels: EmulatedKernels, algorithm: MlDsaId, path: KnownPath): CountedSignature {
  const { secretKey, rnd, message, signature } = nobleSignature(algorithm, path.index);
  const args = [{ outBytes: ML_DSA[algorithm].signatureBytes }, secretKey, rnd, { message, form: 0 } as const];
  const accepts = kernels.tellsPath ? { accepts: isPath(path) } : {};
  return { ...path, ...count(kernels, `${kernelName(algorithm)}_sign`, { args, wanted: [signature], ...accepts }) };
}

function nobleSignature(algorithm: MlDsaId, index: number) {
  const noble = NOBLE_ML_DSA[algorithm];
  const { publicKey, secretKey } = noble.keygen(keySeed(algorithm, 0));
  const { message, rnd } = signingInput(algorithm, index);
  return { publicKey, secretKey, message, rnd, signature: noble.sign(message, secretKey, { extraEntropy: rnd }) };
}

function isPath(path: KnownPath): (returned: number) => boolean {
  return (returned) => {
    const { z, r0, hint } = toPath(returned);
    return returned >= 0 && z === path.z && r0 === path.r0 && hint === path.hint;
  };
}

function countVerify(kernels: EmulatedKernels, algorithm: MlDsaId, index: number): OneCount {
  const { publicKey, message, signature } = nobleSignature(algorithm, index);
  const name = `${kernelName(algorithm)}_verify`;
  const counted = count(kernels, name, { args: [publicKey, signature, signature.length, { message, form: 0 }], wanted: [] });
  const changed = signature.slice();
  changed[0] = (changed[0] ?? 0) ^ 1;
  if (kernels.call(name, publicKey, changed, changed.length, { message, form: 0 }).result !== -1)
    throw new Error(`${name}: accepted a changed signature, so there is no figure`);
  return counted;
}

/** One call. */
export interface OneCount {
  readonly instructions: number;
  readonly stackBytes: number;
  readonly classes: InstructionClasses;
}

interface Asked {
  readonly args: readonly Argument[];
  readonly wanted: readonly Uint8Array[];
  /** what the kernel may return: 0, or nothing at all (keygen), where absent */
  readonly accepts?: (returned: number) => boolean;
}

function count(kernels: EmulatedKernels, name: string, { args, wanted, accepts }: Asked): OneCount {
  kernels.takeClasses();
  const { result, outputs, counts } = kernels.call(name, ...args);
  const classes = kernels.takeClasses();
  const returnsNothing = name.endsWith('_keygen');
  const accepted = accepts === undefined ? returnsNothing || result === 0 : accepts(result);
  if (!accepted) throw new Error(`${name}: returned ${result}, so there is no figure`);
  if (outputs.length !== wanted.length || !outputs.every((bytes, index) => equalBytes(bytes, wanted[index] ?? new Uint8Array())))
    throw new Error(`${name}: the result is not that of ${IMPLEMENTATION}, so there is no figure`);
  return { instructions: counts.instructions, stackBytes: counts.stackBytes, classes };
}

function toMean(operation: Operation, counts: readonly OneCount[]): CountedOperation {
  const instructions = counts.map((each) => each.instructions);
  return {
    operation,
    n: counts.length,
    instructions: Math.round(mean(instructions)),
    spread: { min: Math.min(...instructions), max: Math.max(...instructions) },
    stackBytes: Math.max(...counts.map((each) => each.stackBytes)),
    classes: meanClasses(counts.map((each) => each.classes)),
  };
}

function meanClasses(all: readonly InstructionClasses[]): InstructionClasses {
  return toInstructionClasses((name) => Math.round(mean(all.map((each) => each[name]))));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
