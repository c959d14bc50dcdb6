// Small inventories and products for tests, made through the fusion that real scans go through.

import { readFileSync } from 'node:fs';
import { assess } from '../../src/assess/assess.ts';
import { parseFramework } from '../../src/catalog/framework.ts';
import { parsePolicy } from '../../src/catalog/policy.ts';
import { toProduct } from '../../src/catalog/product.ts';
import { fuse } from '../../src/inventory/fuse.ts';
import { useOf } from '../../src/knowledge/algorithms.ts';
import { findCipherSuite } from '../../src/knowledge/tls.ts';
import type { AlgorithmId, AlgorithmUse, CryptoFunction, Parameters } from '../../src/model/algorithm.ts';
import type { Assessment, Finding, FitRow } from '../../src/model/assessment.ts';
import type { ConformanceRecord } from '../../src/model/conformance.ts';
import type {
  CertificateObservation,
  Evidence,
  Gap,
  IsoDate,
  IsoDateTime,
  KeyObservation,
  Observation,
  ProductFactName,
  ProtocolName,
  Role,
  ScannerId,
} from '../../src/model/evidence.ts';
import type { Framework, Policy } from '../../src/model/framework.ts';
import type { Inventory, ScannerCoverage } from '../../src/model/inventory.ts';
import type { Product, RoleDeclaration } from '../../src/model/product.ts';

export const AS_OF = '2026-11-23' as IsoDate;

const FRAMEWORK_IDS = ['cra', 'cyber-trust-mark', 'eu-pqc-roadmap'] as const;
const POLICY_IDS = ['nist-ir-8547', 'cnsa-2.0', 'bsi-tr-02102'] as const;

/** The frameworks that ship, through the reader of profiles. */
export const FRAMEWORKS: readonly Framework[] = FRAMEWORK_IDS.map((id) => parseFramework(readProfile('frameworks', id), `${id}.json`));

/** The policies that ship, through the reader of profiles. */
export const POLICIES: readonly Policy[] = POLICY_IDS.map((id) => parsePolicy(readProfile('policies', id), `${id}.json`));

export function policy(id: (typeof POLICY_IDS)[number]): Policy {
  const found = POLICIES.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no policy ${id}`);
  return found;
}

function readProfile(shelf: 'frameworks' | 'policies', id: string): string {
  return readFileSync(new URL(`../../profiles/${shelf}/${id}.json`, import.meta.url), 'utf8');
}

let place = 0;

/** Evidence at a place of its own: source code of the product, called, certain, unless said otherwise. */
export function seen(observed: Observation, over: Partial<Evidence> = {}): Evidence {
  place += 1;
  return {
    scanner: 'source',
    location: { at: 'text', path: `src/file${place}.c`, line: place, column: 1, offset: place * 100 },
    grade: 'source',
    confidence: 'certain',
    state: 'called',
    origin: 'first-party',
    observed,
    ...over,
  };
}

/** A use with its parameters as written. */
export function use(
  algorithm: AlgorithmId,
  parameters: Record<string, unknown> = {},
  more: { functions?: CryptoFunction[]; parts?: AlgorithmUse[] } = {},
): AlgorithmUse {
  const written = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, { value, from: 'written' }])) as Parameters;
  return useOf(algorithm, { parameters: written, ...more });
}

/** An algorithm called in a role. */
export function called(
  role: Role,
  algorithm: AlgorithmUse,
  over: Partial<Evidence> & { nonSecurity?: string; condition?: string } = {},
): Evidence {
  const { nonSecurity, condition, ...rest } = over;
  const observed: Observation = {
    kind: 'algorithm',
    use: algorithm,
    symbol: `call_${algorithm.algorithm}`,
    ...(nonSecurity === undefined ? {} : { nonSecurity }),
    ...(condition === undefined ? {} : { condition }),
  };
  return seen(observed, { roleHint: role, ...rest });
}

/** A protocol enabled in the transport role. */
export function protocol(
  name: ProtocolName,
  versions: readonly string[],
  more: { suites?: readonly string[]; groups?: readonly string[] } = {},
  over: Partial<Evidence> = {},
): Evidence {
  const suites = (more.suites ?? []).map((suite) => findCipherSuite(suite) ?? { name: suite, algorithms: [] });
  const observed: Observation = {
    kind: 'protocol',
    protocol: name,
    versions,
    suites,
    groups: more.groups ?? [],
    schemes: [],
    symbol: name,
  };
  return seen(observed, { scanner: 'build-config', state: 'enabled', ...over });
}

/** A certificate in the tree: RSA-2048 leaf, signed with SHA-256, valid to 2027, unless said otherwise. */
export function certificate(over: Partial<CertificateObservation> = {}, evidence: Partial<Evidence> = {}): Evidence {
  place += 1;
  const observed: CertificateObservation = {
    kind: 'certificate',
    sha256: place.toString(16).padEnd(64, '0'),
    serialNumber: '01',
    subject: `CN=device ${place}`,
    issuer: 'CN=maker',
    notBefore: '2025-01-01T00:00:00Z' as IsoDateTime,
    notAfter: '2027-12-31T23:59:59Z' as IsoDateTime,
    signature: use('rsassa-pkcs1', { digest: 'sha-256' }),
    publicKey: { algorithm: use('rsa', { keyBits: 2048 }), sizeBits: 2048, spkiSha256: place.toString(16).padEnd(64, 'a') },
    isCa: false,
    selfSigned: false,
    format: 'pem',
    ...over,
  };
  return seen(observed, { scanner: 'certificate', state: 'present', ...evidence });
}

/** A key at rest. */
export function key(over: Partial<KeyObservation> = {}, evidence: Partial<Evidence> = {}): Evidence {
  place += 1;
  const observed: KeyObservation = {
    kind: 'key',
    material: 'private-key',
    key: { algorithm: use('ec', { curve: 'secp256r1' }), sizeBits: 256, spkiSha256: place.toString(16).padEnd(64, 'b') },
    encrypted: false,
    container: 'PKCS#8',
    ...over,
  };
  return seen(observed, { scanner: 'certificate', state: 'present', ...evidence });
}

/** A fact about the product. */
export function fact(name: ProductFactName, value: string, over: Partial<Evidence> = {}): Evidence {
  return seen({ kind: 'fact', fact: name, value, symbol: name }, { scanner: 'build-config', state: 'enabled', ...over });
}

/** An inventory of the evidence. */
export function inventoryOf(
  evidence: readonly Evidence[],
  more: { gaps?: readonly Gap[]; scanners?: readonly ScannerId[]; roles?: readonly RoleDeclaration[] } = {},
): Inventory {
  const scanners: ScannerCoverage[] = (more.scanners ?? ['source', 'certificate']).map((scanner) => ({
    scanner,
    files: 10,
    bytes: 1000,
    facts: 0,
    gaps: 0,
  }));
  const coverage = { files: 10, bytes: 1000, candidateFiles: 5, candidateBytes: 500, ignoredFiles: 0, scanners };
  return fuse({ subject: 'sample', evidence, gaps: more.gaps ?? [], coverage, roles: more.roles ?? [] });
}

/** A product from what its file would say. */
export function productOf(written: Record<string, unknown> = {}): Product {
  return toProduct({ schemaVersion: 1, name: 'Sample', ...written }, 'pqready.yaml');
}

/** The assessment of the evidence, with the frameworks and policies that ship. */
export function assessed(
  evidence: readonly Evidence[],
  more: {
    product?: Product;
    fit?: readonly FitRow[];
    asOf?: string;
    gaps?: readonly Gap[];
    scanners?: readonly ScannerId[];
    policies?: readonly Policy[];
    asked?: readonly string[];
    conformance?: readonly ConformanceRecord[];
  } = {},
): Assessment {
  const { product, fit = [], asOf = AS_OF, policies = POLICIES, asked = [], conformance = [], ...inventory } = more;
  return assess({
    inventory: inventoryOf(evidence, { ...inventory, roles: product?.roles ?? [] }),
    ...(product === undefined ? {} : { product }),
    frameworks: FRAMEWORKS,
    policies,
    asked,
    conformance,
    fit,
    asOf: asOf as IsoDate,
  });
}

/** Findings of a rule. */
export function findingsOf(assessment: Assessment, rule: string): readonly Finding[] {
  return assessment.findings.filter((finding) => finding.rule === rule);
}

/** A row of the fit table in which every resource has the same verdict. */
export function fitRow(
  algorithm: AlgorithmId,
  operation: FitRow['operation'],
  verdict: FitRow['cells'][number]['verdict'],
  target = 'board',
): FitRow {
  const cells = (['flash', 'ram'] as const).map((resource) => ({ resource, verdict, budget: 65536, unit: 'bytes' as const }));
  return { target, targetName: target, algorithm, operation, cells };
}
