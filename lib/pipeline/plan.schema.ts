import { z } from 'zod';
import type { DocumentPages } from '../documents/document.schema';
import type { Decision } from '../governance/policy.schema';
import type { RankedPassage } from '../knowledge/knowledge.schema';
import type { TokenKind } from '../privacy/privacy.schema';
import type { Grounded, GroundSource } from './composing/ground-sentence';
import { type RunMark, runStateSchema } from './run.schema';

/** The types that pass from stage to stage: a stage takes them from here and knows no other stage. */
export type { Answer } from './composing/answer-from-passages';
export type { Entity, Understanding, Wish } from './understanding/understanding.schema';

/** Where a conversation waits for the customer: kept on the conversation between two turns. */
export const waitingSchema = z.discriminatedUnion('kind', [
  runStateSchema.extend({ kind: z.literal('playbook') }),
  /** An action that was proposed outside a playbook: nothing happens before the customer says yes. */
  z.object({
    kind: z.literal('action'),
    tool: z.string(),
    args: z.record(z.string(), z.unknown()),
    key: z.string(),
    says: z.string(),
    intent: z.string(),
    wish: z.string(),
  }),
  z.object({
    kind: z.literal('choice'),
    options: z.array(z.object({ intent: z.string(), name: z.string() })),
    wish: z.string(),
  }),
]);
export type Waiting = z.infer<typeof waitingSchema>;

export type Source = {
  articleId: string;
  slug: string;
  title: string;
  version: number;
  language?: string;
  heading?: string;
};
export type Claim = { text: string; source: string; supported: boolean };

export type HandoffNeed = {
  reason:
    | 'asked_for_person'
    | 'sensitive_topic'
    | 'not_understood'
    | 'low_confidence'
    | 'no_answer'
    | 'policy_denied'
    | 'tool_failed'
    | 'not_verified'
    | 'playbook'
    | 'technical_failure'
    | 'approval_refused'
    | 'handed_over'
    | 'switched_off';
  /** Why it stopped, for the agent. */
  stopped: string;
  missing: string[];
  suggestion: { text: string; draft: string } | null;
};

/** A question to be answered in words of a model, from these sources and nothing else; with placeholders. */
export type OpenQuestion = {
  question: string;
  sources: GroundSource[];
  passages: RankedPassage[];
  /** Policies in force, `refunds v3`: an answer kept under others is not this one. */
  rules: string[];
  /** What it may be kept under, and the sources it may then rest on; null where somebody is in it. */
  keepAs: { key: string; sources: string[] } | null;
  /** What the turn had spent before it was planned, in millionths of a dollar. */
  spentBefore: number;
  /** It was asked before, from the same sources: what was said then, read twice. */
  kept: Grounded[] | null;
  /** What is said, or who takes over, when no answer comes of it. */
  otherwise: Part;
};

/** What a model wrote: what holds, and what was cut because nothing says it. */
export type Written = { sentences: Grounded[]; cut: string[] };

export type Tried = { what: string; ok: boolean };

/** What the plan made of one wish. */
export type Part = {
  intent: string;
  /** The wish in the words a person would use. */
  wants: string;
  team: string | null;
  kind: 'reply' | 'ask' | 'approval' | 'handoff';
  text: string;
  sources: Source[];
  /** Slugs of the articles it rests on, to be looked up. */
  named: string[];
  /** Every value the text may use: what the check looks its figures up in. */
  evidence: string[];
  claims: Claim[];
  tried: Tried[];
  known: string[];
  decisions: Decision[];
  waiting: Waiting | null;
  handoff: HandoffNeed | null;
  /** An action was carried out: the customer must hear of it, whatever else came. */
  acted: boolean;
  closes: boolean;
  /** Values that were read out of files and name somebody: the vault takes them before anything is kept. */
  personal?: { kind: TokenKind; value: string }[];
  /** Said on the way to a handoff: it is said, then people take over. */
  before?: string;
  /** The run of a playbook that made it. */
  run?: RunMark;
  open?: OpenQuestion;
  /** The words are a model's: of this turn, or kept from an earlier one. */
  worded?: Written & { kept: boolean };
  scores: { understanding: number; evidence: number; tools: number };
};

/** What an act came to. */
export type ActResult =
  | { kind: 'done'; value: Record<string, unknown>; decision: Decision }
  | { kind: 'denied'; decision: Decision }
  | { kind: 'waiting'; decision: Decision; dueAt: string | null }
  | { kind: 'failed'; code: string; message: string; decision: Decision }
  | { kind: 'unknown'; decision: Decision };

/** What taking an act back came to. */
export type CompensateResult =
  | { kind: 'done' }
  /** No tool takes it back, or it is too late. */
  | { kind: 'impossible'; message: string }
  | { kind: 'failed'; message: string }
  | { kind: 'unknown' };

export type ActRequest = {
  tool: string;
  args: Record<string, unknown>;
  /** Stable over every repetition of the turn. */
  key: string;
  says: string;
  tells: string;
  confirmed: boolean;
};

export type ReadResult =
  | { kind: 'found'; value: Record<string, unknown> }
  | { kind: 'missing' }
  | { kind: 'not_verified' }
  | { kind: 'unavailable'; message: string };

/** What stands in a file of the customer's. `why` is a sentence for people. */
export type FileRead =
  | { kind: 'read'; name: string; pages: DocumentPages }
  | { kind: 'unreadable'; name: string; why: string };

/** A file that came with the customer's message. */
export type GivenFile = { id: string; name: string; kind: string; bytes: number };

/** The instruments a stage is handed: the only way it reaches the outside. */
export type Instruments = {
  evaluate(expression: string, scope: Record<string, unknown>): unknown;
  render(template: string, scope: Record<string, unknown>): string;
  read(tool: string, args: Record<string, unknown>): Promise<ReadResult>;
  /** Reads a file the customer sent in this conversation. */
  readFile(id: string): Promise<FileRead>;
  act(request: ActRequest): Promise<ActResult>;
  /** Takes back the act with this key. */
  compensate(key: string): Promise<CompensateResult>;
  /** What the rules would say if the customer agreed: nobody is asked to confirm what would then be refused. */
  foresee(tool: string, args: Record<string, unknown>): Promise<Decision | null>;
  /** Tells the customer and the desk what happens, as it happens. */
  tell(says: string, done: boolean): void;
  /** Milliseconds since 1970, for how long things take; nothing is decided by it. */
  clock(): number;
};

export type Check = { name: 'grounded' | 'promises' | 'private' | 'form' | 'reader'; ok: boolean; why: string };
export type CheckResult = { ok: boolean; checks: Check[]; claims: Claim[]; score: number };
