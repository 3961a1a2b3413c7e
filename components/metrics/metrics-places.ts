import type { LucideIcon } from 'lucide-react';
import {
  Calculator,
  ChartNoAxesColumn,
  CircleDollarSign,
  FileClock,
  Gauge,
  GitFork,
  LayoutDashboard,
  Map as MapIcon,
  Radio,
  Smile,
  Timer,
  UsersRound,
} from 'lucide-react';

/** `icon` null: the assistant's sign. */
type MetricsPlaceEntry = { href: string; name: string; icon: LucideIcon | null };
type MetricsGroup = { title?: string; places: MetricsPlaceEntry[] };

export const metricsSign = ChartNoAxesColumn;

export const metricsGroups: MetricsGroup[] = [
  {
    places: [
      { href: '/metrics', name: 'Overview', icon: LayoutDashboard },
      { href: '/metrics/resolution', name: 'Resolution ledger', icon: GitFork },
      { href: '/metrics/satisfaction', name: 'Customer satisfaction', icon: Smile },
      { href: '/metrics/speed', name: 'Speed', icon: Timer },
      { href: '/metrics/assistant', name: 'Assistant', icon: null },
      { href: '/metrics/cost', name: 'Cost', icon: CircleDollarSign },
      { href: '/metrics/team', name: 'Team', icon: UsersRound },
      { href: '/metrics/live', name: 'Live', icon: Radio },
    ],
  },
  {
    title: 'Plan',
    places: [
      { href: '/metrics/return', name: 'Return', icon: Calculator },
      { href: '/metrics/automate', name: 'Where to automate', icon: MapIcon },
    ],
  },
  {
    title: 'Saved',
    places: [{ href: '/metrics/reports', name: 'Reports', icon: FileClock }],
  },
  {
    title: 'Targets',
    places: [{ href: '/metrics/levels', name: 'Service levels', icon: Gauge }],
  },
];

/** What a page is called where one comes back to it. */
export function nameOfPlace(path: string): string {
  return metricsGroups.flatMap(({ places }) => places).find(({ href }) => href === path)?.name ?? 'Metrics';
}
