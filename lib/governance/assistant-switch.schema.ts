import { z } from 'zod';
import type { Decision } from './policy.schema';

/** What the assistant may do now: write in other systems, answer customers. An admin turns either off, for everybody at once. */
export const assistantSwitchSchema = z.object({ writes: z.boolean(), answers: z.boolean() });
export type AssistantSwitch = z.infer<typeof assistantSwitchSchema>;

export const assistantStandingSchema = assistantSwitchSchema.extend({
  /** Who turned it last, and when; null where nobody ever did. */
  by: z.string().nullable(),
  at: z.string().nullable(),
});
export type AssistantStanding = z.infer<typeof assistantStandingSchema>;

export const switchedOffRule = 'switched-off';
export const switchedOffSays = 'The assistant is switched off. A colleague has to do this.';

/** What every write of the assistant comes to while it may not write. */
export const switchedOff: Decision = {
  effect: 'deny',
  policy: null,
  version: null,
  rule: switchedOffRule,
  cel: '',
  agent: switchedOffSays,
  customer: null,
  approvers: null,
  amountCents: null,
  findings: [],
  shows: [],
};
