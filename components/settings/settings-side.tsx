'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import { useMe } from '@/components/shell/me';
import { PageBar } from '@/components/shell/page-bar';
import { Side, SideEntry, SideGroup } from '@/components/shell/side';
import { kitPlace, settingsGroups } from './settings-places';

const Kit = createContext(false);

/** What can be arranged here by whom it is given to; with the kit beside it where one builds. */
export function SettingsFrame({ kit, children }: { kit: boolean; children: ReactNode }) {
  return (
    <Kit value={kit}>
      <SettingsSide />
      {children}
    </Kit>
  );
}

function useGroups() {
  const { permissions } = useMe();
  const groups = settingsGroups.map((group) => ({
    ...group,
    places: group.places.filter(({ needs }) => !needs || [needs].flat().some((one) => permissions.includes(one))),
  }));
  return (useContext(Kit) ? [...groups, { title: 'Development', places: [kitPlace] }] : groups).filter(
    ({ places }) => places.length > 0,
  );
}

function SettingsSide() {
  const path = usePathname();
  return (
    <Side name="Settings">
      {useGroups().map(({ title, places }) => (
        <SideGroup key={title ?? 'own'} title={title}>
          {places.map(({ href, name, icon: Icon }) => (
            <SideEntry
              key={href}
              href={href}
              chosen={path === href || path.startsWith(`${href}/`)}
              name={name}
              sign={<Icon size={16} strokeWidth={1.75} aria-hidden />}
            />
          ))}
        </SideGroup>
      ))}
    </Side>
  );
}

type PageProps = { title: string; says?: ReactNode; doing?: ReactNode; wide?: boolean; children: ReactNode };

/** One page of the settings: its bar with what can be done at the right, and below it a column, wide where it is a table. */
export function SettingsPage({ title, says, doing, wide, children }: PageProps) {
  const places = useGroups().flatMap((group) => group.places.map(({ href, name }) => [href, name] as const));
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <PageBar title={title} says={says} area="Settings" places={places}>
        {doing}
      </PageBar>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className={`mx-auto px-6 py-6 max-pane:px-4 ${wide ? 'max-w-[1128px]' : 'max-w-[680px]'}`}>{children}</div>
      </div>
    </main>
  );
}
