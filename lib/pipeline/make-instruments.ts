import { tellProgress } from '../events/tell-progress';
import { evaluateExpression, renderTemplate } from '../governance/evaluate-expression';
import type { Released } from '../governance/read-released';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { readTool } from '../tools/read-tool';
import { type ActorOfTurn, actUnderPolicy, foreseeAction } from './act-under-policy';
import type { RunningTurn } from './begin-turn';
import type { ActResult, Instruments } from './plan.schema';
import { readGivenFile } from './read-given-file';
import { shortValue } from './short-value';
import { takeBackInRun } from './take-back-in-run';
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
      const outcome = await readTool({ tool, args, whose: actor.whose });
      const done = outcome.kind === 'done';
      calls.push({
        tool,
        kind: 'read',
        asked: shortValue(args),
        came: done ? shortValue(outcome.value) : outcome.kind === 'refused' ? outcome.code : outcome.message,
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

    async readFile(id) {
      const from = performance.now();
      const read = await readGivenFile(running.conversation.id, id);
      const lines = read.kind === 'read' ? read.pages.flat().length : 0;
      calls.push({
        tool: 'file',
        kind: 'read',
        asked: read.name,
        came: read.kind === 'read' ? `${lines} ${lines === 1 ? 'line' : 'lines'} of text` : read.why,
        outcome: read.kind === 'read' ? 'done' : 'failed',
        tookMs: took(from),
      });
      return read;
    },

    async act(request) {
      const from = performance.now();
      const result = await actUnderPolicy(request, actor, released.policies, now);
      calls.push({
        tool: request.tool,
        kind: 'write',
        asked: shortValue(request.args),
        came: came(result),
        outcome: callOutcome(result),
        tookMs: took(from),
      });
      return result;
    },

    // Nothing is taken back that no tool is known to take back: people put it right.
    compensate: (key) => takeBackInRun(key, running.turn.id),

    clock: Date.now,

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

function came(result: ActResult): string {
  switch (result.kind) {
    case 'done':
      return shortValue(result.value);
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
