import { describe, expect, it } from 'vitest';
import { evidenceNdjson } from '../../src/report/evidence-ndjson.ts';
import { SAMPLE, withInventory } from './sample.ts';

interface Line {
  readonly id: string;
  readonly assets: readonly string[];
  readonly location: { readonly path?: string };
}

describe('evidence.ndjson', () => {
  const lines = evidenceNdjson.render(SAMPLE).trimEnd().split('\n');
  const facts = lines.map((line) => JSON.parse(line) as Line);

  it('has one line for every fact of assets, absences and the product, in the order of their ids', () => {
    const { assets, absences, productFacts } = SAMPLE.inventory;
    const ids = [
      ...assets.flatMap((asset) => asset.facts.map(({ id }) => id)),
      ...absences.map(({ fact }) => fact.id),
      ...productFacts.map(({ id }) => id),
    ];
    expect(facts.map(({ id }) => id)).toEqual([...new Set<string>(ids)].sort());
  });

  it('says which assets a fact belongs to', () => {
    expect(facts.find(({ id }) => id === 'F-8e44b120')?.assets).toEqual(['algorithm:x25519']);
    expect(facts.find(({ id }) => id === 'F-f7c8d9e0')?.assets).toEqual([]);
  });

  it('is empty where there is no fact', () => {
    expect(evidenceNdjson.render(withInventory({ assets: [], absences: [], productFacts: [] }))).toBe('');
  });
});
