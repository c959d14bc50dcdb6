// Asks OpenSSL 3.5: NODE24 names the binary of a Node that holds it (.ci/node24 installs one), openssl.c is built against its headers.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const NODE24 = process.env['NODE24'];
const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Whether the tests run: where no Node 24 is named they are skipped, unless `PQREADY_REQUIRE_ALL=1` makes that a failure. */
export const HAS_OPENSSL_35: boolean = NODE24 !== undefined || process.env['PQREADY_REQUIRE_ALL'] === '1';

/** How OpenSSL writes private keys of ML-KEM and ML-DSA: its provider's `output_formats`. */
export type OutputFormat = 'seed-only' | 'priv-only' | 'seed-priv' | 'oqskeypair' | 'bare-seed' | 'bare-priv';

/** A question: `op` is one of peer.mjs; bytes are base64. */
export type Question = { readonly op: string } & Readonly<Record<string, unknown>>;

/** A line to OpenSSL. */
export interface Openssl {
  /** answers in the order of the questions */
  readonly ask: (...questions: readonly Question[]) => Promise<readonly unknown[]>;
  readonly close: () => void;
}

/** Builds the addon in a new folder and starts the peer. */
export function openOpenssl(format: OutputFormat = 'seed-priv'): Openssl {
  if (NODE24 === undefined) throw new Error('NODE24 names no binary of Node 24: .ci/node24 installs one');
  const folder = mkdtempSync(join(tmpdir(), 'pqready-interop-'));
  const [addon, configuration] = [join(folder, 'openssl.node'), join(folder, 'openssl.cnf')];
  const headers = join(dirname(NODE24), '../include/node');
  execFileSync('cc', ['-O1', '-Wall', '-Werror', '-shared', '-fPIC', `-I${headers}`, '-o', addon, join(FOLDER, 'openssl.c')]);
  writeFileSync(configuration, toConfiguration(format));
  const peer = spawn(NODE24, [`--openssl-config=${configuration}`, join(FOLDER, 'peer.mjs'), addon], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (...questions) => {
      peer.stdin.write(`${JSON.stringify(questions)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error('OpenSSL could not answer: what it said stands above');
      return JSON.parse(value);
    },
    close: () => {
      peer.stdin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Bytes as a question carries them. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** Bytes of an answer. */
export function bytesOf(answer: unknown): Uint8Array {
  if (typeof answer !== 'string') throw new Error(`expected base64, got ${JSON.stringify(answer)}`);
  return new Uint8Array(Buffer.from(answer, 'base64'));
}

/** OpenSSL's config(5), in the section that Node reads. */
function toConfiguration(format: OutputFormat): string {
  return [
    'nodejs_conf = node',
    '[node]',
    'providers = providers',
    '[providers]',
    'default = writing',
    '[writing]',
    'activate = 1',
    ...['ml-kem', 'ml-dsa'].map((algorithm) => `${algorithm}.output_formats = ${format}`),
    '',
  ].join('\n');
}
