import { tellProgress } from '../events/tell-progress';
import { evaluateExpression, renderTemplate } from '../governance/evaluate-expression';
import type { Released } from '../governance/read-released';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { readTool } from '../tools/read-tool';
import { type ActorOfTurn, actUnderPolicy, foreseeAction } from './act-under-policy';
import type { RunningTurn } from './begin-turn';
import type { ActResult, Instruments } from './plan.schema';
import type { ToolCallView } from './turn.schema';

/** The instruments of one turn. Every call is kept in order, for the trace. */
export function makeInstruments(
  running: RunningTurn,
  actor: ActorOfTurn,
  released: Released,
  now: Date,
): Instruments & { calls: ToolCallView[]; show(reply: string): void } {
  const calls: ToolCallView[] = [];
  const about = { conversationId: running.conversation.id, turnId: running.turn.id };
  return {
    calls,
    evaluate: evaluateExpression,
    render: renderTemplate,

    async read(tool, args) {
      const from = performance.now();
      const outcome = await readTool({ connector: actor.connector, tool, args, subject: actor.subject });
      const done = outcome.kind === 'done';
      calls.push({
        tool,
        kind: 'read',
        asked: short(args),
        came: done ? short(outcome.value) : outcome.kind === 'refused' ? outcome.code : outcome.message,
        outcome: done ? 'done' : 'failed',
        tookMs: took(from),
      });
      switch (outcome.kind) {
        case 'done':
          return { kind: 'found', value: outcome.value };
        case 'refused':
          if (outcome.code === 'not_verified') return { kind: 'not_verified' };
          return outcome.code === 'not_found' ? { kind: 'missing' } : { kind: 'unavailable', message: outcome.message };
        case 'unavailable':
        case 'unknown':
          return { kind: 'unavailable', message: outcome.message };
      }
    },

    async act(request) {
      const from = performance.now();
      const result = await actUnderPolicy(request, actor, released.policies, now);
      calls.push({
        tool: request.tool,
        kind: 'write',
        asked: short(request.args),
        came: came(result),
        outcome: callOutcome(result),
        tookMs: took(from),
      });
      return result;
    },

    foresee: (tool, args) => foreseeAction(tool, args, actor, released.policies, now),

    /** The reply as far as it is written and may be seen: told to who watches, kept nowhere. */
    show(partial) {
      tellProgress({ ...about, says: 'Writing', done: false, partial: partial.slice(0, 2_400) }).catch(
        (error: unknown) => log.debug({ cause: causeOf(error) }, 'progress was not told'),
      );
    },

    tell(says, done) {
      tellProgress({ ...about, says, done }).catch((error: unknown) =>
        log.debug({ cause: causeOf(error) }, 'progress was not told'),
      );
    },
  };
}

const took = (from: number) => Math.round((performance.now() - from) * 100) / 100;

/** Enough to read at a glance; the ledger and the shop have the whole. Times lose their seconds, long texts their end. */
function short(value: Record<string, unknown>): string {
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'string') return inner;
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(inner)) return inner.slice(0, 10);
    return inner.length > 60 ? `${inner.slice(0, 57)}…` : inner;
  });
  return text.length > 220 ? `${text.slice(0, 219)}…` : text;
}

function came(result: ActResult): string {
  switch (result.kind) {
    case 'done':
      return short(result.value);
    case 'denied':
      return `Not called: ${result.decision.agent}`;
    case 'waiting':
      return 'Not called: needs approval';
    case 'failed':
      return result.message || result.code;
    case 'unknown':
      return 'No answer';
  }
}

function callOutcome(result: ActResult): ToolCallView['outcome'] {
  return result.kind === 'waiting' ? 'needs_approval' : result.kind;
}
