'use client';

import { Bookmark, CircleDot, CirclePause, Inbox, Monitor, Moon, Sun, UsersRound } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useCounts } from '@/components/inbox/queries';
import { views } from '@/components/inbox/views';
import { metricsGroups, metricsSign } from '@/components/metrics/metrics-places';
import { useSavedViews } from '@/components/search/queries';
import { settingsGroups } from '@/components/settings/settings-places';
import { useMe } from '@/components/shell/me';
import { placesFor } from '@/components/shell/places';
import { useAvailability } from '@/components/shell/use-availability';
import type { Offer } from './offers';

/** Where one can go from anywhere, and how the desk looks. */
export function usePlaces(): Offer[] {
  const { permissions } = useMe();
  const { setTheme } = useTheme();
  const { available, setAvailable } = useAvailability();
  const { data: counts } = useCounts();
  const { data: saved } = useSavedViews();
  const go = (id: string, label: string, href: string, icon: Offer['icon'], detail?: string): Offer => ({
    id: `go ${id}`,
    group: 'Go to',
    label,
    href,
    ...(icon ? { icon } : {}),
    ...(detail ? { detail } : {}),
  });
  const theme = (key: string, label: string, icon: Offer['icon']): Offer => ({
    id: `theme ${key}`,
    group: 'Desk',
    label,
    detail: 'theme',
    act: () => setTheme(key),
    ...(icon ? { icon } : {}),
  });
  const status: Offer = {
    id: 'status',
    group: 'Desk',
    label: available ? 'Be away' : 'Be available',
    detail: available ? 'nothing new comes to you' : 'new conversations may come to you',
    icon: available ? CirclePause : CircleDot,
    act: () => void setAvailable(!available),
  };
  return [
    status,
    ...placesFor(permissions).map(({ href, name, icon }) => go(href, name, href, icon)),
    ...(saved ?? []).map(({ id, name, query }) => go(id, name, `/inbox/all?saved=${id}`, Bookmark, query)),
    ...views.map(({ key, name, icon }) => go(key, name, `/inbox/${key}`, icon ?? Inbox, 'view')),
    ...(counts?.teams ?? []).map(({ id, name }) => go(id, name, `/inbox/open?team=${id}`, UsersRound, 'team')),
    ...(permissions.includes('metrics.read') ? metricsGroups : [])
      .flatMap((group) => group.places)
      .map(({ href, name, icon }) => go(`figures ${href}`, name, href, icon ?? metricsSign, 'metrics')),
    ...settingsGroups
      .flatMap((group) => group.places)
      .filter(({ needs }) => !needs || [needs].flat().some((one) => permissions.includes(one)))
      .map(({ href, name, icon }) => go(href, name, href, icon, 'settings')),
    theme('dark', 'Dark', Moon),
    theme('light', 'Light', Sun),
    theme('system', 'As the system', Monitor),
  ];
}
