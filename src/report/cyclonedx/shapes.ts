// The part of CycloneDX 1.6 and 1.7 (ECMA-424) that a CBOM here is made of. Where the two differ, `SpecVersion` decides.

import type { AlgorithmUse } from '../../model/algorithm.ts';
import type { AssetId } from '../../model/inventory.ts';

/** Versions that are written. */
export type SpecVersion = '1.6' | '1.7';

/** What the writing of every component needs: the version, and the component that a use belongs to. */
export interface Writing {
  readonly spec: SpecVersion;
  readonly refOf: (use: AlgorithmUse) => AssetId | undefined;
}

export interface Property {
  readonly name: string;
  readonly value: string;
}

export interface Occurrence {
  readonly location: string;
  /** 1-based; absent for bytes and endpoints */
  readonly line?: number;
  /** in bytes; only where there is no line */
  readonly offset?: number;
  readonly symbol?: string;
  readonly additionalContext: string;
}

export interface AlgorithmProperties {
  readonly primitive: string;
  readonly algorithmFamily?: string;
  readonly executionEnvironment?: string;
  readonly implementationPlatform?: string;
  readonly parameterSetIdentifier?: string;
  readonly curve?: string;
  readonly ellipticCurve?: string;
  readonly mode?: string;
  readonly padding?: string;
  readonly cryptoFunctions?: readonly string[];
  readonly classicalSecurityLevel?: number;
  readonly nistQuantumSecurityLevel?: number;
}

export interface RelatedAsset {
  readonly type: string;
  readonly ref: string;
}

export interface Hash {
  readonly alg: 'SHA-256';
  readonly content: string;
}

export interface CertificateProperties {
  readonly serialNumber?: string;
  readonly subjectName: string;
  readonly issuerName: string;
  readonly notValidBefore?: string;
  readonly notValidAfter?: string;
  readonly signatureAlgorithmRef?: string;
  readonly subjectPublicKeyRef?: string;
  readonly certificateFormat: 'X.509';
  readonly certificateExtension?: string;
  readonly certificateFileExtension?: string;
  readonly fingerprint?: Hash;
  readonly certificateExtensions?: readonly { readonly commonExtensionName: string; readonly commonExtensionValue: string }[];
  readonly relatedCryptographicAssets?: readonly RelatedAsset[];
}

export interface KeyProperties {
  readonly type: string;
  readonly id?: string;
  readonly algorithmRef?: string;
  readonly size?: number;
  readonly format: string;
  readonly securedBy?: { readonly mechanism: string };
  readonly fingerprint?: Hash;
  readonly relatedCryptographicAssets?: readonly RelatedAsset[];
}

export interface SuiteProperties {
  readonly name?: string;
  readonly algorithms?: readonly string[];
  readonly identifiers?: readonly string[];
  readonly tlsGroups?: readonly string[];
  readonly tlsSignatureSchemes?: readonly string[];
}

export interface ProtocolProperties {
  readonly type: string;
  readonly version?: string;
  readonly cipherSuites?: readonly SuiteProperties[];
  readonly cryptoRefArray?: readonly string[];
  readonly relatedCryptographicAssets?: readonly RelatedAsset[];
}

export type CryptoProperties =
  | { readonly assetType: 'algorithm'; readonly algorithmProperties: AlgorithmProperties; readonly oid?: string }
  | { readonly assetType: 'certificate'; readonly certificateProperties: CertificateProperties }
  | { readonly assetType: 'related-crypto-material'; readonly relatedCryptoMaterialProperties: KeyProperties }
  | { readonly assetType: 'protocol'; readonly protocolProperties: ProtocolProperties };

export interface Component {
  readonly type: string;
  readonly 'bom-ref': string;
  readonly manufacturer?: { readonly name: string };
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly cryptoProperties?: CryptoProperties;
  readonly evidence?: { readonly occurrences: readonly Occurrence[] };
  readonly components?: readonly Component[];
  readonly properties?: readonly Property[];
}

export interface Dependency {
  readonly ref: string;
  readonly dependsOn: readonly string[];
  /** what a library implements */
  readonly provides?: readonly string[];
}

/** What a document says, without the serial number that is made from it. */
export interface BomContent {
  readonly specVersion: SpecVersion;
  readonly version: 1;
  readonly metadata: {
    readonly timestamp: string;
    readonly lifecycles: readonly { readonly phase: string }[];
    readonly tools: { readonly components: readonly { readonly type: string; readonly name: string; readonly version: string }[] };
    readonly component: Component;
    readonly properties: readonly Property[];
  };
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
  readonly properties: readonly Property[];
}
