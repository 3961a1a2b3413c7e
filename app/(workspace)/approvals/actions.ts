'use server';

import type { z } from 'zod';
import { personAction } from '@/lib/http/action';
import { askInput, decideInput } from '@/lib/tools/approval.schema';
import { askAboutAction } from '@/lib/tools/ask-about-action';
import { decideApproval } from '@/lib/tools/decide-approval';

const permission = 'conversations.work';
const deciding = personAction({ permission, input: decideInput }, decideApproval);
const asking = personAction({ permission, input: askInput }, askAboutAction);

export async function decide(input: z.input<typeof decideInput>) {
  return deciding(input);
}

export async function ask(input: z.input<typeof askInput>) {
  return asking(input);
}
