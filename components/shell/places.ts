import type { LucideIcon } from 'lucide-react';
import { ClipboardCheck, Inbox, ShieldCheck } from 'lucide-react';

type Place = { href: string; name: string; icon: LucideIcon; waits?: string };

/** The areas one can go to; `waits` names the count that puts a dot on the sign. */
export const places: Place[] = [
  { href: '/inbox/needs-me', name: 'Inbox', icon: Inbox },
  { href: '/review', name: 'Review', icon: ClipboardCheck, waits: 'reviewed' },
  { href: '/inbox/approvals', name: 'Approvals', icon: ShieldCheck, waits: 'approvals' },
];

/** Approvals is a view of the inbox with a place of its own, so it is not the inbox while one is there. */
export function isAt(path: string, href: string): boolean {
  if (href === '/inbox/needs-me') return path.startsWith('/inbox') && !path.startsWith('/inbox/approvals');
  return path === href || path.startsWith(`${href}/`);
}
