// The entry of a worker thread that counts: takes an image and a parameter set, answers with the counts. It has no disk.

import { parentPort } from 'node:worker_threads';
import { type CountJob, runCountJob } from './measure/count-job.ts';

parentPort?.on('message', (job: CountJob) => {
  parentPort?.postMessage(runCountJob(job));
});
