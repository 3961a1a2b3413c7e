'use client';

import { endKey } from '@/app/(workspace)/settings/keys/actions';
import { useDeskChange } from '@/components/settings/desk/queries';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNow } from '@/components/ui/use-now';
import type { KeyView, Scope } from '@/lib/auth/key.schema';
import { formatMoment } from '@/lib/format/format-time';
import { scopeWords } from './scope-words';

/** What a key may do and how it was used, and the way to take it away. */
export function KeyDialog({ apiKey, onClose }: { apiKey: KeyView; onClose: () => void }) {
  const now = useNow(60_000);
  const ending = useDeskChange(endKey, 'The key was not revoked', 'The key is revoked');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={apiKey.name}>
      <dl className="grid grid-cols-[96px_1fr] gap-y-2">
        <dt className="text-ink-3">Begins with</dt>
        <dd className="font-mono text-meta leading-5">{apiKey.prefix}…</dd>
        <dt className="text-ink-3">Made</dt>
        <dd>
          {formatMoment(apiKey.createdAt, now)}
          {apiKey.by && ` by ${apiKey.by}`}
        </dd>
        <dt className="text-ink-3">Last used</dt>
        <dd>{apiKey.usedAt ? formatMoment(apiKey.usedAt, now) : 'Never'}</dd>
        <dt className="text-ink-3">May</dt>
        <dd>
          <ul>
            {apiKey.scopes.map((scope) => (
              <li key={scope}>{scopeWords[scope as Scope]?.name ?? scope}</li>
            ))}
          </ul>
        </dd>
      </dl>
      <p className="mt-4 text-pretty text-ink-2">
        A key that is revoked stops at its next request, and does not come back. Whoever used it needs a new one.
      </p>
      <div className="mt-4 flex justify-end gap-2">
        <Button
          size="form"
          look="danger-plain"
          className="mr-auto"
          busy={ending.isPending}
          onClick={() => ending.mutate({ id: apiKey.id }, { onSuccess: onClose })}
        >
          Revoke
        </Button>
        <Button size="form" look="plain" onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}
