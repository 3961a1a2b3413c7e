'use server';

import { z } from 'zod';
import { personAction } from '@/lib/http/action';
import { askAgain } from '@/lib/reports/ask-recipient';
import { pauseReport } from '@/lib/reports/pause-report';
import { removeReport } from '@/lib/reports/remove-report';
import { reportInputSchema } from '@/lib/reports/report.schema';
import { saveReport } from '@/lib/reports/save-report';
import { sendReportNow } from '@/lib/reports/send-report-now';

const permission = 'metrics.read' as const;
const one = z.object({ id: z.uuid() });

const saving = personAction({ permission, input: reportInputSchema }, saveReport);
const removing = personAction({ permission, input: one }, (actor, { id }) => removeReport(actor, id));
const pausing = personAction({ permission, input: one.extend({ paused: z.boolean() }) }, pauseReport);
const sending = personAction({ permission, input: one }, (actor, { id }) => sendReportNow(actor, id));
const asking = personAction({ permission, input: one.extend({ recipientId: z.uuid() }) }, askAgain);

// Only functions declared here become callable from the browser.
export async function keepReport(input: unknown) {
  return saving(input);
}
export async function dropReport(input: unknown) {
  return removing(input);
}
export async function holdReport(input: unknown) {
  return pausing(input);
}
export async function mailReport(input: unknown) {
  return sending(input);
}
export async function askAddress(input: unknown) {
  return asking(input);
}
