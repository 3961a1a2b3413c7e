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
    const begun = await db().action.updateMany({
      where: unfinished(action),
      data: { status: 'started', startedAt: new Date(), attempts: { increment: 1 } },
    });
    if (begun.count === 0) return runAction(action.id); // finished meanwhile by whoever took over: its result stands
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

/** A process that stood still and goes on must not write over what another has found out since. */
const unfinished = ({ id }: Action) => ({
  id,
  status: { in: ['approved' as const, 'started' as const, 'unknown' as const] },
});

async function record(action: Action, outcome: ToolOutcome): Promise<ActionOutcome> {
  const written = await db().action.updateMany({ where: unfinished(action), data: ending(outcome) });
  if (written.count === 0) return runAction(action.id);
  const now = await db().action.findUniqueOrThrow({ where: { id: action.id } });
  switch (outcome.kind) {
    case 'done':
      return { kind: 'succeeded', action: now, result: outcome.value };
    case 'refused':
      return { kind: 'failed', action: now, code: outcome.code, message: outcome.message };
    case 'unavailable':
      return { kind: 'failed', action: now, code: 'unavailable', message: outcome.message };
    case 'unknown':
      return { kind: 'unknown', action: now };
  }
}

function ending(outcome: ToolOutcome) {
  const endedAt = new Date();
  switch (outcome.kind) {
    case 'done':
      return { status: 'succeeded' as const, result: outcome.value as object, endedAt };
    case 'refused':
      return { status: 'failed' as const, error: outcome.code, reason: outcome.message, endedAt };
    case 'unavailable':
      return { status: 'failed' as const, error: 'unavailable', reason: outcome.message, endedAt };
    case 'unknown':
      return { status: 'unknown' as const, error: 'unknown', reason: outcome.message };
  }
}
