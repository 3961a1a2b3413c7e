import type { PlaybookNode, ReleasedPlaybook } from '../../governance/playbook.schema';
import type { Entity, HandoffNeed, Instruments, Part, ReadResult, Waiting } from '../plan.schema';
import { fillSlot, gather } from './fill-slot';

export type PlaybookInput = {
  playbook: ReleasedPlaybook;
  runId: string;
  intent: string;
  /** The customer's words for it. */
  wish: string;
  probability: number;
  entities: Entity[];
  /** The whole message, redacted, with placeholders resolved where a slot wants the text itself. */
  message: string;
  scope: { customer: Record<string, unknown>; conversation: Record<string, unknown>; now: string };
  /** Set when the run goes on after a question. */
  resumed?: { waiting: Extract<Waiting, { kind: 'playbook' }>; reply: 'yes' | 'no' | 'value' };
};

const maxNodes = 40; // a loop in a playbook ends here, with people

/**
 * Walks a playbook until it replies, asks, waits for an approval or hands over. Everything outside goes through the
 * instruments; run again with the same answers it takes the same way.
 */
export async function runPlaybook(input: PlaybookInput, tools: Instruments): Promise<Part> {
  const { playbook, resumed } = input;
  const { definition } = playbook;
  const part = emptyPart(input);
  const slots: Record<string, unknown> = { ...resumed?.waiting.slots };
  const values: Record<string, unknown> = {};
  const scope = () => ({ ...input.scope, ...values, slots });
  const render = (template: string) => tools.render(template, scope());
  let confirmed = false;
  let asked = resumed?.waiting.asked ?? 0;
  let pending = resumed?.waiting.node ?? null;
  let at = definition.start;

  const wait = (node: string, question: string): Part => ({
    ...part,
    kind: 'ask',
    text: question,
    waiting: {
      kind: 'playbook',
      playbook: playbook.key,
      version: playbook.version,
      runId: input.runId,
      node,
      slots,
      asked: asked + 1,
      intent: input.intent,
      wish: input.wish,
    },
  });
  const handOver = (need: HandoffNeed): Part => ({ ...part, kind: 'handoff', handoff: need });
  const stop = (reason: HandoffNeed['reason'], stopped: string, missing: string[] = []) =>
    handOver({ reason, stopped, missing, suggestion: null });

  try {
    for (let count = 0; count < maxNodes; count++) {
      const node: PlaybookNode | undefined = definition.nodes[at];
      if (!node) return stop('playbook', `The playbook "${definition.name}" leads to "${at}", which is not there.`);
      part.evidence = [...input.entities.map((entity) => entity.text), ...gather(scope())];

      switch (node.kind) {
        case 'verify': {
          at = input.scope.conversation.verified === true ? node.next : node.otherwise;
          break;
        }

        case 'collect': {
          const here = pending === at;
          const filled = fillSlot(node, {
            slots,
            entities: input.entities,
            message: input.message,
            answered: here && resumed?.reply === 'value',
          });
          const assumed = filled ?? (node.assume ? tools.evaluate(node.assume, scope()) : null);
          if (assumed !== null && assumed !== undefined) {
            slots[node.slot] = assumed;
            if (here) {
              pending = null;
              asked = 0;
            }
            at = node.next;
            break;
          }
          if (here && asked >= node.tries) {
            return stop(
              'playbook',
              `Asked ${asked === 1 ? 'once' : `${asked} times`} and could not tell: ${node.slot}.`,
              [node.slot],
            );
          }
          if (!here) asked = 0;
          return wait(at, render(node.ask));
        }

        case 'lookup': {
          const args = evaluateAll(tools, node.args, scope());
          tools.tell(render(node.says), false);
          const found = await tools.read(node.tool, args);
          const done = lookUp(part, node, found, render);
          if (done) tools.tell(render(node.says), true);
          if (found.kind === 'found') {
            values[node.as] = found.value;
            at = node.next;
            break;
          }
          if (found.kind === 'missing' && node.missing) {
            at = node.missing;
            break;
          }
          if (found.kind === 'not_verified')
            return stop('not_verified', 'The customer is not verified, so their records stay closed.', [
              'Who the customer is',
            ]);
          const stopped =
            found.kind === 'missing'
              ? 'The record the customer speaks of was not found.'
              : `The shop did not answer (${found.message}).`;
          return stop(found.kind === 'missing' ? 'playbook' : 'tool_failed', stopped);
        }

        case 'decide': {
          at = node.branches.find((branch) => tools.evaluate(branch.when, scope()) === true)?.next ?? node.otherwise;
          break;
        }

        case 'confirm': {
          if (pending === at && resumed && resumed.reply !== 'value') {
            pending = null;
            asked = 0;
            confirmed = resumed.reply === 'yes';
            at = confirmed ? node.next : node.declined;
            break;
          }
          if (pending === at && asked >= 2)
            return stop('playbook', 'Asked twice for a yes or a no and got neither.', ['A clear yes or no']);
          if (pending !== at) asked = 0;
          return wait(at, render(node.ask));
        }

        case 'act': {
          const says = render(node.says);
          tools.tell(says, false);
          const args = evaluateAll(tools, node.args, scope());
          const key = `${input.runId}:${playbook.key}:${at}`;
          const result = await tools.act({ tool: node.tool, args, key, says, tells: render(node.told), confirmed });
          part.decisions.push(result.decision);
          confirmed = false;
          switch (result.kind) {
            case 'done':
              tools.tell(says, true);
              part.acted = true;
              part.tried.push({ what: says, ok: true });
              values[node.as] = result.value;
              at = node.next;
              break;
            case 'denied':
              part.tried.push({ what: `${says}: not allowed`, ok: false });
              values.denied = { rule: result.decision.rule, says: result.decision.customer ?? '' };
              if (node.denied) {
                at = node.denied;
                break;
              }
              if (result.decision.customer) return { ...part, kind: 'reply', text: result.decision.customer };
              return stop('policy_denied', result.decision.agent);
            case 'waiting':
              part.tried.push({ what: `${says}: waits for approval`, ok: true });
              part.evidence.push(result.decision.customer ?? '');
              return {
                ...part,
                kind: 'approval',
                text: result.decision.customer ?? 'A colleague has to agree to this first. You will hear from us here.',
              };
            case 'failed': {
              part.tried.push({ what: `${says}: ${result.message || result.code}`, ok: false });
              part.scores.tools = 0.3;
              const target = node.failed?.[result.code] ?? node.failed?.['*'];
              if (!target) return stop('tool_failed', `${says} failed: ${result.message || result.code}.`);
              at = target;
              break;
            }
            case 'unknown':
              part.tried.push({ what: `${says}: no answer`, ok: false });
              part.acted = true;
              return stop(
                'tool_failed',
                `${says}: the shop did not say whether it happened. Check before doing it again.`,
                ['Whether it happened'],
              );
          }
          break;
        }

        case 'reply':
          return { ...part, kind: 'reply', text: render(node.text), closes: node.closes, named: node.articles };

        case 'handoff': {
          const suggestion = node.suggestion
            ? { text: render(node.suggestion.text), draft: render(node.suggestion.draft) }
            : null;
          return handOver({
            reason: 'playbook',
            stopped: render(node.stopped),
            missing: node.missing.map(render),
            suggestion,
          });
        }
      }
    }
    return stop('playbook', `The playbook "${definition.name}" did not come to an end.`);
  } catch (error) {
    // An expression that cannot be evaluated is a mistake in the playbook, not the customer's problem.
    const cause = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return stop('playbook', `The playbook "${definition.name}" has a mistake at "${at}": ${cause}`);
  }
}

function emptyPart(input: PlaybookInput): Part {
  const { definition } = input.playbook;
  return {
    intent: input.intent,
    wants: definition.wants,
    team: definition.team,
    kind: 'reply',
    text: '',
    sources: [],
    named: [],
    evidence: [],
    claims: [],
    tried: [],
    known: [],
    calls: [],
    decisions: [],
    waiting: null,
    handoff: null,
    acted: false,
    closes: false,
    scores: { understanding: input.probability, evidence: 1, tools: 1 },
  };
}

function evaluateAll(tools: Instruments, expressions: Record<string, string>, scope: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [name, tools.evaluate(expression, scope)]),
  );
}

/** Notes what a lookup came to, for the agent. Answers whether it found something. */
function lookUp(
  part: Part,
  node: Extract<PlaybookNode, { kind: 'lookup' }>,
  found: ReadResult,
  render: (text: string) => string,
): boolean {
  const what = render(node.says);
  switch (found.kind) {
    case 'found':
      part.tried.push({ what, ok: true });
      return true;
    case 'missing':
      part.tried.push({ what: `${what}: not found`, ok: false });
      return false;
    case 'not_verified':
      part.tried.push({ what: `${what}: customer not verified`, ok: false });
      return false;
    case 'unavailable':
      part.tried.push({ what: `${what}: no answer`, ok: false });
      part.scores.tools = 0.3;
      return false;
  }
}
