import { z } from 'zod';
import { channelKindSchema } from '../conversations/conversation.schema';
import { spanQuerySchema } from '../metrics/metric.schema';

export const surveyKindSchema = z.enum(['csat', 'nps']);
export type SurveyKind = z.infer<typeof surveyKindSchema>;
export type SurveyWay = 'mail' | 'message' | 'chat';

const days = (most: number) => z.number().int().min(1).max(most);
const hour = z.number().int().min(0).max(23);
const list = z.array(z.string().min(1).max(100)).max(50);

/** Nothing goes to a customer before an admin says so: everything that sends is off at first. */
export const surveySettingsSchema = z.object({
  csat: z
    .object({
      on: z.boolean().default(false),
      /** After it was closed. */
      afterMinutes: z.number().int().min(0).max(2_880).default(30),
      /** To a verified address of the customer. */
      mail: z.boolean().default(true),
      /** As a closing message, on channels without a chat window. */
      message: z.boolean().default(true),
      expireDays: days(90).default(14),
      /** How long an answer may be changed. */
      changeDays: days(30).default(3),
      reopen: z
        .object({
          /** Scores that open the conversation again; none: it stays closed. */
          scores: z.array(z.number().int().min(1).max(5)).max(5).default([]),
          /** Who gets it; null: the team that had it. */
          teamId: z.uuid().nullable().default(null),
        })
        .prefault({}),
    })
    .prefault({}),
  nps: z
    .object({
      on: z.boolean().default(false),
      /** Customers whose last conversation was closed within so many days. */
      withinDays: days(365).default(30),
      /** Of these tiers and languages; none: of all. */
      tiers: list.default([]),
      languages: list.default([]),
      /** Percent of those who fit, drawn anew each time round. */
      share: z.number().int().min(1).max(100).default(25),
      perDay: z.number().int().min(1).max(10_000).default(50),
      /** The same customer is asked again after so many days at the earliest. */
      everyDays: z.number().int().min(30).max(730).default(90),
      mail: z.boolean().default(true),
      chat: z.boolean().default(true),
      expireDays: days(90).default(14),
      changeDays: days(30).default(3),
    })
    .prefault({}),
  limits: z
    .object({
      /** One survey of any kind in so many days. */
      fatigueDays: days(365).default(30),
      /** Nothing is asked from the first hour to the second, in the desk's time zone; the same twice: at any time. */
      quietFrom: hour.default(20),
      quietTo: hour.default(8),
    })
    .prefault({}),
});
export type SurveySettings = z.infer<typeof surveySettingsSchema>;

export const surveysViewSchema = z.object({
  settings: surveySettingsSchema,
  timeZone: z.string(),
  brand: z.string(),
  /** Whether mails go out at all. */
  mailWorks: z.boolean(),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What customers have. */
  tiers: z.array(z.string()),
  languages: z.array(z.string()),
  /** In the last 30 days. */
  lately: z.object({
    csat: z.object({ asked: z.number(), answered: z.number() }),
    nps: z.object({ asked: z.number(), answered: z.number() }),
    stopped: z.number(),
  }),
});
export type SurveysView = z.infer<typeof surveysViewSchema>;

/** Counted as the schedule would choose, and nobody is asked. */
export const surveyCountSchema = z.object({
  csat: z.object({ now: z.number() }),
  nps: z.object({ fit: z.number(), drawn: z.number(), today: z.number(), askedToday: z.number() }),
  quiet: z.boolean(),
});
export type SurveyCount = z.infer<typeof surveyCountSchema>;

export const scoreSchema = z.coerce.number().int().min(0).max(10);
export const surveyAnswerSchema = z
  .object({
    score: scoreSchema.optional(),
    comment: z
      .string()
      .max(2_000)
      .transform((text) => text.replaceAll('\u0000', '').trim())
      .pipe(z.string().max(1_000, 'must be at most 1,000 characters'))
      .optional(),
  })
  .refine(({ score, comment }) => score !== undefined || comment !== undefined, 'says nothing');
export type SurveyAnswer = z.infer<typeof surveyAnswerSchema>;

/** What the page behind a link shows; nothing of it names the customer or the conversation. */
export type SurveyPage =
  | { state: 'unknown'; brand: string; language: string | null }
  | { state: 'expired' | 'used'; brand: string; language: string }
  | {
      state: 'open' | 'answered';
      brand: string;
      language: string;
      kind: SurveyKind;
      score: number | null;
      commented: boolean;
      changeUntil: string | null;
    };

/** Asked in the chat at a visit. */
export const chatSurveySchema = z.object({
  id: z.uuid(),
  question: z.string(),
  low: z.string(),
  high: z.string(),
  comment: z.string(),
  thanks: z.string(),
});
export type ChatSurvey = z.infer<typeof chatSurveySchema>;

export const commentsQuerySchema = z.object({
  kind: surveyKindSchema,
  /** Days in which the conversations came, as all figures beside it are counted. */
  span: spanQuerySchema,
  /** Only these scores. */
  scores: z.array(z.number().int().min(0).max(10)).min(1).max(11).optional(),
  after: z.string().max(200).optional(),
});
export type CommentsQuery = z.input<typeof commentsQuerySchema>;
export const commentsAnswerSchema = z.object({
  comments: z.array(
    z.object({
      id: z.string(),
      conversationId: z.string(),
      number: z.number(),
      customer: z.string(),
      score: z.number(),
      comment: z.string(),
      channel: channelKindSchema,
      intent: z.string().nullable(),
      team: z.string().nullable(),
      /** Nobody of the desk had a part in it. */
      alone: z.boolean(),
      at: z.string(),
    }),
  ),
  next: z.string().nullable(),
});
export type CommentsAnswer = z.infer<typeof commentsAnswerSchema>;
