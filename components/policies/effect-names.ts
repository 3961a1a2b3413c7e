import type { Effect } from '@/lib/governance/policy.schema';

export const effectNames: Record<Effect, string> = { deny: 'Deny', needs_approval: 'Ask', allow: 'Allow' };
export const effectVerbs: Record<Effect, string> = { deny: 'deny', needs_approval: 'ask', allow: 'allow' };
