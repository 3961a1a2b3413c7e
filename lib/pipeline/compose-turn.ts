import type { RunningTurn } from './begin-turn';
import { composeReply } from './composing/compose-reply';
import { acknowledgeHandoff } from './handoff/acknowledge';
import { firstNameOf } from './name-customer';
import type { HandoffNeed, Part } from './plan.schema';
import type { RedactedTurn } from './redact-turn';
import type { Understanding } from './understanding/understanding.schema';

export type ComposeInput = {
  running: RunningTurn;
  redacted: RedactedTurn;
  understood: Understanding;
  parts: Part[];
};

export type Composed = {
  /** The parts as they are said. */
  parts: Part[];
  /** What would be sent if the decision lets it. */
  reply: string;
  /** What is sent when people take over instead: the parts that stand, then the acknowledgement. */
  passing: (need: HandoffNeed, failed?: boolean) => string;
  allowed: string[];
  discloses: boolean;
};

export function composeTurn(input: ComposeInput): Composed {
  const { running, understood, parts } = input;
  const { customer, conversation, workspace } = running;
  const disclose = conversation.disclosedAt === null;
  const firstName = firstNameOf(customer.name);
  const base = { workspace, firstName, disclose, language: understood.language };
  const need = parts.find((part) => part.handoff)?.handoff;
  const passing = (why: HandoffNeed, failed = why.reason === 'technical_failure') => {
    const acknowledgement = acknowledgeHandoff({
      language: understood.language,
      asked: why.reason === 'asked_for_person',
      failed,
    });
    // An answer that was held back for its confidence is for the agent, not for the customer.
    const standing = why.reason === 'low_confidence' ? [] : parts;
    return composeReply({ ...base, parts: standing, acknowledgement });
  };
  return {
    parts,
    reply: need ? passing(need) : composeReply({ ...base, parts, acknowledgement: null }),
    passing,
    allowed: [workspace, customer.name, ...customer.identities.map((identity) => identity.value)],
    discloses: disclose,
  };
}
