// A Java file as a module. Read from its tokens: docs/decisions/ says why no grammar is asked.

import type { Reading } from '../module.ts';
import { readJavaOutline } from './declarations.ts';
import { toModule } from './module.ts';

/** Reads a file and hands its module to `use`. */
export function readJava<T>(text: string, { catalogue, use }: Reading<T>): T {
  return use(toModule(text, { dialect: 'java', catalogue, readOutline: readJavaOutline }));
}
