import type { Permission } from '@/lib/auth/permission.schema';

type Words = { name: string; help: string };

/** What each permission lets a person do, in plain words. A new one cannot be forgotten here. */
export const permissionWords: Record<Permission, Words> = {
  'conversations.work': {
    name: 'Work with conversations',
    help: 'Read, take and answer what belongs to their teams. Everybody here may.',
  },
  'conversations.see_all': {
    name: 'See all conversations',
    help: 'Also those of teams they are not in.',
  },
  'customers.edit': {
    name: 'Edit customers',
    help: 'Notes, consent and the ways to reach a customer.',
  },
  'customers.merge': {
    name: 'Merge, split and forget customers',
    help: 'Make two customers one, take them apart again, export and erase.',
  },
  'privacy.reveal': {
    name: 'See personal data',
    help: 'Without it, names, addresses and numbers in texts stay hidden.',
  },
  'actions.approve': {
    name: 'Approve actions',
    help: 'Refunds and other actions that a policy holds for a supervisor.',
  },
  'actions.approve_any': {
    name: 'Approve every action',
    help: 'Also what a policy holds for an admin.',
  },
  'reviews.decide': {
    name: 'Review answers',
    help: 'Look at what the assistant sent, judge and correct it.',
  },
  'metrics.read': {
    name: 'Read metrics',
    help: 'Every figure of the desk, the assistant and each person. Without it, only one’s own.',
  },
  'knowledge.read': { name: 'Read knowledge', help: 'Every article, published or not.' },
  'knowledge.edit': { name: 'Edit knowledge', help: 'Write, publish, import and archive articles.' },
  'intents.read': { name: 'See automation', help: 'Intents, their examples and how well they are told apart.' },
  'intents.edit': { name: 'Change automation', help: 'Teach intents, train and release versions.' },
  'desk.organise': {
    name: 'Arrange the desk',
    help: 'Labels, macros, shared views, promises, calendars and skills.',
  },
  'people.manage': {
    name: 'Manage people',
    help: 'Invite, change rights and teams, disable. Never above what they may do themselves.',
  },
  'desk.administer': { name: 'Administer Baton', help: 'Channels, keys and everything that runs it.' },
};

export const permissionGroups: { title: string; permissions: Permission[] }[] = [
  { title: 'Conversations', permissions: ['conversations.work', 'conversations.see_all'] },
  { title: 'Customers', permissions: ['customers.edit', 'customers.merge', 'privacy.reveal'] },
  { title: 'Supervision', permissions: ['actions.approve', 'actions.approve_any', 'reviews.decide', 'metrics.read'] },
  {
    title: 'Knowledge and automation',
    permissions: ['knowledge.read', 'knowledge.edit', 'intents.read', 'intents.edit'],
  },
  { title: 'The desk', permissions: ['desk.organise', 'people.manage', 'desk.administer'] },
];
