'use client';

import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { LiveLine } from '@/components/inbox/live-footer';
import { BatonMark } from '@/components/ui/baton-mark';
import { join } from '@/components/ui/join';
import { useReviews } from './queries';
import type { ReviewPlace } from './use-review-place';
import { reviewHref, reviewPress } from './use-review-place';

export function ReviewViews({ place }: { place: ReviewPlace }) {
  const open = useReviews('open');
  return (
    <nav aria-label="Views" className="flex w-(--views) flex-none flex-col border-r border-line max-desk:hidden">
      <div className="flex h-(--bar) flex-none items-center px-4 font-strong">Review</div>
      <ul className="flex min-h-0 flex-1 flex-col gap-px px-2">
        <Entry
          to={{ state: 'open', id: null }}
          chosen={place.state === 'open'}
          name="To review"
          count={open.data?.total}
          sign={<BatonMark size={16} />}
        />
        <Entry
          to={{ state: 'done', id: null }}
          chosen={place.state === 'done'}
          name="Done"
          sign={<CircleCheck size={16} strokeWidth={1.75} aria-hidden />}
        />
      </ul>
      <footer className="border-t border-line px-4 py-3 text-meta">
        <LiveLine />
      </footer>
    </nav>
  );
}

type EntryProps = { to: ReviewPlace; chosen: boolean; name: string; count?: number; sign: ReactNode };

function Entry({ to, chosen, name, count, sign }: EntryProps) {
  return (
    <li>
      <a
        href={reviewHref(to)}
        onClick={reviewPress(to)}
        aria-current={chosen ? 'page' : undefined}
        className={join(
          'flex h-7 items-center gap-2 rounded-corner px-2',
          chosen ? 'bg-chosen font-medium text-ink-1' : 'text-ink-2 hover:bg-hover',
        )}
      >
        <span className={chosen ? 'text-ink-1' : 'text-ink-3'}>{sign}</span>
        <span className="flex-1">{name}</span>
        {count !== undefined && <span className="text-meta font-text text-ink-2 tabular-nums">{count}</span>}
      </a>
    </li>
  );
}
