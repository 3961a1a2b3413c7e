import { z } from 'zod';

export const findingKindSchema = z.enum(['card', 'refund', 'replacement', 'date', 'others_data', 'disclosure']);
export type FindingKind = z.infer<typeof findingKindSchema>;

export const findingSchema = z.object({ kind: findingKindSchema, says: z.string(), blocks: z.boolean() });
export type Finding = z.infer<typeof findingSchema>;

export const checkWritingInput = z.object({ text: z.string().max(10_000) });
export const checkedWritingSchema = z.object({ findings: z.array(findingSchema) });
