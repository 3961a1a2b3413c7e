'use server';

import { z } from 'zod';
import { personAction } from '@/lib/http/action';
import { clearMailSettings, retryMail, saveMailSettings } from '@/lib/mail/arrange-mail';
import { mailSettingsInputSchema } from '@/lib/mail/mail.schema';
import { testMail } from '@/lib/mail/test-mail';

const permission = 'desk.administer' as const;
const nothing = z.object({});

const saving = personAction({ permission, input: mailSettingsInputSchema }, saveMailSettings);
const clearing = personAction({ permission, input: nothing }, clearMailSettings);
const testing = personAction({ permission, input: nothing }, testMail);
const retrying = personAction({ permission, input: z.object({ id: z.uuid() }) }, (actor, { id }) =>
  retryMail(actor, id),
);

// Only functions declared here become callable from the browser.
export async function keepMail(input: unknown) {
  return saving(input);
}
export async function dropMail(input: unknown) {
  return clearing(input);
}
export async function tryMail(input: unknown) {
  return testing(input);
}
export async function sendAgain(input: unknown) {
  return retrying(input);
}
