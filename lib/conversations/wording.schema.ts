import { z } from 'zod';

export const toneSchema = z.enum(['friendlier', 'shorter', 'formal', 'spelling']);
export type Tone = z.infer<typeof toneSchema>;

const text = z.string().trim().min(1).max(10_000);
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, 'is not a language');

export const rewordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rewrite'), text, tone: toneSchema }),
  z.object({ kind: z.literal('translate'), text, to: language }),
]);
export type Reword = z.infer<typeof rewordSchema>;

export const rewordedSchema = z.object({ text: z.string() });
export const wordingSchema = z.object({ configured: z.boolean() });
