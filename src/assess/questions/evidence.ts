// Questions that more evidence answers: which target, and what the build really made.

import type { FitVerdict } from '../../model/assessment.ts';
import type { Fact, Inventory } from '../../model/inventory.ts';
import { candidatesFor, type Slot } from '../replacements.ts';
import type { Answer, Question } from '../sensitivity.ts';
import type { AssessInput, Verdicts } from '../verdicts.ts';
import { isOfProduct } from '../weight.ts';

export function aboutEvidence(baseline: Verdicts): Question[] {
  return [...aboutTarget(baseline), ...aboutBuild(baseline)];
}

function aboutTarget({ input }: Verdicts): Question[] {
  if (input.fit.length > 0) return [];
  const answers = (['fits', 'exceeds'] as const).map((verdict): Answer => {
    const answer = verdict === 'fits' ? 'a target on which the candidates fit' : 'a target on which no candidate fits';
    return { answer, given: (before) => ({ ...before, fit: imagined(verdict) }) };
  });
  return [
    { id: 'target', question: { code: 'ask-target', args: {} }, answers, paste: 'targets: [esp32] # an id of `pqready list targets`' },
  ];
}

const SLOTS: readonly Slot[] = ['firmware', 'identity', 'session', 'wrap'];

// A target on which every candidate comes out the same way.
function imagined(verdict: FitVerdict): AssessInput['fit'] {
  return SLOTS.flatMap(candidatesFor).flatMap(({ figures, operations }) =>
    operations.map((operation) => ({
      target: 'a target',
      targetName: 'a target',
      algorithm: figures,
      operation,
      cells: [{ resource: 'ram' as const, verdict, budget: 1, unit: 'bytes' as const }],
    })),
  );
}

// Asked where there is something to build: a board, a chip or a build system is named, and no output of it was read.
function aboutBuild({ input }: Verdicts): Question[] {
  const names = new Set(input.inventory.productFacts.map((fact) => fact.observed.fact));
  if (names.has('build-known') || !(names.has('build-system') || names.has('board') || names.has('soc'))) return [];
  const answers: readonly Answer[] = [
    { answer: 'what is uncertain is in the build', given: withFacts(confirmed) },
    { answer: 'what is uncertain is not in the build', given: withFacts(removed) },
  ];
  return [{ id: 'build', question: { code: 'ask-build', args: {} }, answers, paste: '--build build' }];
}

function withFacts(change: (fact: Fact) => Fact | undefined): Answer['given'] {
  return (input) => ({ ...input, inventory: changeFacts(input.inventory, change) });
}

function changeFacts(inventory: Inventory, change: (fact: Fact) => Fact | undefined): Inventory {
  const changed = (facts: readonly Fact[]): Fact[] => facts.flatMap((fact) => (isUncertain(fact) ? (change(fact) ?? []) : fact));
  return { ...inventory, assets: inventory.assets.map((asset) => ({ ...asset, facts: changed(asset.facts) })) };
}

function isUncertain(fact: Fact): boolean {
  const isConditional = 'condition' in fact.observed && fact.observed.condition !== undefined;
  return isOfProduct(fact) && (isConditional || fact.confidence === 'hint');
}

function confirmed({ observed, ...fact }: Fact): Fact {
  if (!('condition' in observed)) return { ...fact, observed, confidence: 'certain' };
  const { condition: _, ...built } = observed;
  return { ...fact, observed: built, confidence: 'certain' };
}

function removed(): undefined {
  return undefined;
}
