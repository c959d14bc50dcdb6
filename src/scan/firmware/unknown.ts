// A file that is firmware by its name and in no form that is read: said as a gap, by the name of the form where its first octets tell it.

import { containerName } from '../../formats/containers/signature.ts';
import type { Gap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toGap } from './image.ts';

interface Form {
  readonly name: string;
  readonly starts: readonly number[];
}

/** U-Boot legacy image, Android sparse image. */
const FORMS: readonly Form[] = [
  { name: 'U-Boot legacy image', starts: [0x27, 0x05, 0x19, 0x56] },
  { name: 'Android sparse image', starts: [0x3a, 0xff, 0x26, 0xed] },
];

const SNIFFED_BYTES = 8192;
const NAMED_FIRMWARE = /\.(?:elf|axf|bin|img|hex|ihex|uf2|srec|s19|s28|s37|mot|itb|fit|suit|out)$/i;

/** The gap of a file that is not understood; nothing for text, for containers and for files that only stand where programs stand. */
export function scanUnknown({ entry, bytes }: ScanFile): readonly Gap[] {
  if (bytes.length === 0 || !NAMED_FIRMWARE.test(entry.path)) return [];
  // What a container holds, or why it was not opened, is told where it is opened.
  if (isText(bytes) || containerName(bytes) !== undefined) return [];
  const form = FORMS.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte));
  return [toGap(entry, 'unsupported', `${bytes.length} bytes of ${form?.name ?? 'a form that is not known'}: not decoded`)];
}

/** Whether the first octets are those of text. */
export function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, SNIFFED_BYTES).some(isControl);
}

function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);
}
