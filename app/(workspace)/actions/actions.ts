'use server';

import type { z } from 'zod';
import { personAction } from '@/lib/http/action';
import { compensateAction } from '@/lib/pipeline/compensate-action';
import { resolveInput, takeBackInput } from '@/lib/tools/ledger.schema';
import { resolveDifference } from '@/lib/tools/resolve-difference';

const takingBack = personAction(
  { permission: 'actions.approve', input: takeBackInput },
  async (person, { actionId }) => {
    const { action, decision } = await compensateAction(actionId, { kind: 'person', person });
    return { actionId: action.id, status: action.status, says: decision.agent };
  },
);
const resolving = personAction({ permission: 'actions.approve', input: resolveInput }, resolveDifference);

export async function takeBack(input: z.input<typeof takeBackInput>) {
  return takingBack(input);
}

export async function resolve(input: z.input<typeof resolveInput>) {
  return resolving(input);
}
