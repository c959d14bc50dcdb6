// Files of vendors' builds and tools, by hand after their documentation.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBuilds } from '../../src/inventory/builds.ts';
import type { BuildPart } from '../../src/model/build.ts';
import { buildScanner } from '../../src/scan/build.ts';
import { ask, toScanFile } from './scan-file.ts';

function scan(path: string, content: string) {
  const parts: BuildPart[] = [];
  const said = ask(buildScanner, { ...toScanFile(path, content, 'generated'), noteBuild: (part) => void parts.push(part) });
  const lines = said.evidence.map(({ state, grade, observed, location }) => {
    const value =
      observed.kind === 'library'
        ? `${observed.name}@${observed.version ?? ''}`
        : observed.kind === 'fact'
          ? `${observed.fact}=${observed.value}`
          : observed.kind;
    return `${'line' in location ? location.line : ''} ${value} ${'symbol' in observed ? observed.symbol : ''} ${state} ${grade}`;
  });
  return { ...said, parts, lines };
}

describe('ESP-IDF', () => {
  it('lists its switches in config/sdkconfig.json; of other values only that they are set', () => {
    const { lines } = scan(
      'build/config/sdkconfig.json',
      '{\n  "MBEDTLS_AES_C": true,\n  "MBEDTLS_DES_C": false,\n  "ESP_WIFI_PASSWORD": "hunter2",\n  "lower": true\n}\n',
    );
    expect(lines).toEqual([
      '2 build-switch=y CONFIG_MBEDTLS_AES_C present source',
      '3 build-switch=n CONFIG_MBEDTLS_DES_C present source',
      '4 build-switch=set CONFIG_ESP_WIFI_PASSWORD present source',
    ]);
  });

  it('names chip and flash in flasher_args.json', () => {
    const json = {
      flash_settings: { flash_mode: 'dio', flash_size: '4MB' },
      flash_files: { '0x0': 'bootloader/bootloader.bin' },
      extra_esptool_args: { chip: 'esp32c3' },
    };
    expect(scan('build/flasher_args.json', JSON.stringify(json, null, 1)).lines).toEqual([
      '4 flash-bytes=4194304 flash_size present source',
      '10 soc=esp32c3 chip present source',
    ]);
  });

  // The fields are those of the documentation's example.
  const fuse = (name: string, value: unknown, type = 'bool'): object => ({
    bit_len: 1,
    block: 0,
    category: 'security',
    efuse_type: type,
    name,
    readable: true,
    value,
    writeable: true,
  });

  it('tells what the eFuses of a unit say, burnt or not, and no key', () => {
    const json = {
      ABS_DONE_0: fuse('ABS_DONE_0', false),
      ABS_DONE_1: fuse('ABS_DONE_1', true),
      BLOCK1: { ...fuse('BLOCK1', '3a 91 c6 77 00', 'bytes:32'), raw_value: '0x3a91c67700' },
      FLASH_CRYPT_CNT: fuse('FLASH_CRYPT_CNT', 1, 'uint:7'),
      SECURE_VERSION: fuse('SECURE_VERSION', 2, 'uint:16'),
    };
    const { lines, evidence } = scan('efuses.json', JSON.stringify(json, null, 1));
    expect(lines.map((line) => line.replace(/^\d+ /, ''))).toEqual([
      'secure-boot=esp-secure-boot-v1 ABS_DONE_0 absent observed',
      'secure-boot=esp-secure-boot-v2 ABS_DONE_1 present observed',
      'anti-rollback=secure-version 2 SECURE_VERSION present observed',
      'algorithm FLASH_CRYPT_CNT enabled observed',
    ]);
    expect(JSON.stringify(evidence)).not.toMatch(/3a ?91/);
  });

  it.each([
    [0, 'absent'],
    [1, 'enabled'],
    [3, 'absent'],
    [7, 'enabled'],
    ['0b001', 'enabled'],
    ['Enable', 'enabled'],
    ['Disable', 'absent'],
  ])('counts encryption as on where an odd number of bits is burnt: %j is %s', (value, state) => {
    const { evidence } = scan('out/efuse_summary.json', JSON.stringify({ SPI_BOOT_CRYPT_CNT: fuse('SPI_BOOT_CRYPT_CNT', value) }));
    expect(evidence[0]?.state).toBe(state);
  });

  it('of another JSON file of such a name says nothing', () => {
    expect(scan('efuse_table.json', '{"SECURE_BOOT_EN": {"value": 1}, "x": []}')).toMatchObject({ evidence: [], gaps: [] });
    expect(scan('efuses.json', '[1,2]')).toMatchObject({ evidence: [], gaps: [] });
  });
});

describe('STM32CubeMX', () => {
  it('names chip, board, accelerators and middleware in the .ioc', () => {
    const ioc = [
      '#MicroXplorer Configuration settings - do not modify',
      'Mcu.Family=STM32L5',
      'Mcu.IP0=AES',
      'Mcu.IP1=HASH',
      'Mcu.IP2=MBEDTLS',
      'Mcu.IP3=USART1',
      'Mcu.ThirdParty0=wolfSSL.I-CUBE-wolfSSL.5.7.0',
      'Mcu.UserName=STM32L562QEIxQ',
      'board=STM32L562E-DK',
    ];
    expect(scan('lamp.ioc', ioc.join('\n')).lines).toEqual([
      '3 algorithm Mcu.IP0=AES enabled source',
      '5 mbedtls@ Mcu.IP2=MBEDTLS enabled source',
      '7 wolfssl@ Mcu.ThirdParty0=wolfSSL.I-CUBE-wolfSSL.5.7.0 enabled source',
      '8 soc=STM32L562QEIxQ Mcu.UserName present source',
      '9 board=STM32L562E-DK board present source',
    ]);
  });

  const CPROJECT = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<?fileVersion 4.0.0?><cproject storage_type_id="org.eclipse.cdt.core.XmlProjectDescriptionStorage">
<storageModule moduleId="org.eclipse.cdt.core.settings"><cconfiguration id="debug"><storageModule moduleId="cdtBuildSystem">
<configuration artifactName="lamp" name="Debug"><folderInfo><toolChain><tool>
<option superClass="x.definedsymbols" valueType="definedSymbols"><listOptionValue builtIn="false" value="DEBUG"/><listOptionValue builtIn="false" value="LAMP_REVISION=3"/><listOptionValue builtIn="false" value="PIN=&quot;1234&quot;"/></option>
</tool></toolChain></folderInfo></configuration></storageModule></cconfiguration></storageModule></cproject>`;

  it('tells the macros of a configuration, and no value but numbers', () => {
    const { parts, gaps } = scan('fw/.cproject', CPROJECT);
    expect(gaps).toEqual([]);
    expect(parts).toEqual([
      {
        kind: 'macros',
        path: 'fw/.cproject',
        configuration: 'Debug',
        macros: [
          { name: 'DEBUG', value: '1' },
          { name: 'LAMP_REVISION', value: '3' },
          { name: 'PIN', value: 'set' },
        ],
      },
    ]);
  });

  it('builds with the macros of the configuration whose folder the map stands in', () => {
    const map = (path: string): BuildPart => ({
      kind: 'link',
      path,
      linked: ['./Core/Src/main.o'],
      discarded: [],
      archives: [],
      exact: true,
    });
    const builds = toBuilds({
      parts: [...scan('fw/.cproject', CPROJECT).parts, map('fw/Debug/lamp.map'), map('fw/Release/lamp.map')],
      sources: ['fw/Core/Src/main.c'],
      named: [],
    });
    expect(builds.map(({ commands, compiled }) => [commands, compiled.get('fw/Core/Src/main.c')?.macros.get('LAMP_REVISION')])).toEqual([
      ['fw/Debug/lamp.map', '3'],
      ['fw/Release/lamp.map', undefined],
    ]);
  });

  it('of a broken project file is a gap', () => {
    expect(scan('.cproject', '<cproject><open></cproject>').gaps).toMatchObject([{ scanner: 'build', reason: 'malformed' }]);
  });
});

describe('a distribution’s build', () => {
  it('of Yocto lists the packages of an image', () => {
    const manifest =
      'base-files raspberrypi4_64 3.0.14\nlibcrypto3 cortexa72 3.2.1\nopenssl-bin cortexa72 3.2.1\nmosquitto cortexa72 2.0.18\nzlib cortexa72 1.3\n';
    expect(scan('tmp/deploy/images/raspberrypi4-64/core-image.rootfs.manifest', manifest).lines).toEqual(
      expect.arrayContaining(['3 openssl@3.2.1 openssl-bin linked source']),
    );
    expect(buildScanner.wants({ path: 'assets/app.manifest', bytes: 1, ignored: false, origin: 'first-party' })).toBe(false);
  });

  it('of Buildroot lists the packages of the target', () => {
    const csv =
      '"PACKAGE","VERSION","LICENSE","LICENSE FILES","SOURCE ARCHIVE","SOURCE SITE","DEPENDENCIES WITH LICENSES"\n"busybox","1.36.1","GPL-2.0","LICENSE","busybox.tar.bz2","https://busybox.net",""\n"openssl","3.3.1","Apache-2.0","LICENSE.txt","openssl.tar.gz","https://openssl.org",""\n';
    expect(scan('output/legal-info/manifest.csv', csv).lines).toEqual(['3 openssl@3.3.1 openssl linked source']);
  });
});

describe('any bytes', () => {
  it.each([
    'build/config/sdkconfig.json',
    'flasher_args.json',
    'efuses.json',
    'a.ioc',
    '.cproject',
    'deploy/images/m/i.manifest',
    'legal-info/manifest.csv',
  ])('as %s are read without harm', (path) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => ask(buildScanner, toScanFile(path, bytes)).evidence.length >= 0),
      { numRuns: 60 },
    );
    for (const filler of ['a', '{', '[', '<a>', '"', '=', ' ', '\\']) {
      const { evidence } = ask(buildScanner, toScanFile(path, filler.repeat(1_000_000 / filler.length)));
      expect(evidence).toEqual([]);
    }
  });
});
