'use client';

import { useMutation } from '@tanstack/react-query';
import { PlugZap } from 'lucide-react';
import { tryProvider } from '@/app/(workspace)/settings/models/actions';
import { Button } from '@/components/ui/button';
import { ProbeLines } from './probe-lines';

type Props = { input: unknown; ready: boolean };

/** Tries what stands in the form as it is, saved or not. */
export function ConnectionTest({ input, ready }: Props) {
  const trying = useMutation({
    mutationFn: async (tried: unknown) => {
      const result = await tryProvider(tried).catch(() => null);
      if (result === null) throw new Error('The server cannot be reached.');
      if (!result.ok) throw new Error(result.message);
      return result.value;
    },
  });
  const since = trying.isSuccess && JSON.stringify(trying.variables) !== JSON.stringify(input);
  return (
    <div className="rounded-corner bg-fill px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button icon={PlugZap} disabled={!ready} busy={trying.isPending} onClick={() => trying.mutate(input)}>
          Test connection
        </Button>
        <span className="min-w-0 flex-1 basis-56 text-meta text-ink-3">
          Asks up to seven short questions, within 20 seconds. They are not counted.
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
