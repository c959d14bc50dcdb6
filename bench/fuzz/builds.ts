// The readers of what builds leave, with files that they read, to be mutated: databases, maps, caches, manifests, conditions.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { readWestConfig, readWestProjects } from '../../src/formats/west.ts';
import { toBuilds } from '../../src/inventory/builds.ts';
import { evaluate } from '../../src/inventory/expression.ts';
import { packageRoot } from '../../src/io/package-files.ts';
import type { BuildPart } from '../../src/model/build.ts';
import { buildScanner } from '../../src/scan/build.ts';
import type { Reader } from './pqc.ts';

const BUILDS = join(packageRoot(), 'tests/fixtures/builds');
const CONDITIONS = [
  'defined(CONFIG_A) && !(B || CONFIG_C >= 0x10)',
  '(IS_ENABLED(CONFIG_A) || defined D) && -1 * 2 + 3 != VERSION(1, (2))',
];
const MANIFEST =
  'manifest:\n  projects:\n    - name: zephyr\n      import: {file: west.yml}\n    - name: mbedtls\n      path: modules/mbedtls\n  self:\n    path: app\n';
/** Paths that the scanner knows, each with a small file of the kind. */
const VENDORS: readonly (readonly [path: string, text: string])[] = [
  ['config/sdkconfig.json', '{"MBEDTLS_AES_C": true, "MBEDTLS_DES_C": false, "ESP_WIFI_SSID": "x"}'],
  ['flasher_args.json', '{"flash_settings": {"flash_size": "4MB"}, "extra_esptool_args": {"chip": "esp32c3"}}'],
  ['efuses.json', '{"ABS_DONE_1": {"efuse_type": "bool", "value": true}, "FLASH_CRYPT_CNT": {"efuse_type": "uint:7", "value": "0b001"}}'],
  ['lamp.ioc', 'Mcu.IP0=AES\nMcu.ThirdParty0=wolfSSL.I-CUBE-wolfSSL.5.7.0\nMcu.UserName=STM32L562QEIxQ\nboard=STM32L562E-DK\n'],
  ['.cproject', '<p><configuration name="Debug"><option valueType="definedSymbols"><v value="A=1"/></option></configuration></p>'],
  ['deploy/images/m/core.manifest', 'libcrypto3 cortexa72 3.2.1\nopenssl-bin cortexa72 3.2.1\n'],
  ['legal-info/manifest.csv', '"PACKAGE","VERSION"\n"openssl","3.3.1","Apache-2.0"\n'],
];
const SWITCHES = new Map([
  ['CONFIG_A', 'y'],
  ['B', 'n'],
  ['CONFIG_C', '16'],
]);

/** Every reader of the room. */
export const BUILD_READERS: readonly Reader[] = [
  ...['gnu.map', 'lld.map', 'iar.map', 'armlink.map', 'compile_commands.json', 'CMakeCache.txt'].map(scanning),
  ...VENDORS.map(([name, text]): Reader => ({ name, seeds: [utf8ToBytes(text)], read: (bytes) => scanBuild(name, bytes) })),
  {
    name: 'west-config',
    seeds: [utf8ToBytes('[manifest]\npath = app\nfile = west.yml\n\n[zephyr]\nbase = zephyr\n')],
    read: onText(readWestConfig),
  },
  { name: 'west-manifest', seeds: [utf8ToBytes(MANIFEST)], read: onText(readWestProjects) },
  { name: 'condition', seeds: CONDITIONS.map(utf8ToBytes), read: onText((text) => evaluate(text, SWITCHES)) },
];

/** The scanner on a file of this name, and the builds that follow from what it tells. */
function scanning(name: string): Reader {
  const seed = new Uint8Array(readFileSync(join(BUILDS, name)));
  return { name, seeds: [seed], read: (bytes) => scanBuild(name, bytes) };
}

function scanBuild(path: string, bytes: Uint8Array): number {
  const parts: BuildPart[] = [];
  const entry = { path, bytes: bytes.length, ignored: false, origin: 'generated' } as const;
  const file = {
    entry,
    bytes,
    text: () => new TextDecoder().decode(bytes),
    literals: new Set<string>(),
    noteBuild: (part: BuildPart) => void parts.push(part),
  };
  const said = [...buildScanner.scan(file)];
  return said.length + toBuilds({ parts, sources: ['src/main.c', 'modules/mbedtls/library/aes.c'], named: [] }).length;
}

function onText(read: (text: string) => unknown): (bytes: Uint8Array) => unknown {
  return (bytes) => read(new TextDecoder().decode(bytes));
}
