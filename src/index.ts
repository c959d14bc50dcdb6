// The public door: every capability of the command line as a function. No console, no process.exit, no global state.

export { benchHost, type HostMeasurement, toHostAlgorithms } from './api/bench.ts';
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
export { type Listing, listShelf, type Shelf } from './api/listing.ts';
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
