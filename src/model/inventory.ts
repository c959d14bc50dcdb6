// The fused picture: one asset per thing, with every use of it, and what could not be read.

import type { AlgorithmUse } from './algorithm.ts';
import type {
  CertificateObservation,
  Evidence,
  Gap,
  KeyObservation,
  LibraryObservation,
  ProductFact,
  ProtocolObservation,
  Role,
} from './evidence.ts';

/** Content-derived and stable: `crypto/algorithm/aes-128-gcm`, `crypto/certificate/3fa2…`, `library/mbedtls@3.6.0`. It is the CBOM's bom-ref. */
export type AssetId = string & { readonly __assetId: never };
/** `F-` and eight hex digits of the SHA-256 of the fact's content, more where two facts of an inventory would be equal. */
export type FactId = string & { readonly __factId: never };

/** Evidence after fusion: it has an id that a report can point to, and a role with the reason for it. */
export interface Fact extends Evidence {
  readonly id: FactId;
  readonly role: Role;
  /** `declared` in the product file, `hint` of the scanner, a rule's id, or `none` */
  readonly roleBasis: string;
}

interface AssetBase {
  readonly id: AssetId;
  /** as printed, `AES-128-GCM` */
  readonly name: string;
  /** every role in which it was seen, in the order of the `Role` union */
  readonly roles: readonly Role[];
  readonly dependsOn: readonly AssetId[];
  readonly facts: readonly Fact[];
}

export interface AlgorithmAsset extends AssetBase {
  readonly kind: 'algorithm';
  /** the use that defines the asset: algorithm, parameters that distinguish it; `functions` is the union over its facts */
  readonly use: AlgorithmUse;
}
export interface CertificateAsset extends AssetBase {
  readonly kind: 'certificate';
  readonly certificate: CertificateObservation;
}
export interface KeyAsset extends AssetBase {
  readonly kind: 'key';
  readonly key: KeyObservation;
}
export interface ProtocolAsset extends AssetBase {
  readonly kind: 'protocol';
  readonly protocol: ProtocolObservation;
}
export interface LibraryAsset extends AssetBase {
  readonly kind: 'library';
  readonly library: LibraryObservation;
}

export type CryptoAsset = AlgorithmAsset | CertificateAsset | KeyAsset | ProtocolAsset | LibraryAsset;

/** A mechanism that a configuration switches off or a preprocessor removes: evidence of absence. */
export interface Absence {
  readonly fact: Fact;
}

/** What was looked at, by count and by bytes. */
export interface Coverage {
  readonly files: number;
  readonly bytes: number;
  /** files whose content at least one scanner asked for */
  readonly candidateFiles: number;
  readonly candidateBytes: number;
  /** files passed over because an ignore file names them and no scanner reads their kind as evidence */
  readonly ignoredFiles: number;
  /** per scanner: files read, facts, gaps */
  readonly scanners: readonly ScannerCoverage[];
}

export interface ScannerCoverage {
  readonly scanner: string;
  readonly files: number;
  readonly bytes: number;
  readonly facts: number;
  readonly gaps: number;
}

/** The inventory. Arrays are sorted by id, gaps by place: the same input gives the same bytes. */
export interface Inventory {
  readonly schemaVersion: 1;
  /** what was scanned, as the product file or the folder names it; never an absolute path */
  readonly subject: string;
  readonly assets: readonly CryptoAsset[];
  readonly absences: readonly Absence[];
  /** facts that are not assets: boards, slot sizes, builds */
  readonly productFacts: readonly (Fact & { readonly observed: ProductFact })[];
  readonly gaps: readonly Gap[];
  readonly coverage: Coverage;
}
