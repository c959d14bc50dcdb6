// Asks Debian's openssl(1), in a folder of its own.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const OPENSSL = '/usr/bin/openssl';

/** Whether the tests run: where there is none they are skipped, unless `PQREADY_REQUIRE_ALL=1` makes that a failure. */
export const HAS_OPENSSL: boolean = existsSync(OPENSSL) || process.env['PQREADY_REQUIRE_ALL'] === '1';

export interface OpensslFolder {
  readonly file: (name: string) => string;
  /** what it prints on standard output; throws where it ends with another code than 0 */
  readonly openssl: (...args: readonly string[]) => Uint8Array;
  readonly close: () => void;
}

/** A new folder; `openssl` runs in it. */
export function openFolder(): OpensslFolder {
  const folder = mkdtempSync(join(tmpdir(), 'pqready-openssl-'));
  return {
    file: (name) => join(folder, name),
    openssl: (...args) => new Uint8Array(execFileSync(OPENSSL, args, { stdio: 'pipe', cwd: folder })),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
