import { z } from 'zod';
import { definitionKeySchema } from './definition.schema';
import { type PlaybookDefinition, playbookSchema } from './playbook.schema';
import { type PlaybookCase, playbookCasesSchema } from './playbook-case.schema';

/** A playbook as it stands in a file: its key first, its cases beside it. */
export const playbookFileSchema = z.object({
  playbook: definitionKeySchema,
  definition: playbookSchema,
  cases: playbookCasesSchema,
});
export type PlaybookFile = { key: string; definition: PlaybookDefinition; cases: PlaybookCase[] };

/** Lines and columns from 1. */
export type PlaybookFileProblem = { line: number; column: number; says: string };
export type ParsedPlaybookFile =
  | ({ ok: true } & PlaybookFile)
  /** Every one that was found, in the order of the file. */
  | { ok: false; problems: PlaybookFileProblem[] };
