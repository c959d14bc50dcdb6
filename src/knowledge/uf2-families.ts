// Families of UF2 files by their numbers: uf2families.json of github.com/microsoft/uf2, for the chips that IoT products are built on.

const FAMILIES: ReadonlyMap<number, string> = new Map([
  [0xe48bff56, 'rp2040'],
  [0xe48bff59, 'rp2350-arm-s'],
  [0xe48bff5a, 'rp2350-riscv'],
  [0xe48bff5b, 'rp2350-arm-ns'],
  [0xada52840, 'nrf52840'],
  [0x621e937a, 'nrf52833'],
  [0x1b57745f, 'nrf52'],
  [0x1c5f21b0, 'esp32'],
  [0xbfdd4eee, 'esp32s2'],
  [0xc47e5767, 'esp32s3'],
  [0xd42ba06c, 'esp32c3'],
  [0x540ddf62, 'esp32c6'],
  [0x57755a57, 'stm32f4'],
  [0x53b80f00, 'stm32f7'],
  [0x6b846188, 'stm32f3'],
  [0x5ee21072, 'stm32f1'],
  [0x00ff6919, 'stm32l4'],
  [0x70d16653, 'stm32wb'],
  [0x68ed2b88, 'samd21'],
  [0x55114460, 'samd51'],
  [0x4fb2d5bd, 'mimxrt10xx'],
]);

/** The name of a family; undefined for one that is not listed. */
export function findUf2Family(id: number): string | undefined {
  return FAMILIES.get(id);
}
