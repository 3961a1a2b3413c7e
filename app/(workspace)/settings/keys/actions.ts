'use server';

import { z } from 'zod';
import { newKeyInput } from '@/lib/auth/key.schema';
import { createKey, revokeKey } from '@/lib/auth/save-key';
import { personAction } from '@/lib/http/action';

const permission = 'desk.administer';
const creating = personAction({ permission, input: newKeyInput }, createKey);
const revoking = personAction({ permission, input: z.object({ id: z.uuid() }) }, revokeKey);

export async function makeKey(input: unknown) {
  return creating(input);
}

export async function endKey(input: unknown) {
  return revoking(input);
}
