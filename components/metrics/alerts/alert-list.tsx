'use client';

import { BellOff, Check, CircleAlert, Hand, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { quietAlert, takeAlert } from '@/app/(workspace)/metrics/levels/actions';
import { useAlerts, useLevelChange } from '@/components/metrics/levels/queries';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Link } from '@/components/ui/link';
import { Menu, MenuItem } from '@/components/ui/menu';
import { TextAreaField } from '@/components/ui/text-area-field';
import { useNow } from '@/components/ui/use-now';
import type { AlertView } from '@/lib/alerts/alert.schema';
import { formatMoment, formatSpan } from '@/lib/format/format-time';

/** What is open, or what is over. Nothing is shown where nothing wants a look. */
export function AlertList({ past }: { past?: boolean }) {
  const { data } = useAlerts();
  const [taken, setTaken] = useState<AlertView | null>(null);
  const alerts = (past ? data?.past : data?.open) ?? [];
  if (alerts.length === 0) return null;
  return (
    <section aria-label={past ? 'Alerts that are over' : 'Open alerts'} className="border-t border-line py-5">
      <h3 className="font-strong">
        {past ? 'Over' : alerts.length === 1 ? 'One thing wants a look' : `${alerts.length} things want a look`}
      </h3>
      <ul className="mt-2">
        {alerts.map((alert) =>
          past ? (
            <PastLine key={alert.id} alert={alert} />
          ) : (
            <OpenLine key={alert.id} alert={alert} onTake={() => setTaken(alert)} />
          ),
        )}
      </ul>
      {taken && <TakeDialog alert={taken} onClose={() => setTaken(null)} />}
    </section>
  );
}

function OpenLine({ alert, onTake }: { alert: AlertView; onTake: () => void }) {
  const now = useNow(15_000);
  const quieting = useLevelChange(quietAlert, 'It was not silenced');
  const { id, severity, name, says, href, openedAt, calming, acknowledged, silencedUntil } = alert;
  const silent = silencedUntil !== null && now > 0 && Date.parse(silencedUntil) > now;
  const since = now > 0 ? formatSpan(now - Date.parse(openedAt)) : '';
  return (
    <li className="flex min-h-12 items-center gap-3 border-t border-line py-2 max-pane:flex-wrap">
      <span className="w-[68px] flex-none">
        <Badge
          tone={severity === 'urgent' ? 'danger' : 'attention'}
          icon={severity === 'urgent' ? CircleAlert : TriangleAlert}
        >
          {severity === 'urgent' ? 'Urgent' : 'Look'}
        </Badge>
      </span>
      <div className="min-w-0 flex-1 max-pane:min-w-[65%]">
        <p className="text-pretty">
          <Link href={href} className="rounded-corner-small font-medium hover:underline">
            {says}
          </Link>
        </p>
        <p className="text-meta text-pretty text-ink-3">
          {name}, {since === 'now' ? 'just now' : `for ${since}`}
          {calming && ', calming down'}
          {acknowledged && `. ${acknowledged.name} has it${acknowledged.note ? `: ${acknowledged.note}` : ''}`}
          {silent && `. Silent until ${formatMoment(silencedUntil, now)}`}
        </p>
      </div>
      {!acknowledged && (
        <Button icon={Hand} aria-label={`I have it: ${says}`} onClick={onTake}>
          I have it
        </Button>
      )}
      {silent ? (
        <Button look="plain" busy={quieting.isPending} onClick={() => quieting.mutate({ id, minutes: 0 })}>
          Let it speak
        </Button>
      ) : (
        <Menu
          trigger={
            <Button look="plain" icon={BellOff} aria-label={`Silence: ${says}`}>
              Silence
            </Button>
          }
        >
          {(
            [
              [60, 'For an hour'],
              [480, 'For 8 hours'],
              [1_440, 'For a day'],
              [10_080, 'For a week'],
            ] as const
          ).map(([minutes, label]) => (
            <MenuItem key={minutes} onChoose={() => quieting.mutate({ id, minutes })}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      )}
    </li>
  );
}

function PastLine({ alert: { severity, name, says, openedAt, endedAt, acknowledged } }: { alert: AlertView }) {
  const now = useNow(60_000);
  const lasted = formatSpan(Date.parse(endedAt ?? openedAt) - Date.parse(openedAt));
  return (
    <li className="flex min-h-10 items-center gap-3 border-t border-line py-1.5">
      <Check size={16} strokeWidth={1.75} aria-hidden className="flex-none text-solved-text" />
      <div className="min-w-0 flex-1">
        <p className="truncate text-ink-2">{says}</p>
        <p className="text-meta text-ink-3">
          {name}
          {severity === 'urgent' && ', urgent'}, {lasted === 'now' ? 'for under a minute' : `for ${lasted}`}
          {acknowledged && `. ${acknowledged.name} had it${acknowledged.note ? `: ${acknowledged.note}` : ''}`}
        </p>
      </div>
      <span className="flex-none text-meta text-ink-3 tabular-nums">
        {now > 0 && endedAt && formatMoment(endedAt, now)}
      </span>
    </li>
  );
}

function TakeDialog({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const [note, setNote] = useState('');
  const taking = useLevelChange(takeAlert, 'It was not taken');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="I have it" description={alert.says}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          taking.mutate({ id: alert.id, note }, { onSettled: onClose });
        }}
      >
        <TextAreaField
          label="Note"
          value={note}
          maxLength={500}
          help="Colleagues see who has it and what you write here. It reminds nobody any more and ends by itself."
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="mt-5 flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Leave it
          </Button>
          <Button size="form" look="filled" type="submit" busy={taking.isPending}>
            I have it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
