// The readers of the inventory with files that they read, to be mutated: runtime configurations of every syntax, build scripts, certificates and
// keys in every container. Keys in them protect nothing.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/io/package-files.ts';
import type { FileScanner } from '../../src/model/world.ts';
import { buildConfigScanner } from '../../src/scan/build-config.ts';
import { certificateScanner } from '../../src/scan/certificate.ts';
import { runtimeConfigScanner } from '../../src/scan/runtime-config.ts';
import type { Reader } from './pqc.ts';

const FIXTURES = join(packageRoot(), 'tests/fixtures');
const CONFIGS = join(FIXTURES, 'configs');

/** One name for each way in which certificates and keys are kept; what is mutated under it are all files of that kind. */
const CONTAINERS: readonly (readonly [path: string, files: readonly string[]])[] = [
  [
    'certificate.pem',
    ['device.crt', 'chain.pem', 'ml-dsa-65.crt', 'root.crl', 'device.csr', 'test-only-prime256v1.key', 'test-only-rsa2048.pbes2.key'],
  ],
  ['certificate.der', ['device.der', 'chain.der.p7b', 'test-only-ed25519.der']],
  ['store.p12', ['device.p12', 'test-only-open.p12', 'certificates-open.p12', 'trust.p12']],
  ['store.jks', ['device.jks']],
  ['openssh.pub', ['test-only-id_rsa', 'test-only-id_ecdsa', 'test-only-id_ed25519.pub', 'test-only-id_rsa.pub']],
  ['openpgp.asc', ['openpgp-ed.asc', 'openpgp-rsa.asc', 'test-only-openpgp-locked.asc', 'openpgp-signature.asc']],
  ['openpgp.gpg', ['openpgp-rsa.gpg']],
  ['keys.jwk', ['jwks.json', 'test-only-private.jwk']],
  ['keys.cose', ['keys.cose', 'test-only-prime256v1.cose']],
  ['array.c', ['device_der.h']],
];

/** Every reader of the room: a scanner under one file name each, so that a fault names the syntax. */
export const INVENTORY_READERS: readonly Reader[] = [
  ...filesOf('runtime').map((name) => scanning(runtimeConfigScanner, name, [join(CONFIGS, 'runtime', name)])),
  ...['Makefile', 'CMakeLists.txt'].map((name) => scanning(buildConfigScanner, name, [join(CONFIGS, 'build-scripts', name)])),
  ...CONTAINERS.map(([path, files]) =>
    scanning(
      certificateScanner,
      path,
      files.map((file) => join(FIXTURES, 'pki', file)),
    ),
  ),
];

/** A scanner on a file of this name, whatever its bytes have become. It never throws. */
function scanning(scanner: FileScanner, path: string, files: readonly string[]): Reader {
  const seeds = files.map((file) => new Uint8Array(readFileSync(file)));
  return { name: path.replaceAll('/', '-'), seeds, read: (bytes) => scanBytes(scanner, path, bytes) };
}

/** How much a scanner says of bytes under a path. */
function scanBytes(scanner: FileScanner, path: string, bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes);
  const entry = { path, bytes: bytes.length, ignored: false, origin: 'first-party' } as const;
  return [...scanner.scan({ entry, bytes, text: () => text, literals: new Set() })].length;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(CONFIGS, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(CONFIGS, folder).length + 1))
    .sort();
}
