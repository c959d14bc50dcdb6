// The cryptographic APIs of C#, joined; and one spelling for types: without their namespaces.

import type { Mechanism } from '../mechanism.ts';
import { BOUNCY_CASTLE, BOUNCY_CASTLE_CONSTANTS, BOUNCY_CASTLE_ROWS, PADDING_ROWS } from './csharp/bouncy-castle.ts';
import { findNamed, NAMING_TYPES, NUGET_CONSTANTS, NUGET_ROWS } from './csharp/packages.ts';
import { PUBLIC_KEY_CONSTANTS, PUBLIC_KEY_ROWS } from './csharp/public-key.ts';
import { DOTNET, SYSTEM_CONSTANTS, SYSTEM_ROWS } from './csharp/system.ts';
import { TLS_CONSTANTS, TLS_ROWS } from './csharp/tls.ts';
import { type CallRow, type Catalogue, type Constant, type LibraryName, toCatalogue } from './row.ts';

const ROWS: readonly CallRow[] = [...BOUNCY_CASTLE_ROWS, ...PADDING_ROWS, ...NUGET_ROWS, ...SYSTEM_ROWS, ...PUBLIC_KEY_ROWS, ...TLS_ROWS];
const CONSTANTS = new Map<string, Constant>([
  ...BOUNCY_CASTLE_CONSTANTS,
  ...NUGET_CONSTANTS,
  ...SYSTEM_CONSTANTS,
  ...PUBLIC_KEY_CONSTANTS,
  ...TLS_CONSTANTS,
]);

const LIBRARIES: readonly LibraryName[] = (
  [
    ['System.Security.Cryptography', DOTNET],
    ['System.Net.Security', 'System.Net.Security'],
    ['System.Security.Authentication', 'System.Net.Security'],
    ['Org.BouncyCastle', BOUNCY_CASTLE],
    ['Microsoft.IdentityModel.Tokens', 'Microsoft.IdentityModel.Tokens'],
    ['Microsoft.AspNetCore.Cryptography.KeyDerivation', 'Microsoft.AspNetCore.Cryptography.KeyDerivation'],
    ['Microsoft.AspNetCore.DataProtection', 'Microsoft.AspNetCore.DataProtection'],
    ['NSec.Cryptography', 'NSec.Cryptography'],
    ['Sodium', 'Sodium.Core'],
    ['Jose', 'jose-jwt'],
    ['JWT', 'JWT'],
    ['BCrypt.Net', 'BCrypt.Net-Next'],
    ['Konscious.Security.Cryptography', 'Konscious.Security.Cryptography'],
    ['Isopoh.Cryptography.Argon2', 'Isopoh.Cryptography.Argon2'],
    ['PgpCore', 'PgpCore'],
    ['Azure.Security.KeyVault.Keys', 'Azure.Security.KeyVault.Keys'],
  ] as const
).map(([module, library]) => ({ module, library }));

// Composite ML-DSA of .NET 10: `CompositeMLDsaAlgorithm.MLDsa65WithECDsaP256`.
const COMPOSITE = /^CompositeMLDsaAlgorithm\.MLDsa(44|65|87)With(\w{1,40})$/;
const TRADITIONAL: ReadonlyMap<string, Mechanism> = new Map<string, Mechanism>([
  ...([2048, 3072, 4096] as const).flatMap((keyBits) => [
    [`RSA${keyBits}Pss`, { algorithm: 'rsassa-pss', keyBits }] as const,
    [`RSA${keyBits}Pkcs15`, { algorithm: 'rsassa-pkcs1', keyBits }] as const,
  ]),
  ['Ed25519', { algorithm: 'ed25519' }],
  ['Ed448', { algorithm: 'ed448' }],
  ['ECDsaP256', { algorithm: 'ecdsa', curve: 'secp256r1' }],
  ['ECDsaP384', { algorithm: 'ecdsa', curve: 'secp384r1' }],
  ['ECDsaP521', { algorithm: 'ecdsa', curve: 'secp521r1' }],
  ['ECDsaBrainpoolP256r1', { algorithm: 'ecdsa', curve: 'brainpoolP256r1' }],
  ['ECDsaBrainpoolP384r1', { algorithm: 'ecdsa', curve: 'brainpoolP384r1' }],
]);

function findComposite(symbol: string): Constant | undefined {
  const [, set, other = ''] = COMPOSITE.exec(symbol) ?? [];
  const traditional = TRADITIONAL.get(other);
  if (traditional === undefined || (set !== '44' && set !== '65' && set !== '87')) return undefined;
  return { library: DOTNET, says: { algorithm: 'composite-ml-dsa', parts: [{ algorithm: `ml-dsa-${set}` }, traditional] } };
}

// `TlsCipherSuite.TLS_AES_256_GCM_SHA384`: members have the names of the IANA registry.
function findSuite(symbol: string): Constant | undefined {
  const [, suite] = /^TlsCipherSuite\.(TLS_\w{1,80})$/.exec(symbol) ?? [];
  return suite === undefined ? undefined : { library: 'System.Net.Security', says: {}, suite };
}

/** C#. */
export const CSHARP_CATALOGUE: Catalogue = toCatalogue({
  rows: ROWS,
  findConstant: (name) => CONSTANTS.get(name) ?? findNamed(name) ?? findComposite(name) ?? findSuite(name),
  libraries: LIBRARIES,
  literals: [
    ...[
      'System.Security.Cryptography',
      'Org.BouncyCastle',
      'Microsoft.IdentityModel.Tokens',
      'NSec.Cryptography',
      'using Sodium',
      'using Jose',
    ],
    ...[
      'Konscious',
      'Isopoh',
      'BCrypt.',
      'KeyDerivation',
      'SslProtocols',
      'SecurityProtocolType',
      'SslStream',
      'TlsCipherSuite',
      'JwsAlgorithm',
    ],
    ...[
      'RandomNumberGenerator',
      'Rfc2898DeriveBytes',
      'HashAlgorithmName',
      'Aes.Create',
      'AesGcm',
      'RSA.Create',
      'ECDsa',
      '.HashData(',
      'SHA256.Create',
    ],
    ...[
      'SHA1.Create',
      'MD5.Create',
      'HMACSHA',
      'SecurityAlgorithms',
      'AuthenticatedEncryptorConfiguration',
      'SslServerAuthenticationOptions',
    ],
  ],
});

/** Types whose members name algorithms, versions or suites. */
export const CSHARP_ENUMERATIONS: ReadonlySet<string> = new Set([
  ...[...CONSTANTS.keys()].flatMap((name) => (name.includes('()') ? [] : [name.slice(0, name.indexOf('.'))])),
  ...Object.keys(NAMING_TYPES),
  'CompositeMLDsaAlgorithm',
  'TlsCipherSuite',
]);

const TYPES: ReadonlySet<string> = new Set(
  ROWS.flatMap(({ symbol, returns = '' }) => [symbol, returns]).flatMap((name) =>
    name.includes('()') ? [name.slice(0, name.indexOf('('))] : [],
  ),
);

/** True for a type whose objects have rows. */
export function isCSharpType(name: string): boolean {
  return TYPES.has(name);
}

const HEADS: ReadonlyMap<string, string> = new Map(ROWS.map(({ symbol, library }) => [/^[\w*]+/.exec(symbol)?.[0] ?? symbol, library]));
const ROOTS: ReadonlySet<string> = new Set(['System', 'Org', 'Microsoft', 'NSec', 'Sodium', 'Jose', 'BCrypt', 'Konscious', 'Isopoh']);

// Types with names that anybody might choose: only where their namespace is brought in.
const NEEDS_USING: ReadonlyMap<string, string> = new Map([
  ['NSec.Cryptography', 'NSec'],
  ['Sodium.Core', 'Sodium'],
  ['jose-jwt', 'Jose'],
  ['BCrypt.Net-Next', 'BCrypt'],
  ['Isopoh.Cryptography.Argon2', 'Isopoh'],
  ['Konscious.Security.Cryptography', 'Konscious'],
  [BOUNCY_CASTLE, 'Org.BouncyCastle'],
  ['Scrypt.NET', 'Scrypt'],
  ['JWT', 'JWT'],
]);

/** The name as rows write it, where a type of that name can be meant in a file with these usings. */
export function findCSharpGlobal(name: string, usings: readonly string[]): string | undefined {
  if (ROOTS.has(name)) return name;
  const library = HEADS.get(name);
  if (library === undefined) return CSHARP_ENUMERATIONS.has(name) ? name : undefined;
  const needed = NEEDS_USING.get(library);
  return needed === undefined || name === 'BCrypt' || usings.some((one) => one.startsWith(needed)) ? name : undefined;
}

const NAMESPACE =
  /^(?:global::)?(?:System\.Security\.Cryptography(?:\.X509Certificates|\.Pkcs|\.Xml|\.Cose)?|System\.Security\.Authentication|System\.Net\.Security|System\.Net\.Http|System\.Net|Org\.BouncyCastle(?:\.Pqc)?(?:\.(?:Crypto|Security|Asn1|X509|Pkcs|OpenSsl|Bcpg|OpenPgp|Cms|Engines|Modes|Paddings|Digests|Macs|Generators|Parameters|Signers|Agreement|Encodings|Prng|Tls|Kems|Operators|Sec|Nist|TeleTrust|X9|EC|MLKem|MLDsa|SlhDsa|Crystals|Kyber|Dilithium|SphincsPlus|Falcon)(?=\.))*|Microsoft\.IdentityModel\.Tokens|Microsoft\.AspNetCore\.[\w.]{1,60}?|NSec\.Cryptography|Sodium|Jose|BCrypt\.Net|Konscious\.Security\.Cryptography|Isopoh\.Cryptography\.Argon2)\.(?=[A-Z])/;

/** One spelling for the full name of a thing: its type without the namespace. */
export function normaliseCSharp(symbol: string): string {
  return symbol.length > 300 ? symbol : symbol.replace(NAMESPACE, '');
}
