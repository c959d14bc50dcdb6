// The list of what is looked with. A new scanner is a file and a line here.

import type { FileScanner } from '../model/world.ts';
import { buildScanner } from './build.ts';
import { buildConfigScanner } from './build-config.ts';
import { certificateScanner } from './certificate.ts';
import { firmwareScanner } from './firmware.ts';
import { manifestScanner } from './manifest.ts';
import { runtimeConfigScanner } from './runtime-config.ts';
import { sbomScanner } from './sbom.ts';
import { sourceScanner } from './source.ts';

/** Every file scanner, in the order in which coverage is printed. */
export const SCANNERS: readonly FileScanner[] = [
  sourceScanner,
  buildConfigScanner,
  buildScanner,
  runtimeConfigScanner,
  manifestScanner,
  sbomScanner,
  certificateScanner,
  firmwareScanner,
];
