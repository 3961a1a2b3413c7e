import { setTimeout as pause } from 'node:timers/promises';
import { db } from '../platform/db';
import type { Action } from '../platform/records';
import { callTool } from './call-tool';
import { passingCodes, type ToolOutcome } from './tool.schema';

const attempts = 3;
const backoffMs = [0, 250, 900];

export type ActionOutcome =
  | { kind: 'succeeded'; action: Action; result: Record<string, unknown> }
  | { kind: 'failed'; action: Action; code: string; message: string }
  /** Nobody could say whether it happened. */
  | { kind: 'unknown'; action: Action };

/**
 * Carries out an approved action, once whatever crashes: the key goes with every call, and an answer that never came
 * is asked for (`actions.status`) before anything is tried again. Safe to run again on an action in any state.
 */
export async function runAction(actionId: string): Promise<ActionOutcome> {
  const action = await db().action.findUniqueOrThrow({ where: { id: actionId } });
  if (action.status === 'succeeded')
    return { kind: 'succeeded', action, result: (action.result ?? {}) as Record<string, unknown> };
  if (action.status === 'failed')
    return { kind: 'failed', action, code: action.error ?? 'failed', message: action.reason ?? '' };
  if (!['approved', 'started', 'unknown'].includes(action.status)) {
    return { kind: 'failed', action, code: 'not_approved', message: `it is ${action.status}` };
  }
  // Started before by someone who did not live to see the answer: ask first.
  let outcome: ToolOutcome = action.status === 'approved' ? { kind: 'unavailable', message: '' } : await settle(action);

  for (let attempt = 0; attempt < attempts && mayTryAgain(outcome); attempt++) {
    await pause(backoffMs[attempt]! * (0.75 + Math.random() / 2));
    await db().action.update({
      where: { id: action.id },
      data: { status: 'started', startedAt: new Date(), attempts: { increment: 1 } },
    });
    outcome = await callTool(callOf(action));
    if (outcome.kind === 'unknown') outcome = await settle(action);
  }
  return record(action, outcome);
}

function callOf(action: Action) {
  return {
    connector: action.connectorKey,
    tool: action.tool,
    args: action.args as Record<string, unknown>,
    subject: action.subject,
    key: action.key,
  };
}

function mayTryAgain(outcome: ToolOutcome): boolean {
  return outcome.kind === 'unavailable' || (outcome.kind === 'refused' && passingCodes.has(outcome.code));
}

/** Asks the system of record what became of the key: done, or certainly not done, or still unknown. */
async function settle(action: Action): Promise<ToolOutcome> {
  for (const wait of backoffMs) {
    await pause(wait);
    const answer = await callTool({ ...callOf(action), tool: 'actions.status', key: action.key, timeoutMs: 2_000 });
    if (answer.kind !== 'done') continue;
    if (answer.value.found === true)
      return { kind: 'done', value: (answer.value.result ?? {}) as Record<string, unknown> };
    return { kind: 'unavailable', message: 'the system of record has not seen it' };
  }
  return { kind: 'unknown', message: 'nobody could say whether it happened' };
}

async function record(action: Action, outcome: ToolOutcome): Promise<ActionOutcome> {
  const endedAt = new Date();
  const where = { id: action.id };
  switch (outcome.kind) {
    case 'done': {
      const done = await db().action.update({
        where,
        data: { status: 'succeeded', result: outcome.value as object, endedAt },
      });
      return { kind: 'succeeded', action: done, result: outcome.value };
    }
    case 'refused': {
      const data = { status: 'failed' as const, error: outcome.code, reason: outcome.message, endedAt };
      return {
        kind: 'failed',
        action: await db().action.update({ where, data }),
        code: outcome.code,
        message: outcome.message,
      };
    }
    case 'unavailable': {
      const data = { status: 'failed' as const, error: 'unavailable', reason: outcome.message, endedAt };
      return {
        kind: 'failed',
        action: await db().action.update({ where, data }),
        code: 'unavailable',
        message: outcome.message,
      };
    }
    case 'unknown': {
      const data = { status: 'unknown' as const, error: 'unknown', reason: outcome.message };
      return { kind: 'unknown', action: await db().action.update({ where, data }) };
    }
  }
}
