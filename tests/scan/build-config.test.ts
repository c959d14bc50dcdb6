import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/model/evidence.ts';
import { buildConfigScanner } from '../../src/scan/build-config.ts';
import { evidenceIn, expected, found, scanFixture, scanText } from './expectations.ts';

const ANNOTATED = [
  'zephyr-sensor/prj.conf',
  'zephyr-sensor/boards/nrf52840dk_nrf52840.conf',
  'zephyr-sensor/sysbuild.conf',
  'zephyr-sensor/sysbuild/mcuboot.conf',
  'zephyr-generated/zephyr/.config',
  'esp-lock/sdkconfig',
  'esp-lock/sdkconfig.defaults',
  'headers/mbedtls_config.h',
  'headers/crypto_config.h',
  'headers/user_settings.h',
  'headers/mcuboot_config.h',
  'headers/syscfg.yml',
  'wolfboot/.config',
  'linux/gateway_defconfig',
  'build-scripts/Makefile',
  'build-scripts/CMakeLists.txt',
  'build-scripts/localoptions.h',
];
const PATHS = [
  ...ANNOTATED,
  'a/autoconf.h',
  'a/partitions.csv',
  'a/app.overlay',
  'a/pm_static.yml',
  'a/project_description.json',
  'a/compile_commands.json',
];

const isBuildFact = ({ observed }: Evidence): boolean =>
  observed.kind === 'fact' && (observed.fact === 'build-system' || observed.fact === 'build-known' || observed.fact === 'build-switch');
const factsOf = (path: string, text: string): string[] =>
  evidenceIn(scanText(buildConfigScanner, path, text)).flatMap((item) =>
    item.observed.kind !== 'fact' || item.observed.fact === 'build-switch' ? [] : [`${item.observed.fact}=${item.observed.value}`],
  );

describe('annotated configurations', () => {
  it.each(ANNOTATED)('%s gives what its lines announce and nothing else', (name) => {
    const evidence = scanFixture(buildConfigScanner, `configs/${name}`, name);
    expect(found(evidence.filter((one) => !isBuildFact(one)))).toEqual(expected(`configs/${name}`));
  });
});

describe('the switches of a generated configuration', () => {
  const switchesOf = (path: string, text: string): string[] =>
    evidenceIn(scanText(buildConfigScanner, path, text)).flatMap(({ observed }) =>
      observed.kind === 'fact' && observed.fact === 'build-switch' ? [`${observed.symbol}=${observed.value}`] : [],
    );

  it('say whether each is on, off or set, and never to what', () => {
    const text = 'CONFIG_LEGACY_HUB=y\n# CONFIG_OLD_HUB is not set\nCONFIG_WIFI_PASSWORD="hunter2"\n';
    expect(switchesOf('build/zephyr/.config', text)).toEqual(['CONFIG_LEGACY_HUB=y', 'CONFIG_OLD_HUB=n', 'CONFIG_WIFI_PASSWORD=set']);
  });

  it('are not taken from what a person wrote: a fragment does not name what it leaves alone', () => {
    expect(switchesOf('prj.conf', 'CONFIG_LEGACY_HUB=n\n')).toEqual([]);
  });
});

describe('a place', () => {
  it('is the symbol as written, with its line, column and byte offset', () => {
    const text = '# ключ\r\n  CONFIG_MBEDTLS_AES_C=y\r\n';
    const [aes] = evidenceIn(scanText(buildConfigScanner, 'prj.conf', text)).filter((item) => item.observed.kind === 'algorithm');
    expect(aes?.location).toEqual({ at: 'text', path: 'prj.conf', line: 2, column: 3, offset: 14 });
  });

  it('carries the origin of its file and the grade source', () => {
    const [generated] = evidenceIn(scanText(buildConfigScanner, 'build/zephyr/.config', 'CONFIG_MBEDTLS_AES_C=y'));
    expect(generated).toMatchObject({ origin: 'generated', grade: 'source', state: 'enabled' });
    const [vendored] = scanText(buildConfigScanner, 'third_party/mbedtls/include/mbedtls/mbedtls_config.h', '#define MBEDTLS_AES_C');
    expect(vendored).toMatchObject({ origin: 'dependency' });
  });

  it('names where a key size was resolved', () => {
    const evidence = scanText(
      buildConfigScanner,
      'mcuboot.conf',
      'CONFIG_BOOT_SIGNATURE_TYPE_RSA=y\nCONFIG_BOOT_SIGNATURE_TYPE_RSA_LEN=2048\n',
    );
    expect(evidence[0]).toMatchObject({
      observed: { use: { parameters: { keyBits: { value: 2048, from: 'resolved', at: 'mcuboot.conf:2' } } } },
    });
  });

  it('is less certain under a condition, and states no fact of the product there', () => {
    const text = '#ifdef X\n#define MCUBOOT_SIGN_EC256\n#endif\n';
    const evidence = scanText(buildConfigScanner, 'mcuboot_config.h', text);
    expect(evidence).toHaveLength(1);
    expect(evidence[0]).toMatchObject({ confidence: 'likely', observed: { kind: 'algorithm', condition: 'defined(X)' } });
  });
});

describe('facts of the product', () => {
  it('are the image slots of an ESP-IDF partition table', () => {
    expect(found(scanFixture(buildConfigScanner, 'configs/esp-lock/partitions.csv'))).toEqual([
      '4: present slot-bytes=1900544',
      '5: present slot-bytes=1900544',
    ]);
    expect(factsOf('partitions.csv', 'a,b,c\n1,2,3\n')).toEqual([]);
  });

  it('are the image slots of a devicetree overlay', () => {
    expect(found(scanFixture(buildConfigScanner, 'configs/zephyr-sensor/app.overlay'))).toEqual([
      '11: present slot-bytes=483328',
      '15: present slot-bytes=483328',
    ]);
    expect(factsOf('a.overlay', '&uart0 { status = "okay"; };')).toEqual([]);
  });

  it('are the image slots of a partition manager file', () => {
    expect(found(scanFixture(buildConfigScanner, 'configs/zephyr-sensor/pm_static.yml'))).toEqual([
      '4: present slot-bytes=425472',
      '10: present slot-bytes=425984',
    ]);
  });

  it('are target and version of an ESP-IDF build', () => {
    expect(found(scanFixture(buildConfigScanner, 'configs/esp-lock/project_description.json'))).toEqual([
      '1: present build-system=esp-idf',
      '1: present build-known=esp-idf',
      '6: present soc=esp32s3',
      '4: present image-version=2.1.0',
    ]);
  });

  it.each([
    ['prj.conf', 'CONFIG_GPIO=y\n', ['build-system=zephyr']],
    ['build/zephyr/.config', 'CONFIG_BOARD="x"\n', ['build-system=zephyr', 'build-known=zephyr', 'board=x']],
    ['sdkconfig', '# Automatically generated file. DO NOT EDIT.\n', ['build-system=esp-idf', 'build-known=esp-idf']],
    ['sdkconfig.defaults', 'CONFIG_A=y\n', ['build-system=esp-idf']],
    ['port/include/sdkconfig.h', '#define CONFIG_A 1\n', []],
    ['.config', '# Linux/arm64 6.12.4 Kernel Configuration\n', ['build-system=linux', 'build-known=linux']],
    ['configs/board_defconfig', 'BR2_aarch64=y\n', ['build-system=buildroot']],
    ['build/compile_commands.json', '[]', ['build-system=cmake', 'build-known=cmake']],
    ['nginx.conf', 'server { listen 443 ssl; }\n', []],
  ])('%s tells the build system by name and content', (path, text, facts) => {
    expect(factsOf(path, text)).toEqual(facts);
  });

  it('are a gap where a description is not of ESP-IDF', () => {
    expect(scanText(buildConfigScanner, 'project_description.json', '{"name": "x"}')).toEqual([
      expect.objectContaining({ reason: 'malformed', scanner: 'build-config' }),
    ]);
  });
});

describe('files', () => {
  const wants = (path: string, ignored = false): boolean => buildConfigScanner.wants({ path, bytes: 10, ignored, origin: 'first-party' });

  it.each([
    'prj.conf',
    'boards/native_sim.conf',
    'overlay-tls.conf',
    '.config',
    'configs/imx6_defconfig',
    'sdkconfig',
    'sdkconfig.defaults.esp32c3',
    'autoconf.h',
    'include/mbedtls/mbedtls_config.h',
    'config-ccm-psk-tls1_2.h',
    'user_settings.h',
    'include/psa/crypto_config.h',
    'partitions_ota.csv',
    'app.overlay',
    'pm_static_nrf9160dk.yml',
  ])('%s is read', (path) => {
    expect(wants(path)).toBe(true);
  });

  it.each(['main.c', 'README.md', 'config.json', 'data.csv', 'sdkconfig.rename', 'sdkconfig.old', 'my_header.h', 'soc.dts'])(
    '%s is not read',
    (path) => {
      expect(wants(path)).toBe(false);
    },
  );

  it('that git ignores are read where a build wrote them, and not where a person did', () => {
    expect(wants('build/zephyr/.config', true)).toBe(true);
    expect(wants('sdkconfig', true)).toBe(true);
    expect(wants('local.conf', true)).toBe(false);
  });
});

describe('hostile input', () => {
  it('gives nothing for a line of 1 MB, and reads the line after it', () => {
    const long = `CONFIG_MBEDTLS_AES_C=${'y'.repeat(1_000_000)}`;
    expect(found(evidenceIn(scanText(buildConfigScanner, 'x.conf', `${long}\nCONFIG_MBEDTLS_GCM_C=y`)))).toEqual(['2: enabled AES-GCM']);
    for (const path of PATHS) {
      for (const line of [
        `#if ${'('.repeat(1_000_000)}`,
        `#define MBEDTLS_AES_C ${'/*'.repeat(500_000)}`,
        ' '.repeat(1_000_000),
        ',app,'.repeat(200_000),
      ]) {
        expect(evidenceIn(scanText(buildConfigScanner, path, line)).filter((item) => !isBuildFact(item))).toEqual([]);
      }
    }
  });

  it('reads past invalid UTF-8 with the right line and offset', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('# '),
      0xff,
      0xfe,
      0x80,
      0x0a,
      ...new TextEncoder().encode('CONFIG_MBEDTLS_AES_C=y'),
    ]);
    const [item] = scanText(buildConfigScanner, 'x.conf', bytes);
    expect(item?.location).toMatchObject({ line: 2, column: 1, offset: 6 });
  });

  it('keeps the balance of 100,000 open conditions', () => {
    const text = `${'#if X\n'.repeat(100_000)}${'#endif\n'.repeat(100_000)}#define MBEDTLS_AES_C\n`;
    expect(found(evidenceIn(scanText(buildConfigScanner, 'mbedtls_config.h', text)))).toEqual(['200001: enabled AES']);
  });

  it('is no more than a name that is not known', () => {
    const text = 'CONFIG_constructor=y\nCONFIG___proto__=y\n#define __proto__\n#define constructor\nSIGN=__proto__\nTARGET=a\nARCH=b\n';
    for (const path of ['x.conf', '.config', 'mbedtls_config.h', 'user_settings.h']) {
      const items = evidenceIn(scanText(buildConfigScanner, path, text));
      expect(items.filter((item) => item.observed.kind !== 'fact')).toEqual([]);
    }
  });

  it('never makes the scanner throw', () => {
    const words = fc.constantFrom(
      'CONFIG_',
      'MBEDTLS_AES_C',
      'BOOT_SIGNATURE_TYPE_RSA',
      '=y',
      '=n',
      ' is not set',
      '# ',
      '\n',
      '"',
      '\\',
      '#if ',
      '#else\n',
      '#endif\n',
      '#define ',
      '#undef ',
      '/*',
      '*/',
      '//',
      '<',
      '>',
      'reg = <',
      'slot0_partition: ',
      ',app,',
      '{',
      '}',
      '\u0000',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), text, (path, content) => {
        scanText(buildConfigScanner, path, content);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), fc.uint8Array({ maxLength: 400 }), (path, bytes) => {
        scanText(buildConfigScanner, path, bytes);
      }),
      { numRuns: 200 },
    );
  });
});
