'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { arrangeProviders, dropProvider } from '@/app/(workspace)/settings/models/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { useDeskChange, useModels } from '@/components/settings/desk/queries';
import { SettingsPage } from '@/components/settings/settings-side';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { isFromEnvironment, type ModelsView, type ProviderView } from '@/lib/models/model.schema';
import { CostsSection } from './costs-section';
import { LimitsForm } from './limits-form';
import { ModelsSkeleton } from './models-skeleton';
import { NoProvider } from './no-provider';
import { ProviderList } from './provider-list';
import { sayStanding } from './say-models';

const ProviderDialog = dynamic(() => import('./provider-dialog').then((one) => one.ProviderDialog));
const EnvironmentDialog = dynamic(() => import('./environment-dialog').then((one) => one.EnvironmentDialog));

/** Which models the assistant may ask, within which limits, and what they cost. */
export function ModelsDesk() {
  const [days, setDays] = useState(7);
  const [open, setOpen] = useState<ProviderView | 'new' | null>(null);
  const { data, error, refetch } = useModels(days);
  return (
    <SettingsPage
      wide
      title="Models"
      says="The first that answers is asked"
      doing={
        data &&
        data.providers.length > 0 && (
          <Button size="form" look="filled" icon={Plus} onClick={() => setOpen('new')}>
            Add a provider
          </Button>
        )
      }
    >
      {data ? (
        <>
          <Providers view={data} open={open} onOpen={setOpen} />
          {(data.providers.length > 0 || data.costs.calls > 0) && (
            <CostsSection costs={data.costs} days={days} onDays={setDays} />
          )}
          <LimitsForm settings={data.settings} budget={data.budget} />
        </>
      ) : error ? (
        <ListFailed what="The models" error={error} onRetry={() => void refetch()} />
      ) : (
        <ModelsSkeleton />
      )}
    </SettingsPage>
  );
}

type ProvidersProps = {
  view: ModelsView;
  open: ProviderView | 'new' | null;
  onOpen: (open: ProviderView | 'new' | null) => void;
};

function Providers({ view, open, onOpen }: ProvidersProps) {
  const [removing, setRemoving] = useState<ProviderView | null>(null);
  const ordering = useDeskChange(arrangeProviders, 'The order was not kept');
  const dropping = useDeskChange(dropProvider, 'The provider was not removed', 'The provider is gone');
  const { providers } = view;
  const close = () => onOpen(null);
  return (
    <section aria-label="Whom it asks">
      <h2 className="text-title font-strong tracking-(--tracking-title) text-balance">{sayStanding(view)}</h2>
      <p className="mt-1 mb-4 max-w-[720px] text-pretty text-ink-2">
        {providers.length === 0
          ? 'The built-in engine answers from your articles, records and playbooks. A model would word answers more freely, understand what is said in unusual ways and in other languages, and write drafts and summaries for colleagues. It never decides what is allowed.'
          : 'What leaves carries placeholders for names, addresses and numbers. Whatever a model says is checked before it is sent, and where none answers the built-in engine goes on.'}
      </p>
      {providers.length === 0 ? (
        <NoProvider onAdd={() => onOpen('new')} />
      ) : (
        <ProviderList
          providers={providers}
          busy={ordering.isPending}
          onOpen={onOpen}
          onOrder={(ids) => ordering.mutate({ ids })}
        />
      )}
      {open !== null && open !== 'new' && isFromEnvironment(open) ? (
        <EnvironmentDialog provider={open} onClose={close} />
      ) : open !== null ? (
        <ProviderDialog
          provider={open === 'new' ? null : open}
          onClose={close}
          onRemove={(provider) => {
            close();
            setRemoving(provider);
          }}
        />
      ) : null}
      {removing && (
        <ConfirmDialog
          title={`Remove ${removing.name}`}
          verb="Remove the provider"
          busy={dropping.isPending}
          onClose={() => setRemoving(null)}
          onConfirm={() => dropping.mutate({ id: removing.id }, { onSuccess: () => setRemoving(null) })}
        >
          Its key goes with it. What it was asked stays in the traces and in the costs
          {providers.length === 1 ? ', and the built-in engine answers alone from then on.' : '.'}
        </ConfirmDialog>
      )}
    </section>
  );
}
