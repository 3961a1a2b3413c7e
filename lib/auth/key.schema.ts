import { z } from 'zod';

/** What a key may do. A machine that is given one does this and nothing else. */
export const scopeSchema = z.enum([
  'messages:write',
  'conversations:read',
  'conversations:handover',
  'customers:verify',
  'customers:read',
  'knowledge:read',
  'knowledge:internal',
  'drafts:write',
  'signals:write',
  'intents:read',
  'intents:write',
]);
export type Scope = z.infer<typeof scopeSchema>;

export const newKeyInput = z.object({
  name: z.string().trim().min(1, 'say what it is for').max(60),
  scopes: z.array(scopeSchema).min(1, 'choose what it may do').max(scopeSchema.options.length),
});
export type NewKey = z.infer<typeof newKeyInput>;

export const keyViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Its first letters: enough to tell which one it is. */
  prefix: z.string(),
  scopes: z.array(z.string()),
  by: z.string().nullable(),
  createdAt: z.string(),
  usedAt: z.string().nullable(),
});
export type KeyView = z.infer<typeof keyViewSchema>;
export const keysViewSchema = z.object({ keys: z.array(keyViewSchema) });
