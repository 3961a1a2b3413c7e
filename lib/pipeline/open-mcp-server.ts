import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult, ToolAnnotations } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { KeyActor } from '../auth/find-api-key';
import type { Scope } from '../auth/key.schema';
import { isAppError } from '../platform/errors';
import { draftFromKey } from './draft-from-key';
import { handOverFromKey } from './hand-over-from-key';
import { proposeFromKey } from './propose-from-key';
import { searchFromKey } from './search-from-key';
import { viewApiConversation } from './view-api-conversation';

type Offer<S extends z.ZodRawShape> = {
  scope: Scope;
  title: string;
  description: string;
  takes: S;
  annotations: ToolAnnotations;
  run(key: KeyActor, given: z.infer<z.ZodObject<S>>): Promise<object>;
};

const offer = <S extends z.ZodRawShape>(made: Offer<S>): Offer<z.ZodRawShape> =>
  made as unknown as Offer<z.ZodRawShape>;
const reads: ToolAnnotations = { readOnlyHint: true, openWorldHint: false };
const writes: ToolAnnotations = { readOnlyHint: false, destructiveHint: false, openWorldHint: false };
const conversation = z.uuid().describe('Id of the conversation');

/** What other assistants may do here. A key sees the tools of its scopes and no others. */
const offers: Record<string, Offer<z.ZodRawShape>> = {
  search_knowledge: offer({
    scope: 'knowledge:read',
    title: 'Search the help articles',
    description: 'Finds the passages of the published articles that speak about a question, best first.',
    takes: {
      question: z.string().trim().min(2).max(500),
      language: z
        .string()
        .regex(/^[a-z]{2,3}$/)
        .optional()
        .describe('ISO 639 code; every language when left out'),
    },
    annotations: reads,
    run: async (key, given) => ({ passages: await searchFromKey(key, given) }),
  }),
  read_conversation: offer({
    scope: 'conversations:read',
    title: 'Read a conversation',
    description:
      'What was said, who holds the conversation, and what the assistant understood, decided and did. Values such as addresses are placeholders unless the key may read customers.',
    takes: { conversation },
    annotations: reads,
    run: (key, given) => viewApiConversation(given.conversation, key),
  }),
  draft_reply: offer({
    scope: 'drafts:write',
    title: 'Draft a reply',
    description:
      'Words a reply to what the customer wrote last, from the articles and records, with its sources. Nothing is sent and nothing is kept.',
    takes: { conversation },
    annotations: reads,
    run: (key, given) => draftFromKey(key, given.conversation),
  }),
  propose_reply: offer({
    scope: 'drafts:write',
    title: 'Propose a reply to the agents',
    description: 'Leaves a text as a note in the conversation. People read it and send it or not.',
    takes: { conversation, text: z.string().trim().min(1).max(8_000) },
    annotations: writes,
    run: (key, given) => proposeFromKey(key, { conversationId: given.conversation, text: given.text }),
  }),
  hand_over: offer({
    scope: 'conversations:handover',
    title: 'Pass a conversation to people',
    description: 'Puts a conversation the assistant holds into the queue of people, with why, and tells the customer.',
    takes: {
      conversation,
      why: z.string().trim().min(3).max(400).describe('Why a person is needed, as a sentence for the agent'),
      missing: z.array(z.string().trim().min(1).max(200)).max(8).default([]).describe('What is not known yet'),
    },
    annotations: { ...writes, idempotentHint: true },
    run: (key, given) =>
      handOverFromKey(key, { conversationId: given.conversation, why: given.why, missing: given.missing }),
  }),
};

/** A server for one request of one key. What goes wrong as expected comes back as the tool's error, in plain words. */
export function openMcpServer(key: KeyActor): McpServer {
  const server = new McpServer(
    { name: 'baton', title: 'Baton', version: '1' },
    { instructions: 'A customer-service desk: its articles, its conversations, and its people to pass to.' },
  );
  for (const [name, { scope, title, description, takes, annotations, run }] of Object.entries(offers)) {
    if (!key.scopes.includes(scope)) continue;
    server.registerTool(name, { title, description, inputSchema: takes, annotations }, async (given) =>
      answer(() => run(key, given as Record<string, unknown>)),
    );
  }
  return server;
}

async function answer(run: () => Promise<object>): Promise<CallToolResult> {
  try {
    const value = (await run()) as Record<string, unknown>;
    return { content: [{ type: 'text', text: JSON.stringify(value) }], structuredContent: value };
  } catch (error) {
    if (!isAppError(error) || error.code === 'internal') throw error;
    return {
      isError: true,
      content: [{ type: 'text', text: error.message }],
      structuredContent: { error: { code: error.code, message: error.message } },
    };
  }
}
