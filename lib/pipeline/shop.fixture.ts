import { playbooks } from '../../prisma/seed/playbooks';
import { evaluateExpression, renderTemplate } from '../governance/evaluate-expression';
import { playbookSchema, type ReleasedPlaybook } from '../governance/playbook.schema';
import type { Decision } from '../governance/policy.schema';
import type {
  ActRequest,
  ActResult,
  CompensateResult,
  Entity,
  Instruments,
  Part,
  ReadResult,
  Waiting,
} from './plan.schema';
import type { PlaybookInput } from './planning/run-playbook';

const released = (key: string): ReleasedPlaybook => {
  const { definition } = playbooks.find((one) => one.key === key)!;
  return { key, version: 1, definition: playbookSchema.parse(definition) };
};
export const decision = (more: Partial<Decision> = {}): Decision => ({
  effect: 'allow',
  policy: 'refunds',
  version: 1,
  rule: 'within-rules',
  cel: 'true',
  agent: 'Within the rules.',
  customer: null,
  approvers: null,
  amountCents: null,
  findings: [],
  shows: [],
  ...more,
});
const now = '2026-11-21T12:00:00.000Z';
export const order = {
  number: 'NL-48213',
  status: 'delivered',
  placedAt: '2026-11-02T09:00:00.000Z',
  deliveredAt: '2026-11-06T09:00:00.000Z',
  totalCents: 8_900,
  refundedCents: 0,
  refundableCents: 8_900,
  address: '1 Main St, Lander, WY 82520',
  lines: [{ name: 'Drift tent' }],
  payment: { brand: 'Visa', last4: '4242', capturedCents: 8_900 },
  shipment: {
    carrier: 'UPS',
    tracking: '1Z999',
    eta: '2026-11-24T09:00:00.000Z',
    promisedAt: '2026-11-23T09:00:00.000Z',
  },
};
export const listed = { number: 'NL-48213', status: 'delivered', items: ['Drift tent'], refundableCents: 8_900 };

export type World = {
  orders?: Record<string, unknown>[];
  order?: Record<string, unknown>;
  reads?: Record<string, ReadResult>;
  act?: ActResult;
  foreseen?: Decision | null;
  undo?: CompensateResult;
  /** Lines of the customer's files, by their ids; any other is a picture. */
  files?: Record<string, string[]>;
  /** What the clock says, milliseconds since 1970. */
  now?: number;
};

/** Instruments over a made-up shop; they keep what they were asked. */
export function instruments(world: World = {}) {
  const kept = { reads: [] as string[], acts: [] as ActRequest[], told: [] as string[], undone: [] as string[] };
  const tools: Instruments = {
    evaluate: evaluateExpression,
    render: renderTemplate,
    read: async (tool, args) => {
      kept.reads.push(tool);
      const known = world.reads?.[tool];
      if (known) return known;
      if (tool === 'orders.list') return { kind: 'found', value: { orders: world.orders ?? [listed] } };
      if (tool === 'orders.get')
        return { kind: 'found', value: { order: { ...order, number: args.order, ...world.order } } };
      throw new Error(`nobody expected ${tool}`);
    },
    act: async (request) => {
      kept.acts.push(request);
      return world.act ?? { kind: 'done', value: { refund: { amountCents: 8_900 } }, decision: decision() };
    },
    readFile: async (id) =>
      world.files?.[id]
        ? { kind: 'read', name: `${id}.pdf`, pages: [world.files[id]] }
        : { kind: 'unreadable', name: `${id}.jpg`, why: 'It is a picture.' },
    foresee: async () => (world.foreseen === undefined ? decision() : world.foreseen),
    compensate: async (key) => {
      kept.undone.push(key);
      return world.undo ?? { kind: 'done' };
    },
    clock: () => (world.now ?? 0) + kept.reads.length + kept.acts.length,
    tell: (says, done) => void kept.told.push(`${done ? 'did' : 'does'} ${says}`),
  };
  return { tools, kept };
}

export const entity = (kind: Entity['kind'], value: string, more: Partial<Entity> = {}): Entity => ({
  kind,
  value,
  text: value,
  start: 0,
  end: value.length,
  sure: 0.95,
  ...more,
});
export const input = (
  key: string,
  more: Partial<PlaybookInput> & { verified?: boolean; email?: string } = {},
): PlaybookInput => ({
  playbook: released(key),
  runId: 'turn-1:0',
  intent: released(key).definition.trigger.intents[0]!,
  wish: 'what they wrote',
  probability: 0.95,
  entities: [],
  message: 'what they wrote',
  playbooks: [],
  files: [],
  trusted: true,
  language: 'en',
  scope: {
    customer: { name: 'Ada Winter', firstName: 'Ada', tier: 'Ridge', email: more.email ?? null },
    conversation: { verified: more.verified ?? true, channel: 'api', number: 1 },
    now,
  },
  ...more,
});
export const waits = (part: Part) => part.waiting as Extract<Waiting, { kind: 'playbook' }>;
export const answer = (part: Part, reply: 'yes' | 'no' | 'value', more: Parameters<typeof input>[1] = {}) =>
  input(waits(part).playbook, { ...more, resumed: { waiting: waits(part), reply } });
