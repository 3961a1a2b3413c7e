'use client';

import { AlarmClock, AlarmClockOff, Calendar, CalendarClock, Clock3, MessageCircleReply, Sunrise } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { chooseHours } from '@/lib/format/choose-hour';

const PickHour = dynamic(() => import('../pick-hour-dialog').then((file) => file.PickHourDialog), { ssr: false });

const signs = { hour: AlarmClock, tomorrow: Sunrise, monday: Calendar };
/** The same on each day: on a Sunday, when Monday is tomorrow, there is no 3. */
const digits = { hour: 1, tomorrow: 2, monday: 3 };
const untilReply = 4;

type Props = {
  trigger: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Who may reply before its time; several at once are "they". */
  customer: string;
  asleep?: boolean;
  onSnooze: (until: string | null) => void;
  onWake?: () => void;
};

/** Until when a conversation is out of sight, with a digit for each. */
export function SnoozeMenu({ trigger, open, onOpenChange, customer, asleep, onSnooze, onWake }: Props) {
  const [picking, setPicking] = useState(false);
  const [hours, setHours] = useState(() => chooseHours(new Date()));
  const change = (next: boolean) => {
    if (next) setHours(chooseHours(new Date()));
    onOpenChange(next);
  };
  useDigits(open, (digit) => {
    const hour = hours.find(({ key }) => digits[key] === digit);
    if (!hour && digit !== untilReply) return;
    onOpenChange(false);
    onSnooze(hour?.at.toISOString() ?? null);
  });
  return (
    <>
      <Menu trigger={trigger} open={open} onOpenChange={change}>
        {asleep && onWake && (
          <>
            <MenuItem sign={<AlarmClockOff size={16} strokeWidth={1.75} aria-hidden />} onChoose={onWake}>
              Wake it now
            </MenuItem>
            <MenuLine />
          </>
        )}
        {hours.map(({ key, says, at }) => {
          const Sign = signs[key] ?? Clock3;
          return (
            <MenuItem
              key={key}
              sign={<Sign size={16} strokeWidth={1.75} aria-hidden />}
              keys={[String(digits[key])]}
              onChoose={() => onSnooze(at.toISOString())}
            >
              {says}
            </MenuItem>
          );
        })}
        <MenuLine />
        <MenuItem
          sign={<MessageCircleReply size={16} strokeWidth={1.75} aria-hidden />}
          keys={[String(untilReply)]}
          onChoose={() => onSnooze(null)}
        >
          When {customer} replies
        </MenuItem>
        <MenuItem sign={<CalendarClock size={16} strokeWidth={1.75} aria-hidden />} onChoose={() => setPicking(true)}>
          Pick a date and time
        </MenuItem>
      </Menu>
      {picking && (
        <PickHour
          title="Snooze"
          verb="Snooze"
          says="Wakes"
          onClose={() => setPicking(false)}
          onPick={(at) => {
            setPicking(false);
            onSnooze(at.toISOString());
          }}
        />
      )}
    </>
  );
}

/** The digits choose while the menu is open, before the menu takes them for the beginning of a word. */
function useDigits(open: boolean, choose: (digit: number) => void): void {
  useEffect(() => {
    if (!open) return;
    const press = (event: KeyboardEvent) => {
      const digit = Number(/^Digit([1-9])$/.exec(event.code)?.[1] ?? 0);
      if (digit === 0 || event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      choose(digit);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  });
}
