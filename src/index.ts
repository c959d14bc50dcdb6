// The public door: every capability of the command line as a function. No console, no process.exit, no global state.

export { benchHost, type HostBench, type HostMeasurement, readMeasurementFile, requireTargetId, toHostAlgorithms } from './api/bench.ts';
export { benchElf, type ElfBench, type ElfBenchOptions } from './api/bench-elf.ts';
export { type Anchors, type Projection, type ProjectionTier, type ProjectOptions, projectTarget } from './api/bench-project.ts';
export { benchTarget, type TargetBench, type TargetBenchOptions, type TargetRow } from './api/bench-target.ts';
export {
  type ConformanceRecord,
  type ConformOptions,
  conform,
  conformancePrompts,
  conformResponses,
  type DriverPlace,
  PQC_REQUIREMENTS,
  readConformanceFile,
  toImageDigest,
  toIsoDateTime,
} from './api/conformance.ts';
export { type BearingCheck, type Change, type Explanation, type ExplanationKind, explain, type Provenance } from './api/explain.ts';
export {
  type CryptoAsset,
  type ErrorCode,
  type Evidence,
  type Fact,
  fromDirectory,
  fromMap,
  fromTar,
  type Gap,
  type Inventory,
  inventory,
  isGap,
  PqreadyError,
  type Progress,
  type ScanOptions,
  scan,
  type Workspace,
} from './api/inventory.ts';
export { type Listing, listShelf, listStale, type Shelf } from './api/listing.ts';
export {
  decapsulate,
  encapsulate,
  generatePrivateKey,
  type Inspection,
  inspect,
  isKeyId,
  KEY_IDS,
  type PrivateKey,
  type PublicKey,
  privateKeyFromSeed,
  publicKeyOf,
  readPrivateKey,
  readPublicKey,
  requireKemId,
  requireSignatureId,
  sign,
  toKeyReading,
  toMessageForm,
  verify,
  verifyHss,
  verifyLms,
  writePrivateKey,
  writePublicKey,
} from './api/pqc.ts';
export {
  assess,
  draftProductFile,
  inventoryReport,
  judge,
  type ProductFile,
  parseDemands,
  type RunOptions,
  readProductFile,
  type SelfTestReport,
  selfTest,
  toIsoDate,
  version,
  writeBundle,
  writeWhole,
} from './api/product.ts';
export { type Qualification, qualifyTool, readQualification } from './api/qualification.ts';
export {
  type Assessment,
  type Demands,
  type Judgement,
  type Report,
  type ReportFormat,
  render,
  sayJudgement,
  sentence,
  summarise,
  summaryJson,
  toBundle,
  toFirstPlace,
} from './api/report.ts';
export { runShippedVectors, runVectors, type ShippedVectorReport, type VectorReport, type VectorsOptions } from './api/vectors.ts';
