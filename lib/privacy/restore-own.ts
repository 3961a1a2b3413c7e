import { may, type PersonActor } from '../auth/permissions';
import { placeholders } from './privacy.schema';

/**
 * Puts values back in what was made for a person. What was only hidden on the way out comes back to everybody; `seen`, the
 * placeholders of what they are shown, stay for who may not see the values.
 */
export function restoreOwn(
  person: Pick<PersonActor, 'permissions'>,
  restore: (text: string) => string,
  seen: Iterable<string>,
): (text: string) => string {
  if (may(person, 'privacy.reveal')) return restore;
  const hidden = new Set(seen);
  return (text) => text.replace(placeholders, (name) => (hidden.has(name) ? name : restore(name)));
}
