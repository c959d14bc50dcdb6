// Where the libraries that are drivers compute: CycloneDX 1.7 `executionEnvironment` and `implementationPlatform`. The platform is named
// where all chips of a library share it; a chip beside the processor is `other`. Sources: the reference manuals of the peripherals' families.

import type { Execution } from '../../../model/evidence.ts';

const CHIP_BESIDE: Execution = { environment: 'hardware', platform: 'other' };
const HARDWARE: Execution = { environment: 'hardware' };

/** By the name of the library. What is not here runs as the build has it, which its source does not tell. */
export const EXECUTIONS: ReadonlyMap<string, Execution> = new Map([
  ['esp-idf', CHIP_BESIDE], // Xtensa and RISC-V, which the schema does not name
  ['stm32-hal', HARDWARE],
  ['nxp-caam', HARDWARE],
  ['nxp-casper', { environment: 'hardware', platform: 'armv8-m' }],
  ['nxp-dcp', { environment: 'hardware', platform: 'armv7-m' }],
  ['nxp-hashcrypt', { environment: 'hardware', platform: 'armv8-m' }],
  ['nxp-ltc', HARDWARE],
  ['nxp-mmcau', HARDWARE],
  ['nxp-els', { environment: 'hardware', platform: 'armv8-m' }],
  ['nxp-se05x', CHIP_BESIDE],
  ['cryptocell', HARDWARE],
  ['nrf-cc3xx', HARDWARE],
  ['silabs-se', HARDWARE],
  ['silabs-crypto', HARDWARE],
  ['renesas-sce', HARDWARE],
  ['renesas-rsip', HARDWARE],
  ['renesas-tsip', HARDWARE],
  ['ti-drivers', HARDWARE],
  ['infineon-crypto', HARDWARE],
  ['cryptoauthlib', CHIP_BESIDE],
  ['optiga-trust', CHIP_BESIDE],
  ['stsafe', CHIP_BESIDE],
  ['tpm2-tss', CHIP_BESIDE],
  ['wolftpm', CHIP_BESIDE],
  ['optee', { environment: 'software-tee' }],
]);
