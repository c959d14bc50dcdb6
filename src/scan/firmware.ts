// Firmware files: ELF (what is linked in), images of MCUboot, Espressif, U-Boot and SUIT (how they are signed, hashed, encrypted,
// versioned), bare or in files of records. A file that looks like firmware and is none of these is a gap with its size: nothing is guessed.

import { containerKind } from '../formats/containers/signature.ts';
import type { Evidence, Gap } from '../model/evidence.ts';
import type { FileScanner, ScanFile } from '../model/world.ts';
import { scanImageBytes } from './bytes/facts.ts';
import { elfStateOf, scanElf } from './firmware/elf-facts.ts';
import { scanEspImage } from './firmware/esp-facts.ts';
import { scanEspFlash } from './firmware/esp-flash.ts';
import { scanFit } from './firmware/fit-facts.ts';
import { answerKeys, isKeyFile } from './firmware/keys.ts';
import { scanMcuboot } from './firmware/mcuboot-facts.ts';
import { scanRecords } from './firmware/record-facts.ts';
import { scanSuit } from './firmware/suit-facts.ts';
import { isText, scanUnknown } from './firmware/unknown.ts';

const MAX_BYTES = 64_000_000;
const FIRMWARE =
  /\.(?:elf|axf|out|bin|img|hex|ihex|uf2|srec|s19|s28|s37|mot|itb|fit|dtb|suit|so(?:\.\d+)*|ko|squashfs|sqfs|sqsh|ext[234]|ubi|ubifs|raucb|xz|zst)$/i;
/** Programs of a root file system, boot images and the members of a container carry no extension. */
const PROGRAM = /(?:^|\/)(?:s?bin|libexec)\/[^/.]+$|(?:^|\/)(?:vmlinux|vmlinuz|[zu]?Image|u-boot(?:-spl)?|init)$|!\/(?:[^/]*\/)*[^/.]+$/;

/** Reads firmware images and linked programs. */
export const firmwareScanner: FileScanner = {
  id: 'firmware',
  title: 'firmware images',
  // An image is evidence even where git ignores it.
  wants: ({ path }) => FIRMWARE.test(path) || PROGRAM.test(path),
  looksUp: isKeyFile,
  maxBytes: MAX_BYTES,
  scan,
  answer: answerKeys,
};

function scan(file: ScanFile): readonly (Evidence | Gap)[] {
  const elf = scanElf(file);
  if (elf !== undefined) return [...elf, ...scanImageBytes(file, elfStateOf(file.bytes))];
  return scanRecords(file, scanFlat) ?? scanFlat(file);
}

// Flat bytes as they stand in flash. What a container holds is read member by member.
function scanFlat(file: ScanFile): readonly (Evidence | Gap)[] {
  const said = scanEspFlash(file) ?? scanMcuboot(file) ?? scanEspImage(file) ?? scanFit(file) ?? scanSuit(file) ?? scanUnknown(file);
  return isContainer(file.bytes) || isText(file.bytes) ? said : [...said, ...scanImageBytes(file, 'present')];
}

function isContainer(bytes: Uint8Array): boolean {
  const kind = containerKind(bytes);
  return kind !== undefined && kind !== 'fit';
}
