'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { RowName } from '@/components/settings/desk/arranged-list';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { isFromEnvironment, type ProviderView } from '@/lib/models/model.schema';
import { HealthBadge } from './health-badge';
import { sayChoices, sayRecord } from './say-models';

type Props = {
  providers: ProviderView[];
  busy: boolean;
  onOpen: (provider: ProviderView) => void;
  onOrder: (ids: string[]) => void;
};

/** Whom models are asked of, the first first: the next one is for when the one before does not answer. */
export function ProviderList({ providers, busy, onOpen, onOrder }: Props) {
  const own = providers.filter((one) => !isFromEnvironment(one)).map(({ id }) => id);
  const move = (from: number, to: number) => onOrder(own.toSpliced(from, 1).toSpliced(to, 0, own[from]!));
  return (
    <ol aria-label="Providers" className="border-t border-line">
      {providers.map((provider, at) => (
        <li
          key={provider.id}
          className="relative flex min-h-14 items-center gap-3 border-b border-line py-2 hover:bg-hover max-pane:flex-wrap max-pane:gap-y-1"
        >
          <span aria-hidden className="w-4 flex-none self-start text-meta leading-5 text-ink-3 tabular-nums">
            {at + 1}
          </span>
          <span className="flex min-w-0 flex-1 max-pane:basis-4/5">
            <RowName
              name={provider.name}
              says={
                <>
                  <span className="block [overflow-wrap:anywhere]">{sayChoices(provider)}</span>
                  <span className="block">{sayRecord(provider)}</span>
                </>
              }
              onOpen={() => onOpen(provider)}
            />
          </span>
          <span className="flex items-center gap-2 max-pane:ml-7">
            {isFromEnvironment(provider) && <Badge>Environment</Badge>}
            <HealthBadge provider={provider} />
          </span>
          <span className="relative z-[1] flex w-14 max-pane:ml-auto max-pane:w-auto">
            {!isFromEnvironment(provider) && own.length > 1 && (
              <>
                <IconButton
                  icon={ArrowUp}
                  label={`Ask ${provider.name} earlier`}
                  disabled={at === 0 || busy}
                  onClick={() => move(at, at - 1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={`Ask ${provider.name} later`}
                  disabled={at === own.length - 1 || busy}
                  onClick={() => move(at, at + 1)}
                />
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
