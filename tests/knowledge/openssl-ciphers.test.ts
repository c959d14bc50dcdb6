import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toOpenSslSuite } from '../../src/knowledge/tls/openssl-suites.ts';
import {
  expandCipherString,
  expandGroupList,
  expandSchemeList,
  TLS_CIPHER_SUITES,
  TLS_GROUPS,
  TLS_SCHEMES,
} from '../../src/knowledge/tls.ts';

interface Recorded {
  readonly openssl: string;
  readonly strings: Readonly<Record<string, readonly string[]>>;
}
// Printed by OpenSSL itself, tests/fixtures/tls/README.md.
const RECORDED: Recorded = JSON.parse(readFileSync(new URL('../fixtures/tls/openssl-cipher-strings.json', import.meta.url), 'utf8'));

const expandedNames = (written: string): string[] => expandCipherString(written, '3.0').suites.map((suite) => suite.name);

describe('the expansion of a cipher string', () => {
  it.each(Object.entries(RECORDED.strings))('%s is what OpenSSL offers, in its order', (written, names) => {
    expect(expandedNames(written)).toEqual(names);
  });

  it('knows exactly the suites that OpenSSL has', () => {
    const printed = readFileSync(new URL('../fixtures/tls/openssl-3.0-ciphers.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('0x') && !line.startsWith('0x13'))
      .map((line) => line.split(' ')[1]);
    const current = TLS_CIPHER_SUITES.filter((suite) => toOpenSslSuite(suite)?.current === true).map((suite) => suite.name);
    expect(current.sort()).toEqual(printed.sort());
  });

  it('keeps suites that only older versions have, where they are written by name', () => {
    const { suites, legacy } = expandCipherString('ECDHE-RSA-AES128-SHA:EDH-RSA-DES-CBC3-SHA:RC4-SHA:DES-CBC3-SHA:!RC4', '3.0');
    expect(suites.map((suite) => suite.name)).toEqual(['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA']);
    expect(legacy.map((suite) => suite.name)).toEqual(['TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA']);
  });

  it('names the words it does not know, and the level it was asked for', () => {
    expect(expandCipherString('PROFILE=SYSTEM:HIGH+FOO:@SECLEVEL=2', '3.0')).toMatchObject({
      suites: [],
      unknown: ['PROFILE=SYSTEM', 'HIGH+FOO'],
      securityLevel: 2,
    });
  });

  it('takes groups of equal preference apart, as BoringSSL and nginx write them', () => {
    expect(expandedNames('[ECDHE-RSA-AES128-GCM-SHA256|ECDHE-RSA-CHACHA20-POLY1305]:AES128-SHA')).toEqual([
      'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
      'TLS_RSA_WITH_AES_128_CBC_SHA',
    ]);
  });

  it('is bounded on what is no cipher string', () => {
    for (const written of ['', ':', '!', '@', '+++++', 'constructor:__proto__', 'HIGH:'.repeat(200_000), 'x'.repeat(1_000_000)])
      expect(expandCipherString(written, '3.0').legacy).toEqual([]);
    fc.assert(
      fc.property(fc.string(), (written) => expandCipherString(written, '3.0').suites.length < 200),
      { numRuns: 100 },
    );
  });
});

// Asked anew where the machine has OpenSSL 3; elsewhere the recorded answers above stand for it.
const version = (() => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8' });
  } catch {
    return '';
  }
})();

describe.skipIf(!version.startsWith('OpenSSL 3.'))('openssl ciphers of this machine', () => {
  it('answers what was recorded', () => {
    for (const [written, names] of Object.entries(RECORDED.strings).filter(([one]) => !one.includes('@SECLEVEL'))) {
      const printed = execFileSync('openssl', ['ciphers', '-stdname', written], { encoding: 'utf8' });
      const told = printed.split('\n').flatMap((line) => /^(TLS_\w+_WITH_\w+) +- /.exec(line)?.[1] ?? []);
      expect([written, told]).toEqual([written, names]);
    }
  });
});

// What a client of OpenSSL 3.5 puts into its ClientHello: tests/fixtures/tls/record-client-hello.mjs, run by Node 24.
const HELLOS: ClientHellos = JSON.parse(readFileSync(new URL('../fixtures/tls/openssl-3.5-client-hello.json', import.meta.url), 'utf8'));
interface ClientHellos {
  readonly openssl: string;
  readonly ciphers: Readonly<Record<string, readonly number[]>>;
  readonly groups: Readonly<Record<string, readonly number[]>>;
  readonly schemes: Readonly<Record<string, readonly number[]>>;
}

describe('what a client of OpenSSL 3.5 offers', () => {
  it.each(Object.entries(HELLOS.ciphers))(
    'for the ciphers %s is their expansion, but for suites that need a shared key',
    (written, codes) => {
      const suites = expandCipherString(written, '3.5').suites.filter((suite) => !/PSK|SRP/.test(suite.name));
      expect(suites.map(({ codePoint: [high, low] = [0, 0] }) => high * 256 + low)).toEqual(codes);
    },
  );

  it.each(Object.entries(HELLOS.groups))('for the groups %s is their expansion', (written, codes) => {
    const { names } = expandGroupList(written);
    expect(names.map((name) => TLS_GROUPS.find((group) => group.name === name)?.codePoint)).toEqual(codes);
  });

  it.each(Object.entries(HELLOS.schemes))('for the signature algorithms %s is their expansion', (written, codes) => {
    const { names } = expandSchemeList(written);
    expect(names.map((name) => TLS_SCHEMES.find((scheme) => scheme.name === name)?.codePoint)).toEqual(codes);
  });

  it('has no names for what nobody knows', () => {
    expect(expandGroupList('X25519:nosuch:?other')).toEqual({ names: ['x25519'], unknown: ['nosuch'] });
    expect(expandSchemeList('RSA+SHA256:FOO+SHA256:?bar')).toEqual({ names: ['rsa_pkcs1_sha256'], unknown: ['FOO+SHA256'] });
  });
});
