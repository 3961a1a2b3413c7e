import type { LucideIcon } from 'lucide-react';
import { BookOpen, ClipboardCheck, Inbox, Settings, ShieldCheck, Workflow } from 'lucide-react';

type Place = { href: string; name: string; icon: LucideIcon; waits?: string; reviewers?: boolean };

/** `waits` names the count that puts a dot on the sign; `reviewers` keeps a place to supervisors and admins. */
const places: Place[] = [
  { href: '/inbox/needs-me', name: 'Inbox', icon: Inbox },
  { href: '/review', name: 'Review', icon: ClipboardCheck, waits: 'reviewed', reviewers: true },
  { href: '/knowledge', name: 'Knowledge', icon: BookOpen },
  { href: '/inbox/approvals', name: 'Approvals', icon: ShieldCheck, waits: 'approvals' },
  { href: '/automation', name: 'Automation', icon: Workflow, reviewers: true },
  { href: '/settings', name: 'Settings', icon: Settings },
];

/** The areas a person of this role can go to: a way that ends at a closed door is none. */
export function placesFor(role: string): Place[] {
  return places.filter(({ reviewers }) => !reviewers || role !== 'agent');
}

/** Approvals is a view of the inbox with a place of its own, so it is not the inbox while one is there. */
export function isAt(path: string, href: string): boolean {
  if (href === '/inbox/needs-me') return path.startsWith('/inbox') && !path.startsWith('/inbox/approvals');
  return path === href || path.startsWith(`${href}/`);
}
