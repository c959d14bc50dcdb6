import { PackageURL } from 'packageurl-js';
import { describe, expect, it } from 'vitest';
import { CRYPTO_PACKAGES, findPackage, findPackageOfCpe, findPackageOfPurl } from '../../src/knowledge/packages.ts';

describe('findPackage', () => {
  it.each([
    ['npm', '@noble/post-quantum', '@noble/post-quantum'],
    ['pypi', 'PyNaCl', 'pynacl'],
    ['pypi', 'argon2_cffi', 'argon2-cffi'],
    ['cargo', 'openssl-sys', 'openssl'],
    ['golang', 'github.com/pion/dtls/v3', 'pion-dtls'],
    ['golang', 'golang.org/x/crypto', 'golang-x-crypto'],
    ['maven', 'org.bouncycastle:bcprov-jdk18on', 'bouncycastle'],
    ['conan', 'mbedtls', 'mbedtls'],
    ['west', 'mbedtls', 'mbedtls'],
    ['west', 'libsodium', 'libsodium'],
    ['espressif', 'wolfssl/wolfssl', 'wolfssl'],
    ['espressif', 'esp-cryptoauthlib', 'cryptoauthlib'],
    ['platformio', 'rweather/Crypto', 'arduinolibs-crypto'],
  ] as const)('knows %s %s as %s', (ecosystem, name, library) => {
    expect(findPackage(ecosystem, name)?.library).toBe(library);
  });

  it.each([
    ['npm', 'left-pad'],
    ['npm', 'cryptography'],
    ['npm', 'constructor'],
    ['npm', '__proto__'],
    ['pypi', 'requests'],
    ['golang', 'crypto'],
    ['west', 'cmsis'],
    ['maven', 'bcprov-jdk18on'],
    ['generic', ''],
  ] as const)('does not know %s %s', (ecosystem, name) => {
    expect(findPackage(ecosystem, name)).toBeUndefined();
  });

  it('is not held up by a name of 1 MB', () => {
    expect(findPackage('pypi', '-'.repeat(1_000_000))).toBeUndefined();
    expect(findPackage('platformio', 'a/'.repeat(500_000))).toBeUndefined();
  });
});

describe('findPackageOfPurl', () => {
  it.each([
    ['pkg:npm/%40noble/curves@1.8.1', '@noble/curves'],
    ['pkg:pypi/cryptography@44.0.1', 'cryptography'],
    ['pkg:maven/org.bouncycastle/bcpkix-jdk18on@1.80', 'bouncycastle'],
    ['pkg:golang/golang.org/x/crypto@v0.33.0', 'golang-x-crypto'],
    ['pkg:github/mbed-tls/mbedtls@v3.6.2', 'mbedtls'],
    ['pkg:deb/debian/openssl@3.0.15', 'openssl'],
    ['pkg:generic/wolfssl@5.7.4', 'wolfssl'],
  ])('knows %s as %s', (purl, library) => {
    expect(findPackageOfPurl(PackageURL.fromString(purl))?.library).toBe(library);
  });

  it('does not know other packages and types', () => {
    expect(findPackageOfPurl({ type: 'npm', name: 'express' })).toBeUndefined();
    expect(findPackageOfPurl({ type: 'docker', name: 'openssl' })).toBeUndefined();
  });
});

describe('the tables', () => {
  it('list a package once an ecosystem, in lower case, with what it brings', () => {
    const keys = CRYPTO_PACKAGES.map((one) => `${one.ecosystem} ${one.name}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const one of CRYPTO_PACKAGES) {
      expect(one.name).toBe(one.name.toLowerCase());
      expect(one.brings).not.toBe('');
    }
  });

  it('name a library by the CPE of its product and by the binary packages of distributions', () => {
    const names = [
      'cpe:2.3:a:arm:mbed_tls:3.6.2:*:*:*:*:*:*:*',
      'cpe:/a:openssl:openssl:3.0.2',
      'cpe:2.3:a:dropbear_ssh_project:dropbear_ssh:2022.83:*:*:*:*:*:*:*',
    ];
    expect(names.map((cpe) => findPackageOfCpe(cpe)?.library)).toEqual(['mbedtls', 'openssl', 'dropbear']);
    expect(findPackageOfCpe('cpe:2.3:a:busybox:busybox:1.36.1:*:*:*:*:*:*:*')).toBeUndefined();
    expect(findPackageOfCpe('openssl')).toBeUndefined();
    const packages = ['libssl3t64', 'libssl-dev', 'libmbedtls14', 'libgcrypt20', 'libssh2-1', 'libsodium23', 'openssh-server', 'zlib1g'];
    expect(packages.map((name) => findPackageOfPurl({ type: 'deb', namespace: 'debian', name })?.library)).toEqual([
      'openssl',
      'openssl',
      'mbedtls',
      'libgcrypt',
      'libssh2',
      'libsodium',
      'openssh',
      undefined,
    ]);
  });
});
