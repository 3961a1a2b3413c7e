'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Frown, Meh, Smile } from 'lucide-react';
import { useState } from 'react';
import { deskHref } from '@/components/inbox/desk';
import { fetchJson } from '@/components/shell/fetch-json';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Segments } from '@/components/ui/segments';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import { askedOf } from '@/lib/format/metrics-place';
import { channelName } from '@/lib/format/name-channel';
import { nameValue } from '@/lib/format/name-value';
import { type CommentsAnswer, commentsAnswerSchema } from '@/lib/surveys/surveys.schema';
import { metricKeys } from '../metric-keys';
import { useMetricValues } from '../queries';
import { useMetricsPlace } from '../use-metrics-place';

const kinds = [
  ['csat', 'Ratings'],
  ['nps', 'NPS'],
] as const;
type Kind = (typeof kinds)[number][0];

const bands = [
  ['all', 'All'],
  ['low', 'Bad'],
  ['middle', 'Middling'],
  ['high', 'Good'],
] as const;
type Band = (typeof bands)[number][0];

/** As the measures draw the line: 4 and 5 are content, 9 and 10 promoters, up to 6 detractors. */
const scoresOf: Record<Kind, Record<Exclude<Band, 'all'>, number[]>> = {
  csat: { low: [1, 2], middle: [3], high: [4, 5] },
  nps: { low: [0, 1, 2, 3, 4, 5, 6], middle: [7, 8], high: [9, 10] },
};

function useComments(kind: Kind, band: Band) {
  const { period, filters } = askedOf(useMetricsPlace());
  const query = { kind, span: { period, filters }, ...(band === 'all' ? {} : { scores: scoresOf[kind][band] }) };
  return useInfiniteQuery({
    queryKey: [...metricKeys.figures, 'comments', query],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('/api/metrics/comments', commentsAnswerSchema, signal, {
        ...query,
        ...(pageParam ? { after: pageParam } : {}),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** What customers said to their scores, the newest first; each leads to its conversation. */
export function CommentsSection() {
  const [kind, setKind] = useState<Kind>('csat');
  const [band, setBand] = useState<Band>('all');
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useComments(kind, band);
  const comments = data?.pages.flatMap((page) => page.comments);
  return (
    <section aria-label="What customers said">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-3">
        <h3 className="flex-1 font-strong">What customers said</h3>
        <Segments label="Which survey" options={kinds} chosen={kind} onChoose={setKind} />
        <Segments label="Which scores" options={bands} chosen={band} onChoose={setBand} />
      </div>
      {comments ? (
        comments.length === 0 ? (
          <p className="border-t border-line py-6 text-ink-2">
            {band === 'all'
              ? 'Nobody wrote anything in these days.'
              : 'Nobody wrote anything with such a score in these days.'}
          </p>
        ) : (
          <ul className="border-t border-line">
            {comments.map((one) => (
              <Comment key={one.id} comment={one} kind={kind} />
            ))}
          </ul>
        )
      ) : error ? (
        <p role="alert" className="flex items-center gap-3 border-t border-line py-4 text-danger-text">
          What customers said did not load. {error.message}
          <Button onClick={() => void refetch()}>Try again</Button>
        </p>
      ) : (
        <div role="status" aria-label="Reading what customers said" className="border-t border-line">
          {[1, 2, 3].map((row) => (
            <div key={row} className="flex h-16 flex-col justify-center gap-2.5 border-b border-line">
              <Skeleton className="h-2.5 w-40" />
              <Skeleton className="h-2.5 w-2/3" />
            </div>
          ))}
        </div>
      )}
      {hasNextPage && (
        <div className="pt-3">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </section>
  );
}

type CommentProps = { comment: CommentsAnswer['comments'][number]; kind: Kind };

function Comment({ comment, kind }: CommentProps) {
  const now = useNow(60_000);
  const { data: values } = useMetricValues();
  const { score, customer, number, conversationId, channel, intent, team, alone, at } = comment;
  const facts = [
    channelName(channel),
    ...(intent ? [nameValue('intent', intent, values)] : []),
    ...(team ? [team] : []),
    alone ? 'assistant alone' : 'with people',
  ];
  return (
    <li className="group relative grid grid-cols-[72px_1fr_auto] gap-x-3 border-b border-line py-3 hover:bg-hover max-pane:grid-cols-[56px_1fr]">
      <Score score={score} kind={kind} />
      <div className="min-w-0">
        <p className="max-w-[680px] text-talk text-pretty whitespace-pre-line [overflow-wrap:anywhere]">
          {comment.comment}
        </p>
        <p className="mt-1 text-meta text-ink-3">
          <Link
            href={deskHref({ view: 'all', team: null, conversationId })}
            className="font-medium text-ink-2 after:absolute after:inset-0 group-hover:underline"
          >
            {customer}
            <span className="sr-only">, conversation {number}</span>
          </Link>
          {` · ${facts.join(' · ')}`}
        </p>
      </div>
      <time dateTime={at} className="text-meta text-ink-3 tabular-nums max-pane:col-start-2">
        {now > 0 && formatMoment(at, now)}
      </time>
    </li>
  );
}

function Score({ score, kind }: { score: number; kind: Kind }) {
  const { low, middle } = scoresOf[kind];
  const [Icon, colour] = low.includes(score)
    ? ([Frown, 'text-danger-text'] as const)
    : middle.includes(score)
      ? ([Meh, 'text-attention-text'] as const)
      : ([Smile, 'text-solved-text'] as const);
  return (
    <p className="flex h-6 items-center gap-1.5 font-medium tabular-nums">
      <Icon size={16} strokeWidth={1.75} aria-hidden className={`flex-none ${colour}`} />
      {score}
      <span className="text-meta text-ink-3">of {kind === 'csat' ? 5 : 10}</span>
    </p>
  );
}
