// The public door: every capability of the command line as a function. No console, no process.exit, no global state.

export { benchHost, type HostBench, type HostMeasurement, readMeasurementFile, requireTargetId, toHostAlgorithms } from './api/bench.ts';
export { benchElf, type ElfBench, type ElfBenchOptions } from './api/bench-elf.ts';
export { type EmitOptions, emitBoardProject } from './api/bench-emit.ts';
export {
  anchorsOf,
  BOARD_LOG_FORMATS,
  type ImportedLog,
  type ImportOptions,
  importBoardLog,
  type LogMetadata,
} from './api/bench-import.ts';
export { type Anchors, type Projection, type ProjectionTier, type ProjectOptions, projectTarget } from './api/bench-project.ts';
export { benchTarget, type TargetBench, type TargetBenchOptions, type TargetRow } from './api/bench-target.ts';
export { type Completable, type CompletableId, listCompletable } from './api/completion.ts';
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
export {
  type Drill,
  type DrillFormat,
  drillReports,
  findReportFile,
  isScenario,
  type ProductDrill,
  parseScenario,
  readReportFile,
  renderDrill,
} from './api/drill.ts';
export { type BearingCheck, type Change, type Explanation, type ExplanationKind, explain, type Provenance } from './api/explain.ts';
export {
  type CryptoAsset,
  type ErrorCode,
  type Evidence,
  type Fact,
  fromDirectory,
  fromMap,
  fromProduct,
  fromTar,
  type Gap,
  type Inventory,
  inventory,
  isGap,
  PqreadyError,
  type ProductFolders,
  type Progress,
  type ScanOptions,
  scan,
  type Workspace,
} from './api/inventory.ts';
export { type Listing, listShelf, listStale, type Shelf } from './api/listing.ts';
export {
  type AlternativeName,
  ANY_KEY_IDS,
  agree,
  decapsulate,
  decapsulateHybrid,
  encapsulate,
  encapsulateHybrid,
  generateHybridKeyPair,
  generatePrivateKey,
  HYBRID_KEM_IDS,
  type HybridKemId,
  type Inspection,
  inspect,
  isAnyKeyId,
  isHybridKemId,
  isKeyId,
  issueCertificate,
  KEY_IDS,
  makeRequest,
  openPem,
  type PrivateKey,
  type PublicKey,
  privateKeyFromSeed,
  publicKeyOf,
  readIssuer,
  readPrivateKey,
  readPublicKey,
  readSoundRequest,
  renderPem,
  requireAgreementId,
  requireKemId,
  sign,
  signAsKey,
  toKeyReading,
  toMessageForm,
  verify,
  verifyAsKey,
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
export {
  type BundleFault,
  type BundleVerdict,
  type NamedKey,
  sayBundleFault,
  signReport,
  verifyReport,
} from './api/report-signing.ts';
export { runShippedVectors, runVectors, type ShippedVectorReport, type VectorReport, type VectorsOptions } from './api/vectors.ts';
