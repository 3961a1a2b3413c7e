import type { Prisma } from '../platform/records';

/** Who asks, when a person does. */
export type PersonActor = {
  id: string;
  name: string;
  email: string;
  role: 'agent' | 'supervisor' | 'admin';
  hue: number;
  teamIds: string[];
};

export type Permission =
  | 'conversations.work'
  | 'conversations.see_all'
  | 'customers.edit'
  | 'customers.merge'
  | 'actions.approve'
  | 'reviews.decide'
  | 'privacy.reveal'
  | 'knowledge.read'
  | 'knowledge.edit'
  | 'intents.read'
  | 'intents.edit'
  | 'desk.organise'
  | 'people.manage'
  | 'desk.administer';

const granted: Record<PersonActor['role'], Permission[]> = {
  agent: ['conversations.work', 'customers.edit', 'privacy.reveal', 'knowledge.read'],
  supervisor: [
    'conversations.work',
    'conversations.see_all',
    'customers.edit',
    'customers.merge',
    'privacy.reveal',
    'actions.approve',
    'reviews.decide',
    'knowledge.read',
    'knowledge.edit',
    'intents.read',
    'desk.organise',
  ],
  admin: [
    'conversations.work',
    'conversations.see_all',
    'customers.edit',
    'customers.merge',
    'privacy.reveal',
    'actions.approve',
    'reviews.decide',
    'knowledge.read',
    'knowledge.edit',
    'intents.read',
    'intents.edit',
    'desk.organise',
    'people.manage',
    'desk.administer',
  ],
};

export const may = (person: Pick<PersonActor, 'role'>, permission: Permission): boolean =>
  granted[person.role].includes(permission);

/** The conversations a person may see: what is not in here is not found. Agents see their teams', their own and what no team has. */
export function visibleTo(person: PersonActor): Prisma.ConversationWhereInput {
  if (person.role !== 'agent') return {};
  return { OR: [{ teamId: null }, { teamId: { in: person.teamIds } }, { agentId: person.id }] };
}
