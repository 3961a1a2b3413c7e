'use client';

import { Maximize2, Radio } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLiveStatus } from '@/components/inbox/live-status';
import { FiguresAwaited, Headline, MetricsPage, PageSkeleton } from '@/components/metrics/metrics-page';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import type { LiveView } from '@/lib/live/live.schema';
import { LiveFigures } from './live-figures';
import { LivePeople } from './live-people';
import { LiveQueues } from './live-queues';
import { LiveSystems } from './live-systems';
import { useLive } from './queries';
import { sayLive } from './say-live';
import { WallBoard } from './wall-board';

/** How the desk stands this moment; it moves with every event. */
export function LiveDesk() {
  const query = useLive();
  const [wall, setWall] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <MetricsPage
      title="Live"
      bar="none"
      doing={
        <>
          <LiveBadge />
          <Button ref={button} icon={Maximize2} disabled={!query.data} onClick={() => setWall(true)}>
            Wall-board
          </Button>
        </>
      }
    >
      {query.data ? (
        <Live view={query.data} />
      ) : (
        <FiguresAwaited query={query} what="The desk">
          <PageSkeleton />
        </FiguresAwaited>
      )}
      {wall && query.data && (
        <WallBoard
          view={query.data}
          onClose={() => {
            setWall(false);
            button.current?.focus();
          }}
        />
      )}
    </MetricsPage>
  );
}

function LiveBadge() {
  const { state } = useLiveStatus();
  return state === 'offline' ? (
    <Badge tone="attention" icon={Radio}>
      Not live
    </Badge>
  ) : null;
}

function Live({ view }: { view: LiveView }) {
  const now = useNow(5_000);
  return (
    <>
      <Headline says={sayLive(view, now)} />
      <LiveFigures view={view} />
      <div className="grid grid-cols-[minmax(0,736fr)_minmax(0,360fr)] gap-x-8 gap-y-6 py-5 max-desk:grid-cols-1">
        <LiveQueues queues={view.queues} />
        <LivePeople people={view.people} />
      </div>
      <LiveSystems view={view} />
    </>
  );
}
