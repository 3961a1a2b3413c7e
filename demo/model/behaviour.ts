import { z } from 'zod';

const ms = z.number().int().min(0).max(600_000);
const text = z.string().max(5_000_000);
const shared = { afterMs: ms.optional() };

export const usageSchema = z.strictObject({
  input: z.number().int().min(0).optional(),
  output: z.number().int().min(0).optional(),
  cached: z.number().int().min(0).optional(),
});

/** How one request is answered. `afterMs` is the time before the first byte, `chunkMs` that before each piece of a stream. */
export const behaviourSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...shared,
    kind: z.literal('say'),
    text: text.default(''),
    chunkMs: ms.optional(),
    /** `args` as a string is sent as it stands, so that it need not be JSON. */
    tools: z.array(z.strictObject({ name: z.string(), args: z.unknown() })).optional(),
    /** Counted from the texts where it is not given. */
    usage: usageSchema.optional(),
    finish: z.enum(['stop', 'length', 'content_filter']).optional(),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('fail'),
    status: z.number().int().min(400).max(599),
    /** Seconds, sent as the header. */
    retryAfter: z.number().int().min(0).optional(),
    message: text.optional(),
  }),
  /** Not one byte for so long; then it hangs up. */
  z.strictObject({ ...shared, kind: z.literal('hang'), ms }),
  /** The line goes dead after so many pieces; an answer in one piece goes dead half way. */
  z.strictObject({ ...shared, kind: z.literal('cut'), after: z.number().int().min(0), text: text.optional() }),
  /** A body, or one event of a stream, that is not JSON. */
  z.strictObject({ ...shared, kind: z.literal('broken') }),
  /** JSON that does not fit the schema that was asked for. */
  z.strictObject({ ...shared, kind: z.literal('wrong') }),
  z.strictObject({ ...shared, kind: z.literal('unknownTool') }),
  z.strictObject({ ...shared, kind: z.literal('nothing') }),
  /** More than was allowed: it minds no limit of tokens. */
  z.strictObject({ ...shared, kind: z.literal('huge'), bytes: z.number().int().min(1).max(64_000_000) }),
  z.strictObject({ ...shared, kind: z.literal('reset') }),
  /** What `sensible` says, slowly. In one piece it comes when the last piece would have come. */
  z.strictObject({ ...shared, kind: z.literal('slow'), chunkMs: ms }),
]);

export type Behaviour = z.input<typeof behaviourSchema>;
