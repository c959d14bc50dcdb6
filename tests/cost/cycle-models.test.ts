import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HOLD_OUTS, heldRows, summariseErrors } from '../../bench/cycles/hold-outs.ts';
import { parseCycleCalibration } from '../../src/catalog/cycle-calibration.ts';
import { type FittedExtras, fitExtras, leaveEachOut, toCycles } from '../../src/cost/cycle-fit.ts';
import { CYCLE_MODELS, type FittedModel, type ModelledCore } from '../../src/cost/cycle-models.ts';
import { findModelledCore, findSupply, modelCycles, toEnergyUj, toTimeUs } from '../../src/cost/cycles.ts';
import { PqreadyError } from '../../src/model/errors.ts';
import type { InstructionClasses } from '../../src/model/instruction-classes.ts';
import type { TargetProfile } from '../../src/model/target.ts';

const FILE = new URL('../../profiles/calibration/cycle-counts.json', import.meta.url);
const text = readFileSync(FILE, 'utf8');
const calibration = parseCycleCalibration(text, 'cycle-counts.json');

function fittedModel(core: ModelledCore): FittedModel {
  const model = CYCLE_MODELS[core];
  if (model.kind !== 'fitted') throw new Error(`${core} is not fitted`);
  return model;
}

function findRow(implementation: string, scheme: string, operation: string): InstructionClasses & { readonly cycles: number } {
  const group = calibration.groups.find((each) => each.implementation === implementation);
  const row = group?.rows.find((each) => each.scheme === scheme && each.operation === operation);
  if (row === undefined) throw new Error(`${implementation} ${scheme} ${operation} is not in the calibration`);
  return { ...row.counts, cycles: row.cycles };
}

describe('the counts that the cycle models are fitted on', () => {
  it('add up but for rounding: every instruction is in one class', () => {
    for (const { implementation, rows } of calibration.groups)
      for (const { scheme, operation, counts: c } of rows) {
        const sum = c.alu + c.br + c.it + c.ldr + c.ldrd + c.ldm + c.str + c.strd + c.stm + c.mul + c.mla + c.mull + c.mlal + c.dspmul;
        expect(Math.abs(sum - c.insn), `${implementation} ${scheme} ${operation}`).toBeLessThanOrEqual(10);
      }
  });

  it('stand beside the cycles that pqm4 publishes', () => {
    expect(findRow('pqm4 clean', 'ml-kem-768', 'keygen').cycles).toBe(988_722);
    expect(findRow('pqm4 m4f', 'ml-dsa-65', 'verify').cycles).toBe(2_415_944);
  });

  it('set one row aside, with the reason: its counts hold a rejection that the cycles do not', () => {
    const aside = calibration.groups.flatMap(({ rows }) => rows.filter((row) => row.setAside !== undefined));
    expect(aside.map(({ scheme, operation }) => `${scheme} ${operation}`)).toEqual(['dilithium2 sign']);
    expect(findRow('pqm4 clean', 'ml-dsa-44', 'sign').mull).toBe(45_056);
    expect(aside[0]?.counts.mull).toBe(65_536);
  });

  it('are refused where a row lacks a class', () => {
    const broken = text.replace(/("counts": \[\s*)\d+,/, '$1');
    expect(() => parseCycleCalibration(broken, 'x.json')).toThrow(PqreadyError);
    expect(() => parseCycleCalibration(broken, 'x.json')).toThrow(/groups\[0\]\.rows\[0\]\.counts: expected 24 counts/);
  });
});

describe('the cycle models on code that they have not seen', () => {
  const errors = HOLD_OUTS.map(({ core, leftOut, partOf }) => ({
    core,
    leftOut,
    summary: summariseErrors(leaveEachOut(heldRows(calibration, core, partOf), fittedModel(core).prior)),
  }));

  it.each([
    ['Cortex-M4', 'each implementation', 0.03, 0.08],
    ['Cortex-M4', 'each implementation of each scheme', 0.03, 0.08],
    ['Cortex-M3', 'each scheme', 0.03, 0.1],
    ['Cortex-M0+', 'each scheme', 0.06, 0.1],
  ])('%s, %s left out: median ≤ %d, worst ≤ %d', (core, leftOut, median, worst) => {
    const found = errors.find((each) => each.core === core && each.leftOut === leftOut);
    expect(found?.summary.median).toBeLessThanOrEqual(median);
    expect(found?.summary.worst).toBeLessThanOrEqual(worst);
  });

  it.each(['Cortex-M0+', 'Cortex-M3', 'Cortex-M4'] as const)('%s carries the error and the extras that the fit gives', (core) => {
    const model = fittedModel(core);
    const holdOut = HOLD_OUTS.find((each) => each.core === core);
    const rows = heldRows(calibration, core, holdOut?.partOf ?? (() => ''));
    const { median, worst } = summariseErrors(leaveEachOut(rows, model.prior));
    expect(model.heldOut.leftOut).toBe(holdOut?.leftOut);
    expect(model.heldOut.median).toBeGreaterThanOrEqual(median);
    expect(model.heldOut.worst).toBeGreaterThanOrEqual(worst);
    expect(model.heldOut.worst).toBeLessThan(worst + 0.002);
    const again = fitExtras(
      rows.map(({ row }) => row),
      model.prior,
    );
    for (const key of Object.keys(again) as (keyof FittedExtras)[]) expect(model.fitted[key]).toBeCloseTo(again[key], 3);
  });
});

describe('modelCycles', () => {
  const counts = findRow('pqm4 clean', 'ml-kem-768', 'keygen');

  it('gives a figure within the range of the worst held-out error on a fitted core', () => {
    const modelled = modelCycles('Cortex-M4', counts, 0);
    expect(modelled.fitted).toBeDefined();
    expect(modelled.low).toBeLessThan(988_722);
    expect(modelled.high).toBeGreaterThan(988_722);
    expect(modelled.high / modelled.low).toBeLessThan(1.12);
  });

  it('gives bounds and no figure where nothing calibrates the core', () => {
    for (const core of ['Cortex-M7', 'Cortex-M33', 'Cortex-M55', 'RV32'] as const) {
      const modelled = modelCycles(core, counts, 0);
      expect(modelled.fitted, core).toBeUndefined();
      expect(modelled.low, core).toBeLessThan(modelled.high);
    }
    // two instructions in every cycle at best: Cortex-M7
    expect(modelCycles('Cortex-M7', counts, 0).low).toBe(Math.round(counts.insn / 2));
  });

  it('never takes unknown wait states for none', () => {
    const none = modelCycles('Cortex-M4', counts, 0);
    const unknown = modelCycles('Cortex-M4', counts, null);
    const three = modelCycles('Cortex-M4', counts, 3);
    expect(none.high).toBeLessThan(three.high);
    expect(three.high).toBeLessThan(unknown.high);
    expect(unknown.because.join()).toContain('not known');
    expect(unknown.low).toBe(none.low);
  });

  it('is linear: an operation done twice costs twice', () => {
    const twice: InstructionClasses = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, 2 * value])) as never;
    const { fitted, prior } = fittedModel('Cortex-M3');
    expect(toCycles(twice, fitted, prior.fixed)).toBeCloseTo(2 * toCycles(counts, fitted, prior.fixed), 3);
  });
});

describe('the core of a profile', () => {
  it.each([
    ['Cortex-M4F', 'armv7e-m', 'Cortex-M4'],
    ['Cortex-M0', 'armv6-m', 'Cortex-M0+'],
    ['Cortex-M33', 'armv8-m', 'Cortex-M33'],
    ['ESP32-C3 RV32', 'rv32imc', 'RV32'],
    ['Xtensa LX6', 'xtensa-lx6', undefined],
    ['constructor', 'armv7-m', undefined],
    ['Cortex-A53', 'armv8-a', undefined],
  ] as const)('%s of %s is modelled as %s', (core, isa, expected) => {
    expect(findModelledCore({ core, isa })).toBe(expected);
  });
});

describe('time and energy', () => {
  it('a million cycles at 64 MHz are 15.625 ms', () => {
    expect(toTimeUs({ low: 1e6, high: 2e6 }, 64e6)).toEqual({ low: 15_625, high: 31_250 });
  });

  it('10 mA at 3 V for 1 ms are 30 µJ', () => {
    expect(toEnergyUj({ low: 1000, high: 2000 }, { activeCurrentMa: 10, supplyVolts: 3 })).toEqual({ low: 30, high: 60 });
  });

  it('there is no energy without a stated current and a stated voltage', () => {
    const known = { value: 3.3, source: { title: 'a data sheet' } };
    const profile = { activeCurrentMa: known } as unknown as TargetProfile;
    expect(findSupply(profile)).toBeUndefined();
    expect(findSupply({ ...profile, supplyVolts: { value: null, source: null } })).toBeUndefined();
    expect(findSupply({ ...profile, supplyVolts: known })).toEqual({ activeCurrentMa: 3.3, supplyVolts: 3.3 });
  });
});
