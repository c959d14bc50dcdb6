// Which boards a run is about: those the operator names, those the product file names, else the board that a build configuration names.

import { PqreadyError } from '../model/errors.ts';
import type { Inventory } from '../model/inventory.ts';
import type { MeasurementFile } from '../model/measurement.ts';
import type { Budget, Product } from '../model/product.ts';
import type { TargetProfile } from '../model/target.ts';
import { findNearest } from './nearest.ts';

/** A target with what the product leaves for post-quantum code on it. */
export interface ChosenTarget {
  readonly profile: TargetProfile;
  readonly budget: Budget;
}

export interface TargetChoice {
  readonly profiles: readonly TargetProfile[];
  /** ids of --target, which add to those of the product file */
  readonly asked: readonly string[];
  readonly product?: Product;
  readonly inventory: Inventory;
}

/** The chosen targets in code-point order of their ids. Throws `unknown-id`, with the nearest valid id. */
export function chooseTargets(choice: TargetChoice): ChosenTarget[] {
  const budgets = new Map((choice.product?.targets ?? []).map((use) => [use.target, use.budget]));
  const named = [...budgets.keys(), ...choice.asked];
  const ids = named.length > 0 ? named : detectTargets(choice.profiles, choice.inventory);
  return [...new Set(ids)].sort().map((id) => ({ profile: chooseTarget(choice.profiles, id), budget: budgets.get(id) ?? {} }));
}

/** The profiles, each with the operator's own figures of it before those that others published. */
export function withFigures(profiles: readonly TargetProfile[], files: readonly MeasurementFile[]): TargetProfile[] {
  return profiles.map((profile) => {
    const own = files.filter(({ target }) => target === profile.id).flatMap(({ measurements }) => measurements);
    return own.length === 0 ? profile : { ...profile, measurements: [...own, ...profile.measurements] };
  });
}

/** Ids of the profiles whose `matches` hold a board or SoC name that a configuration gives. A board outranks a SoC. */
export function detectTargets(profiles: readonly TargetProfile[], inventory: Inventory): string[] {
  const values = (name: 'board' | 'soc'): string[] =>
    inventory.productFacts
      .filter((fact) => fact.observed.fact === name && fact.origin !== 'dependency')
      .map((fact) => fact.observed.value.toLowerCase());
  const matching = (names: readonly string[]): string[] =>
    profiles
      .filter((profile) => names.some((name) => profile.matches.includes(name) || profile.matches.includes(toBoard(name))))
      .map((profile) => profile.id);
  const boards = matching(values('board'));
  return boards.length > 0 ? boards : matching(values('soc'));
}

// Zephyr's hardware model v2 writes `board[@revision]/soc[/variant]`.
function toBoard(name: string): string {
  return (name.split('/')[0] ?? name).split('@')[0] ?? name;
}

/** The profile of an id. Throws `unknown-id`, with the nearest valid id. */
export function chooseTarget(profiles: readonly TargetProfile[], id: string): TargetProfile {
  const found = profiles.find((profile) => profile.id === id);
  if (found !== undefined) return found;
  const nearest = findNearest(
    id,
    profiles.map((profile) => profile.id),
  );
  const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  throw new PqreadyError('unknown-id', `target "${id}": expected an id of pqready list targets${hint}`);
}
