// Checks of the update chain: are images authenticated, can their verifiers be changed in the field, is an older image refused.

import type { Role } from '../../model/evidence.ts';
import { readSwitch } from '../scene.ts';
import { type Answer, answer, fromFindings, inRole, namesOf, type Picture, unlessOutOfScope } from './answer.ts';

/** A signature or a MAC in the update or the boot role, of which the image is known to be checked. */
export function updateAuthenticated(picture: Picture): Answer {
  const found = fromFindings(picture, 'update-authenticated') ?? unlessOutOfScope(picture, 'update');
  if (found !== undefined) return found;
  const signed = [...inRole(picture, 'update'), ...inRole(picture, 'boot')].filter(
    ({ purpose, weight }) => weight === 'firm' && (purpose === 'signature' || purpose === 'mac'),
  );
  if (signed.length === 0) return answer('indeterminate', { code: 'nothing-seen', args: { role: 'update' } });
  return answer('met', { code: 'authenticated-by', args: { names: namesOf(signed) } }, signed);
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

function isFixed({ hits }: Picture, role: Role): boolean {
  return hits.some(({ finding }) => finding.title.code === 'verifier-immutable' && finding.role === role);
}
