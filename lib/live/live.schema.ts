import { z } from 'zod';

const health = z.enum(['well', 'failing', 'down', 'unused']);

/** How the desk stands this moment: no history. Times are ISO strings; `oldest` says since when somebody waits. */
export const liveViewSchema = z.object({
  at: z.iso.datetime(),
  waiting: z.object({ count: z.number(), oldest: z.iso.datetime().nullable() }),
  queues: z.array(
    z.object({
      /** Null: no team has it. */
      teamId: z.string().nullable(),
      name: z.string(),
      waiting: z.number(),
      oldest: z.iso.datetime().nullable(),
      late: z.number(),
      on: z.number(),
      load: z.number(),
      capacity: z.number(),
    }),
  ),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      hue: z.number(),
      /** Takes new work, and it is within their working hours. */
      on: z.boolean(),
      off: z.enum(['away', 'not_working']).nullable(),
      load: z.number(),
      capacity: z.number(),
      lastSeenAt: z.iso.datetime().nullable(),
    }),
  ),
  turns: z.object({ running: z.number(), oldest: z.iso.datetime().nullable() }),
  today: z.object({ came: z.number(), solved: z.number(), solvedByAssistant: z.number() }),
  promises: z.object({ late: z.number(), soon: z.number(), brokenInHour: z.number() }),
  models: z.array(
    z.object({
      name: z.string(),
      health,
      calls: z.number(),
      failures: z.number(),
      p95Ms: z.number().nullable(),
      lastFailure: z.string().nullable(),
    }),
  ),
  connectors: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      health,
      p95Ms: z.number().nullable(),
      calls: z.number(),
      failures: z.number(),
      lastFailure: z.string().nullable(),
    }),
  ),
  machine: z.object({
    workers: z.number(),
    /** Events no worker has taken yet. */
    events: z.number(),
    oldestEvent: z.iso.datetime().nullable(),
    mailWaiting: z.number(),
    mailFailed: z.number(),
    letters: z.array(z.object({ id: z.string(), event: z.string(), cause: z.string(), at: z.iso.datetime() })),
  }),
});
export type LiveView = z.infer<typeof liveViewSchema>;
export type Health = z.infer<typeof health>;
