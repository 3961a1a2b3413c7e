'use client';

import type { LucideIcon } from 'lucide-react';
import {
  AtSign,
  BellOff,
  CircleAlert,
  Coins,
  Gauge,
  Hand,
  MessageSquare,
  Scale,
  Settings2,
  ShieldCheck,
  Timer,
} from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import type { NotificationView } from '@/lib/conversations/notification.schema';
import { formatAgo } from '@/lib/format/format-time';
import { useNotifications, useReading } from './queries';

const signs: Record<string, LucideIcon | undefined> = {
  assigned: Hand,
  mentioned: AtSign,
  replied: MessageSquare,
  late: Timer,
  failed: CircleAlert,
  budget: Coins,
  approval: ShieldCheck,
  difference: Scale,
  alert: Gauge,
};

type Props = { onLeave?: () => void };

/** What a person was told, the newest first; a press on one leads to the conversation. */
export function NotificationList({ onLeave }: Props) {
  const { data, isError, refetch } = useNotifications();
  const reading = useReading();
  const newest = data?.items[0];
  return (
    <section aria-label="Notifications" className="flex max-h-[min(560px,calc(100dvh-48px))] flex-col">
      <header className="flex h-12 flex-none items-center gap-1 border-b border-line pr-2 pl-4">
        <h2 className="flex-1 font-strong">Notifications</h2>
        {data && data.unread > 0 && newest && (
          <Button look="plain" onClick={() => reading.mutate({ until: newest.at })}>
            Mark all as read
          </Button>
        )}
        <Link
          href="/settings/you"
          onClick={onLeave}
          aria-label="Choose what you hear of"
          className="grid size-7 place-items-center rounded-corner text-ink-3 hover:bg-hover max-pane:size-11"
        >
          <Settings2 size={16} strokeWidth={1.75} aria-hidden />
        </Link>
      </header>
      {!data && isError && (
        <EmptyState
          icon={CircleAlert}
          title="They cannot be read now"
          actions={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          Nothing of them is lost.
        </EmptyState>
      )}
      {!data && !isError && <ListSkeleton />}
      {data && data.items.length === 0 && (
        <EmptyState icon={BellOff} title="Nothing to hear yet">
          You are told here when a conversation is given to you, a colleague mentions you, or a customer of yours
          replies.
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <ul className="min-h-0 flex-1 overflow-y-auto">
          {data.items.map((item) => (
            <Line
              key={item.id}
              item={item}
              onOpen={() => {
                if (!item.read) reading.mutate({ ids: [item.id] });
                onLeave?.();
              }}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where a line leads; null when what it was about is out of sight by now. */
function placeOf({ kind, conversation }: NotificationView): { href: string; says: string } | null {
  if (kind === 'budget') return { href: '/settings/models', says: 'Settings → Models' };
  if (kind === 'alert') return { href: '/metrics/levels', says: 'Metrics → Service levels' };
  if (kind === 'tools') return { href: '/automation/tools', says: 'Automation → Tools' };
  if (!conversation) return null;
  const { id, customer, gist } = conversation;
  return { href: `/inbox/all/${id}`, says: [customer, gist].filter(Boolean).join(': ') };
}

function Line({ item, onOpen }: { item: NotificationView; onOpen: () => void }) {
  const now = useNow(60_000);
  const Sign = signs[item.kind] ?? MessageSquare;
  const place = placeOf(item);
  const body = (
    <>
      <span className="relative mt-0.5 flex-none">
        {item.by ? (
          <Avatar name={item.by.name} hue={item.by.hue} size={24} />
        ) : (
          <span className="grid size-6 place-items-center rounded-full bg-fill text-ink-2">
            <Sign size={14} strokeWidth={1.75} aria-hidden />
          </span>
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={join('min-w-0 flex-1 text-pretty', item.read ? 'text-ink-2' : 'font-medium text-ink-1')}>
            {item.says}
          </span>
          {now > 0 && (
            <span className="flex-none text-meta text-ink-3 tabular-nums">
              {formatAgo(new Date(item.at).getTime(), now)}
            </span>
          )}
        </span>
        <span className="block truncate text-meta text-ink-3">{place?.says ?? 'With another team now'}</span>
      </span>
      {!item.read && (
        <span className="mt-1.5 size-2 flex-none rounded-full bg-accent">
          <span className="sr-only">Unread</span>
        </span>
      )}
    </>
  );
  const look = 'focus-inside flex gap-3 border-b border-line px-4 py-2.5';
  return (
    <li>
      {place ? (
        <Link href={place.href} onClick={onOpen} className={join(look, 'hover:bg-hover')}>
          {body}
        </Link>
      ) : (
        <span className={look}>{body}</span>
      )}
    </li>
  );
}

function ListSkeleton() {
  return (
    <div role="status" aria-label="Reading notifications">
      {['w-48', 'w-40', 'w-56'].map((width) => (
        <div key={width} className="flex gap-3 border-b border-line px-4 py-3">
          <Skeleton className="size-6 rounded-full" />
          <div className="flex flex-1 flex-col gap-2.5 pt-1">
            <Skeleton className={`h-2.5 ${width}`} />
            <Skeleton className="h-2.5 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
