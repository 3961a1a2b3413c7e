import { jsonSchema, stepCountIs, type Tool, ToolLoopAgent, tool } from 'ai';
import { z } from 'zod';
import type { Decision } from '../governance/policy.schema';
import type { RankedPassage } from '../knowledge/knowledge.schema';
import { openSearch } from '../knowledge/search-knowledge';
import type { ModelRoute } from '../models/choose-model';
import { openModel } from '../models/open-model';
import { causeOf } from '../platform/errors';
import { chooseSubject } from '../tools/choose-subject';
import { openRegistry } from '../tools/find-tool';
import { listTools } from '../tools/list-tools';
import { nameTool } from '../tools/name-tools';
import type { ToolInfo } from '../tools/tool.schema';
import { policyFor } from './act-under-policy';
import type { GroundSource } from './composing/ground-sentence';
import { showRecord } from './composing/show-record';
import type { ModelTurn } from './open-model-turn';
import type { Instruments, Tried } from './plan.schema';
import type { PlanInput } from './plan-turn';
import { sayAction } from './planning/say-action';
import { planPrompt, section } from './prompts';
import { retrievePassages } from './retrieval/retrieve-passages';
import { audienceOf } from './retrieve-for-turn';

export type Seen = {
  sources: GroundSource[];
  passages: RankedPassage[];
  evidence: string[];
  tried: Tried[];
  decisions: Decision[];
  denied: Decision | null;
  proposal: { tool: string; args: Record<string, unknown>; says: string } | null;
};
type Looking = {
  question: string;
  sources: GroundSource[];
  input: PlanInput;
  instruments: Instruments;
  turn: ModelTurn;
  route: ModelRoute;
};

/** A tool under the shortest name that means it. */
type Offered = ToolInfo;

/** Calls of one plan, however many a model asks for at once. */
const mostCalls = 12;
const longestResult = 6_000;

/**
 * Lets a model look things up with the tools of the shop and the articles, as often as the limits allow. What it would
 * change it can only propose: the rules say what they would say if the customer agreed, and nothing is done here.
 */
export async function lookAround({ question, sources, input, instruments, turn, route }: Looking): Promise<Seen> {
  const { mask } = turn;
  const seen: Seen = {
    sources: [...sources],
    passages: [],
    evidence: [],
    tried: [],
    decisions: [],
    denied: null,
    proposal: null,
  };
  let calls = 0;

  async function search({ question: asked }: { question: string }): Promise<unknown> {
    const { running } = input;
    const { passages } = await retrievePassages(
      { question: asked.slice(0, 500), language: 'und', audience: audienceOf(running) },
      await openSearch(),
    );
    return passages.slice(0, 3).map((ranked) => {
      const { passage } = ranked;
      const given = [...input.found.passages.slice(0, sources.length), ...seen.passages];
      const at = given.findIndex((one) => one.passage.id === passage.id);
      const text = mask.hideKnown(passage.text);
      // The same text under two names would be paid for twice.
      if (at !== -1) return { source: `p${at + 1}`, title: passage.title, text };
      const id = `p${given.length + 1}`;
      seen.passages.push(ranked);
      seen.sources.push({ id, kind: 'article', title: passage.title, text, language: passage.language });
      return { source: id, title: passage.title, text };
    });
  }

  async function read({ name }: Offered, args: Record<string, unknown>): Promise<unknown> {
    const found = await instruments.read(name, args);
    seen.tried.push({ what: `Looked up ${name}`, ok: found.kind === 'found' });
    if (found.kind !== 'found')
      return { error: found.kind === 'unavailable' ? 'The system does not answer.' : `${found.kind}.` };
    const shown = showRecord(found.value);
    const id = `t${seen.sources.filter(({ kind }) => kind === 'tool').length + 1}`;
    const text = mask.hide(shown).slice(0, longestResult);
    seen.sources.push({ id, kind: 'tool', title: name, text, language: 'en' });
    seen.evidence.push(shown);
    return { source: id, data: text };
  }

  async function propose({ name, title }: Offered, args: Record<string, unknown>): Promise<unknown> {
    if (seen.proposal || seen.denied) return { error: 'One thing at a time. Say done.' };
    const decision = await instruments.foresee(name, args);
    if (!decision) return { error: 'The rules could not be asked.' };
    seen.decisions.push(decision);
    if (decision.effect === 'deny') {
      seen.denied = decision;
      seen.tried.push({ what: `${sayAction(title, args)}: not allowed`, ok: false });
      return { denied: 'The rules do not allow it. The customer is told why. Say done.' };
    }
    seen.proposal = { tool: name, args, says: sayAction(title, args) };
    return { proposed: 'The customer is asked first. Say done.' };
  }

  const offer = (info: Offered): Tool => {
    const schema = ownSchema(info);
    const shape = z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema);
    return tool({
      description: `${info.title}. ${info.description}`.slice(0, 600),
      inputSchema: jsonSchema<Record<string, unknown>>(schema),
      async execute(given: Record<string, unknown>) {
        if (++calls > mostCalls) return { error: 'No more calls. Say done.' };
        try {
          const parsed = shape.safeParse(restoreDeep(ownOf(given, schema), mask.restore));
          if (!parsed.success) return { error: `Wrong arguments: ${z.prettifyError(parsed.error).slice(0, 300)}` };
          const args = parsed.data as Record<string, unknown>;
          return await (info.write ? propose(info, args) : read(info, args));
        } catch (error) {
          return { error: `It failed: ${causeOf(error).slice(0, 100)}` };
        }
      },
    });
  };

  const agent = new ToolLoopAgent({
    model: openModel(turn.need('plan', route)),
    instructions: planPrompt,
    tools: {
      search_knowledge: tool({
        description: 'Searches the help articles.',
        inputSchema: z.object({ question: z.string() }),
        execute: (asked) => (++calls > mostCalls ? { error: 'No more calls. Say done.' } : search(asked)),
      }),
      ...Object.fromEntries((await allowedTools(input)).map((info) => [wireName(info.name), offer(info)])),
    },
    stopWhen: [stepCountIs(turn.planSteps), () => seen.proposal !== null || seen.denied !== null],
    temperature: 0,
    maxOutputTokens: 800,
    maxRetries: 0,
    telemetry: { recordInputs: false, recordOutputs: false },
  });
  const given = sources.map(({ id, title, text }) => `${id}: ${title}\n${text}`).join('\n\n');
  await agent.generate({
    prompt: [
      section('history', mask.hideKnown(input.redacted.history.slice(-6).join('\n'))),
      section('found', given),
      section('message', question),
    ].join('\n'),
  });
  return seen;
}

/**
 * What may be offered: tools whose subject the server sets, to who is verified; a tool that takes anybody's name or address
 * could be asked about anybody. Writes only where rules speak of them, and to who may be trusted.
 */
async function allowedTools({ actor, released }: PlanInput): Promise<Offered[]> {
  const registry = await openRegistry();
  return (await listTools())
    .filter(
      ({ fullName, write, subjectArgument, connector }) =>
        subjectArgument !== null &&
        chooseSubject(connector, actor.whose) !== null &&
        (!write || (actor.trusted && policyFor(released.policies, fullName, registry) !== undefined)),
    )
    .map((tool) => ({ ...tool, name: nameTool(registry, tool) }));
}

const wireName = (name: string): string => name.replace(/[^\w-]/g, '_').slice(0, 64);

type JsonObject = { properties?: Record<string, unknown>; required?: string[] } & Record<string, unknown>;

/** Without the arguments that only the server sets. */
function ownSchema({ schema, subjectArgument, keyArgument }: Offered): JsonObject {
  const whole = schema as JsonObject;
  const served = new Set([subjectArgument, keyArgument]);
  const properties = Object.fromEntries(Object.entries(whole.properties ?? {}).filter(([name]) => !served.has(name)));
  return {
    type: 'object',
    properties,
    required: (whole.required ?? []).filter((name) => !served.has(name)),
    additionalProperties: false,
  };
}

/** Only arguments the tool has: what else is said, whatever it is called, goes nowhere. */
function ownOf(given: unknown, { properties }: JsonObject): Record<string, unknown> {
  if (given === null || typeof given !== 'object') return {};
  const known = Object.keys(properties ?? {});
  return Object.fromEntries(Object.entries(given).filter(([name]) => known.includes(name)));
}

function restoreDeep<T>(value: T, restore: (text: string) => string): T {
  if (typeof value === 'string') return restore(value) as T;
  if (Array.isArray(value)) return value.map((one) => restoreDeep(one, restore)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, restoreDeep(inner, restore)])) as T;
}
