// Paths and symbols as projects have them: MCUboot, ESP-IDF, Zephyr, wolfSSL, OpenSSL, STM32CubeIDE.

import { describe, expect, it } from 'vitest';
import { roleReader } from '../../src/inventory/roles.ts';
import type { Evidence, Role } from '../../src/model/evidence.ts';
import type { RoleDeclaration } from '../../src/model/product.ts';
import { at, called, protocol, seen, use } from './evidence.ts';

describe('the role of a fact', () => {
  it.each<[string, string, Role, string]>([
    ['boot/bootutil/src/image_rsa.c', 'mbedtls_rsa_public', 'boot', 'path-boot'],
    ['components/app/secureBoot/verify.c', 'x', 'boot', 'path-boot'],
    ['main/OtaManager.cpp', 'mbedtls_md', 'update', 'path-update'],
    ['bootloader/update/check.c', 'x', 'update', 'path-update'],
    ['src/storage/nvs_crypt.c', 'x', 'storage', 'path-storage'],
    ['subsys/bluetooth/host/smp.c', 'x', 'radio', 'path-radio'],
    ['src/net.c', 'SSL_CTX_set_cipher_list', 'transport', 'symbol-transport'],
    ['src/net.c', 'mbedtls_ssl_conf_ciphersuites', 'transport', 'symbol-transport'],
    ['sdkconfig', 'CONFIG_NVS_ENCRYPTION', 'storage', 'symbol-storage'],
    ['.config', 'CONFIG_BOOT_SIGNATURE_TYPE_RSA', 'boot', 'symbol-boot'],
  ])('at %s by %s is %4$s', (path, symbol, role, roleBasis) => {
    expect(read(called(use('sha-256'), at(path, 1), symbol))).toEqual({ role, roleBasis });
  });

  it.each([
    ['mbedTLS/library/aes.c', 'mbedtls_aes_setkey_enc'],
    ['vendor/wolfSSL/wolfcrypt/src/sha.c', 'wc_Sha256Update'],
    ['OpenSSL/crypto/evp.c', 'EVP_DigestUpdate'],
    ['Debug/main.c', 'HAL_CRYP_Encrypt'],
    ['spring-boot-app/src/Main.java', 'MessageDigest.getInstance'],
    ['src/bootstrap.js', 'createHash'],
    ['src/thread.c', 'pthread_mutex'],
  ])('at %s by %s is not made up', (path, symbol) => {
    expect(read(called(use('sha-256'), at(path, 1), symbol))).toEqual({ role: 'other', roleBasis: 'none' });
  });

  it('is what the protocol is for, wherever it stands', () => {
    expect(read(seen(protocol({ symbol: '' }), at('ota/x.conf', 1)))).toEqual({ role: 'transport', roleBasis: 'protocol' });
  });

  it('is the one of the library where that has one purpose', () => {
    expect(read(seen({ kind: 'library', name: 'MCUboot', symbol: 'x' }, at('west.yml', 1)))).toEqual({
      role: 'boot',
      roleBasis: 'library-boot',
    });
  });

  it('is the scanner’s where it has read the place, before any rule', () => {
    expect(read(called(use('sha-256'), at('boot/x.c', 1), 'x', { roleHint: 'debug' }))).toEqual({ role: 'debug', roleBasis: 'hint' });
  });

  it('is the product file’s before all else, by the longest path', () => {
    const declared: readonly RoleDeclaration[] = [
      { role: 'storage', paths: ['firmware/'] },
      { role: 'boot', paths: ['./firmware/loader'] },
      { role: 'radio' },
    ];
    const of = (path: string) => read(called(use('sha-256'), at(path, 1), 'x', { roleHint: 'debug' }), declared);
    expect(of('firmware/loader/a.c')).toEqual({ role: 'boot', roleBasis: 'declared' });
    expect(of('firmware/app.zip!/a.c')).toEqual({ role: 'storage', roleBasis: 'declared' });
    expect(of('firmware-old/a.c')).toEqual({ role: 'debug', roleBasis: 'hint' });
  });

  it('is read in linear time from a path of a megabyte', () => {
    expect(read(called(use('sha-256'), at('mbed-'.repeat(200_000), 1), 'ssl-'.repeat(200_000)))).toMatchObject({ role: 'transport' });
  });
});

function read(evidence: Evidence, declared: readonly RoleDeclaration[] = []): { readonly role: Role; readonly roleBasis: string } {
  return roleReader(declared)(evidence);
}
