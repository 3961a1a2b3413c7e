import type { Actor } from '../../../lib/audit/append-audit';
import type { Prisma } from '../../../lib/platform/db';
import type { Chance, Story } from './invent-history';
import type { Desk } from './read-desk';
import { after, idAt, pick, type Rows, secondMs } from './rows';
import { askedFor, comments, passedOnText, thanks } from './subjects';
import { type Audit, type Say, writePeople } from './write-people';
import { writeAction, writeTurn } from './write-turn';

/** One conversation from its first message to its rating. */
export function writeStory(story: Story, customerId: string, desk: Desk, rows: Rows, chance: Chance): void {
  const { at, subject, turn, people, closedAt } = story;
  const id = idAt(at);
  const channelId = desk.channels.get(story.channel)!;
  const teamId = desk.teams.get(subject.team)!;
  const agentId = people && desk.agents[people.agent % desk.agents.length]!;
  const answeredAt = after(at, turn.ms + 2 * secondMs);
  const say: Say = (author, text, when, more = {}) => {
    const messageId = idAt(when);
    rows.messages.push({
      ...{ id: messageId, conversationId: id, channelId, author, text, createdAt: when, deliveredAt: when },
      ...more,
    });
    return messageId;
  };
  const audit: Audit = (action, when, actor, then) =>
    rows.audited.push({ at: when, actor, action: `conversation.${action}`, conversationId: id, after: then });

  const turnId = idAt(at);
  const asked = people?.reason === 'asked_for_person' ? askedFor : pick(desk.examples.get(subject.intent)!, chance);
  const askedId = say('customer', asked, at);
  writeTurn(story, { id, turnId, askedId, answeredAt }, rows);
  say('assistant', people ? passedOnText : subject.answer, answeredAt, { turnId });
  if (story.action && !people) writeAction(story, { id, turnId, customerId }, rows);
  if (people && agentId) writePeople({ story, people, id, turnId, answeredAt, agentId, teamId }, say, audit, rows);
  if (closedAt && story.resolution !== 'abandoned')
    say('customer', pick(thanks, chance), after(closedAt, -20 * secondMs));
  if (closedAt) {
    const actor: Actor = people && agentId ? { kind: 'person', id: agentId } : { kind: 'assistant', id: null };
    audit('close', closedAt, actor, {
      holder: people ? 'agent' : 'assistant',
      state: 'closed',
      agentId,
      teamId: people ? teamId : null,
    });
  }
  const last = rows.messages.at(-1)!;
  rows.conversations.push({
    ...{
      id,
      customerId,
      channelId,
      verified: true,
      gist: subject.gist,
      intent: subject.intent,
      language: story.language,
    },
    ...{
      holder: people ? 'agent' : 'assistant',
      agentId,
      teamId: people ? teamId : null,
      state: closedAt ? 'closed' : 'open',
    },
    ...{
      confidence: turn.confidence,
      tier: people ? 'escalated' : turn.tier,
      resolution: story.resolution,
      createdAt: at,
      closedAt,
    },
    ...{ lastMessageId: last.id!, lastMessageAt: last.createdAt!, readAt: closedAt, disclosedAt: at },
    ...(people && {
      ...{ slaPolicyId: desk.promise, firstReplyAt: people.repliedAt[0]! },
      ...(people.breached && { breachedAt: after(at, 30 * 60 * secondMs) }),
    }),
    ...rated(story, chance),
  });
}

/** Asked at the end, and what was said to it. */
function rated({ closedAt, resolution, rating }: Story, chance: Chance): Partial<Prisma.ConversationCreateManyInput> {
  if (closedAt === null || resolution === 'abandoned') return {};
  if (rating === null) return { ratingAskedAt: closedAt };
  const comment = chance() < 0.3 && { ratingComment: pick(comments[rating]!, chance) };
  return { ratingAskedAt: closedAt, rating, ratedAt: after(closedAt, 60 * secondMs), ...comment };
}
