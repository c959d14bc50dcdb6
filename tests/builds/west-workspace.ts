// A west workspace of our own making, written into a folder: an application with sysbuild, Mbed TLS and MCUboot as modules beside it, and the
// build of both images as Zephyr leaves it. The builds name this machine's paths, as real ones do.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files below a folder. */
export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const APP = {
  'app/.gitignore': 'build/\n',
  'app/CMakeLists.txt': 'find_package(Zephyr)\nproject(lamp)\ntarget_sources(app PRIVATE src/main.c src/cloud.c)\n',
  'app/west.yml': [
    'manifest:',
    '  projects:',
    '    - name: zephyr',
    '      revision: v4.1.0',
    '      import: true',
    '    - name: mcuboot',
    '      path: bootloader/mcuboot',
    '  self:',
    '    path: app',
    '',
  ].join('\n'),
  'app/prj.conf':
    'CONFIG_MBEDTLS=y\nCONFIG_BOOTLOADER_MCUBOOT=y\nCONFIG_MBEDTLS_CIPHER_DES_ENABLED=y\nCONFIG_MBEDTLS_CIPHER_CCM_ENABLED=y\n',
  'app/sysbuild.conf': 'SB_CONFIG_BOOTLOADER_MCUBOOT=y\n',
  'app/src/main.c': `#include <mbedtls/sha256.h>
#include <mbedtls/md5.h>
int digest(const unsigned char *in, unsigned long n, unsigned char *out)
{
  return mbedtls_sha256(in, n, out, 0);
}
#ifdef CONFIG_LAMP_LEGACY_HUB
int legacy(const unsigned char *in, unsigned long n, unsigned char *out)
{
  return mbedtls_md5(in, n, out);
}
#endif
#if LAMP_REVISION >= 2
int second(const unsigned char *in, unsigned long n, unsigned char *out)
{
  return mbedtls_sha512(in, n, out, 1);
}
#endif
`,
  'app/src/cloud.c': `#include <mbedtls/ssl.h>
void cloud(mbedtls_ssl_config *conf)
{
  mbedtls_ssl_conf_min_tls_version(conf, MBEDTLS_SSL_VERSION_TLS1_3);
}
`,
  'app/src/factory.c': `#include <mbedtls/des.h>
void wipe(mbedtls_des3_context *c, const unsigned char *key)
{
  mbedtls_des3_set3key_enc(c, key);
}
`,
};

const MODULES = {
  '.west/config': '[manifest]\npath = app\nfile = west.yml\n\n[zephyr]\nbase = zephyr\n',
  'zephyr/west.yml': 'manifest:\n  projects:\n    - name: mbedtls\n      path: modules/crypto/mbedtls\n  self:\n    path: zephyr\n',
  'zephyr/lib/os/printk.c': 'int printk(const char *text) { return text[0]; }\n',
  'modules/crypto/mbedtls/zephyr/module.yml': 'name: mbedtls\n',
  'modules/crypto/mbedtls/library/ctr_drbg.c': `#include "mbedtls/aes.h"
int block(mbedtls_aes_context *aes, const unsigned char *key)
{
  return mbedtls_aes_setkey_enc(aes, key, 256);
}
`,
  'modules/crypto/mbedtls/library/pkcs5.c': `#include "mbedtls/md.h"
int derive(unsigned char *out)
{
  return mbedtls_pkcs5_pbkdf2_hmac_ext(MBEDTLS_MD_SHA1, 0, 0, 0, 0, 1000, 20, out);
}
`,
  'modules/crypto/mbedtls/library/pkcs12.c': `#include "mbedtls/arc4.h"
void rc4(mbedtls_arc4_context *c, const unsigned char *key)
{
  mbedtls_arc4_setup(c, key, 16);
}
`,
  'bootloader/mcuboot/boot/bootutil/src/image_ecdsa.c': `#include "mbedtls/ecdsa.h"
int check(mbedtls_ecdsa_context *c, const unsigned char *hash, const unsigned char *sig, unsigned long n)
{
  return mbedtls_ecdsa_read_signature(c, hash, 32, sig, n);
}
`,
};

interface Unit {
  readonly source: string;
  readonly target: string;
  readonly flags?: string;
}

/** A compilation database as CMake's Ninja generator writes it, with an absolute source in a command. */
function toDatabase(directory: string, units: readonly Unit[]): string {
  const entries = units.map(({ source, target, flags = '' }) => {
    const output = `${target.replace(/[^/]+$/, '')}CMakeFiles/${target.split('/').at(-1)}.dir/${source.split('/').at(-1)}.obj`;
    return { directory, command: `arm-zephyr-eabi-gcc -DKERNEL ${flags} -Os -o ${output} -c ${source}`, file: source, output };
  });
  return `${JSON.stringify(entries, null, 2)}\n`;
}

const DISCARDED = 'Discarded input sections\n\n';
const KEPT = '\nMemory Configuration\n\nLinker script and memory map\n\n';

const APP_MAP = `Archive member included to satisfy reference by file (symbol)

${DISCARDED} .text.mbedtls_pkcs5_pbkdf2_hmac_ext
                0x0000000000000000       0x5c modules/mbedtls/libmodules__mbedtls.a(pkcs5.c.obj)
${KEPT}LOAD app/libapp.a
LOAD modules/mbedtls/libmodules__mbedtls.a

text            0x0000000000000400     0x1200
 .text.digest   0x0000000000000400       0x14 app/libapp.a(main.c.obj)
                0x0000000000000400                digest
 .text.cloud    0x0000000000000414       0x14 app/libapp.a(cloud.c.obj)
 .text.mbedtls_aes_setkey_enc
                0x0000000000000428      0x100 modules/mbedtls/libmodules__mbedtls.a(aes.c.obj)
 .text.block    0x0000000000000528       0x14 modules/mbedtls/libmodules__mbedtls.a(ctr_drbg.c.obj)
 .text.printk   0x000000000000053c       0x14 zephyr/libzephyr.a(printk.c.obj)
`;
const BOOT_MAP = `${DISCARDED}${KEPT}text            0x0000000000000000     0x1200
 .text.check    0x0000000000000000       0x14 app/libapp.a(image_ecdsa.c.obj)
 .text.mbedtls_ecdsa_read_signature
                0x0000000000000014       0x90 modules/mbedtls/libmodules__mbedtls.a(ecdsa.c.obj)
`;

const toConfig = (...lines: readonly string[]): string =>
  `${['#', '# Automatically generated file; DO NOT EDIT.', '#', 'CONFIG_BOARD="nrf52840dk"', ...lines].join('\n')}\n`;

/** The application alone, below `folder`/app. */
export function putApplication(folder: string): void {
  put(folder, APP);
}

/** The modules and the workspace's configuration. */
export function putModules(folder: string): void {
  put(folder, MODULES);
}

/** The build of both images in `folder`/app/build, as one of the workspace at `machine` (this machine's folder, or another's). */
export function putBuild(folder: string, machine: string = folder): void {
  const build = `${machine}/app/build`;
  const units: readonly Unit[] = [
    { source: `${machine}/app/src/main.c`, target: 'app', flags: '-DLAMP_REVISION=2 -DWIFI_PASSWORD=\\"hunter2\\"' },
    { source: `${machine}/app/src/cloud.c`, target: 'app' },
    { source: `${machine}/zephyr/lib/os/printk.c`, target: 'zephyr/zephyr' },
    { source: `${machine}/modules/crypto/mbedtls/library/ctr_drbg.c`, target: 'modules/mbedtls/modules__mbedtls' },
    { source: `${machine}/modules/crypto/mbedtls/library/pkcs5.c`, target: 'modules/mbedtls/modules__mbedtls' },
  ];
  put(folder, {
    'app/build/CMakeCache.txt': `CMAKE_HOME_DIRECTORY:INTERNAL=${machine}/zephyr/share/sysbuild\n`,
    'app/build/app/CMakeCache.txt': `CACHED_BOARD:STRING=nrf52840dk/nrf52840\nCMAKE_HOME_DIRECTORY:INTERNAL=${machine}/app\n`,
    'app/build/app/compile_commands.json': toDatabase(`${build}/app`, units),
    'app/build/app/zephyr/.config': toConfig(
      'CONFIG_MBEDTLS=y',
      'CONFIG_BOOTLOADER_MCUBOOT=y',
      'CONFIG_MBEDTLS_CIPHER_CCM_ENABLED=y',
      '# CONFIG_LAMP_LEGACY_HUB is not set',
    ),
    'app/build/app/zephyr/zephyr.map': APP_MAP,
    'app/build/mcuboot/CMakeCache.txt': `CMAKE_HOME_DIRECTORY:INTERNAL=${machine}/bootloader/mcuboot/boot/zephyr\n`,
    'app/build/mcuboot/compile_commands.json': toDatabase(`${build}/mcuboot`, [
      { source: `${machine}/bootloader/mcuboot/boot/bootutil/src/image_ecdsa.c`, target: 'app' },
    ]),
    'app/build/mcuboot/zephyr/.config': toConfig('CONFIG_BOOT_SIGNATURE_TYPE_ECDSA_P256=y', 'CONFIG_MCUBOOT=y'),
    'app/build/mcuboot/zephyr/zephyr.map': BOOT_MAP,
  });
}
