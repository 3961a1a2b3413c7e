'use server';

import { firstAdminSchema, createFirstAdmin as makeFirstAdmin } from '@/lib/auth/first-run';
import type { ActionResult } from '@/lib/http/action.schema';
import { describeFailure } from '@/lib/http/respond';

/** Nobody can be signed in yet: the verb itself refuses as soon as one person exists. */
export async function createFirstAdmin(input: {
  name: string;
  email: string;
  password: string;
}): Promise<ActionResult> {
  try {
    await makeFirstAdmin(firstAdminSchema.parse(input));
    return { ok: true, value: null };
  } catch (error) {
    const { code, message } = describeFailure(error);
    return { ok: false, code, message };
  }
}
