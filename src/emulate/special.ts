// MRS and MSR: the program status and mask registers of a privileged thread on the main stack. Arm DDI 0403, B5.2.2 and B5.2.3.

import type { ThumbCpu } from './thumb-cpu.ts';
import { EmulationError } from './trap.ts';

const XPSR_MAX = 7;
const [MSP, PSP, PRIMASK, BASEPRI, BASEPRI_MAX, FAULTMASK, CONTROL] = [8, 9, 16, 17, 18, 19, 20] as const;

/** Value of a special register by its SYSm number. IPSR and EPSR read as zero: no exception is active. */
export function readSpecial(cpu: ThumbCpu, sysm: number): number {
  if (sysm <= XPSR_MAX) return (sysm & 4) === 0 ? readApsr(cpu) : 0;
  if (sysm === MSP) return cpu.regs[13] ?? 0;
  if (sysm === PSP) return cpu.processSp;
  if (sysm === PRIMASK) return cpu.masks.primask;
  if (sysm === FAULTMASK) return cpu.masks.faultmask;
  if (sysm === BASEPRI || sysm === BASEPRI_MAX) return cpu.masks.basepri;
  if (sysm === CONTROL) return 0;
  throw new EmulationError('unsupported-instruction', `MRS of special register ${sysm}`);
}

/** Writes a special register; `mask` bit 1 is NZCVQ, bit 0 is GE. */
export function writeSpecial(cpu: ThumbCpu, sysm: number, write: { readonly value: number; readonly mask: number }): void {
  const { value, mask } = write;
  if (sysm <= XPSR_MAX) {
    if ((sysm & 4) === 0) writeApsr(cpu, value, mask);
  } else if (sysm === MSP) cpu.regs[13] = value & ~3;
  else if (sysm === PSP) cpu.processSp = value & ~3;
  else if (sysm === PRIMASK) cpu.masks.primask = value & 1;
  else if (sysm === FAULTMASK) cpu.masks.faultmask = value & 1;
  else if (sysm === BASEPRI) cpu.masks.basepri = value & 0xff;
  else if (sysm === BASEPRI_MAX) raiseBasepri(cpu, value & 0xff);
  else if (sysm !== CONTROL || (value & 3) !== 0)
    throw new EmulationError('unsupported-instruction', `MSR of ${value >>> 0} to special register ${sysm}`);
}

function readApsr({ nf, zf, c, v, apsr }: ThumbCpu): number {
  return (nf & 0x80000000) | (zf === 0 ? 1 << 30 : 0) | (c << 29) | (v << 28) | (apsr.q << 27) | (apsr.ge << 16);
}

function writeApsr(cpu: ThumbCpu, value: number, mask: number): void {
  if ((mask & 2) !== 0) {
    cpu.nf = value & 0x80000000;
    cpu.zf = (value >>> 30) & 1 ? 0 : 1;
    cpu.c = (value >>> 29) & 1;
    cpu.v = (value >>> 28) & 1;
    if (cpu.features.mainline) cpu.apsr.q = (value >>> 27) & 1;
  }
  if ((mask & 1) !== 0 && cpu.features.dsp) cpu.apsr.ge = (value >>> 16) & 15;
}

/** BASEPRI_MAX writes only what raises the priority mask. */
function raiseBasepri({ masks }: ThumbCpu, value: number): void {
  if (value !== 0 && (value < masks.basepri || masks.basepri === 0)) masks.basepri = value;
}
