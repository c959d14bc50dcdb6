// A driver behind a serial line: a terminal device, put into raw mode. Its speed is the operator's to set before (`stty -F DEVICE 115200`), for
// Node has no means; over USB it has no meaning.

import { closeSync, constants, openSync } from 'node:fs';
import { isatty, ReadStream } from 'node:tty';
import type { LineConnection } from '../model/driver.ts';
import { PqreadyError } from '../model/errors.ts';
import { createLineBuffer } from './line-buffer.ts';

/** Opens a serial device. Throws `path-not-found` where it cannot be opened, `usage` where it is no terminal device. */
export function openSerial(path: string): LineConnection {
  const stream = openDevice(path);
  const buffer = createLineBuffer(() => stream.pause());
  stream.setRawMode(true);
  stream.on('data', (chunk: Buffer) => buffer.push(chunk));
  stream.on('error', (error) => buffer.close(`${path}: ${error.message}`));
  stream.on('close', () => buffer.close(`${path}: the line was closed`));
  return {
    send: (line) => {
      buffer.begin();
      stream.resume();
      stream.write(`${line}\n`);
    },
    receive: (ms) => buffer.next(ms),
    // Nobody can press the button of the board; what it answers late is told by its id.
    restart: () => Promise.resolve(false),
    close: () => {
      stream.destroy();
      return Promise.resolve();
    },
  };
}

function openDevice(path: string): ReadStream {
  let file: number;
  try {
    file = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  } catch (cause) {
    throw new PqreadyError('path-not-found', `${path}: cannot be opened`, { cause });
  }
  if (isatty(file)) return new ReadStream(file);
  closeSync(file);
  throw new PqreadyError('usage', `${path}: expected a serial device`);
}
