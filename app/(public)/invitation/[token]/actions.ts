'use server';

import { headers } from 'next/headers';
import { acceptInvitation } from '@/lib/auth/accept-invitation';
import { acceptInput } from '@/lib/auth/person.schema';
import { requesterOf } from '@/lib/auth/requester-of';
import type { ActionResult } from '@/lib/http/action.schema';
import { describeFailure } from '@/lib/http/respond';

/** Nobody is signed in here: the link is what allows it, and the verb itself asks for it. */
export async function accept(input: {
  token: string;
  name: string;
  password: string;
}): Promise<ActionResult<{ email: string }>> {
  try {
    return { ok: true, value: await acceptInvitation(acceptInput.parse(input), requesterOf(await headers())) };
  } catch (error) {
    const { code, message } = describeFailure(error);
    return { ok: false, code, message };
  }
}
