import { describeCore } from './emulated-vectors.ts';

describeCore('v7em');
