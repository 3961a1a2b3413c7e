import { z } from 'zod';

const mostData = 8_000; // characters of JSON

export const signalSchema = z
  .object({
    /** What happened, such as parcel.delivered. */
    name: z
      .string()
      .regex(/^[a-z][a-z0-9_.]{0,60}$/, 'lower case letters, digits, _ and ., at most 61, a letter first'),
    /** Whom it is about: the id in the system of record, or a verified address. */
    customer: z
      .object({
        externalId: z.string().min(1).max(200).optional(),
        email: z.email('is not an email address').max(254).toLowerCase().optional(),
      })
      .strict()
      .refine((one) => one.externalId !== undefined || one.email !== undefined, 'needs externalId or email'),
    /** The number of the one conversation it is about; all of this customer where it is left out. */
    conversation: z.number().int().min(1).optional(),
    /** The same key again is the same signal. */
    key: z.string().min(1).max(200),
    data: z
      .record(z.string().max(100), z.unknown())
      .default({})
      .refine((data) => JSON.stringify(data).length <= mostData, `at most ${mostData} characters of JSON`),
  })
  .strict();
export type SignalBody = z.infer<typeof signalSchema>;

export const signalTakenSchema = z.object({
  signal: z.uuid(),
  /** The same key was received before; this is the signal of then. */
  repeated: z.boolean(),
  /** Whether anybody here is that customer; about others nothing is done. */
  known: z.boolean(),
});
export type SignalTaken = z.infer<typeof signalTakenSchema>;
