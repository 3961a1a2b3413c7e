import { z } from 'zod';
import { definitionStateSchema, testedSchema } from './definition.schema';
import { playbookSchema } from './playbook.schema';
import { asWhomSchema, playbookCaseSchema } from './playbook-case.schema';

const time = z.string();
const tally = z.object({
  total: z.number(),
  done: z.number(),
  handedOver: z.number(),
  left: z.number(),
  waiting: z.number(),
});

/** A playbook in the list: what starts it, what stands, and how its runs of the last 30 days ended. */
export const playbookRowSchema = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  team: z.string(),
  intents: z.array(z.object({ key: z.string(), name: z.string() })),
  channels: z.array(z.string()),
  signals: z.array(z.string()),
  segment: z.boolean(),
  steps: z.number(),
  live: z.object({ version: z.number(), since: time.nullable() }).nullable(),
  trial: z.object({ version: z.number(), share: z.number() }).nullable(),
  draft: z.object({ version: z.number(), by: z.string().nullable(), at: time }).nullable(),
  runs: tally,
  /** The step at which most were handed over or left, among all versions. */
  stuck: z.object({ title: z.string(), runs: z.number() }).nullable(),
});
export type PlaybookRow = z.infer<typeof playbookRowSchema>;
export const playbookListSchema = z.object({ rows: z.array(playbookRowSchema) });

export const playbookVersionSchema = z.object({
  id: z.uuid(),
  version: z.number(),
  state: definitionStateSchema,
  share: z.number(),
  revision: z.number(),
  note: z.string(),
  by: z.string().nullable(),
  updatedAt: time,
  releasedAt: time.nullable(),
  tested: testedSchema.nullable(),
  definition: playbookSchema,
  cases: z.array(playbookCaseSchema),
});
export type PlaybookVersion = z.infer<typeof playbookVersionSchema>;

/** What stands under a key. `newest` is one of the others, or the last of those that are out of force. */
export const playbookViewSchema = z.object({
  key: z.string(),
  draft: playbookVersionSchema.nullable(),
  trial: playbookVersionSchema.nullable(),
  live: playbookVersionSchema.nullable(),
  newest: playbookVersionSchema,
  /** Where rolling back leads: the version, null for nowhere. */
  backTo: z.number().nullable(),
  /** Runs of the last 30 days of what is live. */
  ran: z.number(),
});
export type PlaybookView = z.infer<typeof playbookViewSchema>;

export const offeredToolSchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  write: z.boolean(),
  args: z.array(
    z.object({ name: z.string(), required: z.boolean(), type: z.string(), description: z.string().optional() }),
  ),
});
export type OfferedTool = z.infer<typeof offeredToolSchema>;

const named = z.object({ key: z.string(), name: z.string() });

/** What a step can name: shown to choose from. */
export const playbookAroundSchema = z.object({
  intents: z.array(named),
  teams: z.array(named),
  articles: z.array(z.object({ slug: z.string(), title: z.string() })),
  playbooks: z.array(named),
  policies: z.array(z.object({ key: z.string(), version: z.number(), tools: z.array(z.string()) })),
  /** Null while the systems that have them cannot be reached. */
  tools: z.array(offeredToolSchema).nullable(),
});
export type PlaybookAround = z.infer<typeof playbookAroundSchema>;

export const playbookFindingSchema = z.object({
  severity: z.enum(['error', 'warning', 'hint']),
  node: z.string().nullable(),
  field: z.string().nullable(),
  column: z.number().nullable(),
  says: z.string(),
});
export const playbookFindingsSchema = z.object({ findings: z.array(playbookFindingSchema) });

/** Somebody to simulate as. */
export const sampleCustomerSchema = asWhomSchema.pick({ subject: true, name: true, tier: true, email: true });
export type SampleCustomer = z.infer<typeof sampleCustomerSchema>;
export const sampleCustomersSchema = z.object({ customers: z.array(sampleCustomerSchema) });

/** How runs of the last days fared at each step, per version. */
export const playbookRunsSchema = z.object({
  versions: z.array(
    z.object({
      version: z.number(),
      runs: z.number(),
      nodes: z.array(
        z.object({
          node: z.string(),
          entered: z.number(),
          waiting: z.number(),
          handedOver: z.number(),
          left: z.number(),
          done: z.number(),
          secondsToNext: z.number().nullable(),
        }),
      ),
    }),
  ),
});
export type PlaybookRuns = z.infer<typeof playbookRunsSchema>;

export const stuckRunSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  customer: z.string(),
  state: z.enum(['handed_over', 'left', 'waiting']),
  at: time,
});
export type StuckRun = z.infer<typeof stuckRunSchema>;
export const stuckRunsSchema = z.object({ runs: z.array(stuckRunSchema) });

export const templateRowSchema = z.object({
  key: z.string(),
  name: z.string(),
  says: z.string(),
  /** What it needs tools for; each is given one, or keeps its own name, which is then a finding. */
  roles: z.array(z.object({ role: z.string(), says: z.string(), write: z.boolean() })),
});
export const templatesSchema = z.object({ templates: z.array(templateRowSchema) });
export const fillTemplateInput = z.object({
  template: z.string().max(80),
  tools: z.record(z.string().max(80), z.string().min(1).max(400)),
});
export const filledTemplateSchema = z.object({ definition: playbookSchema });

/** An expression that is being written in a step; null is what starts it. */
export const playbookTermsInput = z.object({
  definition: playbookSchema,
  node: z.string().max(80).nullable(),
  text: z.string().max(2_000),
  /** The cursor, in characters from the beginning of `text`. */
  offset: z.number().int().min(0).max(2_000),
});
