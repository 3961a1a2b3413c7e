'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { z } from 'zod';
import { fetchJson } from '@/components/shell/fetch-json';
import type { CasesOutcome } from '@/lib/pipeline/simulation.schema';
import type { Content, PlaybookDraft } from './use-playbook-draft';

const outcomeSchema = z.custom<CasesOutcome>(
  (value) =>
    z.looseObject({ cases: z.array(z.unknown()), passed: z.number(), failed: z.number() }).safeParse(value).success,
);

/** Each case is a conversation of its own with the real systems. */
const patienceMs = 120_000;

/** The cases of a draft, walked on the server as the draft is stored there. */
export function useCases(draft: PlaybookDraft) {
  const [ran, setRan] = useState<{ content: Content; outcome: CasesOutcome } | null>(null);
  const [busy, setBusy] = useState(false);
  return {
    busy,
    outcome: ran && ran.content === draft.content ? ran.outcome : null,
    /** Stores what waits and runs them; null when they could not be run, which is then told. */
    async run(): Promise<CasesOutcome | null> {
      setBusy(true);
      try {
        const content = draft.content;
        if (!(await draft.flush())) throw new Error('What you wrote could not be stored yet.');
        const stored = draft.stored();
        if (!stored) throw new Error('There is no draft yet: change something first.');
        const outcome = await fetchJson('/api/playbooks/cases', outcomeSchema, undefined, stored, patienceMs);
        setRan({ content, outcome });
        return outcome;
      } catch (error) {
        toast.error('The cases did not run', { description: error instanceof Error ? error.message : undefined });
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}
