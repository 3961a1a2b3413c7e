import type { LucideIcon } from 'lucide-react';
import {
  BookOpen,
  ChartNoAxesColumn,
  ClipboardCheck,
  Inbox,
  Settings,
  ShieldCheck,
  Users,
  Workflow,
} from 'lucide-react';
import type { Permission } from '@/lib/auth/permission.schema';

type Place = { href: string; name: string; icon: LucideIcon; waits?: string; needs?: Permission; folds?: true };

/** `waits` names the count that puts a dot on the sign; `needs` keeps a place to those who may; what `folds` stands under More on a phone. */
const places: Place[] = [
  { href: '/inbox/needs-me', name: 'Inbox', icon: Inbox },
  { href: '/review', name: 'Review', icon: ClipboardCheck, waits: 'reviewed', needs: 'reviews.decide' },
  { href: '/customers', name: 'Customers', icon: Users, folds: true },
  { href: '/knowledge', name: 'Knowledge', icon: BookOpen },
  { href: '/approvals', name: 'Approvals', icon: ShieldCheck, waits: 'decide', folds: true },
  { href: '/automation', name: 'Automation', icon: Workflow, needs: 'intents.read', folds: true },
  { href: '/metrics', name: 'Metrics', icon: ChartNoAxesColumn, needs: 'metrics.read', folds: true },
  { href: '/settings', name: 'Settings', icon: Settings, folds: true },
];

/** The areas a person with these permissions can go to: a way that ends at a closed door is none. */
export function placesFor(permissions: readonly Permission[]): Place[] {
  return places.filter(({ needs }) => !needs || permissions.includes(needs));
}

/** The ledger is where what was approved is looked up: a place of the same area. */
export function isAt(path: string, href: string): boolean {
  if (href === '/inbox/needs-me') return path.startsWith('/inbox');
  if (href === '/approvals' && path.startsWith('/actions')) return true;
  return path === href || path.startsWith(`${href}/`);
}
