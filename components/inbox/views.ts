import type { LucideIcon } from 'lucide-react';
import { AlarmClock, CircleCheck, Inbox, Layers, ShieldCheck, UserRoundX, UsersRound } from 'lucide-react';
import type { Sort, ViewKey } from '@/lib/conversations/conversation.schema';

type View = {
  key: ViewKey;
  name: string;
  /** null: the assistant's sign. */
  icon: LucideIcon | null;
  counted: boolean;
  order: Sort;
};

export const views: View[] = [
  { key: 'needs-me', name: 'Needs me', icon: Inbox, counted: true, order: 'waiting' },
  { key: 'unassigned', name: 'Unassigned', icon: UserRoundX, counted: true, order: 'waiting' },
  { key: 'approvals', name: 'Approvals', icon: ShieldCheck, counted: true, order: 'waiting' },
  { key: 'reviewed', name: 'Reviewed by assistant', icon: null, counted: true, order: 'newest' },
  { key: 'snoozed', name: 'Snoozed', icon: AlarmClock, counted: true, order: 'newest' },
  { key: 'solved', name: 'Solved', icon: CircleCheck, counted: false, order: 'newest' },
  { key: 'all', name: 'All', icon: Layers, counted: false, order: 'newest' },
];

const assistantView: View = {
  key: 'assistant',
  name: 'Held by the assistant',
  icon: null,
  counted: true,
  order: 'newest',
};

/** What people have or wait for, of one team or of all. */
const openView: View = { key: 'open', name: 'Open', icon: UsersRound, counted: false, order: 'waiting' };

export function findView(key: string): View | undefined {
  return [...views, assistantView, openView].find((view) => view.key === key);
}
