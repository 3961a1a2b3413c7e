import { z } from 'zod';
import type { ChatSurvey } from '../surveys/surveys.schema';

/** What the widget and the web process say to each other. Times are ISO strings. */
export const longestText = 4_000;

/** Postgres keeps no NUL in text; nobody types one on purpose. */
const written = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\u0000', '').trim())
    .pipe(z.string().max(most, `must be at most ${most} characters`));

/** A channel's public key, as it stands in a host site's page. */
export const channelKeySchema = z.string().regex(/^[\w-]{1,100}$/, 'is not a key');

export const openChatSchema = z.object({
  key: channelKeySchema,
  /** Signed by the host site: who is signed in there. */
  jwt: z.string().max(4_096).optional(),
  /** The chat token of an earlier visit. */
  token: z.string().max(4_096).optional(),
});
export type OpenChat = z.infer<typeof openChatSchema>;

/** Files that go with one message. */
export const mostChatFiles = 5;

export const sendMessageSchema = z
  .object({
    text: written(longestText),
    conversationId: z.uuid().optional(),
    /** Made by the widget: the same one again is the same message. */
    clientId: z.uuid(),
    /** Of files that were attached before: `ChatUploaded.id`. */
    files: z.array(z.uuid()).max(mostChatFiles).default([]),
  })
  .refine(({ text, files }) => text !== '' || files.length > 0, { path: ['text'], message: 'must not be empty' });
export type SendChatMessage = z.infer<typeof sendMessageSchema>;
export const askPersonSchema = z.object({ conversationId: z.uuid().optional() });
export const rateChatSchema = z.object({
  conversationId: z.uuid(),
  rating: z.int().min(1).max(5),
  comment: written(1_000).optional(),
});
export const answerChatSurveySchema = z.object({
  id: z.uuid(),
  score: z.int().min(0).max(10),
  comment: written(1_000).optional(),
});
export type AnswerChatSurvey = z.infer<typeof answerChatSurveySchema>;
export const ratingShownSchema = z.object({ conversationId: z.uuid() });
export const chatQuerySchema = z.object({ conversation: z.uuid(), after: z.uuid().optional() });

export type ChatMessage = {
  id: string;
  /** What the widget called it when it sent it; null for what others wrote. */
  clientId: string | null;
  author: 'customer' | 'assistant' | 'agent';
  /** An agent's first name. */
  name: string | null;
  text: string;
  at: string;
  /** `address` is where the customer can read it; null where it is not for everybody. */
  sources: { slug: string; title: string; address: string | null }[];
  files: { id: string; name: string; bytes: number }[];
  turnId: string | null;
  /** What the assistant looked up and did for it. */
  steps: string[];
};

/** A file that is attached and not sent yet. */
export type ChatUploaded = { id: string; name: string; bytes: number };

export type ChatState = {
  id: string;
  state: 'open' | 'closed';
  holder: 'assistant' | 'queue' | 'agent';
  /** First name of the agent who holds it, once they have answered. */
  agent: string | null;
  rating: number | null;
  /** A turn is running now. */
  working: boolean;
};

/** `cursor` is where the live events go on from, so that nothing falls between reading and listening. */
export type ChatView = ChatState & { messages: ChatMessage[]; cursor: string };

export type ChatProgress = {
  turnId: string;
  says: string;
  done: boolean;
  /** The reply as far as it is written. */
  partial?: string;
};

export type ChatSession = {
  token: string;
  workspace: string;
  verified: boolean;
  /** Why the host site's word was not taken, for whoever sets the widget up. */
  refused: 'expired' | 'not_valid' | null;
  conversation: ChatView | null;
  /** Asked at this visit, where nothing else is under way. */
  survey: ChatSurvey | null;
};

export type MessageAccepted = { conversationId: string; messageId: string; repeated: boolean };
export type PersonAsked = { conversationId: string; holder: 'queue' | 'agent'; already: boolean };
