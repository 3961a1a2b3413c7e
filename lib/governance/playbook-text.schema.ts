import { z } from 'zod';
import { definitionKeySchema } from './definition.schema';
import { playbookSchema } from './playbook.schema';
import { playbookCasesSchema } from './playbook-case.schema';
import { playbookFileSchema } from './playbook-file.schema';

/** A playbook to be written as YAML, or YAML to be read. */
export const playbookTextInput = z.union([
  z.object({ key: definitionKeySchema, definition: playbookSchema, cases: playbookCasesSchema }),
  z.object({ text: z.string().max(500_000, 'at most 500,000 characters') }),
]);

export const writtenTextSchema = z.object({ text: z.string() });
export const readTextSchema = z.union([
  z.object({
    ok: z.literal(true),
    key: z.string(),
    definition: playbookSchema,
    cases: playbookFileSchema.shape.cases,
  }),
  z.object({
    ok: z.literal(false),
    problems: z.array(z.object({ line: z.number(), column: z.number(), says: z.string() })),
  }),
]);
