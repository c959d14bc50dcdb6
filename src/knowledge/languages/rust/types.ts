// Rust libraries name mechanisms by types: `Hmac<Sha256>`, `cbc::Encryptor<Aes128>`, `p256::ecdsa::SigningKey`. A type is a row; what its
// arguments in angle brackets say are roles by position; what may be done with any such type is a method of the table here. The traits
// are those of RustCrypto (digest, cipher, aead, signature, kem, elliptic-curve); docs.rs.

import type { CryptoFunction } from '../../../model/algorithm.ts';
import { DECAPSULATE, DERIVE, DIGEST, ENCAPSULATE, GENERATE, KEYGEN, SIGN, VERIFY } from '../make-row.ts';
import type { CallRow, Roles, Says } from '../row.ts';

/** A type of a crate: its path, what its name fixes, what its arguments in angle brackets say. */
export type TypeRow = readonly [path: string, says: Says, roles?: Roles];

/** The rows of types of a library. */
export function typesOf(library: string, types: readonly TypeRow[]): readonly CallRow[] {
  return types.map(([symbol, uses, roles]) => ({
    symbol,
    library,
    uses,
    returns: symbol,
    silent: true,
    ...(roles === undefined ? {} : { roles }),
  }));
}

interface Method {
  readonly functions?: readonly CryptoFunction[];
  /** gives back a value of the type */
  readonly makes?: true;
}

const MAKES: Method = { makes: true };
const METHODS: ReadonlyMap<string, Method> = new Map([
  ...names('new new_from_slice new_from_slices new_varkey new_var new_from_array new_with_key new_keyed default with_params', MAKES),
  ...names('new_x new_xof new_with_salt new_with_salt_and_personal inner_init from_core with_key from_okm', MAKES),
  ...names('from_bytes from_slice from_seed from_keypair_bytes from_scalar from_sec1_bytes from_secret_scalar from_components', MAKES),
  ...names(
    'from_pkcs8_pem from_pkcs8_der from_pkcs1_pem from_pkcs1_der from_sec1_pem from_sec1_der from_public_key_pem from_public_key_der',
    MAKES,
  ),
  ...names('digest hash keyed_hash hash_password verify_password', { functions: DIGEST }),
  ...names('new_with_prefix', { functions: DIGEST, makes: true }),
  ...names(
    'generate generate_key generate_from_rng try_generate random random_from_rng key_gen key_gen_internal try_keygen keygen generate_keypair',
    {
      functions: KEYGEN,
      makes: true,
    },
  ),
  ...names(
    'sign try_sign sign_prehash sign_prehash_recoverable sign_digest sign_with_rng try_sign_with_rng sign_recoverable try_sign_digest',
    {
      functions: SIGN,
    },
  ),
  ...names('verify verify_strict verify_prehash verify_digest verify_prehashed recover_from_prehash', { functions: VERIFY }),
  ...names('diffie_hellman', { functions: DERIVE }),
  ...names('extract from_prk', { functions: DERIVE, makes: true }),
  ...names('encapsulate', { functions: ENCAPSULATE }),
  ...names('decapsulate', { functions: DECAPSULATE }),
  ...names('fill_bytes try_fill_bytes next_u32 next_u64 fill', { functions: GENERATE }),
  ...names('from_entropy from_os_rng', { functions: GENERATE, makes: true }),
]);

function names(written: string, method: Method): readonly (readonly [string, Method])[] {
  return written.split(' ').map((name) => [name, method]);
}

/** Names of methods that are looked at wherever they are called. */
export const METHOD_NAMES: readonly string[] = [...METHODS.keys()];

/** The row of a method of a type: the use is the one that the type names. */
export function findMethod(symbol: string, types: ReadonlyMap<string, CallRow>): CallRow | undefined {
  const cut = symbol.lastIndexOf('::');
  const method = METHODS.get(symbol.slice(cut + 2));
  const type = method === undefined ? undefined : types.get(symbol.slice(0, cut));
  if (method === undefined || type === undefined) return undefined;
  return {
    symbol,
    library: type.library,
    continues: true,
    ...(type.uses === undefined ? {} : { uses: type.uses }),
    ...(method.functions === undefined ? {} : { functions: method.functions }),
    ...(method.makes === true ? { returns: type.symbol } : {}),
  };
}
