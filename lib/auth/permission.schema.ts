import { z } from 'zod';

/** Everything that not everybody may do. `conversations.work` is what being here means: every role has it. */
export const permissionSchema = z.enum([
  'conversations.work',
  'conversations.see_all',
  'customers.edit',
  'customers.merge',
  'actions.approve',
  'actions.approve_any',
  'reviews.decide',
  'metrics.read',
  'privacy.reveal',
  'knowledge.read',
  'knowledge.edit',
  'intents.read',
  'intents.edit',
  'desk.organise',
  'people.manage',
  'desk.administer',
]);
export type Permission = z.infer<typeof permissionSchema>;

export const roleSchema = z.enum(['agent', 'supervisor', 'admin']);
export type RoleKey = z.infer<typeof roleSchema>;
