// Reads files of a scanned tree. A path that turns out to be a link is refused (ELOOP): the walk lists none, and one that somebody asks
// for by name could lead anywhere.

import { closeSync, constants, fstatSync, openSync, readFileSync, readSync as readInto } from 'node:fs';

// Windows has no O_NOFOLLOW.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** The whole file. */
export function readSync(path: string): Uint8Array {
  return withDescriptor(path, (descriptor) => readFileSync(descriptor));
}

/** Reads whole files one after another into one piece of memory: what it gives is valid until it is asked again. */
export function startPeeking(): (path: string) => Uint8Array {
  let scratch = new Uint8Array(1 << 20);
  return (path) =>
    withDescriptor(path, (descriptor) => {
      const size = fstatSync(descriptor).size;
      if (size > scratch.length) scratch = new Uint8Array(size);
      return scratch.subarray(0, readInto(descriptor, scratch, 0, size, 0));
    });
}

/** The first `length` bytes of a file, or all of a shorter one. */
export function readHeadSync(path: string, length: number): Uint8Array {
  return withDescriptor(path, (descriptor) => {
    const buffer = new Uint8Array(length);
    return buffer.subarray(0, readInto(descriptor, buffer, 0, length, 0));
  });
}

function withDescriptor<T>(path: string, read: (descriptor: number) => T): T {
  const descriptor = openSync(path, FLAGS);
  try {
    return read(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
