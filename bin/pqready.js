#!/usr/bin/env node
// The launcher exists before the build does: where `npm ci` ran with install scripts disabled there is no dist/, and saying so
// beats a stack trace.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/src/cli/main.js', import.meta.url);
if (existsSync(fileURLToPath(main))) {
  await import(main.href);
} else {
  process.stderr.write('pqready: not built yet (install scripts were disabled). Run: npm run build\n');
  process.exitCode = 3;
}
