import { may, type PersonActor } from '../auth/permissions';
import type { Vault } from './open-vault';

const placeholder = /\[[A-Z_]+_\d{1,9}\]/g;

/**
 * Puts values back in what was made of a person's own text. What they wrote comes back to them; what they saw as a
 * placeholder stays one for who may not see the value.
 */
export function restoreOwn(
  person: Pick<PersonActor, 'permissions'>,
  vault: Vault,
  own: string,
): (text: string) => string {
  if (may(person, 'privacy.reveal')) return vault.restore;
  const seen = new Set(own.match(placeholder));
  return (text) => text.replace(placeholder, (name) => (seen.has(name) ? name : vault.restore(name)));
}
