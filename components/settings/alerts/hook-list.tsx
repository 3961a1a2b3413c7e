'use client';

import { Plus, Send } from 'lucide-react';
import { useState } from 'react';
import { dropHook, renewHookSecret, tryHook } from '@/app/(workspace)/metrics/levels/actions';
import { ShownOnce } from '@/components/settings/desk/shown-once';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { useNow } from '@/components/ui/use-now';
import type { HookView } from '@/lib/alerts/alert.schema';
import { formatMoment, formatTook } from '@/lib/format/format-time';
import { HookDialog } from './hook-dialog';
import { useTellingChange } from './queries';

/** Addresses that are told, each with what was last sent to it. */
export function HookList({ hooks }: { hooks: HookView[] }) {
  const [edited, setEdited] = useState<HookView | 'new' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <section aria-labelledby="alert-hooks" className="pt-8">
      <div className="flex items-center gap-3">
        <h2 id="alert-hooks" className="flex-1 text-title font-strong tracking-(--tracking-title)">
          Webhooks
        </h2>
        <Button icon={Plus} onClick={() => setEdited('new')}>
          Add a webhook
        </Button>
      </div>
      <p className="mt-1 text-pretty text-ink-2">
        A signed message to an address of yours, as Standard Webhooks says, tried again for a day and a half.
      </p>
      {hooks.length > 0 && (
        <ul className="mt-4 border-t border-line">
          {hooks.map((hook) => (
            <Hook key={hook.id} hook={hook} onEdit={() => setEdited(hook)} onSecret={setSecret} />
          ))}
        </ul>
      )}
      {edited && (
        <HookDialog
          hook={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onMade={(made) => {
            setEdited(null);
            setSecret(made);
          }}
        />
      )}
      {secret && (
        <Dialog open onOpenChange={(open) => !open && setSecret(null)} title="The webhook’s secret">
          <ShownOnce
            label="Secret"
            value={secret}
            says="With it the receiver checks that a message is ours. It is shown this once."
            onDone={() => setSecret(null)}
          />
        </Dialog>
      )}
    </section>
  );
}

const states: Record<HookView['deliveries'][number]['state'], { tone: Tone; says: string }> = {
  sent: { tone: 'solved', says: 'Taken' },
  waiting: { tone: 'quiet', says: 'Waits' },
  failed: { tone: 'danger', says: 'Failed' },
};
const types: Record<string, string | undefined> = {
  'alert.opened': 'Alert opened',
  'alert.reminded': 'Alert, again',
  'alert.acknowledged': 'Somebody has it',
  'alert.ended': 'Alert over',
  'alert.test': 'Test',
};

type HookProps = { hook: HookView; onEdit: () => void; onSecret: (secret: string) => void };

function Hook({ hook, onEdit, onSecret }: HookProps) {
  const now = useNow(15_000);
  const [removing, setRemoving] = useState(false);
  const trying = useTellingChange(tryHook, 'No test was sent', 'A test is on its way');
  const renewing = useTellingChange(renewHookSecret, 'The secret was not renewed');
  const dropping = useTellingChange(dropHook, 'The webhook was not taken away', 'The webhook is gone');
  const { id, name, url, enabled, urgentOnly, deliveries } = hook;
  return (
    <li className="border-b border-line py-3" aria-label={name}>
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-2 font-medium">
            {name}
            {!enabled && <Badge>Off</Badge>}
            {urgentOnly && <Badge>Urgent only</Badge>}
          </p>
          <p className="truncate text-meta text-ink-3">{url}</p>
        </div>
        <Button icon={Send} busy={trying.isPending} disabled={!enabled} onClick={() => trying.mutate({ id })}>
          Send a test
        </Button>
        <Button look="plain" aria-label={`Change ${name}`} onClick={onEdit}>
          Change
        </Button>
        <Button
          look="plain"
          busy={renewing.isPending}
          onClick={() => renewing.mutate({ id }, { onSuccess: (made) => onSecret(made.secret) })}
        >
          New secret
        </Button>
        <Button look="danger-plain" aria-label={`Take away ${name}`} onClick={() => setRemoving(true)}>
          Take away
        </Button>
      </div>
      {deliveries.length > 0 && (
        <ul aria-label={`What was sent to ${name}`} className="mt-2">
          {deliveries.slice(0, 5).map((one) => (
            <li key={one.id} className="flex h-7 items-center gap-3 text-meta">
              <Badge tone={states[one.state].tone}>{states[one.state].says}</Badge>
              <span className="w-28 flex-none truncate">{types[one.type] ?? one.type}</span>
              <span className="min-w-0 flex-1 truncate text-ink-3">
                {one.why ?? (one.status ? `Answered ${one.status} in ${formatTook(one.tookMs ?? 0)}` : 'On its way')}
                {one.state === 'waiting' && one.attempts > 0 && now > 0 && `, again ${formatMoment(one.nextAt, now)}`}
              </span>
              <span className="flex-none text-ink-3 tabular-nums">{now > 0 && formatMoment(one.createdAt, now)}</span>
            </li>
          ))}
        </ul>
      )}
      {removing && (
        <ConfirmDialog
          title={`Take ${name} away`}
          verb="Take it away"
          busy={dropping.isPending}
          onClose={() => setRemoving(false)}
          onConfirm={() => dropping.mutate({ id }, { onSuccess: () => setRemoving(false) })}
        >
          Nothing is sent to it any more, also not what waits. Its log goes with it.
        </ConfirmDialog>
      )}
    </li>
  );
}
