import { describeCore } from './emulated-vectors.ts';

describeCore('v6m');
