import { z } from 'zod';
import { definitionKeySchema, definitionStateSchema } from './definition.schema';
import { effectSchema, policySchema } from './policy.schema';

/** A list page's row: what stands under the key, and what it decided in the last 30 days. */
export const policyRowSchema = z.object({
  key: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  tools: z.array(z.string()),
  rules: z.number(),
  live: z.object({ version: z.number(), since: z.string().nullable() }).nullable(),
  trial: z.object({ version: z.number(), share: z.number() }).nullable(),
  draft: z.object({ version: z.number(), by: z.string().nullable(), at: z.string() }).nullable(),
  decisions: z.object({ allow: z.number(), needs_approval: z.number(), deny: z.number() }),
});
export type PolicyRow = z.infer<typeof policyRowSchema>;

export const policiesViewSchema = z.object({ policies: z.array(policyRowSchema) });
export type PoliciesView = z.infer<typeof policiesViewSchema>;

/** One version with what it says. Cases are kept as they were written: what a case must be is said when it is run. */
export const policyVersionSchema = z.object({
  id: z.string(),
  version: z.number(),
  state: definitionStateSchema,
  share: z.number(),
  note: z.string(),
  revision: z.number(),
  by: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  releasedAt: z.string().nullable(),
  definition: policySchema,
  /** One a rule, in their order: what it says in plain words. */
  sentences: z.array(z.string()),
  cases: z.array(z.record(z.string(), z.unknown())),
});
export type PolicyVersion = z.infer<typeof policyVersionSchema>;

export const policyViewSchema = z.object({
  key: z.string(),
  live: policyVersionSchema.nullable(),
  trial: policyVersionSchema.nullable(),
  draft: policyVersionSchema.nullable(),
  /** The last there was; one of the above, or what was switched off. */
  newest: policyVersionSchema,
  /** Where rolling back leads: the version, null for nowhere. */
  backTo: z.number().nullable(),
});
export type PolicyView = z.infer<typeof policyViewSchema>;

/** A policy as it is being written, with the cases it is held against. */
export const policyDraftInput = z.object({
  key: definitionKeySchema,
  definition: policySchema,
  cases: z.array(z.record(z.string(), z.unknown())).max(500).default([]),
});
export type PolicyDraftInput = z.infer<typeof policyDraftInput>;

export const policyFindingSchema = z.object({
  /** An error keeps it from being released, a hint does not. */
  severity: z.enum(['error', 'hint']),
  /** The rule by its place from 0; null where it is not in a rule. */
  rule: z.number().nullable(),
  /** Where in the policy, such as `rules[3].when`. */
  at: z.string(),
  /** From 1, where the expression has a place to point at. */
  column: z.number().nullable(),
  says: z.string(),
});
export type PolicyFinding = z.infer<typeof policyFindingSchema>;

const sideSchema = z.object({ effect: effectSchema, rule: z.string().nullable() });

export const caseLookSchema = z.object({
  name: z.string(),
  must: sideSchema.nullable(),
  /** Null where the case cannot be read. */
  does: sideSchema.nullable(),
  passed: z.boolean().nullable(),
  why: z.string().nullable(),
  advice: z.object({ rule: z.string(), from: z.string(), to: z.string(), says: z.string() }).nullable(),
});
export type CaseLook = z.infer<typeof caseLookSchema>;

export const policyLookSchema = z.object({
  /** One a rule, in their order: what it says in plain words. */
  sentences: z.array(z.string()),
  findings: z.array(policyFindingSchema),
  cases: z.array(caseLookSchema),
});
export type PolicyLook = z.infer<typeof policyLookSchema>;

export const replayInput = policyDraftInput.omit({ cases: true }).extend({
  days: z.union([z.literal(7), z.literal(30), z.literal(90)]),
});

export const policyTextSchema = z.object({ text: z.string() });
export const readTextInput = z.object({ text: z.string().max(400_000) });
export const readTextSchema = z.object({
  policy: z.object({ key: z.string(), definition: policySchema }).nullable(),
  problems: z.array(z.object({ line: z.number(), column: z.number(), says: z.string() })),
});
export type ReadText = z.infer<typeof readTextSchema>;

/** An action that was decided once, to make a case of. */
export const recordedSchema = z.object({
  actions: z.array(
    z.object({
      id: z.string(),
      customer: z.string(),
      says: z.string(),
      at: z.string(),
      effect: effectSchema,
      case: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type Recorded = z.infer<typeof recordedSchema>['actions'][number];

/** What may be called, for the fields that ask for a tool and its arguments. */
export const toolNamesSchema = z.object({
  tools: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      write: z.boolean(),
      args: z.array(z.object({ name: z.string(), type: z.string(), required: z.boolean() })),
    }),
  ),
});
export type ToolName = z.infer<typeof toolNamesSchema>['tools'][number];

export const termsInput = policyDraftInput.omit({ cases: true }).extend({
  text: z.string().max(2_000),
  /** The cursor, in characters from the beginning of `text`. */
  offset: z.number().int().min(0).max(2_000),
});
/** `from` is where the word begins that is being written: what is taken stands from there to the cursor. */
export const termsSchema = z.object({
  from: z.number(),
  options: z.array(z.object({ label: z.string(), kind: z.string(), detail: z.string() })),
});
