import { blankPart } from '../blank-part';
import type { Instruments, Part, Waiting } from '../plan.schema';

type Proposed = Extract<Waiting, { kind: 'action' }>;

/** Does what was proposed once the customer agreed, or leaves it. The rules are asked again: a minute may have changed them. */
export async function walkProposed(
  { tool, args, key, says, intent, wish }: Proposed,
  agreed: boolean,
  tools: Instruments,
): Promise<Part> {
  const part: Part = { ...blankPart({ intent, wants: says, team: null }, 0.97), evidence: [says, wish] };
  if (!agreed) return { ...part, text: 'All right, I have left everything as it is.' };
  tools.tell(says, false);
  const result = await tools.act({ tool, args, key, says, tells: `Done: ${says}.`, confirmed: true });
  part.decisions.push(result.decision);
  const said = result.decision.customer;
  part.evidence.push(said ?? '');
  switch (result.kind) {
    case 'done':
      tools.tell(says, true);
      return { ...part, acted: true, text: `Done: ${says}.`, tried: [{ what: says, ok: true }] };
    case 'waiting':
      return {
        ...part,
        kind: 'approval',
        text: said ?? 'A colleague has to agree to this first. You will hear from us here.',
        tried: [{ what: `${says}: waits for approval`, ok: true }],
      };
    case 'denied':
      return denied({ ...part, tried: [{ what: `${says}: not allowed`, ok: false }] }, said, result.decision.agent);
    case 'failed':
    case 'unknown':
      return {
        ...part,
        kind: 'handoff',
        acted: result.kind === 'unknown',
        tried: [{ what: says, ok: false }],
        scores: { ...part.scores, tools: 0.3 },
        handoff: {
          reason: 'tool_failed',
          stopped:
            result.kind === 'failed'
              ? `${says} failed: ${result.message || result.code}.`
              : `${says}: the shop did not say whether it happened. Check before doing it again.`,
          missing: [],
          suggestion: null,
        },
      };
  }
}

/** What the rules refuse: their sentence for the customer, or people. */
export function denied(part: Part, customer: string | null, agent: string): Part {
  if (customer) return { ...part, kind: 'reply', text: customer };
  return {
    ...part,
    kind: 'handoff',
    handoff: { reason: 'policy_denied', stopped: agent, missing: [], suggestion: null },
  };
}
