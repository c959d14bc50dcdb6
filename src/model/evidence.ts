// What a scanner says: a fact with its place, or a gap with its reason. No opinion stands here.

import type { AlgorithmUse } from './algorithm.ts';

/** ISO 8601 calendar date, `2026-11-23`. */
export type IsoDate = string & { readonly __isoDate: never };
/** ISO 8601 date and time in UTC, `2026-11-23T00:00:00Z`. */
export type IsoDateTime = string & { readonly __isoDateTime: never };

export type ScannerId =
  | 'source'
  | 'build-config'
  | 'runtime-config'
  | 'manifest'
  | 'sbom'
  | 'certificate'
  | 'firmware'
  | 'build'
  | 'tls'
  | 'dtls'
  | 'ssh'
  | 'workspace';

/** A place in text. `line` and `column` are 1-based, `offset` is in bytes. A path is posix, relative to the scanned root, and may be `a.zip!/b`. */
export interface TextLocation {
  readonly at: 'text';
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A range of bytes in a file. */
export interface BytesLocation {
  readonly at: 'bytes';
  readonly path: string;
  readonly offset: number;
  readonly length: number;
}

/** A live service. */
export interface EndpointLocation {
  readonly at: 'endpoint';
  readonly transport: 'tcp' | 'udp';
  readonly host: string;
  readonly port: number;
}

export type Location = TextLocation | BytesLocation | EndpointLocation;

/** How near to the running product a fact was learned. O B S D of the reports. */
export type Grade = 'observed' | 'binary' | 'source' | 'declared';
export type Confidence = 'certain' | 'likely' | 'hint';
export type State = 'present' | 'compiled' | 'linked' | 'enabled' | 'called' | 'offered' | 'negotiated' | 'absent';
export type Origin = 'first-party' | 'dependency' | 'test' | 'example' | 'generated';

/** What a mechanism is for in the product. */
export type Role = 'boot' | 'update' | 'device-identity' | 'transport' | 'storage' | 'provisioning' | 'debug' | 'radio' | 'other';

/** What an observation was made on; absent is printed as "not tied to a firmware". */
export interface Subject {
  readonly part: string;
  readonly version?: string;
  readonly imageSha256?: string;
  readonly serial?: string;
}

/** A call, macro, config key, OID or table that uses an algorithm. */
export interface AlgorithmObservation {
  readonly kind: 'algorithm';
  readonly use: AlgorithmUse;
  /** API, macro or key as written */
  readonly symbol: string;
  /** library that provides the symbol */
  readonly library?: string;
  /** preprocessor condition the place stands under, as written, where it could not be evaluated */
  readonly condition?: string;
  /** the code says this use is not a security use (an ETag, a WebSocket accept) */
  readonly nonSecurity?: string;
  /** where it is computed, when the library or the place of the key tells */
  readonly execution?: Execution;
}

/** CycloneDX `executionEnvironment` and `implementationPlatform`, as far as source tells them; the rest is not known. */
export interface Execution {
  readonly environment: 'software-tee' | 'hardware';
  /** `other` for what the schema does not name: a chip beside the processor, Xtensa, RISC-V, Armv6-M */
  readonly platform?: 'armv7-a' | 'armv7-m' | 'armv8-a' | 'armv8-m' | 'x86_64' | 'other';
}

/** An X.509 certificate. RFC 5280. */
export interface CertificateObservation {
  readonly kind: 'certificate';
  /** SHA-256 of the DER, lowercase hex */
  readonly sha256: string;
  readonly serialNumber: string;
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: IsoDateTime;
  readonly notAfter: IsoDateTime;
  readonly signature: AlgorithmUse;
  readonly publicKey: KeyFacts;
  readonly isCa: boolean;
  readonly selfSigned: boolean;
  readonly format: 'pem' | 'der';
  /** subject key id and authority key id, lowercase hex, where present */
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: string;
}

/** What may be said about a key. Never the key. */
export interface KeyFacts {
  readonly algorithm: AlgorithmUse;
  readonly sizeBits?: number;
  /** SHA-256 of the SubjectPublicKeyInfo DER, lowercase hex; absent where the public half is not known */
  readonly spkiSha256?: string;
}

/** A key found at rest. Private keys: fingerprint of the public half, size and place only. */
export interface KeyObservation {
  readonly kind: 'key';
  readonly material: 'private-key' | 'public-key' | 'secret-key' | 'certificate-request';
  readonly key: KeyFacts;
  readonly encrypted: boolean;
  /** `PKCS#8`, `SEC1`, `PKCS#1`, `SPKI`, `OpenSSH`, `PKCS#10` */
  readonly container: string;
}

export type ProtocolName =
  | 'tls'
  | 'dtls'
  | 'ssh'
  | 'ipsec'
  | 'ike'
  | 'wpa'
  | 'wireguard'
  | 'quic'
  | 'lorawan'
  | 'ble'
  | 'thread'
  | 'matter'
  | 'zigbee'
  | 'oscore'
  | 'mqtt'
  | 'other';

/** A protocol that is built in, configured or offered. */
export interface ProtocolObservation {
  readonly kind: 'protocol';
  readonly protocol: ProtocolName;
  readonly versions: readonly string[];
  /** IANA names, each with the algorithms it is made of */
  readonly suites: readonly CipherSuite[];
  readonly groups: readonly string[];
  readonly schemes: readonly string[];
  readonly symbol: string;
  readonly condition?: string;
}

/** A cipher suite by its IANA name and code point, with the algorithms it names. */
export interface CipherSuite {
  readonly name: string;
  readonly codePoint?: readonly [number, number];
  readonly algorithms: readonly AlgorithmUse[];
}

/** A cryptographic library or a package that brings one. Present is not used. */
export interface LibraryObservation {
  readonly kind: 'library';
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  /** manifest key, include or symbol as written */
  readonly symbol: string;
}

/** Facts about a product that are not cryptography by themselves but decide what is possible: a board, a slot size, a build that is known. */
export interface ProductFact {
  readonly kind: 'fact';
  readonly fact: ProductFactName;
  readonly value: string;
  readonly symbol: string;
}

export type ProductFactName =
  | 'board'
  | 'soc'
  | 'build-system'
  | 'build-known' // a generated configuration or linker output was read
  | 'build-switch' // how a build wrote a switch: y, n, or set (to a value, which is not repeated)
  | 'image-version'
  | 'image-digest'
  | 'image-hash-only' // an image that carries a digest and no signature
  | 'image-dependency' // another image, and its version, that an image needs
  | 'image-signature' // whether the signature of an image was verified, and with whose key
  | 'image-flash-bytes' // what a linked image takes of the flash; `flash-bytes` is what the device has
  | 'image-ram-bytes' // what a linked image takes of the RAM before any stack or heap grows
  | 'isa' // instruction set a linked image is built for
  | 'flash-bytes'
  | 'ram-bytes'
  | 'slot-bytes'
  | 'secure-boot'
  | 'bill-of-materials' // an SBOM or CBOM of another tool, by its format
  | 'anti-rollback'
  | 'verifier-immutable'
  | 'signing-key-file'; // the path of the key that signs images, as a configuration names it

export type Observation =
  | AlgorithmObservation
  | CertificateObservation
  | KeyObservation
  | ProtocolObservation
  | LibraryObservation
  | ProductFact;

/** One fact: what was seen, where, by whom, and how sure. */
export interface Evidence {
  readonly scanner: ScannerId;
  readonly location: Location;
  readonly grade: Grade;
  readonly confidence: Confidence;
  readonly state: State;
  readonly origin: Origin;
  readonly observed: Observation;
  /** the scanner's reading of the place (a `CONFIG_BOOT_…` key is boot); `inventory/roles.ts` decides */
  readonly roleHint?: Role;
  readonly subject?: Subject;
  readonly observedAt?: IsoDateTime;
  /** how a person repeats it */
  readonly command?: string;
}

/** `not-given`: the scan was not given what it would need, such as a build folder. */
export type GapReason = 'unreadable' | 'encrypted' | 'too-large' | 'unsupported' | 'unreachable' | 'timed-out' | 'malformed' | 'not-given';

/** Something that was there and could not be read. "Could not look" is never "fine". */
export interface Gap {
  readonly scanner: ScannerId;
  readonly location: Location;
  readonly reason: GapReason;
  /** one line: what was expected, what came */
  readonly detail: string;
}

/** True for a gap. */
export function isGap(item: object): item is Gap {
  return 'reason' in item;
}
