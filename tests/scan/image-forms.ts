// Writers of the forms in which images travel, as the formats are published: records, devicetrees, partition tables, archives.

import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

/** Intel HEX of bytes at an address (type 04 for the upper half of it), 16 octets a record. */
export function toIntelHex(bytes: Uint8Array, address = 0): string {
  const line = (type: number, at: number, data: readonly number[]): string => {
    const octets = [data.length, (at >> 8) & 0xff, at & 0xff, type, ...data];
    const sum = (256 - (octets.reduce((total, octet) => total + octet, 0) % 256)) % 256;
    return `:${[...octets, sum].map(twoDigits).join('')}\r\n`;
  };
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const whole = address + at;
    if (at === 0 || whole % 65_536 === 0) lines.push(line(4, 0, [(whole >>> 24) & 0xff, (whole >>> 16) & 0xff]));
    lines.push(line(0, whole & 0xffff, [...bytes.subarray(at, at + 16)]));
  }
  return `${lines.join('')}${line(1, 0, [])}`;
}

/** S-records with 32-bit addresses, 16 octets a record. */
export function toSRecords(bytes: Uint8Array, address = 0): string {
  const line = (type: number, octets: readonly number[]): string => {
    const counted = [octets.length + 1, ...octets];
    const sum = 255 - (counted.reduce((total, octet) => total + octet, 0) % 256);
    return `S${type}${[...counted, sum].map(twoDigits).join('')}\n`;
  };
  const be32 = (value: number): number[] => [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
  const data = Array.from({ length: Math.ceil(bytes.length / 16) }, (_, index) =>
    line(3, [...be32(address + index * 16), ...bytes.subarray(index * 16, index * 16 + 16)]),
  );
  return [line(0, [0, 0, 0x68, 0x69]), ...data, line(7, be32(address))].join('');
}

const twoDigits = (octet: number): string => octet.toString(16).padStart(2, '0').toUpperCase();

/** UF2 with blocks of 256 octets of payload. */
export function toUf2(
  bytes: Uint8Array,
  { address = 0x1000_0000, family = 0xe48bff56 }: { readonly address?: number; readonly family?: number } = {},
): Uint8Array {
  const count = Math.ceil(bytes.length / 256);
  return new Uint8Array(
    Buffer.concat(
      Array.from({ length: count }, (_, index) => {
        const block = Buffer.alloc(512);
        const payload = bytes.subarray(index * 256, index * 256 + 256);
        const words = [0x0a324655, 0x9e5d5157, 0x2000, address + index * 256, payload.length, index, count, family];
        words.forEach((word, at) => {
          block.writeUInt32LE(word, at * 4);
        });
        block.set(payload, 32);
        block.writeUInt32LE(0x0ab16f30, 508);
        return block;
      }),
    ),
  );
}

export interface TreeNode {
  readonly [name: string]: TreeNode | string | Uint8Array | number;
}

/** A flattened devicetree (version 17): strings end with NUL, numbers are one cell. */
export function toFdt(root: TreeNode): Uint8Array {
  const strings: string[] = [];
  const be32 = (value: number): Buffer => {
    const cell = Buffer.alloc(4);
    cell.writeUInt32BE(value >>> 0);
    return cell;
  };
  const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  const nameOffset = (name: string): number => {
    if (!strings.includes(name)) strings.push(name);
    return strings.slice(0, strings.indexOf(name)).reduce((sum, each) => sum + each.length + 1, 0);
  };
  const node = (name: string, content: TreeNode): Buffer => {
    const entries = Object.entries(content);
    const isNode = (value: unknown): value is TreeNode => typeof value === 'object' && !(value instanceof Uint8Array);
    const properties = entries.flatMap(([key, value]) => {
      if (isNode(value)) return [];
      const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`) : typeof value === 'number' ? be32(value) : Buffer.from(value);
      return [be32(3), be32(bytes.length), be32(nameOffset(key)), padded(bytes)];
    });
    const children = entries.flatMap(([key, value]) => (isNode(value) ? [node(key, value)] : []));
    return Buffer.concat([be32(1), padded(Buffer.from(`${name}\0`)), ...properties, ...children, be32(2)]);
  };
  const structure = Buffer.concat([node('', root), be32(9)]);
  const names = Buffer.from(strings.map((each) => `${each}\0`).join(''));
  const reserved = Buffer.alloc(16);
  const offsets = [40 + reserved.length, 40 + reserved.length + structure.length];
  const total = 40 + reserved.length + structure.length + names.length;
  const header = [0xd00dfeed, total, offsets[0] ?? 0, offsets[1] ?? 0, 40, 17, 16, 0, names.length, structure.length].map(be32);
  return new Uint8Array(Buffer.concat([...header, reserved, structure, names]));
}

export interface Partition {
  readonly label: string;
  readonly type: number;
  readonly subtype: number;
  readonly offset: number;
  readonly size: number;
  readonly flags?: number;
}

/** The binary partition table of ESP-IDF with its MD5 entry. */
export function toPartitionTable(partitions: readonly Partition[]): Uint8Array {
  const entries = Buffer.concat(
    partitions.map(({ label, type, subtype, offset, size, flags = 0 }) => {
      const entry = Buffer.alloc(32);
      entry.set([0xaa, 0x50, type, subtype]);
      entry.writeUInt32LE(offset, 4);
      entry.writeUInt32LE(size, 8);
      entry.write(label, 12, 16, 'latin1');
      entry.writeUInt32LE(flags, 28);
      return entry;
    }),
  );
  const digest = Buffer.concat([Buffer.from([0xeb, 0xeb]), Buffer.alloc(14, 0xff), createHash('md5').update(entries).digest()]);
  return new Uint8Array(Buffer.concat([entries, digest]));
}

/** A tar archive (ustar) of regular files, or of what `type` says. */
export function toTar(files: readonly { readonly path: string; readonly bytes: Uint8Array; readonly type?: string }[]): Uint8Array {
  const blocks = files.flatMap(({ path, bytes, type = '0' }) => {
    const header = Buffer.alloc(512);
    header.write(path, 0, 100, 'latin1');
    header.write('0000644\0', 100, 'latin1');
    header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
    header.write(`        ${type}`, 148, 'latin1');
    header.write('ustar\x0000', 257, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return [header, Buffer.from(bytes), Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return new Uint8Array(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** A zip archive; `bytes` are deflated, and `claimed` is what the directory says of their size. */
export function toZip(
  files: readonly { readonly path: string; readonly bytes: Uint8Array; readonly claimed?: number; readonly flags?: number }[],
): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, bytes, claimed = bytes.length, flags = 0 } of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(bytes);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(flags, 2);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(crc32(bytes), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(claimed, 18);
    fixed.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fixed, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fixed, rest, name]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.set([0x50, 0x4b, 5, 6]);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, central, end]));
}

/** A cpio archive of the format newc. */
export function toCpio(files: readonly { readonly path: string; readonly bytes: Uint8Array; readonly mode?: number }[]): Uint8Array {
  const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  const entry = (path: string, bytes: Uint8Array, mode: number): Buffer => {
    const fields = [1, mode, 0, 0, 1, 0, bytes.length, 0, 0, 0, 0, path.length + 1, 0];
    const head = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`;
    return Buffer.concat([padded(Buffer.from(`${head}${path}\0`)), padded(Buffer.from(bytes))]);
  };
  const entries = files.map(({ path, bytes, mode = 0o100644 }) => entry(path, bytes, mode));
  return new Uint8Array(Buffer.concat([...entries, entry('TRAILER!!!', new Uint8Array(), 0)]));
}
