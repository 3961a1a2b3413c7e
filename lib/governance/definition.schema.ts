import { z } from 'zod';

export const definitionKindSchema = z.enum(['policy', 'playbook']);
export type DefinitionKind = z.infer<typeof definitionKindSchema>;

export const definitionStateSchema = z.enum(['draft', 'trial', 'live', 'retired']);
export type DefinitionState = z.infer<typeof definitionStateSchema>;

export const definitionKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,60}$/, 'lower case letters, digits and dashes, at most 61, a letter first');

/** How the cases of a version last went; of another revision it says nothing. */
export const testedSchema = z.object({
  revision: z.number().int(),
  at: z.string(),
  passed: z.number().int(),
  failed: z.number().int(),
});
export type Tested = z.infer<typeof testedSchema>;

/** What a change goes on from: what is being written, else what is tried, else what is in force, else the newest there was. */
export const standingOf = <Version>(of: {
  draft?: Version | null | undefined;
  trial?: Version | null | undefined;
  live?: Version | null | undefined;
  newest: Version;
}): Version => of.draft ?? of.trial ?? of.live ?? of.newest;

const words = z.string().trim().max(400);

/** That somebody took a version out of force: when, who (a person's id), and why, if they said. */
export const takenBackSchema = z.object({ at: z.string(), by: z.uuid(), why: words });
export type TakenBack = z.infer<typeof takenBackSchema>;

/** A version in the history, without what it says. */
export const definitionVersionSchema = z.object({
  id: z.string(),
  version: z.number(),
  state: definitionStateSchema,
  share: z.number(),
  note: z.string(),
  revision: z.number(),
  /** Who wrote it; null for what came with the installation. */
  by: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  releasedAt: z.string().nullable(),
  releasedBy: z.string().nullable(),
  takenBack: z.object({ at: z.string(), by: z.string().nullable(), why: z.string() }).nullable(),
});
export type DefinitionVersion = z.infer<typeof definitionVersionSchema>;
export const definitionVersionsSchema = z.object({ versions: z.array(definitionVersionSchema) });

export const releaseInput = z.object({
  id: z.uuid(),
  revision: z.number().int(),
  /** Per cent of conversations; 100 is all. */
  share: z.number().int().min(1).max(100),
  /** For those who read the history; what stood there stays where it is left away. */
  note: words.optional(),
});
export type ReleaseInput = z.infer<typeof releaseInput>;

export const definitionName = z.object({ kind: definitionKindSchema, key: definitionKeySchema });
export type DefinitionName = z.infer<typeof definitionName>;

/** Out of force, and why. */
export const takeBackInput = definitionName.extend({ why: words.default('') });
export type TakeBack = z.input<typeof takeBackInput>;

/** A definition as it is written; what it must be is said by its kind's own schema when it is kept. */
const body = z
  .record(z.string(), z.unknown())
  .refine((value) => JSON.stringify(value).length <= 400_000, 'at most 400,000 characters');
const cases = z.array(z.record(z.string(), z.unknown())).max(500, 'at most 500 cases');

export const newDefinitionInput = definitionName.extend({ body, cases: cases.default([]) });
export type NewDefinition = z.infer<typeof newDefinitionInput>;

export const saveDefinitionInput = z.object({
  id: z.uuid(),
  revision: z.number().int(),
  body,
  cases,
  note: words.default(''),
});
export type SaveDefinition = z.infer<typeof saveDefinitionInput>;
