// The images of the benchmark kernels that ship with the package.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-files.ts';

/** A file of bench/kernels/images. */
export function readKernelFile(name: string): Uint8Array {
  return readFileSync(join(packageRoot(), 'bench', 'kernels', 'images', name));
}

/** The same as text. */
export function readKernelText(name: string): string {
  return readFileSync(join(packageRoot(), 'bench', 'kernels', 'images', name), 'utf8');
}
