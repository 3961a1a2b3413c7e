'use client';

import { PlugZap } from 'lucide-react';
import { tryConnection } from '@/app/(workspace)/automation/tools/actions';
import { ProbeLines } from '@/components/settings/models/probe-lines';
import { Button } from '@/components/ui/button';
import { useToolTrial } from './queries';

type Props = { input: unknown; ready: boolean };

/** Tries what stands in the form as it is, saved or not. */
export function ConnectorTest({ input, ready }: Props) {
  const trying = useToolTrial(tryConnection);
  const since = trying.isSuccess && JSON.stringify(trying.variables) !== JSON.stringify(input);
  return (
    <div className="rounded-corner bg-fill px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button icon={PlugZap} disabled={!ready} busy={trying.isPending} onClick={() => trying.mutate(input)}>
          Test connection
        </Button>
        <span className="min-w-0 flex-1 basis-56 text-meta text-ink-2">
          Asks who is there and what it offers. Nothing is changed.
        </span>
      </div>
      {trying.isError && (
        <p role="alert" className="mt-2 text-danger-text">
          {trying.error.message}
        </p>
      )}
      <ProbeLines probe={trying.data} busy={trying.isPending} />
      {since && <p className="mt-1 text-meta text-attention-text">What was changed since then is not tested.</p>}
    </div>
  );
}
