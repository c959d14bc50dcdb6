// A Kotlin file as a module. Its expressions and calls are those of Java with little beside; its declarations stand in `declarations.ts`.

import { toModule } from '../java/module.ts';
import type { Reading } from '../module.ts';
import { readKotlinOutline } from './declarations.ts';

/** Reads a file and hands its module to `use`. */
export function readKotlin<T>(text: string, { catalogue, use }: Reading<T>): T {
  return use(toModule(text, { dialect: 'kotlin', catalogue, readOutline: readKotlinOutline }));
}
