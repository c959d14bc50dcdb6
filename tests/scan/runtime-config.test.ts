import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import { findDialect, findDialectByPath, mayBeDialect, RUNTIME_DIALECTS } from '../../src/knowledge/runtime-configs.ts';
import { type Evidence, isGap } from '../../src/model/evidence.ts';
import { runtimeConfigScanner } from '../../src/scan/runtime-config.ts';
import { evidenceIn, expected, readFixture, scanFixture, scanText } from './expectations.ts';

const FOLDER = new URL('../fixtures/configs/runtime/', import.meta.url);
const ANNOTATED = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(FOLDER.pathname.length).replace(/^\/+/, ''))
  .sort();

function whatOf({ observed }: Evidence): string {
  switch (observed.kind) {
    case 'protocol':
      return [
        observed.protocol,
        observed.versions.join(','),
        ...observed.suites.map((suite) => suite.name),
        ...(observed.groups.length === 0 ? [] : [`groups ${observed.groups.join(',')}`]),
        ...(observed.schemes.length === 0 ? [] : [`schemes ${observed.schemes.join(',')}`]),
      ]
        .filter((word) => word !== '')
        .join(' ');
    case 'algorithm':
      return nameOf(observed.use);
    case 'key': {
      const { algorithm, sizeBits } = observed.key;
      const name = observed.material === 'secret-key' ? observed.container : nameOf(algorithm);
      return `${observed.material} ${name}${sizeBits === undefined ? '' : `-${sizeBits}`}`;
    }
    default:
      return observed.kind;
  }
}
const told = (evidence: readonly Evidence[]): string[] =>
  evidence.map((one) => `${one.location.at === 'text' ? one.location.line : 0}: ${one.state} ${whatOf(one)} as ${one.roleHint}`);
const say = (path: string, text: string): string[] => told(evidenceIn(scanText(runtimeConfigScanner, path, text)));
const gapsOf = (path: string, text: string): string[] =>
  scanText(runtimeConfigScanner, path, text).flatMap((item) => (isGap(item) ? [`${item.reason}: ${item.detail}`] : []));

describe('annotated configurations', () => {
  it.each(ANNOTATED)('%s gives what its lines announce and nothing else', (name) => {
    expect(told(scanFixture(runtimeConfigScanner, `configs/runtime/${name}`, name))).toEqual(expected(`configs/runtime/${name}`));
  });
});

describe('a dialect', () => {
  it.each([
    ['etc/nginx/nginx.conf', '', 'nginx'],
    ['deploy/proxy.conf', 'server { listen 443 ssl; ssl_protocols TLSv1.2; }', 'nginx'],
    ['deploy/proxy.conf', '<VirtualHost *:443>\nSSLEngine on\n</VirtualHost>', 'apache'],
    ['deploy/proxy.conf', 'listener 8883\ncertfile a', 'mosquitto'],
    ['deploy/proxy.conf', 'client\ndev tun\n', 'openvpn'],
    ['deploy/proxy.conf', '[Interface]\nPrivateKey = a', 'wireguard'],
    ['home/.ssh/config', 'Host a', 'ssh'],
    ['rootfs/etc/crypttab', '', 'crypttab'],
    ['values.yaml', 'tlsMinVersion: VersionTLS12', 'yaml'],
  ])('of %s with %j is told by its name or its text: %s', (path, text, id) => {
    expect(findDialect(path, text)?.id).toBe(id);
  });

  it.each([
    ['prj.conf', 'CONFIG_MBEDTLS=y\n'],
    ['deploy/app.conf', 'loglevel = debug\n'],
    ['values.yaml', 'replicas: 3\n'],
    ['src/server.c', 'server { }'],
    ['a/'.repeat(2000), 'server { listen 443 ssl; }'],
  ])('is not read into %s', (path, text) => {
    expect(findDialect(path, text)).toBeUndefined();
  });

  it('is met by the quick look at a path wherever a row names it', () => {
    const names = [
      ...ANNOTATED,
      ...[
        'a.ovpn',
        'emqx.hocon',
        'x/haproxy.cfg.j2',
        'main.cf',
        '10-ssl.conf',
        'my.cnf',
        'redis.conf',
        'wg0.conf',
        'x.netdev',
        'swanctl.conf',
        'ipsec.secrets',
      ],
      ...[
        'x.nmconnection',
        'java.security',
        'a.tf',
        'traefik.toml',
        'etc/config/network',
        'nginx/fastcgi.params',
        '.htaccess',
        'sites-enabled/hub',
        'opensshserver.config',
      ],
    ];
    for (const name of names) {
      const lower = name.toLowerCase();
      const row = RUNTIME_DIALECTS.find((dialect) => dialect.paths?.test(lower) === true || dialect.maybe?.test(lower) === true);
      expect([name, row !== undefined]).toEqual([name, true]);
      expect([name, findDialectByPath(name) !== undefined || mayBeDialect(name)]).toEqual([name, true]);
    }
  });

  it('has names of its own, a source, and directives in lower case', () => {
    expect(new Set(RUNTIME_DIALECTS.map((dialect) => dialect.id)).size).toBe(RUNTIME_DIALECTS.length);
    for (const dialect of RUNTIME_DIALECTS) {
      expect(dialect.source).not.toBe('');
      expect(dialect.paths ?? dialect.marks).toBeDefined();
      expect([...dialect.directives.keys()].every((name) => name === name.toLowerCase())).toBe(true);
    }
  });
});

describe('cipher strings', () => {
  it('are expanded, and are less certain where they leave the choice to OpenSSL', () => {
    const [high] = evidenceIn(
      scanText(runtimeConfigScanner, 'nginx.conf', 'ssl_protocols TLSv1.2;\nssl_ciphers HIGH:!aNULL:!PSK:!SRP;'),
    ).slice(1);
    expect(high).toMatchObject({ confidence: 'likely', location: { line: 2, column: 1 } });
    const suites = high?.observed.kind === 'protocol' ? high.observed.suites : [];
    expect(suites.length).toBeGreaterThan(30);
    expect(suites[0]).toMatchObject({ name: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', codePoint: [0xc0, 0x2c] });
  });

  it('keep suites of older versions that are written by name, each less certain', () => {
    const found = evidenceIn(scanText(runtimeConfigScanner, 'nginx.conf', 'ssl_ciphers RC4-SHA;'));
    expect(found).toMatchObject([{ confidence: 'likely', observed: { suites: [{ name: 'TLS_RSA_WITH_RC4_128_SHA' }] } }]);
  });
});

describe('suites of versions that the block does not have', () => {
  it('are there and not enabled', () => {
    expect(say('nginx.conf', 'ssl_protocols TLSv1.3;\nssl_ciphers AES128-SHA;')).toEqual([
      '1: enabled tls 1.3 as transport',
      '2: present tls TLS_RSA_WITH_AES_128_CBC_SHA as transport',
    ]);
  });

  it('are read from lists over several lines of TOML', () => {
    const text =
      '[tls.options.x]\n  minVersion = "VersionTLS12"\n  cipherSuites = [\n    "TLS_RSA_WITH_AES_128_CBC_SHA", # old\n    "TLS_AES_128_GCM_SHA256"\n  ]\n';
    expect(say('traefik.toml', text)).toEqual([
      '2: enabled tls 1.2 as transport',
      '3: enabled tls 1.3 TLS_AES_128_GCM_SHA256 as transport',
      '3: enabled tls 1.2 TLS_RSA_WITH_AES_128_CBC_SHA as transport',
    ]);
  });
});

describe('what is not known', () => {
  it.each([
    ['nginx.conf', 'ssl_ciphers AES128-SHA:FOO-BAR;', 'unsupported: ssl_ciphers: not known to OpenSSL 3.0: FOO-BAR'],
    ['nginx.conf', 'ssl_protocols TLSv1.2 TLSv9;', 'unsupported: ssl_protocols: not known: TLSv9'],
    ['nginx.conf', 'ssl_ciphers {{ ciphers }};', 'unsupported: ssl_ciphers: the value is filled in elsewhere'],
    ['nginx.conf', 'ssl_ecdh_curve X25519:nosuch;', 'unsupported: ssl_ecdh_curve: not known: nosuch'],
    ['sshd_config', 'Ciphers aes128-ctr,zeta-ctr', 'unsupported: Ciphers: not known: zeta-ctr'],
    ['ipsec.conf', 'conn a\n  ike=aes128-foo', 'unsupported: ike: not known: foo'],
    ['wpa_supplicant.conf', 'network={\nkey_mgmt=WPA-PSK FOO\n}', 'unsupported: key_mgmt: not known: FOO'],
    ['nginx.conf', 'a {'.repeat(40), 'malformed: nginx: blocks nested deeper than 32'],
    ['wg0.conf', '[Interface]\nPrivateKey = tooshort', 'malformed: PrivateKey: expected base64 of 32 octets'],
  ])('%s: %s is a gap', (path, text, gap) => {
    expect(gapsOf(path, text)).toEqual([gap]);
  });

  it('is kept as it is written where it names an algorithm', () => {
    expect(evidenceIn(scanText(runtimeConfigScanner, 'a.ovpn', 'cipher ZETA-256-CBC'))).toMatchObject([
      { observed: { kind: 'algorithm', use: { algorithm: 'unrecognised', written: 'ZETA-256-CBC' } } },
    ]);
  });
});

describe('what says nothing', () => {
  it.each([
    ['nginx.conf', '# ssl_protocols SSLv3;\nserver { listen 80; }'],
    ['sshd_config', '#Ciphers 3des-cbc\nPort 22'],
    ['openssl.cnf', '; MinProtocol = TLSv1\n# MaxProtocol = TLSv1'],
    ['values.yaml', 'cipherSuites:\nminVersion: 1.2\nalgorithm: RSA\nsize: 2048'],
    ['wpa_supplicant.conf', 'network={\nkey_mgmt=NONE\n#psk="x"\n}'],
    ['crypttab', 'root UUID=1 none luks'],
  ])('%s with %j', (path, text) => {
    expect(scanText(runtimeConfigScanner, path, text)).toEqual([]);
  });
});

describe('a pattern of SSH', () => {
  it('takes out every name that it matches', () => {
    expect(say('sshd_config', 'MACs -hmac-md5*')).toEqual(['1: absent HMAC-MD5 as transport', '1: absent HMAC-MD5 as transport']);
  });
});

describe('hostile configurations', () => {
  const NAMES = [
    ...ANNOTATED,
    'site-x.conf',
    'a.yaml',
    'b.tf',
    'c.properties',
    'd.toml',
    'e.nmconnection',
    'emqx.conf',
    'rabbitmq.conf',
    'redis.conf',
  ];

  it.each(['ssl_ciphers A:', 'server {', '[', '\n', ' ', '"', '<VirtualHost a>\n', 'Ciphers +', '- a\n', 'a: ', '\\\n', '-----BEGIN '])(
    '%j ten thousand times is read in one pass in every dialect',
    (piece) => {
      for (const name of NAMES) scanText(runtimeConfigScanner, name, piece.repeat(10_000));
    },
  );

  it('never make a reader throw, and a place is always in the file', () => {
    const texts = ANNOTATED.map((name) => readFixture(`configs/runtime/${name}`));
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.constantFrom(...texts), fc.nat(5000), fc.string(), (name, text, at, more) => {
        const mixed = text.slice(0, at) + more + text.slice(at + more.length);
        for (const { location } of scanText(runtimeConfigScanner, name, mixed)) {
          expect(location.at === 'text' && location.line >= 1 && location.line <= mixed.split('\n').length).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are read from bytes that are no text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.uint8Array({ maxLength: 300 }), (name, bytes) => {
        scanText(runtimeConfigScanner, name, bytes);
      }),
      { numRuns: 200 },
    );
  });
});
