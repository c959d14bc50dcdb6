// What ESP-IDF's build leaves beside sdkconfig, and what a chip says of itself: config/sdkconfig.json, flasher_args.json, and the summary of
// eFuses in JSON. ESP-IDF Programming Guide, "Build System"; esptool documentation, "espefuse summary --format json".

import { readJsonKeys } from '../../formats/json-keys.ts';
import { toTextLines } from '../../formats/text-lines.ts';
import { toUse } from '../../knowledge/mechanism.ts';
import type { Evidence, Gap, Observation } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { type Place, type Said, toEvidence, toGap } from './said.ts';

/** The file as an object, with the place of each of its keys. */
interface Described {
  readonly values: ReadonlyMap<string, unknown>;
  readonly placeOf: (...path: readonly string[]) => Place;
}

const PRESENT = { state: 'present', grade: 'source', confidence: 'certain' } as const;

/** Switches of config/sdkconfig.json: names without their prefix, values as JSON has them. */
export function* scanSdkconfigJson(file: ScanFile): Generator<Evidence | Gap> {
  const read = readDescribed(file, 1);
  if ('reason' in read) return yield read;
  for (const [key, value] of read.values) {
    if (!/^[A-Z][A-Z0-9_]{0,119}$/.test(key)) continue;
    const said = value === true ? 'y' : value === false || value === null ? 'n' : 'set';
    const observed: Observation = { kind: 'fact', fact: 'build-switch', value: said, symbol: `CONFIG_${key}` };
    yield toEvidence(file.entry, { ...read.placeOf(key), ...PRESENT }, observed);
  }
}

/** Chip and size of the flash, of flasher_args.json. */
export function* scanFlasherArgs(file: ScanFile): Generator<Evidence | Gap> {
  const read = readDescribed(file, 2);
  if ('reason' in read) return yield read;
  const size = /^(\d{1,3})MB$/.exec(String(toMap(read.values.get('flash_settings')).get('flash_size')))?.[1];
  const chip = toMap(read.values.get('extra_esptool_args')).get('chip');
  if (size !== undefined) {
    const observed: Observation = { kind: 'fact', fact: 'flash-bytes', value: String(Number(size) * 2 ** 20), symbol: 'flash_size' };
    yield toEvidence(file.entry, { ...read.placeOf('flash_settings', 'flash_size'), ...PRESENT }, observed);
  }
  if (typeof chip === 'string' && /^esp32[a-z0-9]{0,8}$/.test(chip)) {
    const observed: Observation = { kind: 'fact', fact: 'soc', value: chip, symbol: 'chip' };
    yield toEvidence(file.entry, { ...read.placeOf('extra_esptool_args', 'chip'), ...PRESENT }, observed);
  }
}

interface Fuse {
  /** what it states when it is burnt; nothing but that it is not, otherwise */
  readonly burnt: (name: string, value: unknown) => Observation | undefined;
}

const secureBoot = (version: string): Fuse => ({ burnt: (symbol) => ({ kind: 'fact', fact: 'secure-boot', value: version, symbol }) });
const flashEncryption = (mode?: 'xts'): Fuse => ({
  burnt: (symbol) => ({
    kind: 'algorithm',
    use: toUse(symbol, { algorithm: 'aes', ...(mode === undefined ? { keyBits: 256 } : { mode }) }),
    symbol,
  }),
});

/**
 * eFuses that decide what the boot loader verifies and decrypts. ESP32 Technical Reference Manual, "eFuse Controller"; ESP-IDF, "Secure
 * Boot v2" and "Flash Encryption": the first chip has AES-256 of its own, later ones XTS-AES with a key of 128 or 256 bits.
 */
const FUSES: ReadonlyMap<string, Fuse> = new Map([
  ['ABS_DONE_0', secureBoot('esp-secure-boot-v1')],
  ['ABS_DONE_1', secureBoot('esp-secure-boot-v2')],
  ['SECURE_BOOT_EN', secureBoot('esp-secure-boot-v2')],
  [
    'SECURE_VERSION',
    { burnt: (symbol, value) => ({ kind: 'fact', fact: 'anti-rollback', value: `secure-version ${toCount(value)}`, symbol }) },
  ],
  ['FLASH_CRYPT_CNT', flashEncryption()],
  ['SPI_BOOT_CRYPT_CNT', flashEncryption('xts')],
]);

/** What a chip's eFuses say: observed on one unit. Keys that can be read stand in such a file; none is repeated. Nothing for another JSON file. */
export function* scanEfuses(file: ScanFile): Generator<Evidence | Gap> {
  const read = readDescribed(file, 1);
  if ('reason' in read) return yield read;
  for (const [name, fuse] of FUSES) {
    const field = toMap(read.values.get(name));
    if (!field.has('efuse_type') || !field.has('value')) continue;
    const observed = fuse.burnt(name, field.get('value'));
    if (observed === undefined) continue;
    const state = isBurnt(name, field.get('value')) ? (observed.kind === 'algorithm' ? 'enabled' : 'present') : 'absent';
    const said: Said = {
      ...read.placeOf(name),
      state,
      grade: 'observed',
      confidence: 'certain',
      roleHint: observed.kind === 'algorithm' ? 'storage' : 'boot',
    };
    yield toEvidence(file.entry, said, observed);
  }
}

// Encryption is on where an odd number of the counter's bits is burnt; newer tools print `Enable` or `Disable`.
function isBurnt(name: string, value: unknown): boolean {
  const count = toCount(value);
  if (!name.endsWith('_CRYPT_CNT')) return value === true || /^true$/i.test(String(value)) || count > 0;
  return /^enable/i.test(String(value)) || [...count.toString(2)].filter((bit) => bit === '1').length % 2 === 1;
}

function toCount(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  return /^(?:0x[0-9a-f]{1,8}|0b[01]{1,32}|\d{1,9})$/i.test(String(value)) ? Number(value) : 0;
}

function readDescribed({ entry, bytes, text }: ScanFile, keyDepth: number): Described | Gap {
  const content = text();
  const read = readJsonKeys(content, keyDepth);
  const lines = toTextLines(content, bytes);
  const toPlace = (index: number): Place => {
    const { line, index: column } = lines.placeOf(index);
    return { line, offset: lines.locate(line, column).offset };
  };
  if (!read.ok) return toGap(entry, 'malformed', read.detail, toPlace(read.offset));
  return { values: toMap(read.value), placeOf: (...path) => toPlace(read.offsetOf(path) ?? 0) };
}

function toMap(value: unknown): ReadonlyMap<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : new Map();
}
