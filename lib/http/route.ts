import type { z } from 'zod';
import { findApiKey, type KeyActor } from '../auth/find-api-key';
import { findPerson } from '../auth/find-person';
import type { Scope } from '../auth/key.schema';
import { may, type Permission, type PersonActor } from '../auth/permissions';
import { AppError } from '../platform/errors';
import { failureResponse, readJson } from './respond';

type Context = { params: Promise<Record<string, string>> };
type Handler = (request: Request, context: Context) => Promise<Response>;

/** `mostBytes` for a body that may be larger than the 256 KiB of others. */
type Parts<Q, B> = { query?: z.ZodType<Q>; body?: z.ZodType<B>; mostBytes?: number };
type Given<A, Q, B> = { actor: A; params: Record<string, string>; query: Q; body: B; request: Request };

async function give<A, Q, B>(
  actor: A,
  parts: Parts<Q, B>,
  request: Request,
  context: Context,
): Promise<Given<A, Q, B>> {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const query = (parts.query ? parts.query.parse(search) : undefined) as Q;
  const body = (parts.body ? parts.body.parse(await readJson(request, parts.mostBytes)) : undefined) as B;
  return { actor, params: await context.params, query, body, request };
}

const answer = (result: unknown): Response =>
  result instanceof Response ? result : Response.json(result, { headers: { 'cache-control': 'no-store' } });

/** A route for people who are signed in and may do this; the handler finds out nothing of that itself. */
export function personRoute<Q = undefined, B = undefined>(
  options: Parts<Q, B> & { permission: Permission },
  handle: (given: Given<PersonActor, Q, B>) => Promise<unknown>,
): Handler {
  return async (request, context) => {
    try {
      const actor = await findPerson();
      if (!actor) throw new AppError('unauthorized', 'Sign in first.');
      if (!may(actor, options.permission)) throw new AppError('forbidden', 'Your role does not allow this.');
      return answer(await handle(await give(actor, options, request, context)));
    } catch (error) {
      return failureResponse(error);
    }
  };
}

/** A route for machines with an API key of this scope. */
export function keyRoute<Q = undefined, B = undefined>(
  options: Parts<Q, B> & { scope: Scope },
  handle: (given: Given<KeyActor, Q, B>) => Promise<unknown>,
): Handler {
  return async (request, context) => {
    try {
      const actor = await findApiKey(request.headers.get('authorization'), options.scope);
      return answer(await handle(await give(actor, options, request, context)));
    } catch (error) {
      return failureResponse(error);
    }
  };
}

/** A route for anyone; whom it serves is the handler's to find out. */
export function publicRoute<Q = undefined, B = undefined>(
  options: Parts<Q, B>,
  handle: (given: Given<null, Q, B>) => Promise<unknown>,
): Handler {
  return async (request, context) => {
    try {
      return answer(await handle(await give(null, options, request, context)));
    } catch (error) {
      return failureResponse(error);
    }
  };
}
