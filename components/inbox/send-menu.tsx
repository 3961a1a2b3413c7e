'use client';

import { CalendarClock, ChevronDown, Clock3, Sunrise } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { chooseHours } from '@/lib/format/choose-hour';

const PickHour = dynamic(() => import('./pick-hour-dialog').then((file) => file.PickHourDialog), { ssr: false });

const signs = { hour: Clock3, tomorrow: Sunrise, monday: CalendarClock };

/** Beside Send: when it should go out, if not now. */
export function SendMenu({ disabled, onSend }: { disabled: boolean; onSend: (sendAt: string) => void }) {
  const [picking, setPicking] = useState(false);
  const [hours, setHours] = useState(() => chooseHours(new Date()));
  return (
    <>
      <Menu
        side="top"
        onOpenChange={(open) => open && setHours(chooseHours(new Date()))}
        trigger={<IconButton icon={ChevronDown} label="Send later" disabled={disabled} />}
      >
        {hours.map(({ key, says, at }) => {
          const Sign = signs[key];
          return (
            <MenuItem
              key={key}
              sign={<Sign size={16} strokeWidth={1.75} aria-hidden />}
              onChoose={() => onSend(at.toISOString())}
            >
              {says}
            </MenuItem>
          );
        })}
        <MenuLine />
        <MenuItem sign={<CalendarClock size={16} strokeWidth={1.75} aria-hidden />} onChoose={() => setPicking(true)}>
          Pick a date and time
        </MenuItem>
      </Menu>
      {picking && (
        <PickHour
          onClose={() => setPicking(false)}
          onPick={(at) => {
            setPicking(false);
            onSend(at.toISOString());
          }}
        />
      )}
    </>
  );
}
