'use client';

import { ArrowLeft, ArrowRightLeft, Check, ChevronRight, Copy, Eye, Lock } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { ListFailed } from '@/components/inbox/list-states';
import { ViewsPane } from '@/components/inbox/views-pane';
import { ReadFailed } from '@/components/shell/fetch-json';
import { NothingHere } from '@/components/shell/nothing-here';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { TurnTrace } from '@/lib/pipeline/turn.schema';
import { useTrace } from './queries';
import { TraceBody } from './trace-body';
import { TraceSide } from './trace-side';

export function TracePage({ turnId }: { turnId: string }) {
  const trace = useTrace(turnId);
  const router = useRouter();
  useShortcuts([['Escape', () => router.back()]]);
  return (
    <>
      <ViewsPane desk={null} />
      {trace.data ? (
        <Trace trace={trace.data} />
      ) : trace.isError ? (
        trace.error instanceof ReadFailed && [400, 404].includes(trace.error.status) ? (
          <NothingHere />
        ) : (
          <main id="main" className="flex-1 bg-surface">
            <ListFailed what="The trace" error={trace.error} onRetry={() => void trace.refetch()} />
          </main>
        )
      ) : (
        <TraceSkeleton />
      )}
    </>
  );
}

function Trace({ trace }: { trace: TurnTrace }) {
  const now = useNow(60_000);
  const { conversation } = trace;
  const back = `/inbox/all/${conversation.id}`;
  const copy = () =>
    void navigator.clipboard.writeText(location.href).then(
      () => toast.success('Link copied'),
      () => toast.error('The link was not copied', { description: 'The browser does not allow it here.' }),
    );
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-4 pane:pl-5 max-pane:h-14 max-pane:px-2">
        <BackLink href={back} />
        <Link href={back} className="min-w-0 truncate text-ink-2 hover:text-ink-1 max-pane:hidden">
          {conversation.customer}, {conversation.gist}
        </Link>
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3 max-pane:hidden" />
        <span className="font-strong whitespace-nowrap">Turn {trace.number}</span>
        <TierMark trace={trace} />
        <span className="flex-1" />
        <Button look="plain" icon={Copy} onClick={copy}>
          Copy link
        </Button>
      </header>
      <div className="flex min-h-0 flex-1 max-desk:flex-col max-desk:overflow-y-auto">
        <main id="main" className="min-w-0 flex-1 desk:overflow-y-auto">
          <TraceBody trace={trace} now={now} />
        </main>
        <TraceSide trace={trace} now={now} />
      </div>
    </div>
  );
}

function BackLink({ href }: { href: string }) {
  const router = useRouter();
  return <IconButton icon={ArrowLeft} label="Back to the conversation" onClick={() => router.push(href)} />;
}

function TierMark({ trace }: { trace: TurnTrace }) {
  switch (trace.tier) {
    case 'autonomous':
      return (
        <Badge tone="solved" icon={Check}>
          Autonomous
        </Badge>
      );
    case 'reviewed':
      return (
        <Badge tone="attention" icon={Eye}>
          Reviewed
        </Badge>
      );
    case 'escalated':
      return (
        <Badge tone="assistant" icon={ArrowRightLeft}>
          Escalated
        </Badge>
      );
    case null:
      return <Badge icon={Lock}>{trace.status}</Badge>;
  }
}

function TraceSkeleton() {
  return (
    <div role="status" aria-label="Reading the trace" className="flex min-w-0 flex-1 flex-col bg-surface">
      <div className="flex h-(--bar) items-center border-b border-line px-6">
        <Skeleton className="h-3 w-48" />
      </div>
      <div className="px-6 pt-6">
        <Skeleton className="h-4 w-3/5" />
        <Skeleton className="mt-4 h-2.5 w-2/5" />
      </div>
      <div className="mt-12 border-t border-line">
        {['w-64', 'w-72', 'w-56', 'w-80', 'w-60', 'w-72', 'w-56', 'w-64'].map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the placeholders never change
          <div key={index} className="flex h-9 items-center gap-8 border-b border-line px-6">
            <Skeleton className="h-2.5 w-24" />
            <Skeleton className={`h-2.5 ${width}`} />
          </div>
        ))}
      </div>
    </div>
  );
}
