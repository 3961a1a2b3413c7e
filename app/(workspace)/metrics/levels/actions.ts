'use server';

import { z } from 'zod';
import { acknowledgeAlert, silenceAlert } from '@/lib/alerts/acknowledge-alert';
import {
  acknowledgeSchema,
  alertMailSchema,
  hookInputSchema,
  ruleInputSchema,
  silenceSchema,
} from '@/lib/alerts/alert.schema';
import { removeHook, renewSecret, saveAlertMail, saveHook, saveRule, testHook } from '@/lib/alerts/arrange-telling';
import { personAction } from '@/lib/http/action';
import { saveLevel } from '@/lib/levels/arrange-levels';
import { judgeSample } from '@/lib/levels/judge-sample';
import { judgeSampleSchema, levelInputSchema } from '@/lib/levels/level.schema';

const permission = 'desk.administer' as const;
const one = z.object({ id: z.uuid() });

const savingLevel = personAction({ permission, input: levelInputSchema }, saveLevel);
const savingRule = personAction({ permission, input: ruleInputSchema }, saveRule);
const savingMail = personAction({ permission, input: alertMailSchema }, saveAlertMail);
const savingHook = personAction({ permission, input: hookInputSchema }, saveHook);
const renewingSecret = personAction({ permission, input: one }, (actor, { id }) => renewSecret(actor, id));
const removingHook = personAction({ permission, input: one }, (actor, { id }) => removeHook(actor, id));
const testingHook = personAction({ permission, input: one }, (actor, { id }) => testHook(actor, id));
const acknowledging = personAction({ permission: 'metrics.read', input: acknowledgeSchema }, acknowledgeAlert);
const silencing = personAction({ permission: 'metrics.read', input: silenceSchema }, silenceAlert);
const judging = personAction({ permission: 'reviews.decide', input: judgeSampleSchema }, judgeSample);

// Only functions declared here become callable from the browser.
export async function keepLevel(input: unknown) {
  return savingLevel(input);
}
export async function keepRule(input: unknown) {
  return savingRule(input);
}
export async function keepAlertMail(input: unknown) {
  return savingMail(input);
}
export async function keepHook(input: unknown) {
  return savingHook(input);
}
export async function renewHookSecret(input: unknown) {
  return renewingSecret(input);
}
export async function dropHook(input: unknown) {
  return removingHook(input);
}
export async function tryHook(input: unknown) {
  return testingHook(input);
}
export async function takeAlert(input: unknown) {
  return acknowledging(input);
}
export async function quietAlert(input: unknown) {
  return silencing(input);
}
export async function judgeEscalation(input: unknown) {
  return judging(input);
}
