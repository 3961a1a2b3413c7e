import { z } from 'zod';

/** A physical key, as `KeyboardEvent.code` names it, with what is held: `Shift+KeyE`, `Mod+Enter`, `KeyG KeyI`. */
export const keySchema = z
  .string()
  .max(60)
  .regex(/^(Mod\+)?(Shift\+)?[A-Za-z0-9]+( (Mod\+)?(Shift\+)?[A-Za-z0-9]+)?$/, 'is not a key');

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must look like 22:00');

export const notificationKinds = ['assigned', 'mentioned', 'replied', 'late', 'approval'] as const;
export const notificationKindSchema = z.enum(notificationKinds);
export type NotificationKind = z.infer<typeof notificationKindSchema>;

/** From one clock time to another on some days; over midnight when it ends before it begins. Monday is 1. */
export const quietHoursSchema = z.object({
  from: clock,
  to: clock,
  days: z.array(z.number().int().min(1).max(7)).max(7),
  timeZone: z.string().min(1).max(60),
});
export type QuietHours = z.infer<typeof quietHoursSchema>;

export const undoChoices = [0, 5, 10, 20] as const;

const kinds = z.object({
  assigned: z.boolean().default(true),
  mentioned: z.boolean().default(true),
  replied: z.boolean().default(true),
  late: z.boolean().default(true),
  approval: z.boolean().default(true),
});

/** What a person has set for themselves; whatever is absent or no longer understood is as it comes. */
export const preferencesSchema = z.object({
  /** Command to key, only where it differs from the table of commands. */
  keys: z
    .record(z.string().max(60), keySchema)
    .refine((keys) => Object.keys(keys).length <= 100, 'at most 100 keys')
    .default({}),
  /** What one hears of. */
  notify: kinds.default({ assigned: true, mentioned: true, replied: true, late: true, approval: true }),
  /** Also as the browser's own notification, while Baton is out of sight. */
  browser: z.boolean().default(false),
  sound: z.boolean().default(false),
  quiet: quietHoursSchema.nullable().default(null),
  undoSeconds: z.literal([...undoChoices]).default(10),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const preferencesPatchSchema = z
  .object({
    keys: preferencesSchema.shape.keys.unwrap(),
    notify: kinds,
    browser: z.boolean(),
    sound: z.boolean(),
    quiet: quietHoursSchema.nullable(),
    undoSeconds: preferencesSchema.shape.undoSeconds.unwrap(),
  })
  .partial();
export type PreferencesPatch = z.infer<typeof preferencesPatchSchema>;

/** Part by part, so that one that is not understood does not take the others with it. */
export function parsePreferences(stored: unknown): Preferences {
  const given = stored && typeof stored === 'object' ? (stored as Record<string, unknown>) : {};
  const understood = Object.entries(preferencesSchema.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(given[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return preferencesSchema.parse(Object.fromEntries(understood));
}
