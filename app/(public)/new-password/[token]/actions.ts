'use server';

import { headers } from 'next/headers';
import { setPassword } from '@/lib/auth/password-link';
import { resetInput } from '@/lib/auth/person.schema';
import { requesterOf } from '@/lib/auth/requester-of';
import type { ActionResult } from '@/lib/http/action.schema';
import { describeFailure } from '@/lib/http/respond';

/** Nobody is signed in here: the link is what allows it, and the verb itself asks for it. */
export async function setNewPassword(input: {
  token: string;
  password: string;
}): Promise<ActionResult<{ email: string }>> {
  try {
    return { ok: true, value: await setPassword(resetInput.parse(input), requesterOf(await headers())) };
  } catch (error) {
    const { code, message } = describeFailure(error);
    return { ok: false, code, message };
  }
}
