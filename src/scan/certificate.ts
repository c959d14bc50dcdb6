// Certificates, requests, revocation lists and keys at rest: in files of their own, and as PEM blocks, arrays, base64 and JSON keys inside
// source code, configuration and images. Everything is decoded; a header string alone is no key. Nothing of a private key leaves this scanner but size, mechanism and
// the fingerprint of its public half.

import type { Evidence, Gap } from '../model/evidence.ts';
import type { FileEntry, FileScanner, ScanFile } from '../model/world.ts';
import { scanEmbedded } from './certificate/embedded.ts';
import { scanKeyFile } from './certificate/key-file.ts';

const MAX_BYTES = 64_000_000;
const MAX_TEXT_BYTES = 8_000_000;

const KEY_FILE =
  /\.(?:pem|crt|cer|cert|der|key|pub|csr|req|crl|p7b|p7c|p7s|p8|pk8|p12|pfx|jks|jceks|keystore|truststore|ca-bundle|gpg|pgp|jwks?|cose|cosekey)$/i;
const KEY_NAME =
  /^(?:id_(?:rsa|dsa|ecdsa|ed25519|ecdsa_sk|ed25519_sk)|authorized_keys2?|(?:ssh_)?known_hosts2?(?:\.old)?|jwks\.json|(?:dropbear|ssh_host)_[a-z0-9_]+_key)$/;
const IMAGE = /\.(?:elf|axf|out|bin|img|so)$/i;
/** Formats that hold no readable text: compressed, or pictures and sound. */
const OPAQUE =
  /\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|psd|mp[34]|m4a|ogg|wav|flac|avi|mov|mkv|webm|zip|gz|tgz|xz|bz2|zst|lz4|7z|rar|jar|woff2?|ttf|otf|eot|docx|xlsx|pptx|wasm|npy|npz|onnx|tflite|gguf|safetensors)$/i;

/** Reads certificates and keys. */
export const certificateScanner: FileScanner = {
  id: 'certificate',
  title: 'certificates and keys',
  // PEM, keys of JSON, and the ways in which a program writes DER or PEM: arrays, escapes, base64 of the usual beginnings.
  literals: [
    '-----BEGIN ',
    '"kty"',
    ...['0x30, 0x', '0x30,0x', '0x2d, 0x2d', '0x2d,0x2d', '0x2D, 0x2D', '0x2D,0x2D', '\\x30\\x', '\\x2d\\x2d'],
    ...['MII', 'MIG', 'MIH', 'MFkw', 'MFIw', 'MHYw', 'MIGb', 'MCow', 'MC4C', 'MHcC', 'MHQC', 'MEYw', 'LS0tLS1CRUdJTi'],
  ],
  always: isKeyFile,
  // Keys and images are evidence even where git ignores them; other text is read only where it belongs to the project.
  wants: (entry) => isKeyFile(entry) || isImage(entry) || (!entry.ignored && entry.bytes <= MAX_TEXT_BYTES && !OPAQUE.test(entry.path)),
  maxBytes: MAX_BYTES,
  scan: (file: ScanFile): Iterable<Evidence | Gap> => (isKeyFile(file.entry) ? scanKeyFile(file) : scanEmbedded(file)),
};

/** A file whose name says that it is a certificate or a key. */
function isKeyFile({ path }: FileEntry): boolean {
  return KEY_FILE.test(path) || KEY_NAME.test(path.slice(path.lastIndexOf('/') + 1));
}

function isImage({ path, bytes }: FileEntry): boolean {
  return IMAGE.test(path) && bytes <= MAX_BYTES;
}
