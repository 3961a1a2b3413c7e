import type { Handoff } from '../platform/records';
import type { HandoffView } from './conversation.schema';

export function viewHandoff(handoff: Handoff): HandoffView {
  return {
    id: handoff.id,
    reason: handoff.reason,
    at: handoff.createdAt.toISOString(),
    wants: handoff.wants,
    tried: handoff.tried as HandoffView['tried'],
    known: handoff.known as string[],
    missing: handoff.missing as string[],
    stopped: handoff.stopped,
    confidence: handoff.confidence,
    nextStep: handoff.nextStep as HandoffView['nextStep'],
    sources: handoff.sources as HandoffView['sources'],
    takenAt: handoff.takenAt?.toISOString() ?? null,
    accepted: handoff.acceptedAt !== null,
  };
}
