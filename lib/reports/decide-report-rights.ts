import { may, type PersonActor } from '../auth/permissions';

type Asker = Pick<PersonActor, 'id' | 'permissions'>;
type Owned = { ownerId: string; shared: boolean };

/** What somebody may do with a report. What one may not see is not found; outside addresses are an admin's to add. */
export function decideReportRights(
  person: Asker,
  { ownerId, shared }: Owned,
): { sees: boolean; changes: boolean; makesPrivate: boolean; addsOutside: boolean } {
  const own = ownerId === person.id;
  const sees = may(person, 'metrics.read') && (own || shared);
  const administers = may(person, 'desk.administer');
  return {
    sees,
    changes: sees && (own || administers),
    // Its owner's alone: for anybody else it would be gone.
    makesPrivate: sees && own,
    addsOutside: sees && administers,
  };
}
