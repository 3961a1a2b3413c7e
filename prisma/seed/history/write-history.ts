import type { Tx } from '../../../lib/platform/db';
import { addCustomers } from './add-customers';
import { appendAudited } from './append-audited';
import type { Chance, Story } from './invent-history';
import { readDesk } from './read-desk';
import type { Rows } from './rows';
import { writeStory } from './write-story';

/** Writes stories down as the desk would have recorded them, and notes each to be counted. In the caller's transaction. */
export async function writeHistory(tx: Tx, stories: Story[], chance: Chance): Promise<void> {
  const desk = await readDesk(tx);
  const customers = await addCustomers(tx, stories, chance);
  const rows: Rows = {
    ...{ conversations: [], messages: [], turns: [], handoffs: [] },
    ...{ reviews: [], actions: [], calls: [], audited: [] },
  };
  for (const story of stories) writeStory(story, customers.get(story.customer)!, desk, rows, chance);
  await tx.conversation.createMany({ data: rows.conversations });
  await tx.message.createMany({ data: rows.messages });
  await tx.turn.createMany({ data: rows.turns });
  await tx.handoff.createMany({ data: rows.handoffs });
  await tx.review.createMany({ data: rows.reviews });
  await tx.action.createMany({ data: rows.actions });
  await tx.modelCall.createMany({ data: rows.calls });
  await tx.metricChange.createMany({ data: rows.conversations.map(({ id }) => ({ conversationId: id! })) });
  await appendAudited(tx, rows.audited);
}
