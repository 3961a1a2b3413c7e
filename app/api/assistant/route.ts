import { readAssistantStanding } from '@/lib/governance/read-assistant-switch';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, readAssistantStanding);
