import type { Scope } from '@/lib/auth/key.schema';

/** What a key may do, in the words of who gives it away; in the order in which it is asked. */
export const scopeWords: Record<Scope, { name: string; help: string }> = {
  'messages:write': { name: 'Hand in messages', help: 'What customers wrote elsewhere: POST /api/v1/messages.' },
  'conversations:read': { name: 'Read conversations', help: 'With placeholders for addresses, names and numbers.' },
  'customers:read': { name: 'See customers’ data', help: 'The values behind the placeholders.' },
  'customers:verify': {
    name: 'Vouch for customers',
    help: 'Says that a customer is who they say; gives away their records.',
  },
  'knowledge:read': { name: 'Search public articles', help: 'Over MCP.' },
  'knowledge:internal': { name: 'Search internal articles', help: 'What is written for agents only, over MCP.' },
  'drafts:write': { name: 'Draft and propose replies', help: 'Over MCP. People send them, or not.' },
  'conversations:handover': { name: 'Pass conversations to people', help: 'Over MCP.' },
  'intents:read': { name: 'Ask what texts mean', help: 'POST /api/v1/intents/predict.' },
  'signals:write': {
    name: 'Send signals',
    help: 'Tells what happened to a customer: POST /api/v1/signals.',
  },
  'intents:write': { name: 'Teach intents', help: 'Trains versions: POST /api/v1/intents/train.' },
};
