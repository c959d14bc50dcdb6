import { describeCore } from './emulated-vectors.ts';

describeCore('rv32imc');
