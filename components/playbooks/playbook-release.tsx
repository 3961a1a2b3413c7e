'use client';

import { ReleaseDialog, type Releasing } from '@/components/definitions/release-dialog';
import type { PlaybookView } from '@/lib/governance/playbook-view.schema';
import { comparePlaybooks } from './compare-playbooks';
import type { PlaybookDraft } from './use-playbook-draft';

type Props = { view: PlaybookView; releasing: Releasing; draft: PlaybookDraft; onClose: () => void };

/** Releases a playbook, with the steps that change. */
export function PlaybookRelease({ view, releasing, draft, onClose }: Props) {
  const { live, trial } = view;
  const drafts = releasing.what === 'draft' || trial === null;
  const { definition, cases } = drafts ? draft.content : trial;
  return (
    <ReleaseDialog
      kind="playbook"
      releasing={releasing}
      version={view[releasing.what] ?? view.newest}
      live={live?.version ?? null}
      changes={comparePlaybooks(live?.definition ?? null, definition)}
      settle={async () => (drafts ? ((await draft.flush()) ? draft.stored() : null) : trial)}
      onClose={onClose}
    >
      {cases.length === 0 && (
        <p className="text-pretty text-ink-2">It has no cases: nothing holds it to what it must do.</p>
      )}
    </ReleaseDialog>
  );
}
