// Claims of the CBOM contract about assets and occurrences, on evidence written by hand. Tree of X.509 names: RFC 5280 §6.1.3.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FuseInput, fuse } from '../../src/inventory/fuse.ts';
import { useOf } from '../../src/knowledge/algorithms.ts';
import { findCipherSuite } from '../../src/knowledge/tls.ts';
import type { CipherSuite, Evidence, Gap } from '../../src/model/evidence.ts';
import type { CryptoAsset, Inventory } from '../../src/model/inventory.ts';
import type { RoleDeclaration } from '../../src/model/product.ts';
import { at, COVERAGE, called, certificate, key, protocol, seen, signing, use } from './evidence.ts';

describe('algorithm assets', () => {
  it('are one for each set of parameters, with an occurrence for each use', () => {
    const inventory = fused([
      called(use('aes', { keyBits: 256, mode: 'gcm' }), at('src/a.c', 10), 'EVP_aes_256_gcm'),
      called(use('aes', { keyBits: 256, mode: 'gcm' }), at('src/b.c', 20), 'mbedtls_gcm_setkey'),
      called(use('aes', { keyBits: 256, mode: 'cbc' }), at('src/b.c', 21), 'EVP_aes_256_cbc'),
    ]);
    expect(places(inventory)).toEqual({
      'crypto/algorithm/aes-256-cbc': ['src/b.c:21'],
      'crypto/algorithm/aes-256-gcm': ['src/a.c:10', 'src/b.c:20'],
    });
  });

  it('keep a use of unknown size apart from one of known size, and one of known padding from one of unknown', () => {
    const inventory = fused([
      called(use('aes', { mode: 'cbc' }), at('a.c', 1), 'AES_cbc_encrypt'),
      called(use('aes', { keyBits: 128, mode: 'cbc' }), at('a.c', 2), 'EVP_aes_128_cbc'),
      called(use('aes', { keyBits: 128, mode: 'cbc', padding: 'pkcs7' }), at('a.c', 3), 'AES/CBC/PKCS7Padding'),
    ]);
    expect(ids(inventory)).toEqual(['crypto/algorithm/aes-128-cbc', 'crypto/algorithm/aes-128-cbc-pkcs7', 'crypto/algorithm/aes-cbc']);
  });

  it('are made of the parts of a use too, each with the occurrence of the whole', () => {
    const inventory = fused([called(signing('rsa', { padding: 'pkcs1v15', digest: 'sha-256' }), at('A.java', 7), 'SHA256withRSA')]);
    expect(places(inventory)).toEqual({
      'crypto/algorithm/rsa-pkcs1-1.5-sha-256': ['A.java:7'],
      'crypto/algorithm/sha-256': ['A.java:7'],
    });
    expect(asset(inventory, 'crypto/algorithm/rsa-pkcs1-1.5-sha-256').dependsOn).toEqual(['crypto/algorithm/sha-256']);
    expect(new Set(inventory.assets.flatMap(({ facts }) => facts.map(({ id }) => id))).size).toBe(1);
  });

  it('join what different uses do with them', () => {
    const inventory = fused([
      called(signing('ecdsa', { curve: 'secp256r1' }, ['verify']), at('a.c', 1), 'mbedtls_ecdsa_read_signature'),
      called(signing('ecdsa', { curve: 'secp256r1' }, ['sign']), at('a.c', 2), 'mbedtls_ecdsa_write_signature'),
    ]);
    expect(inventory.assets[0]).toMatchObject({ name: 'ECDSA-secp256r1', use: { functions: ['sign', 'verify'] } });
  });

  it('tell RSA that signs from RSA that encrypts', () => {
    const inventory = fused([
      called(signing('rsa', { keyBits: 2048 }), at('a.c', 1), 'RSA_sign'),
      called(use('rsa', { keyBits: 2048 }), at('a.c', 2), 'RSA_generate_key'),
    ]);
    expect(ids(inventory)).toEqual(['crypto/algorithm/rsa-2048', 'crypto/algorithm/rsa-2048-signature']);
  });

  it('keep the written name of what is not recognised, and do not confuse two such names', () => {
    const inventory = fused(
      ['FOO-1', 'foo 1', 'Foo/1'].map((name, line) => called(useOf('unrecognised', { written: name }), at('a.c', line), name)),
    );
    expect(new Set(inventory.assets.map(({ name }) => name))).toEqual(new Set(['FOO-1', 'foo 1', 'Foo/1']));
    expect(new Set(ids(inventory)).size).toBe(3);
  });

  it('leave sizes of tags and counts of iterations to the facts', () => {
    const [only] = fused([called(use('pbkdf2', { digest: 'sha-256', iterations: 1000 }), at('a.py', 4), 'pbkdf2_hmac')]).assets.filter(
      ({ name }) => name.startsWith('PBKDF2'),
    );
    expect(only?.kind === 'algorithm' && only.use.parameters.iterations).toBeFalsy();
    expect(only?.facts[0]?.observed).toMatchObject({ use: { parameters: { iterations: { value: 1000 } } } });
  });
});

describe('occurrences', () => {
  const place = at('sdkconfig', 12);
  const sha256 = use('sha-256');

  it('are one where two scanners see the same thing at the same line: the stronger stands', () => {
    const inventory = fused([
      called(sha256, { ...place, column: 9, offset: 486 } as Evidence['location'], 'SHA256', {
        scanner: 'runtime-config',
        confidence: 'hint',
      }),
      called(sha256, place, 'CONFIG_MBEDTLS_SHA256_C', { scanner: 'build-config', confidence: 'certain', state: 'enabled' }),
    ]);
    expect(inventory.assets[0]?.facts).toMatchObject([{ scanner: 'build-config', state: 'enabled' }]);
  });

  it('are two where one line uses a thing by two symbols', () => {
    const inventory = fused([
      called(sha256, place, 'SHA256_Init'),
      called(sha256, { ...place, column: 30 } as Evidence['location'], 'SHA256_Final'),
    ]);
    expect(inventory.assets[0]?.facts).toHaveLength(2);
  });

  it('are kept on both sides where evidence contradicts: enabled here, absent there', () => {
    const inventory = fused([
      called(use('rc4'), at('prj.conf', 3), 'CONFIG_MBEDTLS_ARC4_C', { scanner: 'build-config', state: 'enabled' }),
      called(use('rc4'), at('build/.config', 3), 'CONFIG_MBEDTLS_ARC4_C', { scanner: 'build-config', state: 'absent' }),
    ]);
    expect(places(inventory)).toEqual({ 'crypto/algorithm/rc4': ['prj.conf:3'] });
    expect(inventory.absences).toMatchObject([{ fact: { location: { path: 'build/.config' }, state: 'absent' } }]);
  });
});

describe('absences', () => {
  it('are never assets, and each stands once', () => {
    const absent = called(use('md5'), at('config.h', 9), 'MBEDTLS_MD5_C', { scanner: 'build-config', state: 'absent' });
    const inventory = fused([absent, { ...absent }]);
    expect(inventory.assets).toEqual([]);
    expect(inventory.absences).toHaveLength(1);
  });
});

describe('certificates', () => {
  const root = certificate({ sha256: '1'.repeat(64), subject: 'CN=Root', issuer: 'CN=Root', isCa: true, subjectKeyId: 'aa' });
  const leaf = certificate({ sha256: '2'.repeat(64), subject: 'CN=lock-0001,O=Acme', issuer: 'CN=Root', authorityKeyId: 'aa' });

  it('depend on their key, their signature algorithm and their issuer', () => {
    const inventory = fused([seen(leaf, at('leaf.pem', 1)), seen(root, at('root.pem', 1))]);
    const device = asset(inventory, `crypto/certificate/${'2'.repeat(16)}`);
    expect(device.name).toBe('lock-0001');
    expect(device.dependsOn).toEqual([
      'crypto/algorithm/ecdsa-sha-256',
      `crypto/certificate/${'1'.repeat(16)}`,
      `crypto/key/public-key/f${'2'.repeat(15)}`,
    ]);
    expect(asset(inventory, `crypto/key/public-key/f${'2'.repeat(15)}`).dependsOn).toEqual(['crypto/algorithm/ec-secp256r1']);
    expect(places(inventory)['crypto/algorithm/ec-secp256r1']).toEqual(['leaf.pem:1', 'root.pem:1']);
  });

  it('do not depend on an authority of the same name with another key', () => {
    const other = certificate({ sha256: '3'.repeat(64), subject: 'CN=Root', issuer: 'CN=Root', isCa: true, subjectKeyId: 'bb' });
    const inventory = fused([seen(leaf, at('leaf.pem', 1)), seen(other, at('other.pem', 1))]);
    expect(asset(inventory, `crypto/certificate/${'2'.repeat(16)}`).dependsOn.filter((id) => id.startsWith('crypto/certificate'))).toEqual(
      [],
    );
  });

  it('do not guess between two authorities of one name where no key identifier decides', () => {
    const { subjectKeyId: _a, ...plain } = root;
    const { authorityKeyId: _b, ...unkeyed } = leaf;
    const twin = { ...plain, sha256: '4'.repeat(64) };
    const one = fused([seen(unkeyed, at('leaf.pem', 1)), seen(plain, at('root.pem', 1))]);
    const two = fused([seen(unkeyed, at('leaf.pem', 1)), seen(plain, at('root.pem', 1)), seen(twin, at('twin.pem', 1))]);
    const issuers = (inventory: Inventory) =>
      asset(inventory, `crypto/certificate/${'2'.repeat(16)}`).dependsOn.filter((id) => id.startsWith('crypto/certificate'));
    expect(issuers(one)).toHaveLength(1);
    expect(issuers(two)).toHaveLength(0);
  });

  it('found in two files are one asset', () => {
    const inventory = fused([seen(root, at('a.pem', 1)), seen(root, at('b.pem', 1))]);
    expect(asset(inventory, `crypto/certificate/${'1'.repeat(16)}`).facts).toHaveLength(2);
  });
});

describe('keys', () => {
  it('with a known public half are one wherever they lie; without it each place is one', () => {
    const known = key({ key: { algorithm: use('rsa', { keyBits: 2048 }), sizeBits: 2048, spkiSha256: 'a'.repeat(64) } });
    const inventory = fused([
      seen(known, at('a.key', 1)),
      seen(known, at('b.key', 1)),
      seen(key({ encrypted: true }), at('c.key', 1)),
      seen(key({ encrypted: true }), at('d.key', 1)),
    ]);
    expect(inventory.assets.filter(({ kind }) => kind === 'key').map(({ facts }) => facts.length)).toEqual([2, 1, 1]);
  });
});

describe('names', () => {
  it('of certificates are their common names, unescaped', () => {
    const named = certificate({ sha256: '7'.repeat(64), subject: 'O=Acme,CN=Root\\, \\"test\\"', issuer: 'CN=x' });
    expect(asset(fused([seen(named, at('a.pem', 1))]), `crypto/certificate/${'7'.repeat(16)}`).name).toBe('Root, "test"');
  });

  it('of encrypted keys claim no algorithm where the container hides it', () => {
    const hidden = key({ encrypted: true, key: { algorithm: useOf('unrecognised', { written: 'EncryptedPrivateKeyInfo' }) } });
    expect(fused([seen(hidden, at('a.key', 1))]).assets).toMatchObject([{ kind: 'key', name: 'encrypted private key', dependsOn: [] }]);
  });
});

describe('protocols', () => {
  const tls13 = suite('TLS_AES_128_GCM_SHA256');
  const tls12 = suite('TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256');

  it('are one for each version, each with its suites and what they are made of', () => {
    const observed = protocol({ versions: ['TLSv1.2', '1.3'], suites: [tls12, tls13], groups: ['x25519', 'X25519MLKEM768'] });
    const inventory = fused([seen(observed, at('nginx.conf', 5), { scanner: 'runtime-config', state: 'enabled' })]);
    expect(inventory.assets.filter(({ kind }) => kind === 'protocol').map(({ id, name }) => [id, name])).toEqual([
      ['crypto/protocol/tls-1.2', 'TLS 1.2'],
      ['crypto/protocol/tls-1.3', 'TLS 1.3'],
    ]);
    expect(asset(inventory, 'crypto/protocol/tls-1.3')).toMatchObject({ protocol: { versions: ['1.3'], suites: [{ name: tls13.name }] } });
    expect(asset(inventory, 'crypto/protocol/tls-1.2')).toMatchObject({ protocol: { suites: [{ name: tls12.name }] } });
    expect(asset(inventory, 'crypto/protocol/tls-1.3').dependsOn).toContain('crypto/algorithm/x25519mlkem768');
    expect(asset(inventory, 'crypto/algorithm/x25519mlkem768').dependsOn).toEqual([
      'crypto/algorithm/ml-kem-768',
      'crypto/algorithm/x25519',
    ]);
  });

  it('keep a group that no registry knows as an unrecognised algorithm', () => {
    const inventory = fused([seen(protocol({ groups: ['made_up_group'] }), at('openssl.cnf', 2))]);
    expect(inventory.assets).toMatchObject([{ name: 'made_up_group', use: { algorithm: 'unrecognised' } }, { kind: 'protocol' }]);
  });
});

describe('libraries', () => {
  it('are assets of their own, never a list of algorithms', () => {
    const inventory = fused([
      seen({ kind: 'library', name: 'mbedtls', version: '3.6.0', symbol: 'mbedtls' }, at('west.yml', 4), {
        scanner: 'manifest',
        state: 'present',
      }),
      seen(
        { kind: 'library', name: 'node-forge', version: '1.3.1', purl: 'pkg:npm/node-forge@1.3.1', symbol: 'node-forge' },
        at('package.json', 4),
      ),
      seen({ kind: 'library', name: 'mbedtls', symbol: 'mbedtls/aes.h' }, at('a.c', 4)),
    ]);
    expect(ids(inventory)).toEqual(['library/mbedtls', 'library/mbedtls@3.6.0', 'library/npm/node-forge@1.3.1']);
  });
});

describe('product facts and gaps', () => {
  it('stand beside the assets, gaps once each in the order of places', () => {
    const gap = (path: string): Gap => ({
      scanner: 'certificate',
      location: at(path, 1),
      reason: 'malformed',
      detail: 'expected a SEQUENCE',
    });
    const inventory = fused(
      [seen({ kind: 'fact', fact: 'board', value: 'esp32', symbol: 'CONFIG_IDF_TARGET' }, at('sdkconfig', 1))],
      [],
      [gap('z.pem'), gap('a.pem'), gap('z.pem')],
    );
    expect(inventory.assets).toEqual([]);
    expect(inventory.productFacts).toMatchObject([{ observed: { fact: 'board', value: 'esp32' } }]);
    expect(inventory.gaps.map(({ location }) => 'path' in location && location.path)).toEqual(['a.pem', 'z.pem']);
  });
});

describe('roles', () => {
  const evidence = [
    called(use('sha-256'), at('firmware/boot/verify.c', 3), 'tc_sha256_update'),
    called(use('sha-256'), at('app/ota/verify.c', 3), 'tc_sha256_update'),
  ];

  it('are those in which an asset was seen, in the order of the roles', () => {
    expect(asset(fused(evidence), 'crypto/algorithm/sha-256').roles).toEqual(['boot', 'update']);
  });

  it('are given to an asset by its id in the product file', () => {
    const inventory = fused(evidence, [{ role: 'storage', paths: ['crypto/algorithm/sha-256'] }]);
    expect(asset(inventory, 'crypto/algorithm/sha-256')).toMatchObject({
      roles: ['storage'],
      facts: [{ roleBasis: 'declared' }, { roleBasis: 'declared' }],
    });
  });
});

describe('the same evidence', () => {
  const aes = use('aes', { keyBits: 128, mode: 'gcm' });
  const pool: readonly Evidence[] = [
    called(aes, at('a.c', 1), 'x'),
    called(aes, at('a.c', 1), 'y', { scanner: 'build-config', grade: 'binary' }),
    called(signing('rsassa-pss', { digest: 'sha-384', keyBits: 3072 }), at('b/ota.c', 1), 'z'),
    called(use('rc4'), at('c.h', 8), 'RC4', { state: 'absent' }),
    called(useOf('unrecognised', { written: 'Foo' }), at('a.c', 4), 'Foo'),
    called(useOf('unrecognised', { written: 'FOO' }), at('a.c', 5), 'FOO'),
    seen(
      protocol({ versions: ['1.3', '1.2'], groups: ['x25519', 'secp256r1'], suites: [suite('TLS_AES_128_GCM_SHA256')] }),
      at('n.conf', 1),
    ),
    seen(protocol({ versions: ['1.2'], groups: ['x448'], suites: [suite('TLS_RSA_WITH_AES_128_CBC_SHA')] }), at('m.conf', 1)),
    seen(certificate({ sha256: '5'.repeat(64), subject: 'CN=a', issuer: 'CN=b' }), at('a.pem', 1)),
    seen(certificate({ sha256: '6'.repeat(64), subject: 'CN=b', issuer: 'CN=b', isCa: true }), at('b.pem', 1)),
    seen(key(), at('k.pem', 1)),
  ];

  it('gives the same inventory in any order, and when said twice', () => {
    const expected = JSON.stringify(fused(pool));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...pool, ...pool], { minLength: pool.length * 2 }),
        (shuffled) => JSON.stringify(fused(shuffled)) === expected,
      ),
      { numRuns: 60 },
    );
  });
});

function fused(evidence: readonly Evidence[], roles: readonly RoleDeclaration[] = [], gaps: readonly Gap[] = []): Inventory {
  const input: FuseInput = { subject: 'lock', evidence, gaps, coverage: COVERAGE, roles };
  return fuse(input);
}

function ids(inventory: Inventory): readonly string[] {
  return inventory.assets.map(({ id }) => id);
}

function asset(inventory: Inventory, id: string): CryptoAsset {
  const found = inventory.assets.find((each) => each.id === id);
  if (found === undefined) throw new Error(`expected ${id} among ${ids(inventory).join(', ')}`);
  return found;
}

function places(inventory: Inventory): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    inventory.assets.map(({ id, facts }) => [
      id,
      facts.map(({ location }) => (location.at === 'text' ? `${location.path}:${location.line}` : location.at)),
    ]),
  );
}

function suite(name: string): CipherSuite {
  const found = findCipherSuite(name);
  if (found === undefined) throw new Error(`expected ${name} in the IANA registry`);
  return found;
}
