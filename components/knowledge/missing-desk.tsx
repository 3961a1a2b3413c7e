'use client';

import { FilePlus2, SearchX } from 'lucide-react';
import { useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { PageBar } from '@/components/shell/page-bar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { formatDay } from '@/lib/format/format-time';
import type { GapsView } from '@/lib/models/gaps.schema';
import { NewArticleDialog } from './new-article-dialog';
import { useArticleCounts, useGaps } from './queries';

/** What customers asked and no article says, put together in a quiet hour, with the conversations it was asked in. */
export function MissingDesk() {
  const gaps = useGaps();
  const counts = useArticleCounts();
  const now = useNow();
  const [writing, setWriting] = useState<string | null>(null);
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <PageBar
        title="Missing"
        says={now > 0 && gaps.data?.foundAt && `Last looked on ${formatDay(gaps.data.foundAt, now)}`}
        area="Knowledge"
        places={[['/knowledge', 'Articles']]}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {gaps.isPending ? (
          <div className="flex flex-col gap-3 p-6">
            {['a', 'b', 'c'].map((key) => (
              <Skeleton key={key} className="h-16" />
            ))}
          </div>
        ) : gaps.isError ? (
          <ListFailed error={gaps.error} onRetry={() => void gaps.refetch()} />
        ) : gaps.data.gaps.length === 0 ? (
          <Nothing {...gaps.data} />
        ) : (
          <ul className="mx-auto max-w-[760px] divide-y divide-line px-6 py-2 max-pane:px-4">
            {gaps.data.gaps.map((gap) => (
              <Gap key={gap.title} {...gap} onWrite={() => setWriting(gap.title)} />
            ))}
          </ul>
        )}
      </div>
      {writing !== null && (
        <NewArticleDialog
          collections={counts.data?.collections.map((one) => one.name) ?? []}
          collection=""
          title={writing}
          onClose={() => setWriting(null)}
        />
      )}
    </main>
  );
}

const mostLinks = 3;

function Gap({ title, why, conversations, onWrite }: GapsView['gaps'][number] & { onWrite: () => void }) {
  const more = conversations.length - mostLinks;
  return (
    <li className="flex items-start gap-4 py-4 max-pane:flex-col max-pane:gap-3">
      <div className="min-w-0 flex-1">
        <h2 className="font-strong">{title}</h2>
        <p className="mt-0.5 text-pretty text-ink-2">{why}</p>
        <p className="mt-1.5 flex flex-wrap gap-x-3 text-meta text-ink-3">
          <span>
            Asked in {conversations.length} {conversations.length === 1 ? 'conversation' : 'conversations'}
          </span>
          {conversations.slice(0, mostLinks).map((id, at) => (
            <Link key={id} href={`/inbox/all/${id}`} className="text-accent-text hover:underline">
              {at + 1}
              <span className="sr-only">. conversation that asked for it</span>
            </Link>
          ))}
          {more > 0 && <span>and {more} more</span>}
        </p>
      </div>
      <Button size="form" icon={FilePlus2} onClick={onWrite}>
        Write it
      </Button>
    </li>
  );
}

function Nothing({ configured, foundAt, asked }: GapsView) {
  if (!configured)
    return (
      <EmptyState icon={SearchX} title="Nobody has looked yet">
        With a model, the questions that no article answered are put together in a quiet hour, and stand here as
        articles worth writing. Until then, what was handed over for want of an answer is in the inbox.
      </EmptyState>
    );
  return (
    <EmptyState icon={SearchX} title={foundAt ? 'Nothing is missing' : 'Nobody has looked yet'}>
      {foundAt
        ? `${asked === 1 ? 'One question' : `${asked} questions`} of the last week had no answer, and no article would have helped.`
        : 'The questions that no article answered are put together in the next quiet hour.'}
    </EmptyState>
  );
}
