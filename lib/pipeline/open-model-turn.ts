import type { ModelNeed } from '../models/call-endpoint';
import type { ModelRoute } from '../models/choose-model';
import type { ModelStep } from '../models/model.schema';
import { readModelSettings } from '../models/read-settings';
import { routeStep } from '../models/route-step';
import { type Meter, startMeter } from '../models/start-meter';
import type { Tokens } from '../privacy/privacy.schema';
import { redactText } from '../privacy/redact-text';
import { restoreText } from '../privacy/restore-text';
import type { RunningTurn } from './begin-turn';
import type { RedactedTurn } from './redact-turn';

/** What leaves has placeholders, and what comes back gets its values again. What is found on the way is added. */
export type Mask = {
  /** A text that may hold anything, such as a record. */
  hide(text: string): string;
  /** A text of ours: what is known already is hidden, nothing is looked for. */
  hideKnown(text: string): string;
  restore(text: string): string;
  values(): string[];
};

export const answeredBefore: ModelRoute = {
  use: 'local',
  why: 'The same question was answered before, from the same sources',
};

/** What a turn has of models: who does which step, and what is left of its limits. */
export type ModelTurn = {
  meter: Meter;
  mask: Mask;
  planSteps: number;
  cache: boolean;
  /** Decides who does a step, and keeps it for the trace. */
  choose(step: ModelStep, about: { local: number; risk: 'low' | 'high'; language: string }): Promise<ModelRoute>;
  need(step: ModelStep, route: ModelRoute): ModelNeed;
  /** The last decision about a step; undefined where none was asked for. */
  routes: Map<ModelStep, ModelRoute>;
};

/** A name in `own` is hidden where it stands, but holds no request back: a surname may be a word like any other. */
export function makeMask(start: Tokens, own: Tokens, keep?: ReadonlySet<string>): Mask {
  let tokens = { ...start, ...own };
  const run = (text: string, onlyKnown: boolean) => {
    const redacted = redactText(text, tokens, { ...(keep && { keep }), onlyKnown });
    tokens = redacted.tokens;
    return redacted.text;
  };
  return {
    hide: (text) => run(text, false),
    hideKnown: (text) => run(text, true),
    restore: (text) => restoreText(text, tokens),
    values: () =>
      Object.entries(tokens).flatMap(([name, { kind, value }]) =>
        kind === 'PERSON' && Object.hasOwn(own, name) ? [] : [value],
      ),
  };
}

/**
 * Who writes is known, so no word of their name and no address of theirs has to be recognised to be hidden: of "I am Ada
 * Winter" a recogniser may see the first half only.
 */
export function nameOwn(
  { name, identities }: Pick<RunningTurn['customer'], 'name' | 'identities'>,
  known: Tokens,
): Tokens {
  const parts = name === 'Visitor' ? [] : [name, ...name.split(/[\s,]+/)];
  const values = [
    ...parts.filter((part) => part.length >= 4).map((value) => ({ kind: 'PERSON' as const, value })),
    ...identities.flatMap(({ kind, value }) =>
      kind === 'email' || kind === 'phone'
        ? [{ kind: kind === 'email' ? ('EMAIL' as const) : ('PHONE' as const), value }]
        : [],
    ),
  ];
  const own: Tokens = {};
  const isKnown = (value: string) => Object.values({ ...known, ...own }).some((one) => one.value === value);
  for (const { kind, value } of values) {
    if (isKnown(value)) continue;
    const taken = Object.keys({ ...known, ...own }).flatMap((one) =>
      one.startsWith(`[${kind}_`) ? [Number(/\d+/.exec(one))] : [],
    );
    own[`[${kind}_${Math.max(0, ...taken) + 1}]`] = { kind, value };
  }
  return own;
}

export async function openModelTurn(
  { turn, conversation, customer, vocabulary }: RunningTurn,
  redacted: RedactedTurn,
): Promise<ModelTurn> {
  const settings = await readModelSettings();
  const meter = startMeter({
    ms: settings.turnSeconds * 1_000,
    tokens: settings.turnTokens,
    micros: settings.turnDollars * 1_000_000,
  });
  const mask = makeMask(redacted.tokens, nameOwn(customer, redacted.tokens), vocabulary);
  const routes = new Map<ModelStep, ModelRoute>();
  return {
    meter,
    mask,
    planSteps: settings.planSteps,
    cache: settings.cache,
    routes,
    async choose(step, about) {
      const route = await routeStep({
        step,
        stopped: meter.stopped || meter.leftMs() === 0,
        tier: customer.tier,
        ...about,
      });
      routes.set(step, route);
      return route;
    },
    need: (step, { use, why }) => ({
      step,
      size: use === 'large' ? 'large' : 'small',
      why,
      about: { turnId: turn.id, conversationId: conversation.id },
      meter,
      hidden: mask.values(),
    }),
  };
}
