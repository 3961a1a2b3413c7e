'use client';

import { PlugZap } from 'lucide-react';
import { useTrial } from '@/components/shell/use-change';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/http/action.schema';
import type { Probe } from '@/lib/models/model.schema';
import { ProbeLines } from './probe-lines';

type Props = {
  /** Asks at the other end with what stands in the form. */
  test: (input: unknown) => Promise<ActionResult<Probe>>;
  input: unknown;
  ready: boolean;
  /** What is asked there, and what it costs. */
  says: string;
};

/** Tries what stands in the form as it is, saved or not. */
export function ConnectionTest({ test, input, ready, says }: Props) {
  const trying = useTrial(test);
  const since = trying.isSuccess && JSON.stringify(trying.variables) !== JSON.stringify(input);
  return (
    <div className="rounded-corner bg-fill px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button icon={PlugZap} disabled={!ready} busy={trying.isPending} onClick={() => trying.mutate(input)}>
          Test connection
        </Button>
        <span className="min-w-0 flex-1 basis-56 text-meta text-ink-2">{says}</span>
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
