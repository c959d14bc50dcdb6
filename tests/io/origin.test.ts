import { describe, expect, it } from 'vitest';
import { toOrigin } from '../../src/io/origin.ts';

describe('whose code a path holds', () => {
  it.each([
    ['src/ota.c', 'first-party'],
    ['lib/contest/latest.c', 'first-party'],
    ['crypto/self-test/aes.c', 'first-party'],
    ['crypto/power_on_self_tests/aes.c', 'first-party'],
    ['packages/node_modules/@node-red/runtime/lib/storage.js', 'first-party'],
    ['node_modules/jose/index.js', 'dependency'],
    ['packages/app/node_modules/jose/index.js', 'dependency'],
    ['packages/node_modules/@own/runtime/node_modules/jose/index.js', 'dependency'],
    ['packages/node_modules/@own/runtime/test/a.js', 'test'],
    ['ext/mbedtls/aes.c', 'dependency'],
    ['deps/openssl/aes.c', 'dependency'],
    ['Extern/tinycrypt/aes.c', 'dependency'],
    ['boot/test-common/src/lib.rs', 'test'],
    ['tpm/tss-shared-test/src/lib.rs', 'test'],
    ['src/Gateway.Tests/Keys.cs', 'test'],
    ['testplan/mynewt/keys.c', 'test'],
    ['examples/lock/main.c', 'example'],
    ['build/zephyr/.config', 'generated'],
    ['build_nrf52/zephyr/include/autoconf.h', 'generated'],
  ])('%s: %s', (path, origin) => expect(toOrigin(path)).toBe(origin));

  it('is told in linear time', () => {
    expect(toOrigin(`${'test-'.repeat(40_000)}/a.c`)).toBe('first-party');
    expect(toOrigin(`${'self-test'.repeat(40_000)}/a.c`)).toBe('first-party');
  });
});
