import { describe, expect, it } from 'vitest';
import { classifyCore, classifyImplementation } from '../../src/cost/projection-classes.ts';
import { toBoardName, toSourceName } from '../../src/cost/projection-units.ts';

describe('the class of an implementation', () => {
  it.each([
    ['pqm4', 'clean', 'c', 'assembly'],
    ['pqm4', 'm4fspeed', 'assembly', 'assembly'],
    ['pqm4', 'm4f', 'assembly', 'assembly'],
    ['pqm4', 'm4fstack', 'low-ram', 'assembly'],
    ['pqm3', 'm3', 'assembly', 'assembly'],
    ['PQClean@3730b32', 'clean (gcc 12.2 -Os)', 'c', 'c'],
    ['wolfCrypt 5.7', 'C optimised (PR7676)', 'c', 'c'],
    ['wolfCrypt', 'no asm -Os', 'c', 'c'],
    ['wolfCrypt', 'Thumb2 asm', 'assembly', 'assembly'],
    ['mlkem-native', 'C (no-opt)', 'c', 'c'],
    ['mlkem-native', 'native-aarch64', 'assembly', 'assembly'],
    ['mlkem-native', '', 'unknown', 'unknown'],
    ['PQRV', 'ref', 'c', 'c'],
    ['PQRV', 'opt-rv32im', 'assembly', 'assembly'],
    ['liboqs', 'small stack', 'low-ram', 'c'],
    ['libcrux-iot', 'portable', 'c', 'c'],
    ['OpenSSL 3.6.0', 'OpenSSL default', 'c', 'assembly'],
    ['PQClean', '-O3 -mcpu=cortex-m4', 'c', 'c'],
    ['pqm4', 'm4fspeed -O3', 'assembly', 'assembly'],
    ['in house', '-O2 -mcpu=cortex-m4', 'c', 'c'],
    ['in house', 'opt c908', 'assembly', 'assembly'],
    ['in house', 'C11, gcc 13', 'c', 'c'],
    ['in house', 'C++ Arduino', 'unknown', 'unknown'],
    ['something new', '', 'unknown', 'unknown'],
    ['', '', 'unknown', 'unknown'],
  ])('%s %s: arithmetic %s, Keccak %s', (implementation, variant, arithmetic, keccak) => {
    expect(classifyImplementation(implementation, variant, false)).toMatchObject({ arithmetic, keccak });
  });

  it('knows no low-RAM ML-KEM: its matrix is streamed anyway', () => {
    expect(classifyImplementation('pqm4', 'm4fstack', true).arithmetic).toBe('assembly');
    expect(classifyImplementation('liboqs', 'small stack', true).arithmetic).toBe('c');
  });

  it('starts from an expanded key where the key objects of a library keep the matrix', () => {
    expect(classifyImplementation('OpenSSL 3.5', '', true).keys).toBe('expanded');
    expect(classifyImplementation('PQClean', 'clean', true).keys).toBe('packed');
  });

  it('reads a megabyte of name without delay', () => {
    expect(classifyImplementation('a'.repeat(1 << 20), 'no'.repeat(1 << 19), false).arithmetic).toBe('unknown');
  });
});

describe('the kind of a core', () => {
  it.each([
    ['Cortex-M4F', 'ARMv7E-M', 'cortex-m4', '32-bit'],
    ['Cortex-M0+', 'ARMv6-M', 'cortex-m0+', '32-bit'],
    ['ARM Cortex-M33', '', 'cortex-m33', '32-bit'],
    ['Cortex-M55', 'ARMv8.1-M', 'cortex-m55', '32-bit'],
    ['XuanTie C908', 'RV32IM', 'xuantie c908 rv32', '32-bit'],
    ['XuanTie C908', 'RV64IMV', 'xuantie c908 rv64', '64-bit in order'],
    ['Cortex-A53', 'ARMv8-A', 'cortex-a53', '64-bit in order'],
    ['Neoverse-N1', 'ARMv8.2-A', 'neoverse n1', '64-bit out of order'],
    ['', 'RV32IMC', 'rv32imc', '32-bit'],
    ['', '', '', '32-bit'],
  ])('%s %s is %s, %s', (core, isa, family, group) => {
    expect(classifyCore(core, isa)).toMatchObject({ family, group });
  });

  it('Xtensa is seen by core or by instruction set', () => {
    expect(classifyCore('Xtensa LX6', '').xtensa).toBe(true);
    expect(classifyCore('ESP32', 'Xtensa').xtensa).toBe(true);
    expect(classifyCore('ESP32-C3 RV32', 'RV32IMC').xtensa).toBe(false);
  });

  it('what runs Linux is no microcontroller', () => {
    expect(classifyCore('Cortex-A72', 'ARMv8-A').microcontroller).toBe(false);
    expect(classifyCore('SiFive E31', 'RV32IMAC').microcontroller).toBe(true);
  });
});

describe('boards and sources that are left out together', () => {
  it.each([
    ['stm32l4r5zi-24mhz', 'l4r5zi'],
    ['NUCLEO-L4R5ZI', 'l4r5zi'],
    ['rp2040-133mhz', 'rp2040'],
    ['rpi4-a72', 'rpi4-a72'],
  ])('%s is the board %s', (written, name) => {
    expect(toBoardName(written)).toBe(name);
  });

  it('a pull request is of its repository', () => {
    expect(toSourceName('wolfSSL/wolfssl PR #7676')).toBe(toSourceName('wolfSSL/wolfssl'));
    expect(toSourceName('pq-code-package/mlkem-c-aarch64 (gh-pages)')).toBe('pq-code-package/mlkem-c-aarch64');
  });
});
