// `profiles/calibration/cycle-counts.json`: what the cycle models are fitted on. The file lists the classes once; each row has its counts in that order.

import { z } from 'zod';
import type { CycleCalibration, CycleGroup, CycleRow } from '../model/calibration.ts';
import type { InstructionClasses } from '../model/instruction-classes.ts';
import { citation } from './citation.ts';
import { amount, complainTo, id, list, mapping, positiveInteger, schemaVersion, text, word } from './fields.ts';
import { readJson } from './json.ts';
import { accept } from './problems.ts';
import { OPERATIONS } from './vocabulary.ts';

const row = mapping('a row', {
  scheme: text,
  operation: word(OPERATIONS),
  cycles: positiveInteger,
  counts: z.array(amount).meta({ description: 'in the order of `classes`' }),
  setAside: text.exactOptional().meta({ description: 'why the row fits nothing' }),
});

const group = mapping('a group of rows', {
  core: text,
  implementation: text,
  board: text,
  source: citation,
  note: text.exactOptional(),
  rows: list('rows', row),
});

const file = mapping('a calibration', {
  schemaVersion,
  id,
  title: text,
  note: text,
  classes: list('class names', text),
  groups: list('groups', group),
  notices: list('texts', text),
}).superRefine((calibration, context) => {
  const complain = complainTo(context);
  calibration.groups.forEach((each, at) => {
    each.rows.forEach(({ counts }, index) => {
      const wanted = calibration.classes.length;
      if (counts.length !== wanted)
        complain(['groups', at, 'rows', index, 'counts'], `expected ${wanted} counts, one for each class, got ${counts.length}`);
    });
  });
});

/** The calibration from the text of its file. Throws `bad-profile` with every problem. */
export function parseCycleCalibration(content: string, path: string): CycleCalibration {
  const { classes, groups, ...rest } = accept(file, readJson(content, path), path);
  return { ...rest, groups: groups.map((each): CycleGroup => ({ ...each, rows: each.rows.map((one) => toRow(one, classes)) })) };
}

function toRow(read: z.output<typeof row>, classes: readonly string[]): CycleRow {
  const named = new Map(classes.map((name, index) => [name, read.counts[index] ?? 0]));
  return { ...read, counts: toClasses((name) => named.get(name) ?? 0) };
}

function toClasses(of: (name: keyof InstructionClasses) => number): InstructionClasses {
  return {
    insn: of('insn'),
    alu: of('alu'),
    br: of('br'),
    brTaken: of('brTaken'),
    bl: of('bl'),
    bx: of('bx'),
    popPc: of('popPc'),
    it: of('it'),
    ldr: of('ldr'),
    ldrPipe: of('ldrPipe'),
    ldrUse: of('ldrUse'),
    ldrd: of('ldrd'),
    ldm: of('ldm'),
    ldmRegs: of('ldmRegs'),
    str: of('str'),
    strPipe: of('strPipe'),
    strd: of('strd'),
    stm: of('stm'),
    stmRegs: of('stmRegs'),
    mul: of('mul'),
    mla: of('mla'),
    mull: of('mull'),
    mlal: of('mlal'),
    dspmul: of('dspmul'),
    div: of('div'),
  };
}
