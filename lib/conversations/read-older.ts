import type { PersonActor } from '../auth/permissions';
import { restoreFor } from '../privacy/restore-for';
import type { MessagePage } from './conversation.schema';
import { findVisible } from './list-conversations';
import { readMerged, viewMessages } from './view-messages';

/** The page of messages above a place. Throws `not_found` for what this person may not see. */
export async function readOlder(person: PersonActor, id: string, before: string): Promise<MessagePage> {
  const [, ids] = [await findVisible(person, id), await readMerged(id)];
  return viewMessages(ids, await restoreFor(person, ids), { before });
}
