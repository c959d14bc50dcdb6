// The door `pqready/inventory`: workspaces and the inventory alone. Importing it loads no report, assessment or bench.

export { fromDirectory, fromProduct, type ProductFolders } from '../io/directory.ts';
export { fromMap } from '../io/map.ts';
export { fromTar, type TarLimits } from '../io/tar.ts';
export type { AlgorithmId, AlgorithmUse, CurveId, Parameter, Parameters } from '../model/algorithm.ts';
export { type ErrorCode, PqreadyError } from '../model/errors.ts';
export { type Evidence, type Gap, isGap, type Location, type Observation, type Role } from '../model/evidence.ts';
export type { AlgorithmAsset, AssetId, Coverage, CryptoAsset, Fact, FactId, Inventory } from '../model/inventory.ts';
export type { FileEntry, Progress, Workspace } from '../model/world.ts';
export { type InventoryDeclarations, type ScanOptions, scan, takeInventory as inventory } from '../take-inventory.ts';
