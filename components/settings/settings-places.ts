import type { LucideIcon } from 'lucide-react';
import {
  AlarmClock,
  BellRing,
  CalendarDays,
  ChartColumn,
  Cpu,
  FileCheck,
  KeyRound,
  Mail,
  Palette,
  ScrollText,
  Shapes,
  Smile,
  Sparkles,
  Tag,
  UserCog,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { Permission } from '@/lib/auth/permission.schema';

type SettingsPlace = { href: string; name: string; icon: LucideIcon; needs?: Permission | Permission[] };
type SettingsGroup = { title?: string; places: SettingsPlace[] };

/** Everything that can be arranged, by what it is about. What needs a permission is not shown to who has it not; of several one is enough. */
export const settingsGroups: SettingsGroup[] = [
  { places: [{ href: '/settings/you', name: 'You', icon: UserRound }] },
  {
    title: 'Desk',
    places: [
      { href: '/settings/macros', name: 'Macros', icon: ScrollText },
      { href: '/settings/drafts', name: 'Drafts', icon: FileCheck, needs: 'reviews.decide' },
      { href: '/settings/labels', name: 'Labels', icon: Tag, needs: 'desk.organise' },
      { href: '/settings/promises', name: 'Promises', icon: AlarmClock, needs: 'desk.organise' },
      { href: '/settings/calendars', name: 'Calendars', icon: CalendarDays, needs: 'desk.organise' },
      { href: '/settings/figures', name: 'Figures', icon: ChartColumn, needs: 'desk.administer' },
    ],
  },
  {
    title: 'Assistant',
    places: [{ href: '/settings/models', name: 'Models', icon: Cpu, needs: 'desk.administer' }],
  },
  {
    title: 'Going out',
    places: [
      { href: '/settings/surveys', name: 'Surveys', icon: Smile, needs: 'desk.administer' },
      { href: '/settings/mail', name: 'Mail', icon: Mail, needs: 'desk.administer' },
      { href: '/settings/alerts', name: 'Alerts', icon: BellRing, needs: 'desk.administer' },
    ],
  },
  {
    title: 'Programs',
    places: [{ href: '/settings/keys', name: 'Keys', icon: KeyRound, needs: 'desk.administer' }],
  },
  {
    title: 'People',
    places: [
      { href: '/settings/people', name: 'People', icon: UserCog, needs: ['desk.organise', 'people.manage'] },
      { href: '/settings/teams', name: 'Teams', icon: UsersRound, needs: 'people.manage' },
      { href: '/settings/skills', name: 'Skills', icon: Sparkles, needs: 'desk.organise' },
      { href: '/settings/roles', name: 'Roles', icon: Shapes, needs: 'people.manage' },
    ],
  },
];

/** Only in development: every part of the kit, in both themes. */
export const kitPlace: SettingsPlace = { href: '/settings/kit', name: 'Kit', icon: Palette };
