import type { z } from 'zod';
import { findPerson } from '../auth/find-person';
import { may, type Permission, type PersonActor } from '../auth/permissions';
import { AppError } from '../platform/errors';
import type { ActionResult } from './action.schema';
import { describeFailure } from './respond';

/** The one write path for people: who asks, may they, is it well-formed, then one verb. Failure comes back as data. */
export function personAction<I, T>(
  options: { permission: Permission; input: z.ZodType<I> },
  verb: (actor: PersonActor, input: I) => Promise<T>,
): (input: unknown) => Promise<ActionResult<T>> {
  return async (raw) => {
    try {
      const actor = await findPerson();
      if (!actor) throw new AppError('unauthorized', 'You are signed out. Sign in again; what you wrote is kept.');
      if (!may(actor, options.permission)) throw new AppError('forbidden', 'Your role does not allow this.');
      return { ok: true, value: await verb(actor, options.input.parse(raw)) };
    } catch (error) {
      const { code, message } = describeFailure(error);
      return { ok: false, code, message };
    }
  };
}
