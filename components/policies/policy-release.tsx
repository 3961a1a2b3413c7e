'use client';

import { ReleaseDialog, type Releasing } from '@/components/definitions/release-dialog';
import type { PolicyView } from '@/lib/governance/policy-view.schema';
import type { Replay } from '@/lib/governance/replay.schema';
import { sayChanges } from './compare-policies';
import { sayReplay } from './say-replay';
import type { PolicyDraft } from './use-policy-draft';

type Props = {
  view: PolicyView;
  releasing: Releasing;
  draft: PolicyDraft;
  /** Of just these rules; null when none was made. */
  replay: Replay | null;
  onClose: () => void;
};

/** Releases a policy, with what changes in it and what it would have changed already. */
export function PolicyRelease({ view, releasing, draft, replay, onClose }: Props) {
  const { live, trial } = view;
  const drafts = releasing.what === 'draft' || trial === null;
  const to = drafts ? draft.content.definition : trial.definition;
  return (
    <ReleaseDialog
      kind="policy"
      releasing={releasing}
      version={view[releasing.what] ?? view.newest}
      live={live?.version ?? null}
      changes={sayChanges(live?.definition ?? null, to)}
      settle={async () => (drafts ? ((await draft.flush()) ? draft.known() : null) : trial)}
      onClose={onClose}
    >
      {drafts && replay && (
        <section aria-label="What a replay found" className="border-t border-line pt-3">
          <h3 className="font-strong">In the last {replay.days} days</h3>
          <p className="mt-1 text-pretty text-ink-2">{sayReplay(replay)}</p>
        </section>
      )}
    </ReleaseDialog>
  );
}
