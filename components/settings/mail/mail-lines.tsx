'use client';

import { Clock, RotateCcw, TriangleAlert, X } from 'lucide-react';
import { sendAgain } from '@/app/(workspace)/settings/mail/actions';
import { useDeskChange } from '@/components/settings/desk/queries';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { MailLine } from '@/lib/mail/mail.schema';
import { mailKinds } from './say-mail';

const states = {
  waiting: { tone: 'quiet', icon: Clock, says: 'Waits' },
  sent: { tone: 'quiet', icon: Clock, says: 'Sent' },
  failed: { tone: 'danger', icon: TriangleAlert, says: 'Failed' },
  dropped: { tone: 'attention', icon: X, says: 'Dropped' },
} as const;

/** What waits and what did not go, with why, and the one thing that can be done about it. */
export function MailLines({ lines }: { lines: MailLine[] }) {
  const now = useNow(30_000);
  const trying = useDeskChange(sendAgain, 'It was not sent again', 'It is tried again');
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="mail-lines" className="pt-8">
      <h2 id="mail-lines" className="border-b border-line pb-3 text-title font-strong tracking-(--tracking-title)">
        Not sent
      </h2>
      <ul>
        {lines.map(({ id, kind, state, to, why, attempts, at, nextAt }) => {
          const { tone, icon, says } = states[state];
          return (
            <li key={id} className="flex min-h-12 items-center gap-3 border-b border-line py-2 max-pane:flex-wrap">
              <Badge tone={tone} icon={icon}>
                {says}
              </Badge>
              <span className="min-w-0 flex-1">
                <span className="block truncate">
                  {mailKinds[kind] ?? kind}
                  {to && <span className="text-ink-2"> to {to}</span>}
                </span>
                <span className="block text-meta text-pretty text-ink-3">
                  {why ?? 'Not tried yet.'} {attempts > 0 && `${attempts} of 5 tries.`}
                  {nextAt && attempts > 0 && ` Next ${formatMoment(nextAt, now)}.`}
                </span>
              </span>
              <span className="flex-none text-meta text-ink-3 tabular-nums">{formatMoment(at, now)}</span>
              {state === 'failed' && to && (
                <Button
                  icon={RotateCcw}
                  busy={trying.isPending}
                  aria-label={`Try again: ${mailKinds[kind] ?? kind} to ${to}`}
                  onClick={() => trying.mutate({ id })}
                >
                  Try again
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
