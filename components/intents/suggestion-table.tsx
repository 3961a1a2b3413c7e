'use client';

import { Check, Lightbulb, X } from 'lucide-react';
import { fileSuggestions } from '@/app/(workspace)/automation/actions';
import { Button } from '@/components/ui/button';
import { Confidence } from '@/components/ui/confidence';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
import type { IntentRow, IntentView } from '@/lib/governance/intent-view.schema';
import { IntentMenu } from './intent-menu';
import { useIntentChange } from './queries';

type Props = { intent: IntentView; intents: IntentRow[]; edits: boolean };

/** What customers really wrote and the assistant was not sure of: each is approved, moved or rejected. */
export function SuggestionTable({ intent, intents, edits }: Props) {
  const file = useIntentChange(fileSuggestions, 'It was not filed');
  const rows = intent.suggestions;
  if (rows.length === 0)
    return (
      <div className="flex-1">
        <EmptyState icon={Lightbulb} title="Nothing to learn from right now">
          When the assistant is not sure of something that may mean this, it is proposed here.
        </EmptyState>
      </div>
    );
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-6 max-pane:px-4">
      <div className="flex h-9 items-center gap-2 border-b border-line text-meta text-ink-3">
        <span className="flex-1">From conversations</span>
        {edits && rows.length > 1 && (
          <Button
            look="plain"
            busy={file.isPending}
            onClick={() => file.mutate({ ids: rows.map(({ id }) => id), intent: intent.key })}
          >
            Approve all {rows.length}
          </Button>
        )}
      </div>
      <ul>
        {rows.map(({ id, text, language, probability, why, conversationId }) => (
          <li key={id} className="flex items-center gap-3 border-b border-line py-1.5 max-pane:flex-wrap">
            <span className="min-w-0 flex-1">
              <span className="block">{text}</span>
              <span className="flex items-center gap-1.5 text-meta text-ink-3">
                {why}
                {language && <span>· {language}</span>}
                <span aria-hidden>·</span>
                <Link href={`/inbox/all/${conversationId}`} className="text-accent-text underline underline-offset-2">
                  Conversation
                </Link>
              </span>
            </span>
            <Confidence value={probability} />
            {edits && (
              <span className="flex items-center gap-1">
                <IconButton
                  icon={Check}
                  label={`Approve: ${text}`}
                  disabled={file.isPending}
                  onClick={() => file.mutate({ ids: [id], intent: intent.key })}
                />
                <IntentMenu
                  intents={intents.filter(({ key }) => key !== intent.key)}
                  trigger={
                    <Button look="plain" busy={file.isPending} aria-label={`Move: ${text}`}>
                      Move…
                    </Button>
                  }
                  onChoose={({ key }) => file.mutate({ ids: [id], intent: key })}
                />
                <IconButton
                  icon={X}
                  label={`Reject: ${text}`}
                  disabled={file.isPending}
                  onClick={() => file.mutate({ ids: [id], intent: null })}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
