// A driver as a child process: an argument list, never a shell; requests on its standard input, answers on its standard output, and the end of
// its standard error for the message when it dies.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { LineConnection } from '../model/driver.ts';
import { PqreadyError } from '../model/errors.ts';
import { createLineBuffer, type LineBuffer } from './line-buffer.ts';

const ERROR_CHARACTERS = 200;
const CLOSE_MS = 1_000;

interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly buffer: LineBuffer;
}

/** Starts a driver. A command that cannot be started shows at the first `receive`. Throws `usage` where there is no command. */
export function startDriver(command: readonly string[]): LineConnection {
  const [file, ...args] = command;
  if (file === undefined || file === '') throw new PqreadyError('usage', 'driver: expected a command after --');
  let running = run(file, args);
  return {
    send: (line) => {
      running.buffer.begin();
      running.child.stdin.write(`${line}\n`);
    },
    receive: (ms) => running.buffer.next(ms),
    restart: async () => {
      await stop(running);
      running = run(file, args);
      return true;
    },
    close: () => stop(running),
  };
}

function run(file: string, args: readonly string[]): Running {
  const child = spawn(file, args, { stdio: 'pipe', shell: false });
  const buffer = createLineBuffer(() => child.kill('SIGKILL'));
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => buffer.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString('utf8')).slice(-ERROR_CHARACTERS);
  });
  // A driver that died does not read: its exit says so.
  child.stdin.on('error', () => undefined);
  child.on('error', (error) => buffer.close(`the driver cannot be started: ${error.message}`));
  child.on('close', (code, signal) => {
    const said = errors.trim() === '' ? '' : `: ${errors.trim().split('\n').at(-1)}`;
    buffer.close(`the driver ended with ${signal ?? `exit code ${code}`}${said}`);
  });
  return { child, buffer };
}

/** Lets it end by itself when its input ends, then not. */
async function stop({ child }: Running): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.stdin.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
  await ended;
  clearTimeout(timer);
}
