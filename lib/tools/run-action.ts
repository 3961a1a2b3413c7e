import { setTimeout as pause } from 'node:timers/promises';
import { switchedOffSays } from '../governance/assistant-switch.schema';
import { readAssistantSwitch } from '../governance/read-assistant-switch';
import { db, inTransaction } from '../platform/db';
import type { Action } from '../platform/records';
import { callTool, patienceOf } from './call-tool';
import { findTool } from './find-tool';
import { settle } from './settle-action';
import { markTakenBack } from './take-back';
import { passingCodes, type ToolOutcome } from './tool.schema';

const attempts = 3;
const backoffMs = [0, 250, 900];
const lookAgainMs = 1_000;

/** Why an action failed that the assistant was about to carry out when it was switched off. */
export const switchedOffCode = 'switched_off';

export type ActionOutcome =
  | { kind: 'succeeded'; action: Action; result: Record<string, unknown> }
  | { kind: 'failed'; action: Action; code: string; message: string }
  /** Nobody could say whether it happened. */
  | { kind: 'unknown'; action: Action };

/**
 * Carries out an approved action, once whatever crashes: the key goes with every call, and an answer that never came
 * is asked for (as the tool's settlement says) before anything is tried again. Safe to run again on an action in any state.
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
  let outcome: ToolOutcome =
    action.status === 'approved' ? { kind: 'unavailable', message: '' } : await askAfter(action);
  if (mayTryAgain(outcome) && (await isUnderWay(action))) {
    await pause(lookAgainMs);
    return runAction(actionId);
  }

  let tries = action.attempts;
  for (let attempt = 0; attempt < attempts && mayTryAgain(outcome); attempt++) {
    await pause(backoffMs[attempt]! * (0.75 + Math.random() / 2));
    if (await isStopped(action)) {
      outcome = { kind: 'refused', code: switchedOffCode, message: switchedOffSays };
      break;
    }
    const begun = await db().action.updateMany({
      where: { ...unfinished(action), attempts: tries },
      data: { status: 'started', startedAt: new Date(), attempts: tries + 1 },
    });
    if (begun.count === 0) return runAction(action.id); // another took over: what it found out stands
    tries++;
    outcome = await callTool(callOf(action));
    if (outcome.kind === 'unknown') outcome = await askAfter(action);
  }
  return record({ ...action, attempts: tries }, outcome);
}

/**
 * Another process's call may still arrive, though the system has not seen it yet: a second beside it could be refused
 * while the first is done. Twice its patience, for connecting and calling, and a little.
 */
async function isUnderWay(action: Action): Promise<boolean> {
  if (action.status !== 'started' || !action.startedAt) return false;
  const found = await findTool(callOf(action).tool);
  const patienceMs = 'tool' in found ? patienceOf(found.tool) : 0;
  return Date.now() - action.startedAt.getTime() < 2 * patienceMs + lookAgainMs;
}

/** Asked right before each call leaves: what was decided before the assistant was switched off stops too. A person's own goes on. */
async function isStopped({ askedById }: Action): Promise<boolean> {
  return askedById === null && !(await readAssistantSwitch()).writes;
}

/** By both names: a name that was one system's when it was decided may be another's too by now. */
export function callOf(action: Action) {
  return {
    tool: `${action.connectorKey}:${action.tool}`,
    args: action.args as Record<string, unknown>,
    whose: { account: null, email: null, named: { connector: action.connectorKey, subject: action.subject } },
    key: action.key,
  };
}

function mayTryAgain(outcome: ToolOutcome): boolean {
  return outcome.kind === 'unavailable' || (outcome.kind === 'refused' && passingCodes.has(outcome.code));
}

/** What became of it, as the registry says how to ask; nothing is known where it says nothing. */
async function askAfter(action: Action): Promise<ToolOutcome> {
  const call = callOf(action);
  const found = await findTool(call.tool);
  return settle('tool' in found ? found.tool : null, call, backoffMs);
}

/** A process that stood still and goes on must not write over what another has found out since. */
const unfinished = ({ id }: Action) => ({
  id,
  status: { in: ['approved' as const, 'started' as const, 'unknown' as const] },
});

async function record(action: Action, outcome: ToolOutcome): Promise<ActionOutcome> {
  const written = await inTransaction(async (tx) => {
    // That it was done is so whoever tried; anything else is only known of the last try.
    const last = outcome.kind === 'done' ? {} : { attempts: action.attempts };
    const { count } = await tx.action.updateMany({ where: { ...unfinished(action), ...last }, data: ending(outcome) });
    if (count > 0 && outcome.kind === 'done') await markTakenBack(tx, action);
    return count;
  });
  if (written === 0) return runAction(action.id);
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
