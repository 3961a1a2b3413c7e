'use client';

import { useEffect, useState } from 'react';
import { fetchJson } from '@/components/shell/fetch-json';
import { checkedWritingSchema, type Finding } from '@/lib/quality/check-writing.schema';

const restMs = 600;
const nothing: Finding[] = [];

/** What one should know of the reply before it goes out, a moment after one rests. */
export function useChecks(conversationId: string, text: string): { findings: Finding[]; blocks: boolean } {
  const [told, setTold] = useState({ text: '', findings: nothing });
  const written = text.trim();
  useEffect(() => {
    if (written === '') return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetchJson(
        `/api/inbox/conversations/${encodeURIComponent(conversationId)}/checks`,
        checkedWritingSchema,
        stop.signal,
        {
          text: written,
        },
      )
        .then(({ findings }) => setTold({ text: written, findings }))
        // Prompts inform: where they cannot be had, one goes on writing.
        .catch(() => undefined);
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [conversationId, written]);
  const findings = written === '' ? nothing : told.findings;
  // What held it back may have been taken out since: only what was looked at counts.
  return { findings, blocks: told.text === written && findings.some(({ blocks }) => blocks) };
}
