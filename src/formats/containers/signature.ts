// What a container is, told by its first octets: RFC 1952 (gzip), PKWARE APPNOTE 4.3.7 (zip), POSIX.1-2001 (ustar), the cpio formats
// `newc` and `crc`, the .xz file format 1.2 section 2.1.1, RFC 8878 (zstd), SquashFS 4, ext4, UBI, Devicetree Specification 5.2.

export type ContainerKind = 'tar' | 'zip' | 'gzip' | 'cpio' | 'fit' | 'xz' | 'zstd' | 'squashfs' | 'ext4' | 'ubi';

interface Signature {
  readonly kind: ContainerKind;
  readonly name: string;
  readonly offset: number;
  readonly octets: readonly number[];
}

const SIGNATURES: readonly Signature[] = [
  { kind: 'gzip', name: 'gzip', offset: 0, octets: [0x1f, 0x8b, 0x08] },
  { kind: 'zip', name: 'zip', offset: 0, octets: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'xz', name: 'xz', offset: 0, octets: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: 'zstd', name: 'zstd', offset: 0, octets: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: 'cpio', name: 'cpio', offset: 0, octets: ascii('070701') },
  { kind: 'cpio', name: 'cpio', offset: 0, octets: ascii('070702') },
  { kind: 'squashfs', name: 'SquashFS', offset: 0, octets: ascii('hsqs') },
  { kind: 'ubi', name: 'UBI', offset: 0, octets: ascii('UBI#') },
  { kind: 'fit', name: 'flattened devicetree (U-Boot FIT)', offset: 0, octets: [0xd0, 0x0d, 0xfe, 0xed] },
  { kind: 'tar', name: 'tar', offset: 257, octets: ascii('ustar') },
  { kind: 'ext4', name: 'ext4', offset: 1080, octets: [0x53, 0xef] },
];

/** How many octets of a file tell its kind. */
export const SIGNATURE_BYTES = 2048;

/** The kind of container that begins here; undefined for anything else. */
export function containerKind(bytes: Uint8Array): ContainerKind | undefined {
  return find(bytes)?.kind;
}

/** The name of the container that begins here, as it is written in a gap. */
export function containerName(bytes: Uint8Array): string | undefined {
  return find(bytes)?.name;
}

function find(bytes: Uint8Array): Signature | undefined {
  return SIGNATURES.find(
    ({ offset, octets, kind }) => octets.every((octet, index) => bytes[offset + index] === octet) && isBelievable(kind, bytes),
  );
}

// Two octets say little: an ext4 superblock has a block size of 1 to 64 KiB and a known revision (ext4 documentation, "Super Block").
function isBelievable(kind: ContainerKind, bytes: Uint8Array): boolean {
  if (kind !== 'ext4') return true;
  return (bytes[1024 + 24] ?? 9) <= 6 && bytes[1024 + 25] === 0 && (bytes[1024 + 76] ?? 9) <= 1 && bytes[1024 + 77] === 0;
}

function ascii(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)];
}
