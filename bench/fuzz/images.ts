// The readers of images and containers with files that they read, to be mutated. The writers are those of the tests; keys are made here.

import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readCbor } from '../../src/formats/cbor.ts';
import { openContainer } from '../../src/formats/containers/open.ts';
import { containerKind } from '../../src/formats/containers/signature.ts';
import { readElf } from '../../src/formats/elf.ts';
import { symbolsOf } from '../../src/formats/elf-symbols.ts';
import { versionNeedsOf } from '../../src/formats/elf-versions.ts';
import { readEspImage } from '../../src/formats/esp-image.ts';
import { readEspPartitionTable } from '../../src/formats/esp-partition-table.ts';
import { readFdt } from '../../src/formats/fdt.ts';
import { readIntelHex } from '../../src/formats/intel-hex.ts';
import { readMcubootImage } from '../../src/formats/mcuboot.ts';
import { readSRecords } from '../../src/formats/srecord.ts';
import { readSuit } from '../../src/formats/suit.ts';
import { readUf2 } from '../../src/formats/uf2.ts';
import { verifySignature } from '../../src/formats/verify-signature.ts';
import { packageRoot } from '../../src/io/package-files.ts';
import { constantTables } from '../../src/knowledge/constants.ts';
import { findEvenRegions } from '../../src/scan/bytes/entropy.ts';
import { findInBytes } from '../../src/scan/bytes/find.ts';
import { findResidues } from '../../src/scan/bytes/residues.ts';
import { readPublicKeys } from '../../src/scan/firmware/keys.ts';
import { firmwareScanner } from '../../src/scan/firmware.ts';
import { toEspImage, toMcubootImage, toSignedMcuboot } from '../../tests/scan/image-builders.ts';
import { toCpio, toFdt, toIntelHex, toPartitionTable, toSRecords, toTar, toUf2, toZip } from '../../tests/scan/image-forms.ts';
import type { Reader } from './pqc.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const ELF = ['cortex-m0plus.o.elf', 'client.elf', 'big-endian.elf'].map(
  (name) => new Uint8Array(readFileSync(join(packageRoot(), 'tests/fixtures/firmware', name))),
);
const MCUBOOT = [
  toMcubootImage({ guarded: [{ type: 0x50, value: Uint8Array.of(1, 0, 0, 0) }] }),
  toSignedMcuboot('p256').bytes,
  toSignedMcuboot('ed25519-pure').bytes,
];
const ESP = [toEspImage(), toEspImage({ signature: 'p256' })];
const TABLE = toPartitionTable([{ label: 'ota_0', type: 0, subtype: 16, offset: 0x10000, size: 0x100000 }]);
const FDT = toFdt({
  images: { 'kernel-1': { data: bytesOf('kernel'), 'hash-1': { algo: 'sha256', value: new Uint8Array(32) } } },
  configurations: { 'conf-1': { kernel: 'kernel-1', 'signature-1': { algo: 'sha256,rsa2048', value: new Uint8Array(256) } } },
});
/** draft-ietf-suit-manifest, appendix B.1 */
const SUIT = Uint8Array.from(
  Buffer.from(
    'd86ba2025873825824822f58206658ea560262696dd1f13b782239a064da7c6c5cbaf52fded428a6fc83c7e5af584ad28443a10126a0f658406c56f1463de7d83c945b88bceb0797958938942a71b2b4a7dffe2b4e8f07b91dd4ee3c6c48f869e668f6ce9113c32de6b2b17dbcabdcad5588102d486c3884df035871a50101020003585fa202818141000458568614a40150fa6b4a53d5ad5fdfbe9de663e4d41ffe02501492af1425695e48bf429b2d51f2ab45035824822f582000112233445566778899aabbccddeeff0123456789abcdeffedcba98765432100e1987d0010f020f074382030f0943821702',
    'hex',
  ),
);
const MEMBERS = [
  { path: 'etc/cert.pem', bytes: bytesOf('content') },
  { path: 'b', bytes: new Uint8Array(700) },
];
const ARCHIVES = [toTar(MEMBERS), toZip(MEMBERS), toCpio(MEMBERS), new Uint8Array(gzipSync('content'.repeat(100))), FDT];
const HEX = bytesOf(toIntelHex(MCUBOOT[1] ?? TABLE, 0xfff0));
const RECORDS = bytesOf(toSRecords(MCUBOOT[1] ?? TABLE, 0x0800_0000));
const UF2 = toUf2(MCUBOOT[1] ?? TABLE);
const KEY = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const SPKI = new Uint8Array(KEY.publicKey.export({ format: 'der', type: 'spki' }));
const DIGEST = new Uint8Array(32).fill(7);
const SIGNATURE = new Uint8Array(sign('sha256', DIGEST, KEY.privateKey));
/** a table, an identifier, a version string, a PEM block and a DER key one after another */
const BYTES = [
  Uint8Array.from([
    ...(constantTables().find(({ name }) => name === 'ML-KEM zetas')?.encodings[0]?.bytes ?? []),
    ...bytesOf('OpenSSL 3.0.15 3 Sep 2024\0'),
    ...bytesOf(String(KEY.privateKey.export({ format: 'pem', type: 'pkcs8' }))),
    ...KEY.privateKey.export({ format: 'der', type: 'pkcs8' }),
    ...SPKI,
  ]),
  readFileSync(join(packageRoot(), 'tests/fixtures/pki/device.der')),
];
const BUDGET = { bytes: 1_000_000, entries: 100 } as const;

/** Every reader of the room. */
export const IMAGE_READERS: readonly Reader[] = [
  { name: 'intel-hex', seeds: [HEX], read: readIntelHex },
  { name: 's-records', seeds: [RECORDS], read: readSRecords },
  { name: 'uf2', seeds: [UF2], read: readUf2 },
  { name: 'devicetree', seeds: [FDT], read: readFdt },
  { name: 'cbor', seeds: [SUIT], read: (bytes) => readCbor(bytes) },
  { name: 'suit', seeds: [SUIT], read: readSuit },
  { name: 'esp-image', seeds: ESP, read: readEspImage },
  { name: 'esp-partition-table', seeds: [TABLE], read: (bytes) => readEspPartitionTable(bytes) },
  { name: 'mcuboot', seeds: MCUBOOT, read: (bytes) => readMcubootImage(bytes) },
  { name: 'elf', seeds: ELF, read: readElfWhole },
  { name: 'containers', seeds: ARCHIVES, read: openWhole },
  { name: 'image-keys', seeds: [SPKI, bytesOf(String(KEY.publicKey.export({ format: 'pem', type: 'spki' })))], read: readPublicKeys },
  {
    name: 'image-signature',
    seeds: [SIGNATURE],
    read: (signature) => verifySignature(SPKI, { scheme: 'ecdsa', digest: 'sha-256', signed: DIGEST, signature }),
  },
  { name: 'image-bytes', seeds: BYTES, read: (bytes) => [findInBytes(bytes), findResidues(bytes), findEvenRegions(bytes)] },
  { name: 'firmware-scanner', seeds: [...MCUBOOT, ...ESP, TABLE, FDT, SUIT, HEX, RECORDS, UF2, ...ELF], read: scanWhole },
];

function readElfWhole(bytes: Uint8Array): void {
  const elf = readElf(bytes);
  if (elf === undefined || 'found' in elf) return;
  void [[...symbolsOf(bytes, elf)], versionNeedsOf(bytes, elf)];
}

/** A budget that is exceeded is a fault as a crash is. */
function openWhole(bytes: Uint8Array): void {
  const kind = containerKind(bytes);
  if (kind === undefined) return;
  const { members } = openContainer(kind, { bytes, name: 'a', budget: { ...BUDGET } });
  const taken = members.reduce((sum, member) => sum + member.bytes.length, 0);
  if (taken > BUDGET.bytes || members.length > BUDGET.entries) throw new Error('the budget was exceeded');
}

function scanWhole(bytes: Uint8Array): void {
  const entry = { path: 'a.bin', bytes: bytes.length, ignored: false, origin: 'first-party' } as const;
  for (const _ of firmwareScanner.scan({ entry, bytes, text: () => '', literals: new Set() })) void _;
}
