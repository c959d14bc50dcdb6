// The form of the model and the stretch of its intervals that the shipped calibration chooses: the result of `tune` on all its units, sources left out in
// turn. tests/cost/projection.test.ts computes it again.

import { MODEL_FORMS, type ModelForm } from './projection-model.ts';
import type { Tuning } from './projection-trial.ts';

function findForm(name: string): ModelForm {
  const found = MODEL_FORMS.find((form) => form.name === name);
  if (found === undefined) throw new RangeError(`no form of the model is named ${name}`);
  return found;
}

export const PROJECTION_TUNING: Tuning = {
  form: findForm('speed and waits, cores close'),
  stretch: { coreKnown: [0.717, 0.869, 0.85, 0.763, 0.751], coreUnseen: [0.786, 0.886, 0.818, 0.764, 0.697] },
};
