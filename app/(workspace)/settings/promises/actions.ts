'use server';

import { z } from 'zod';
import {
  deleteCalendar,
  deletePolicy,
  orderPolicies,
  saveCalendar,
  savePolicy,
} from '@/lib/conversations/arrange-promises';
import { deleteSkill, saveSkill } from '@/lib/conversations/arrange-skills';
import { archiveLabel, saveLabel } from '@/lib/conversations/save-label';
import { calendarInputSchema, policyInputSchema } from '@/lib/conversations/sla.schema';
import { labelNameSchema, skillInputSchema } from '@/lib/conversations/triage.schema';
import { personAction } from '@/lib/http/action';

const permission = 'desk.organise' as const;
const one = z.object({ id: z.uuid() });

const savingPolicy = personAction({ permission, input: policyInputSchema }, savePolicy);
const deletingPolicy = personAction({ permission, input: one }, (actor, { id }) => deletePolicy(actor, id));
const orderingPolicies = personAction(
  { permission, input: z.object({ ids: z.array(z.uuid()).max(200) }) },
  (actor, { ids }) => orderPolicies(actor, ids),
);
const savingCalendar = personAction({ permission, input: calendarInputSchema }, saveCalendar);
const deletingCalendar = personAction({ permission, input: one }, (actor, { id }) => deleteCalendar(actor, id));
const savingSkill = personAction({ permission, input: skillInputSchema }, saveSkill);
const deletingSkill = personAction({ permission, input: one }, (actor, { id }) => deleteSkill(actor, id));
const savingLabel = personAction(
  {
    permission,
    input: z.object({
      id: z.uuid().optional(),
      name: labelNameSchema,
      hue: z.number().int().min(0).max(359).optional(),
    }),
  },
  saveLabel,
);
const archivingLabel = personAction({ permission, input: one }, (actor, { id }) => archiveLabel(actor, id));

// Only functions declared here become callable from the browser.
export async function keepPolicy(input: unknown) {
  return savingPolicy(input);
}
export async function removePolicy(input: unknown) {
  return deletingPolicy(input);
}
export async function arrangePolicies(input: unknown) {
  return orderingPolicies(input);
}
export async function keepCalendar(input: unknown) {
  return savingCalendar(input);
}
export async function removeCalendar(input: unknown) {
  return deletingCalendar(input);
}
export async function keepSkill(input: unknown) {
  return savingSkill(input);
}
export async function removeSkill(input: unknown) {
  return deletingSkill(input);
}
export async function keepLabel(input: unknown) {
  return savingLabel(input);
}
export async function putAwayLabel(input: unknown) {
  return archivingLabel(input);
}
