// Firmware files: ELF (what is linked in), MCUboot and Espressif images (how they are signed, hashed, encrypted, versioned). A file that
// looks like firmware and is none of these is a gap with its size: nothing is guessed from it.

import type { Evidence, Gap } from '../model/evidence.ts';
import type { FileScanner, ScanFile } from '../model/world.ts';
import { scanElf } from './firmware/elf-facts.ts';
import { scanEspImage } from './firmware/esp-facts.ts';
import { scanMcuboot } from './firmware/mcuboot-facts.ts';
import { scanUnknown } from './firmware/unknown.ts';

const MAX_BYTES = 64_000_000;
const FIRMWARE = /\.(?:elf|axf|out|bin|img|hex|uf2|so(?:\.\d+)*|ko)$/i;
/** Programs of a root file system carry no extension. */
const PROGRAM = /(?:^|\/)s?bin\/[^/.]+$/;

/** Reads firmware images and linked programs. */
export const firmwareScanner: FileScanner = {
  id: 'firmware',
  title: 'firmware images',
  // An image is evidence even where git ignores it.
  wants: ({ path }) => FIRMWARE.test(path) || PROGRAM.test(path),
  maxBytes: MAX_BYTES,
  scan: (file: ScanFile): Iterable<Evidence | Gap> => scanElf(file) ?? scanMcuboot(file) ?? scanEspImage(file) ?? scanUnknown(file),
};
