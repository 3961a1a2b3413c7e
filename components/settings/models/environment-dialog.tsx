'use client';

import { tryProvider } from '@/app/(workspace)/settings/models/actions';
import { ConnectionTest } from '@/components/connections/connection-test';
import { Dialog } from '@/components/ui/dialog';
import { type ProviderView, roleNames } from '@/lib/models/model.schema';
import { probeSays, roleOrder } from './say-models';

/** What the environment sets is looked at and tried here, and changed there. */
export function EnvironmentDialog({ provider, onClose }: { provider: ProviderView; onClose: () => void }) {
  const { url, hasKey, style, patienceMs, mostAtOnce, mostPerMinute, choices } = provider;
  const facts = [
    ['Address', url],
    ['Key', hasKey ? 'Set' : 'None'],
    ['Style', style === 'chat' ? 'Chat completions' : 'Responses'],
    ...roleOrder.flatMap((role) => {
      const choice = choices[role];
      if (!choice) return [];
      const { model, input, cached, output } = choice;
      return [[roleNames[role], `${model}, $${input}/$${cached}/$${output} per million tokens`]];
    }),
    ['Patience', `${patienceMs / 1_000} s`],
    ['At once', `${mostAtOnce} calls`],
    ['A minute', mostPerMinute === null ? 'No limit' : `${mostPerMinute} calls`],
  ] as const;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={provider.name}
      description="The environment sets it, so it is changed there: it is asked after the providers of this page."
    >
      <dl className="mb-4 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-meta leading-5 text-ink-3">{name}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      <ConnectionTest test={tryProvider} says={probeSays} ready input={{ environment: provider.id }} />
    </Dialog>
  );
}
