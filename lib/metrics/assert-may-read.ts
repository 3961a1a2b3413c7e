import { may, type PersonActor } from '../auth/permissions';
import { AppError } from '../platform/errors';
import type { Filters } from './metric.schema';

/** Everything for who may read metrics; for everybody their own figures, asked for by their name alone. Throws `forbidden`. */
export function assertMayRead(person: PersonActor, { agent }: Filters, by?: string): void {
  if (may(person, 'metrics.read')) return;
  const own = agent?.length === 1 && agent[0] === person.id && by !== 'agent';
  if (!own)
    throw new AppError('forbidden', 'You may read your own figures here; your role does not show those of others.');
}
