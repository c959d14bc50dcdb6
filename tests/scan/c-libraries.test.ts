// What the reader of C says beyond name, mode and size: where a use is computed, what a module brings, how often a derivation runs, and what
// the names of functions may and may not say. Expected values are those of the libraries' documentation.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammar } from '../../src/io/package-files.ts';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import { readFunctionName, splitName } from '../../src/knowledge/languages/c/function-names.ts';
import { C_CATALOGUE } from '../../src/knowledge/languages/index.ts';
import type { AlgorithmObservation, Evidence, ProtocolObservation } from '../../src/model/evidence.ts';
import { isGap } from '../../src/model/evidence.ts';
import { withoutArguments } from '../../src/scan/source/c/scoped-names.ts';
import { sourceScanner } from '../../src/scan/source.ts';

function scan(text: string, path = 'a.c'): readonly Evidence[] {
  const bytes = new TextEncoder().encode(text);
  const entry = { path, bytes: bytes.length, ignored: false, origin: 'first-party' } as const;
  const items = [...sourceScanner.scan({ entry, bytes, literals: new Set(sourceScanner.literals), text: () => text })];
  return items.filter((item): item is Evidence => !isGap(item));
}

function uses(text: string, path?: string): readonly AlgorithmObservation[] {
  return scan(text, path).flatMap(({ observed }) => (observed.kind === 'algorithm' ? [observed] : []));
}

const inside = (body: string): string => `void f(void)\n{\n  ${body}\n}\n`;

beforeAll(async () => {
  await sourceScanner.prepare?.({ loadGrammar }, [{ path: 'a.c', bytes: 0, ignored: false, origin: 'first-party' }]);
});

describe('where a use is computed', () => {
  it.each([
    ['HAL_PKA_ECDSASign(&hpka, &in, 1000);', { environment: 'hardware' }],
    ['HASHCRYPT_SHA(HASHCRYPT, kHASHCRYPT_Sha256, in, 64, out, 0);', { environment: 'hardware', platform: 'armv8-m' }],
    ['DCP_HASH(DCP, h, kDCP_Sha256, in, 64, out, 0);', { environment: 'hardware', platform: 'armv7-m' }],
    ['esp_aes_crypt_ecb(&ctx, ESP_AES_ENCRYPT, in, out);', { environment: 'hardware', platform: 'other' }],
    ['atcab_sign(0, msg, sig);', { environment: 'hardware', platform: 'other' }],
    ['TEE_AllocateOperation(&op, TEE_ALG_SHA256, TEE_MODE_DIGEST, 0);', { environment: 'software-tee' }],
  ])('is told by the library: %s', (call, execution) => {
    expect(uses(inside(call)).map((one) => one.execution)).toEqual([execution]);
  });

  it('is not told of code that any processor runs', () => {
    expect(uses(inside('mbedtls_sha256(in, 64, out, 0);'))[0]).not.toHaveProperty('execution');
    expect(uses(inside('sha256_update(&ctx, in, 64);'))[0]).not.toHaveProperty('execution');
  });

  it('is told by the place of a PSA key', () => {
    const key = (location: string): string =>
      inside(
        `psa_set_key_type(&a, PSA_KEY_TYPE_AES);\n psa_set_key_lifetime(&a, PSA_KEY_LIFETIME_FROM_PERSISTENCE_AND_LOCATION(1, ${location}));\n psa_generate_key(&a, &id);`,
      );
    const inElement = uses(key('PSA_KEY_LOCATION_PRIMARY_SECURE_ELEMENT'));
    expect(inElement.map(({ symbol, execution }) => [symbol, execution?.environment])).toEqual([
      ['psa_set_key_type', 'hardware'],
      ['psa_generate_key', 'hardware'],
    ]);
    expect(uses(key('PSA_KEY_LOCATION_LOCAL_STORAGE')).some(({ execution }) => execution !== undefined)).toBe(false);
  });
});

describe('parameters', () => {
  it('count the iterations of a derivation, through constants', () => {
    const text = `#define ROUNDS (10 * 1000)\n${inside('PKCS5_PBKDF2_HMAC("p", 1, s, 8, ROUNDS, EVP_sha256(), 32, out);')}`;
    expect(uses(text)[0]?.use.parameters.iterations).toMatchObject({ value: 10_000, from: 'resolved', at: 'a.c:1' });
  });

  it('take the tag of a shortened AEAD', () => {
    const [use] = uses(inside('psa_aead_encrypt(k, PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_CCM, 8), n, 13, 0, 0, in, 4, out, 12, &l);'));
    expect(use?.use.parameters).toMatchObject({ mode: { value: 'ccm8' }, tagBits: { value: 64 } });
  });

  it('keep a key derivation as a part of the agreement that feeds it', () => {
    const [use] = uses(inside('psa_key_derivation_setup(&op, PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_HKDF(PSA_ALG_SHA_256)));'));
    expect(use?.use.algorithm).toBe('ecdh');
    expect(use?.use.parts.map(nameOf)).toEqual(['HKDF-SHA-256']);
  });

  it('follow a handle that another function fills in', () => {
    const text =
      'static CRYP_HandleTypeDef h;\nvoid init(void) { h.Init.Algorithm = CRYP_AES_CTR; h.Init.KeySize = CRYP_KEYSIZE_256B; }\n' +
      inside('HAL_CRYP_Encrypt(&h, in, 4, out, 10);');
    expect(uses(text).map(({ symbol, use }) => `${symbol} ${nameOf(use)}`)).toContain('HAL_CRYP_Encrypt AES-256-CTR');
  });
});

describe('protocols', () => {
  const protocols = (text: string): readonly ProtocolObservation[] =>
    scan(text).flatMap(({ observed }) => (observed.kind === 'protocol' ? [observed] : []));

  it('are set by the option that a call names', () => {
    const [tls, ...rest] = protocols(
      inside('curl_easy_setopt(c, CURLOPT_URL, "u"); curl_easy_setopt(c, CURLOPT_TLS13_CIPHERS, "TLS_AES_128_GCM_SHA256");'),
    );
    expect(rest).toEqual([]);
    expect(tls?.suites.map(({ name }) => name)).toEqual(['TLS_AES_128_GCM_SHA256']);
  });

  it('are read from a priority string', () => {
    const [tls] = protocols(inside('gnutls_priority_set_direct(s, "NONE:+VERS-TLS1.3:+GROUP-X25519:-VERS-TLS1.0", 0);'));
    expect(tls).toMatchObject({ versions: ['1.3'], groups: ['x25519'] });
  });

  it('know DTLS by the transport', () => {
    const by = (transport: string): string | undefined =>
      protocols(inside(`mbedtls_ssl_config_defaults(&c, MBEDTLS_SSL_IS_CLIENT, ${transport}, MBEDTLS_SSL_PRESET_DEFAULT);`))[0]?.protocol;
    expect([by('MBEDTLS_SSL_TRANSPORT_DATAGRAM'), by('MBEDTLS_SSL_TRANSPORT_STREAM'), by('transport')]).toEqual(['dtls', 'tls', 'tls']);
  });
});

describe('modules', () => {
  it('that are loaded by name are libraries', () => {
    const found = scan(inside('OSSL_PROVIDER_load(NULL, "oqsprovider"); ENGINE_by_id(name);'));
    expect(found.map(({ observed, state }) => [observed.kind, observed.kind === 'library' ? observed.name : '', state])).toEqual([
      ['library', 'openssl-module-oqsprovider', 'called'],
    ]);
  });

  it('have no name that is no name', () => {
    expect(scan(inside('OSSL_PROVIDER_load(NULL, "a b;c\\n<script>");'))).toEqual([]);
  });
});

describe('names of functions', () => {
  it('are taken apart in either style', () => {
    expect(splitName('HASHCRYPT_AES_EncryptCbc')).toEqual(['hashcrypt', 'aes', 'encrypt', 'cbc']);
    expect(splitName('hmacSHA256Update')).toEqual(['hmac', 'sha256', 'update']);
  });

  it.each([
    ['R_SCE_AES256GCM_EncryptInit', 'AES-256-GCM'],
    ['cc3xx_ecdsa_verify', 'ECDSA'],
    ['blake2s_update', 'BLAKE2s'],
    ['omac1_aes_128', 'AES-128-CMAC'],
    ['rsa_pss_verify', 'RSA-PSS'],
  ])('%s is %s', (symbol, name) => {
    const row = readFunctionName(symbol);
    expect(row?.uses?.algorithm).toBeDefined();
    expect(uses(inside(`${symbol}(a, b);`)).map(({ use }) => nameOf(use))).toEqual([name]);
  });

  it.each(['sha_init', 'aes', 'SHA256_DIGEST_SIZE', 'AES_CR_CHMOD', 'ecc_correct', 'get_sha256', 'dest_update', 'random', 'Foo::sha256'])(
    '%s says nothing',
    (symbol) => expect(C_CATALOGUE.find(symbol)?.uses).toBeUndefined(),
  );

  it('that say less than a library are likely, not certain', () => {
    expect(scan(inside('sha256_update(&c, in, 4);'))[0]?.confidence).toBe('likely');
    expect(scan(inside('mbedtls_sha256_update(&c, in, 4);'))[0]?.confidence).toBe('certain');
  });

  it('of a library that any code may use count only where it is included', () => {
    const call = inside('hmac_init(&h, find_hash("sha1"), k, 16);');
    expect(uses(`#include <tomcrypt.h>\n${call}`).map(({ use }) => nameOf(use))).toEqual(['HMAC-SHA-1']);
    expect(uses(call)[0]?.library).not.toBe('libtomcrypt');
  });
});

describe('hostile names', () => {
  it('never throw, and end soon', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (name) => {
        readFunctionName(name);
        withoutArguments(name);
        C_CATALOGUE.find(name);
        C_CATALOGUE.findConstant(name);
      }),
      { numRuns: 300 },
    );
    for (const piece of ['aes_', 'SHA', 'a', '<', '::', '_', 'Ab1', '\u0000']) {
      expect(() =>
        [readFunctionName, withoutArguments, C_CATALOGUE.find, C_CATALOGUE.findConstant].map((read) => read(piece.repeat(200_000))),
      ).not.toThrow();
    }
  });

  it('of types nest without end', () => {
    const nested = `CryptoPP::${'GCM<'.repeat(2_000)}AES${'>'.repeat(2_000)}::Encryption e;`;
    expect(() => scan(inside(nested), 'a.cpp')).not.toThrow();
    expect(() => scan(`using namespace CryptoPP;\n${'GCM<AES> x; '.repeat(5_000)}`, 'a.cpp')).not.toThrow();
  });

  it('of objects are not those of a table', () => {
    expect(['constructor', '__proto__', 'toString', 'hasOwnProperty'].map((name) => C_CATALOGUE.findConstant(name))).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
    expect(uses(inside('bootutil_aes_constructor(1); aes_encrypt_constructor(1);')).map(({ use }) => use.functions)).toEqual([[]]);
    expect(scan(inside('constructor(1); curl_easy_setopt(c, __proto__, 1); HAL_CRYP_Init(&constructor);'))).toEqual([]);
  });
});
