'use client';

import { Avatar } from '@/components/ui/avatar';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatAgo } from '@/lib/format/format-time';
import type { LiveView } from '@/lib/live/live.schema';

type Props = { people: LiveView['people'] };

/** Who takes work, with how much they have of what they can; then who does not. */
export function LivePeople({ people }: Props) {
  const now = useNow(15_000);
  return (
    <section aria-label="People" className="min-w-0">
      <h3 className="font-strong">Who is there</h3>
      <p className="text-ink-2">Open in their hands, of how many at most</p>
      {people.length === 0 && <p className="py-3 text-ink-3">Nobody is in a team yet.</p>}
      <ul className="mt-1 max-h-[420px] overflow-y-auto border-t border-line">
        {people.map(({ id, name, hue, on, off, load, capacity, lastSeenAt }) => (
          <li key={id} className="flex h-9 items-center gap-2.5 border-b border-line">
            <Avatar name={name} hue={hue} size={24} away={!on} />
            <span className={`min-w-0 flex-1 truncate ${on ? 'font-medium' : 'text-ink-2'}`}>{name}</span>
            {on ? (
              <span aria-hidden className="h-1.5 w-20 overflow-hidden rounded-full bg-fill">
                <span
                  className={`block h-full rounded-full ${load >= capacity ? 'bg-attention' : 'bg-chart-1'}`}
                  style={{ width: `${Math.min(100, (load / capacity) * 100)}%` }}
                />
              </span>
            ) : (
              <span className="truncate text-meta text-ink-3">
                {off === 'not_working' ? 'not working now' : 'away'}
                {lastSeenAt && now > 0 && `, seen ${formatAgo(Date.parse(lastSeenAt), now)}`}
              </span>
            )}
            <Link
              href={`/inbox/all?${new URLSearchParams({ q: `is:open agent:"${name}"` })}`}
              aria-label={`${name}: ${load} of ${capacity}`}
              className="w-14 flex-none rounded-corner-small text-right tabular-nums hover:underline"
            >
              {load} of {capacity}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
