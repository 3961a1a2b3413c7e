import { moveConversation } from '../conversations/move-conversation';
import { recordEvent } from '../events/record-event';
import { Prisma, type Tx } from '../platform/db';
import { newId } from '../platform/ids';
import { mapTexts } from '../privacy/map-texts';
import { openVault } from '../privacy/open-vault';
import type { Tokens } from '../privacy/privacy.schema';
import type { WarmHandoff } from './handoff/write-handoff';

export type HandoffRecord = WarmHandoff & {
  turnId: string | null;
  teamKey: string | null;
  sentiment: number | null;
  language: string | null;
  confidence: number | null;
  /** Of the turn it comes from, when it has placeholders of its own. */
  tokens?: Tokens;
};

const textsOf = ({ wants, tried, known, missing, stopped, nextStep, drafts }: HandoffRecord) => ({
  wants,
  tried,
  known,
  missing,
  stopped,
  nextStep,
  drafts: drafts.map((draft) => ({ text: draft.text })),
});

/** Puts the handoff and its drafts down, with placeholders for what identifies anybody, and passes the conversation to the queue, in the caller's transaction. */
export async function saveHandoff(tx: Tx, conversationId: string, plain: HandoffRecord): Promise<string> {
  const vault = await openVault(tx, conversationId);
  const hidden = mapTexts(textsOf(plain), (text) => vault.hide(text, plain.tokens));
  const drafts = plain.drafts.map((draft, index) => ({ ...draft, ...hidden.drafts[index]! }));
  const record = { ...plain, ...hidden, drafts };
  await vault.keep();
  const team = record.teamKey ? await tx.team.findUnique({ where: { key: record.teamKey } }) : null;
  const handoff = await tx.handoff.create({
    data: {
      id: newId(),
      conversationId,
      turnId: record.turnId,
      reason: record.reason,
      wants: record.wants,
      tried: record.tried,
      known: record.known,
      missing: record.missing,
      stopped: record.stopped,
      nextStep: record.nextStep,
      sentiment: record.sentiment,
      language: record.language,
      confidence: record.confidence,
      sources: record.sources as Prisma.InputJsonValue,
      teamId: team?.id ?? null,
    },
  });
  await tx.draft.updateMany({
    where: { conversationId, state: 'proposed' },
    data: { state: 'rejected', decidedAt: new Date() },
  });
  await tx.draft.createMany({
    data: record.drafts.map((draft, index) => ({
      id: newId(),
      conversationId,
      handoffId: handoff.id,
      position: index + 1,
      label: draft.label,
      text: draft.text,
      sources: draft.sources as Prisma.InputJsonValue,
    })),
  });
  const conversation = await tx.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  if (conversation.holder === 'assistant' && conversation.state === 'open') {
    await moveConversation(tx, conversation, {
      move: { kind: 'hand_over' },
      actor: { kind: 'assistant', id: null },
      says: `Handed over${team ? ` to ${team.name}` : ''}`,
      data: { teamId: team?.id ?? conversation.teamId, waitingFor: Prisma.DbNull },
    });
  }
  await recordEvent(tx, 'handoff.made', { conversationId, handoffId: handoff.id });
  return handoff.id;
}
