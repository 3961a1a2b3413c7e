import type { Actor } from '../../../lib/audit/append-audit';
import type { Story } from './invent-history';
import { after, type Ids, idAt, type Rows, secondMs } from './rows';
import { agentReplies } from './subjects';

export type Say = (author: 'customer' | 'assistant' | 'agent', text: string, when: Date, more?: object) => string;
export type Audit = (action: string, when: Date, actor: Actor, then: Record<string, unknown>) => void;
type Held = Ids & {
  story: Story;
  people: NonNullable<Story['people']>;
  answeredAt: Date;
  agentId: string;
  teamId: string;
};

/** That it was handed over and taken, and what the agent wrote. */
export function writePeople(held: Held, say: Say, audit: Audit, rows: Rows): void {
  const { story, people, id, turnId, answeredAt, agentId, teamId } = held;
  const { subject, turn } = story;
  rows.handoffs.push({
    ...{ id: idAt(answeredAt), conversationId: id, turnId, reason: people.reason, teamId, createdAt: answeredAt },
    ...{ wants: subject.gist, stopped: 'It is for a person to decide.', language: story.language },
    ...{ takenBy: agentId, takenAt: people.takenAt, confidence: turn.confidence },
  });
  audit(
    'hand_over',
    answeredAt,
    { kind: 'system', id: null },
    { holder: 'queue', state: 'open', agentId: null, teamId },
  );
  const theirs = { holder: 'agent', state: 'open', agentId, teamId };
  audit('take', people.takenAt, { kind: 'person', id: agentId }, theirs);
  for (const [n, when] of people.repliedAt.entries())
    say('agent', agentReplies[Math.min(n, agentReplies.length - 1)]!, after(when, 20 * secondMs), {
      personId: agentId,
    });
}
