import { z } from 'zod';

const schema = z.object({
  STORE_PORT: z.coerce.number().int().min(1).max(65_535),
  STORE_DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  STORE_TOKEN: z.string().min(8, 'must have at least 8 characters'),
  BATON_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  WIDGET_KEY: z.string().min(1, 'must not be empty'),
  // HS256 needs a key as long as its hash (RFC 7518, 3.2); jose refuses nothing here, so this is the only check.
  WIDGET_SECRET: z.string().min(32, 'must have at least 32 characters'),
});

export type StoreEnv = z.infer<typeof schema>;

/** The shop's settings, or an Error whose message names every variable that is missing or wrong. */
export function parseEnv(source: Record<string, string | undefined>): StoreEnv {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The shop cannot start. ${faults.join('; ')}`);
}
