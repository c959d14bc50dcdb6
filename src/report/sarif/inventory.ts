// An inventory without an assessment as results: what was seen and where, no opinion. §3.27.9: `informational` says that there is no problem.

import type { CryptoAsset, Inventory } from '../../model/inventory.ts';
import { toSeen } from '../facts.ts';
import { toMessage, toSarifLocation } from './place.ts';
import type { ResultDraft } from './shapes.ts';

/** One result for each place of each asset, in the order of assets and places. */
export function toInventoryResults({ assets }: Inventory): readonly ResultDraft[] {
  return assets.flatMap((asset) => asset.facts.map((fact) => toResult(asset, fact)));
}

function toResult(asset: CryptoAsset, fact: CryptoAsset['facts'][number]): ResultDraft {
  const { observed, grade, confidence, origin, role, state } = fact;
  const location = toSarifLocation(fact.location);
  return {
    ruleId: `inventory/${asset.kind}`,
    outcome: { kind: 'informational', level: 'none' },
    message: toMessage(`${toSeen(observed, asset.name)}.`),
    ...(location === undefined ? {} : { location }),
    key: [asset.id, 'symbol' in observed ? observed.symbol : ''],
    checks: [],
    suppressions: [],
    properties: { fact: fact.id, asset: asset.id, role, state, grade, confidence, origin },
  };
}
