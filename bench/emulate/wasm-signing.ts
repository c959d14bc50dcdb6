// Signatures on the wasm32 image by the inputs of src/measure/kernel-inputs.ts, and the path of each.

import { keySeed, signingInput } from '../../src/measure/kernel-inputs.ts';
import { kernelName } from '../../src/measure/kernel-manifest.ts';
import { openWasm } from '../../src/measure/kernel-wasm.ts';
import { type SigningPath, toPath } from '../../src/measure/signing-paths.ts';
import { ML_DSA, type MlDsaId } from '../../src/pqc/parameter-sets.ts';

/** Paths of the first `messages` signatures of a set. */
export function pathsOnWasm(bytes: Uint8Array, algorithm: MlDsaId, messages: number): readonly SigningPath[] {
  const image = openWasm(bytes);
  const { publicKeyBytes, privateKeyBytes, signatureBytes } = ML_DSA[algorithm];
  const name = kernelName(algorithm);
  const pair = image.call(`${name}_keygen`, { outBytes: publicKeyBytes }, { outBytes: privateKeyBytes }, keySeed(algorithm, 0));
  const secretKey = pair.outputs[1] ?? new Uint8Array();
  return Array.from({ length: messages }, (_, index) => {
    const { message, rnd } = signingInput(algorithm, index);
    const { result } = image.call(`${name}_sign`, { outBytes: signatureBytes }, secretKey, rnd, { message, form: 0 });
    if (result < 0) throw new Error(`${algorithm} ${index}: not signed`);
    return toPath(result);
  });
}
