// Checks of the update chain: are images authenticated, can their verifiers be changed in the field, is an older image refused.

import { functionsOf } from '../../knowledge/algorithms.ts';
import type { CryptoFunction } from '../../model/algorithm.ts';
import type { Role } from '../../model/evidence.ts';
import type { Mechanism } from '../mechanism.ts';
import { readSwitch } from '../scene.ts';
import { isInUse } from '../weight.ts';
import { type Answer, answer, fromFindings, inRole, namesOf, nothingIn, type Picture, unlessOutOfScope } from './answer.ts';

/**
 * A signature or a MAC in the update or the boot role that something computes or verifies, or a key that a verifier carries. A key file or a
 * certificate beside it shows that somebody could sign, not that anything is refused.
 */
export function updateAuthenticated(picture: Picture): Answer {
  const found = fromFindings(picture, 'update-authenticated') ?? unlessOutOfScope(picture, 'update');
  if (found !== undefined) return found;
  const signed = [...inRole(picture, 'update'), ...inRole(picture, 'boot')].filter(
    ({ purpose, weight }) => weight === 'firm' && (purpose === 'signature' || purpose === 'mac'),
  );
  if (signed.length === 0) return answer('indeterminate', nothingIn(picture, 'update'));
  const verifying = signed.filter(isVerification);
  return verifying.length === 0
    ? answer('indeterminate', { code: 'verification-not-seen', args: { names: namesOf(signed) } }, signed)
    : answer('met', { code: 'authenticated-by', args: { names: namesOf(verifying) } }, verifying);
}

const KEY_FUNCTIONS: ReadonlySet<CryptoFunction> = new Set<CryptoFunction>(['keygen', 'generate']);

// Making a key is not checking an image with it.
function isVerification({ asset, use, facts }: Mechanism): boolean {
  if (asset.kind !== 'algorithm') return false;
  const functions = functionsOf(use);
  if (functions.length > 0 && functions.every((each) => KEY_FUNCTIONS.has(each))) return false;
  return facts.some(isInUse);
}

/** Whether the vendor can change the mechanism of a role in units already sold, by an update in the field. */
export function movable(picture: Picture, role: Role): Answer {
  const outside = unlessOutOfScope(picture, role);
  if (outside !== undefined) return outside;
  const declared = picture.product?.roles.find((each) => each.role === role);
  if (isFixed(picture, role)) return answer('not-met', { code: 'verifier-fixed', args: { role } });
  if (declared?.changedBy === undefined) return answer('indeterminate', { code: 'changer-unknown', args: { role } });
  const verdict = declared.changedBy === 'vendor-ota' ? 'met' : 'not-met';
  return answer(verdict, { code: 'changed-by', args: { role, by: declared.changedBy } });
}

export function antiRollback(picture: Picture): Answer {
  const found = fromFindings(picture, 'anti-rollback') ?? unlessOutOfScope(picture, 'update');
  if (found !== undefined) return found;
  const { on } = readSwitch(picture.inventory, 'anti-rollback');
  if (on.length === 0) return answer('indeterminate', { code: 'switch-unknown', args: { what: 'anti-rollback' } });
  return { ...answer('met', { code: 'switch-on', args: { what: 'anti-rollback' } }), facts: on.map((fact) => fact.id).sort() };
}

/** True where a rule found that the verifier of a role cannot change. */
export function isFixed({ hits }: Pick<Picture, 'hits'>, role: Role): boolean {
  return hits.some(({ finding }) => finding.title.code === 'verifier-immutable' && finding.role === role);
}
