// A pool of worker threads, started by URL: it knows that a job goes in and an answer comes out, and hands over what a worker asks for.

import { Worker } from 'node:worker_threads';

/** How one kind of worker is spoken to. */
export interface Protocol<Job, Answer> {
  readonly toMessage: (job: Job) => unknown;
  /** the answer in a message, or undefined where the message is a request */
  readonly toAnswer: (message: unknown) => { readonly answer: Answer } | undefined;
  /** the reply to a request */
  readonly toReply: (message: unknown) => Promise<unknown>;
}

/** Threads that each take one job at a time. */
export interface Pool<Job, Answer> {
  readonly run: (job: Job) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

interface Lane<Job, Answer> {
  readonly worker: Worker;
  readonly run: (job: Job) => Promise<Answer>;
}

/** Starts `count` threads of the module at `url`. A job waits for the first idle one; a thread that dies rejects its job. */
export function startPool<Job, Answer>(url: URL, count: number, protocol: Protocol<Job, Answer>): Pool<Job, Answer> {
  const lanes = Array.from({ length: count }, () => startLane(url, protocol));
  const idle = [...lanes];
  const waiting: ((lane: Lane<Job, Answer>) => void)[] = [];
  const release = (lane: Lane<Job, Answer>): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(lane);
    else next(lane);
  };
  const run = async (job: Job): Promise<Answer> => {
    const lane = idle.pop() ?? (await new Promise<Lane<Job, Answer>>((resolve) => waiting.push(resolve)));
    try {
      return await lane.run(job);
    } finally {
      release(lane);
    }
  };
  const close = async (): Promise<void> => {
    await Promise.all(lanes.map((lane) => lane.worker.terminate()));
  };
  return { run, close };
}

function startLane<Job, Answer>(url: URL, protocol: Protocol<Job, Answer>): Lane<Job, Answer> {
  const worker = new Worker(url);
  let current: { resolve: (answer: Answer) => void; reject: (error: unknown) => void } | undefined;
  worker.on('message', (message: unknown) => {
    const found = protocol.toAnswer(message);
    if (found !== undefined) current?.resolve(found.answer);
    else
      protocol.toReply(message).then(
        (reply) => worker.postMessage(reply),
        (error: unknown) => current?.reject(error),
      );
  });
  worker.on('error', (error) => current?.reject(error));
  const run = (job: Job): Promise<Answer> =>
    new Promise((resolve, reject) => {
      current = { resolve, reject };
      worker.postMessage(protocol.toMessage(job));
    });
  return { worker, run };
}
