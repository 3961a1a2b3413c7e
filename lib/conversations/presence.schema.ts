import { z } from 'zod';

/** What a browser says of itself: which conversation is in sight, whether a reply is being typed, which one it left. */
export const beatSchema = z.object({
  conversationId: z.uuid().nullable(),
  typing: z.boolean().default(false),
  left: z.uuid().nullable().default(null),
});
export type Beat = z.infer<typeof beatSchema>;

export const presentSchema = z.object({ id: z.string(), name: z.string(), hue: z.number(), typing: z.boolean() });
export type Present = z.infer<typeof presentSchema>;

/** Who is where. `whole`: everything there is, so what is not named is empty; otherwise only what is named has changed. */
export const presenceSchema = z.object({
  whole: z.boolean(),
  places: z.array(z.object({ conversationId: z.string(), people: z.array(presentSchema) })),
});
export type PresenceNews = z.infer<typeof presenceSchema>;

/** A browser says that it is still there this often … */
export const beatMs = 10_000;
/** … and who has said nothing for this long is gone. */
export const goneAfterSeconds = 25;
