'use client';

import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useCounting } from '@/components/metrics/counting';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import { useNow } from '@/components/ui/use-now';
import { formatClock, formatSpan } from '@/lib/format/format-time';
import type { LiveView } from '@/lib/live/live.schema';

type Props = { view: LiveView; onClose: () => void };

/** The same in letters that are read from three metres: who waits, since when, who is there, and what is down. */
export function WallBoard({ view, onClose }: Props) {
  const now = useNow(1_000);
  const { timeZone } = useCounting();
  const board = useRef<HTMLDialogElement>(null);
  const leave = useEffectEvent(onClose);
  useEffect(() => {
    const element = board.current;
    if (!element?.open) element?.showModal();
    // Where the browser does not allow the whole screen, its window is enough.
    void element?.requestFullscreen?.().catch(() => undefined);
    const left = () => {
      if (!document.fullscreenElement) leave();
    };
    document.addEventListener('fullscreenchange', left);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  const { waiting, promises, people, today, turns, models, connectors, queues } = view;
  const on = people.filter((person) => person.on);
  const load = on.reduce((sum, person) => sum + person.load, 0);
  const capacity = on.reduce((sum, person) => sum + person.capacity, 0);
  const down = [...models, ...connectors].filter(({ health }) => health === 'down').map(({ name }) => name);
  const busy = queues.filter((queue) => queue.waiting > 0).slice(0, 5);
  const span = (iso: string) => (now > 0 ? formatSpan(now - Date.parse(iso)) : '');
  return (
    <dialog
      ref={board}
      aria-label="Wall-board"
      onClose={onClose}
      className="fixed inset-0 z-50 m-0 h-dvh max-h-none w-dvw max-w-none overflow-y-auto bg-surface p-[3vmin] text-ink-1"
    >
      <div className="flex min-h-full flex-col gap-[3vmin]">
        <header className="flex items-center gap-4 text-[3.2vmin] text-ink-2">
          <span className="flex-1 font-medium">
            {down.length > 0 ? <span className="text-danger-text">Down: {down.join(', ')}</span> : 'Nothing is down'}
          </span>
          <span className="tabular-nums">{now > 0 && formatClock(new Date(now).toISOString(), timeZone)}</span>
          <IconButton icon={X} label="Close the wall-board" onClick={() => board.current?.close()} />
        </header>
        <div className="grid flex-1 grid-cols-3 gap-[3vmin] max-pane:grid-cols-1">
          <Big
            name="Waiting"
            value={waiting.count}
            says={waiting.oldest ? `longest ${span(waiting.oldest)}` : 'nobody'}
            bad={waiting.count > 0 && on.length === 0}
          />
          <Big name="Late" value={promises.late} says={`${promises.soon} within 15 min`} bad={promises.late > 0} />
          <Big name="Taking work" value={on.length} says={`${load} of ${capacity} in hand`} />
          <Big name="Solved today" value={today.solved} says={`${today.solvedByAssistant} by the assistant`} />
          <Big name="Turns under way" value={turns.running} says={`${today.came} came today`} />
          <section aria-label="Queues" className="border-t-2 border-line pt-[2vmin]">
            <h2 className="text-[3.2vmin] text-ink-2">Queues</h2>
            <ul className="mt-[1vmin] text-[3.6vmin] leading-[1.4] tabular-nums">
              {busy.length === 0 && <li className="text-ink-3">Nobody waits</li>}
              {busy.map(({ teamId, name, waiting: count, oldest, late }) => (
                <li
                  key={teamId ?? 'none'}
                  className={join('flex gap-[2vmin] pb-[0.6vmin] leading-tight', late > 0 && 'text-danger-text')}
                >
                  <span className="min-w-0 flex-1 wrap-anywhere">{name}</span>
                  <span className="whitespace-nowrap text-ink-2">{oldest && span(oldest)}</span>
                  <span className="w-[6vmin] text-right font-strong">{count}</span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </dialog>
  );
}

function Big({ name, value, says, bad }: { name: string; value: number; says: string; bad?: boolean }) {
  return (
    <section aria-label={name} className="border-t-2 border-line pt-[2vmin]">
      <h2 className="text-[3.2vmin] text-ink-2">{name}</h2>
      <p
        className={join(
          'text-[18vmin] leading-none font-strong tracking-(--tracking-figure) tabular-nums',
          bad && 'text-danger-text',
        )}
      >
        {value.toLocaleString('en')}
      </p>
      <p className="mt-[1vmin] text-[3.2vmin] text-ink-2">{says}</p>
    </section>
  );
}
