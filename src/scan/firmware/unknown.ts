// A file that is firmware by its name and in no form that is read: said as a gap, by the name of the form where its first octets tell it.

import type { Gap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toGap } from './image.ts';

interface Form {
  readonly name: string;
  readonly starts: readonly number[];
}

/** UF2 (Microsoft), Flattened Device Tree (Devicetree Specification 5.2), U-Boot legacy image, SquashFS, gzip, xz, Android sparse image. */
const FORMS: readonly Form[] = [
  { name: 'UF2', starts: [0x55, 0x46, 0x32, 0x0a] },
  { name: 'flattened device tree (U-Boot FIT)', starts: [0xd0, 0x0d, 0xfe, 0xed] },
  { name: 'U-Boot legacy image', starts: [0x27, 0x05, 0x19, 0x56] },
  { name: 'SquashFS', starts: [0x68, 0x73, 0x71, 0x73] },
  { name: 'gzip', starts: [0x1f, 0x8b] },
  { name: 'xz', starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { name: 'Android sparse image', starts: [0x3a, 0xff, 0x26, 0xed] },
];

const SNIFFED_BYTES = 8192;
const NAMED_FIRMWARE = /\.(?:elf|axf|bin|img|hex|uf2|out)$/i;

/** The gap of a file that is not understood; nothing for text and for files that only stand where programs stand. */
export function scanUnknown({ entry, bytes }: ScanFile): readonly Gap[] {
  if (bytes.length === 0 || !NAMED_FIRMWARE.test(entry.path)) return [];
  // Intel HEX records begin with a colon; a .hex file of another kind is a dump of something.
  const isText = !bytes.subarray(0, SNIFFED_BYTES).some(isControl);
  if (isText) return /\.hex$/i.test(entry.path) && bytes[0] === 0x3a ? [unsupported('Intel HEX', entry.bytes)] : [];
  const form = FORMS.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte));
  return [unsupported(form?.name ?? 'a form that is not known', entry.bytes)];

  function unsupported(name: string, size: number): Gap {
    return toGap(entry, 'unsupported', `${size} bytes of ${name}: not decoded`);
  }
}

function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);
}
