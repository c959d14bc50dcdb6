// What an image for an Espressif chip says: the chip, the application's version, the digest at its end, and the signature blocks of Secure
// Boot v2. ESP-IDF documentation: "App Image Format", "Secure Boot V2".

import { isMalformed } from '../../formats/der.ts';
import { ESP_SIGNATURE_BYTES, type EspImage, type EspSignatureBlock, readEspImage } from '../../formats/esp-image.ts';
import { toHex } from '../../formats/hex.ts';
import { type SignatureClaim, verifySignature } from '../../formats/verify-signature.ts';
import { type Mechanism, mechanism, toUse } from '../../knowledge/mechanism.ts';
import type { CurveId } from '../../model/algorithm.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toPublicKeyFacts } from '../certificate/key-facts.ts';
import { algorithm, fact, type Image, type Said, toEvidence, toGap, toImage } from './image.ts';
import { type KeyRing, toKeyRing } from './keys.ts';
import { readKeyObject } from './mcuboot-signature.ts';

/** esp_chip_id_t of ESP-IDF's esp_app_format.h; names as `idf.py set-target` writes them. */
const CHIPS: ReadonlyMap<number, string> = new Map([
  [0x00, 'esp32'],
  [0x02, 'esp32s2'],
  [0x05, 'esp32c3'],
  [0x09, 'esp32s3'],
  [0x0c, 'esp32c2'],
  [0x0d, 'esp32c6'],
  [0x10, 'esp32h2'],
  [0x12, 'esp32p4'],
  [0x14, 'esp32c61'],
  [0x17, 'esp32c5'],
  [0x19, 'esp32h21'],
  [0x1c, 'esp32h4'],
]);

const CURVES: ReadonlyMap<number, CurveId> = new Map([
  [1, 'secp192r1'],
  [2, 'secp256r1'],
  [3, 'secp384r1'],
] as const);

/** The facts of an image at the start of the bytes; undefined for other bytes. */
export function scanEspImage(file: ScanFile): readonly (Evidence | Gap)[] | undefined {
  const { bytes, entry } = file;
  const esp = readEspImage(bytes);
  if (esp === undefined) return undefined;
  // The magic is a single octet: an image that breaks off, for a chip that is not known, is more likely something else.
  if (isMalformed(esp))
    return CHIPS.has((bytes[12] ?? 0) + 256 * (bytes[13] ?? 0))
      ? [toGap(entry, 'malformed', `ESP image: expected ${esp.expected}, found ${esp.found}`, esp.offset)]
      : undefined;
  const image = toImage(file, esp.app?.version);
  const ring = toKeyRing(file);
  return [
    ...headerFacts(image, esp),
    ...digestFacts(image, esp),
    ...esp.signatures.flatMap((block) => signatureFacts(image, block, ring)),
    ...gapsOf(file, esp),
    ...operatorGap(file, esp, ring),
  ];
}

/** Whether a chip of this number is known. */
export function isEspChip(chipId: number): boolean {
  return CHIPS.has(chipId);
}

function headerFacts(image: Image, { chipId, app, bootloader }: EspImage): readonly Evidence[] {
  const chip = CHIPS.get(chipId) ?? `chip id 0x${chipId.toString(16)}`;
  const inApp = (offset: number, length: number): Said => said(32 + offset, length);
  return [
    toEvidence(image, said(12, 2), fact('soc', chip, 'esp_image_header_t chip_id')),
    ...(app === undefined || app.version === ''
      ? []
      : [toEvidence(image, inApp(16, 32), fact('image-version', app.version, 'esp_app_desc_t version'))]),
    ...(app === undefined || app.idfVersion === ''
      ? []
      : [toEvidence(image, inApp(112, 32), fact('build-system', `esp-idf ${app.idfVersion}`, 'esp_app_desc_t idf_ver'))]),
    ...(bootloader === undefined
      ? []
      : [
          toEvidence(
            image,
            { ...inApp(8, 32), roleHint: 'boot' },
            fact('build-system', `esp-idf ${bootloader.idfVersion}`, 'esp_bootloader_desc_t idf_ver'),
          ),
        ]),
    ...(app === undefined || app.secureVersion === 0
      ? []
      : [
          toEvidence(
            image,
            { ...inApp(4, 4), roleHint: 'boot' },
            fact('anti-rollback', `secure-version ${app.secureVersion}`, 'esp_app_desc_t secure_version'),
          ),
        ]),
  ];
}

function digestFacts(image: Image, { appended, imageBytes, signatures }: EspImage): readonly Evidence[] {
  if (appended === undefined) return [];
  const at: Said = { ...said(imageBytes - 32, 32), roleHint: 'boot' };
  return [
    toEvidence(
      image,
      at,
      algorithm(toUse('hash_appended', mechanism('sha-256', { functions: ['digest'] })), 'esp_image_header_t hash_appended', 'esp-idf'),
    ),
    toEvidence(image, at, fact('image-digest', `sha-256:${toHex(appended.digest)}`, 'esp_image_header_t hash_appended')),
    ...(signatures.length === 0
      ? [toEvidence(image, at, fact('image-hash-only', 'sha-256', 'appended digest without signature block'))]
      : []),
  ];
}

// The block carries the key that verifies it: whether it is the right one is decided by the digest of the key in the chip's eFuses.
function signatureFacts(image: Image, block: EspSignatureBlock, ring: KeyRing): readonly (Evidence | Gap)[] {
  const at: Said = { ...said(block.offset, ESP_SIGNATURE_BYTES), roleHint: 'boot' };
  const symbol = `Secure Boot v2 signature block version ${block.version}`;
  const inside = block.spki === undefined ? undefined : verifySignature(block.spki, toClaim(block));
  const right = inside === true && block.digestMatches;
  const confidence = right ? 'certain' : 'likely';
  const key = block.spki === undefined ? undefined : readKeyObject(block.spki);
  return [
    toEvidence(image, { ...at, confidence }, algorithm(toUse(symbol, schemeOf(block)), symbol, 'esp-idf')),
    toEvidence(image, at, fact('secure-boot', 'signed image', symbol)),
    toEvidence(image, at, fact('image-signature', describe(block, inside, ring), symbol)),
    ...(key === undefined
      ? []
      : [toEvidence(image, at, { kind: 'key', material: 'public-key', key: toPublicKeyFacts(key), encrypted: false, container: symbol })]),
    ...(inside === false
      ? [
          toGap(
            image.entry,
            'malformed',
            'Secure Boot v2: expected a signature by the key in its block, found one that does not verify',
            block.offset,
          ),
        ]
      : []),
  ];
}

function describe(block: EspSignatureBlock, inside: boolean | undefined, ring: KeyRing): string {
  if (inside === undefined) return 'not verified: its curve is not computed here';
  if (!inside || !block.digestMatches) return 'does not verify';
  return isByOperator(block, ring) ? 'verified with the given key' : 'verified with the key in its block';
}

function isByOperator({ spki }: EspSignatureBlock, { operator }: KeyRing): boolean {
  return spki !== undefined && operator.some((key) => toHex(key.spki) === toHex(spki));
}

function operatorGap({ entry }: ScanFile, { signatures, imageBytes }: EspImage, ring: KeyRing): readonly Gap[] {
  if (ring.operator.length === 0 || signatures.some((block) => isByOperator(block, ring))) return [];
  return [toGap(entry, 'malformed', 'ESP image: expected a signature block of the given key, found none', imageBytes)];
}

function toClaim({ version, imageDigest, signature }: EspSignatureBlock): SignatureClaim {
  const digest = imageDigest.length === 48 ? 'sha-384' : 'sha-256';
  return { scheme: version === 2 ? 'rsa-pss' : 'ecdsa', digest, signed: imageDigest, signature };
}

// Version 2: RSA-3072, PSS with SHA-256 and a salt of 32 octets. Version 3: ECDSA on the curve that the block names.
function schemeOf({ version, curveId, imageDigest }: EspSignatureBlock): Mechanism {
  if (version === 2)
    return mechanism('rsassa-pss', { keyBits: 3072, digest: 'sha-256', functions: ['verify'], parts: [mechanism('sha-256')] });
  const curve = curveId === undefined ? undefined : CURVES.get(curveId);
  const digest = imageDigest.length === 48 ? 'sha-384' : 'sha-256';
  return mechanism('ecdsa', { functions: ['verify'], digest, parts: [mechanism(digest)], ...(curve === undefined ? {} : { curve }) });
}

function gapsOf({ entry }: ScanFile, { appended, imageBytes, signatures }: EspImage): readonly Gap[] {
  const wrong = (offset: number, expected: string): Gap => toGap(entry, 'malformed', `${expected}, found another`, offset);
  return [
    ...(appended === undefined || appended.matches
      ? []
      : [wrong(imageBytes - 32, 'ESP image: expected the SHA-256 of the image at its end')]),
    ...signatures
      .filter((block) => !block.crcMatches)
      .map(({ offset }) => wrong(offset, 'Secure Boot v2: expected the CRC-32 of the signature block')),
    ...signatures
      .filter((block) => !block.digestMatches)
      .map(({ offset }) => wrong(offset, 'Secure Boot v2: expected the digest of the image in its signature block')),
  ];
}

function said(offset: number, length: number): Said {
  return { offset, length, state: 'present', confidence: 'certain' };
}
