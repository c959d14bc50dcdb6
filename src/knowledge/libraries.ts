// The names of libraries: one for each, whether a source file uses it, a manifest names it or an SBOM lists it. A library has the name that
// its registry gives it; what comes with a language, and what only carries the cryptography of something else, stands here.

import { CRYPTO_PACKAGES } from './packages.ts';

// Libraries that no registry has: part of a language, a runtime or a platform.
const BUILT_IN_LIBRARIES: readonly string[] = [
  ...['crypt', 'hashlib', 'hmac', 'os', 'random', 'secrets', 'ssl'], // Python
  ...['bun', 'node:crypto', 'node:tls', 'webcrypto'], // JavaScript
  ...['System.Net.Security', 'System.Security.Cryptography'], // .NET
];

// Packages that bring no cryptography of their own and set up that of the platform.
const TRANSPORT_LIBRARIES: readonly string[] = ['@grpc/grpc-js', 'mqtt', 'paho-mqtt', 'undici', 'urllib3'];

/** Every name of a library that source code in Python, JavaScript or C# and the manifests of their packages may be given. */
export const LIBRARY_NAMES: ReadonlySet<string> = new Set([
  ...BUILT_IN_LIBRARIES,
  ...TRANSPORT_LIBRARIES,
  ...CRYPTO_PACKAGES.map(({ library }) => library),
]);
