// Signs some thousand messages on the wasm32 image and writes how often, and why, each was rejected: the data that src/measure composes the
// cost of signing from. The image is deterministic, so the file is the same wherever this runs.
//   npm run -s build && node dist/bench/signing-paths.js > bench/kernels/images/mldsa-signing-paths.json

import { readFileSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { writePaths } from '../src/measure/signing-paths.ts';
import { ML_DSA_IDS } from '../src/pqc/parameter-sets.ts';
import { pathsOnWasm } from './emulate/wasm-signing.ts';

const MESSAGES = 2000;
const IMAGE = 'bench/kernels/images/wasm32-fast.wasm';

const bytes = readFileSync(IMAGE);
const paths = Object.fromEntries(ML_DSA_IDS.map((id) => [id, writePaths(pathsOnWasm(bytes, id, MESSAGES))]));
const made = { image: 'wasm32-fast.wasm', imageSha256: bytesToHex(sha256(bytes)), messages: MESSAGES };
process.stdout.write(`${JSON.stringify({ ...made, paths }, null, 2)}\n`);
