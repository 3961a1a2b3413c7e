'use client';

import { type ReactNode, useState } from 'react';
import { releaseVersion } from '@/app/(workspace)/automation/definitions/actions';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { TextAreaField } from '@/components/ui/text-area-field';
import type { DefinitionKind } from '@/lib/governance/definition.schema';
import { type Change, ChangeList } from './change-list';
import { wordsOf } from './kind-words';
import { useDefinitionChange } from './queries';

/** Which version goes out, and to how many to begin with. */
export type Releasing = { what: 'draft' | 'trial'; share: number };

type Props = {
  kind: DefinitionKind;
  releasing: Releasing;
  version: { version: number; note: string };
  /** The version the others meet. */
  live: number | null;
  changes: Change[];
  /** What has to be known before: what a replay found, that it has no cases. */
  children?: ReactNode;
  /** The version as the server has it, when all that was written is stored; null when it could not be. */
  settle: () => Promise<{ id: string; revision: number } | null>;
  onClose: () => void;
};

const shares = [
  ['10', '10%'],
  ['25', '25%'],
  ['50', '50%'],
  ['100', 'All'],
] as const;

/** To whom a version is released, what changes for them, and why. */
export function ReleaseDialog({ kind, releasing, version, live, changes, children, settle, onClose }: Props) {
  const [share, setShare] = useState(String(releasing.share));
  const [note, setNote] = useState(version.note);
  const [busy, setBusy] = useState(false);
  const send = useDefinitionChange(releaseVersion, 'It was not released', (done) =>
    done.state === 'live' ? `v${done.version} is in force` : `v${done.version} is on trial`,
  );
  const number = Number(share);
  const wrong = Number.isInteger(number) && number >= 1 && number <= 100 ? null : 'A whole number from 1 to 100';
  const go = async () => {
    setBusy(true);
    const known = await settle();
    if (known)
      await send
        .mutateAsync({ id: known.id, revision: known.revision, share: number, note })
        .then(onClose, () => undefined);
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Release v${version.version}${releasing.what === 'trial' ? ' further' : ''}`}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (wrong === null && !busy) void go();
        }}
      >
        <div>
          <p className="mb-1.5 leading-4 font-medium">To how many conversations</p>
          <div className="flex flex-wrap items-center gap-3">
            <Segments
              label="Share of conversations"
              options={shares}
              chosen={share as '10' | '25' | '50' | '100'}
              onChoose={setShare}
            />
            <div className="flex items-center gap-2">
              <span className="text-ink-3">or</span>
              <Field
                label="Per cent"
                inputMode="numeric"
                value={share}
                onChange={(event) => setShare(event.target.value.replace(/[^\d]/g, '').slice(0, 3))}
                className="w-16 [&_label]:sr-only [&>div]:mt-0"
              />
              <span className="text-ink-3">%</span>
            </div>
          </div>
          <p className="mt-1.5 text-meta text-pretty text-ink-3">
            {wrong ?? (number === 100 ? wordsOf[kind].everybody(version.version) : wordsOf[kind].others(live))}
          </p>
        </div>
        <section aria-label="What changes" className="border-t border-line pt-3">
          <h3 className="font-strong">{live === null ? 'What changes' : `What changes against v${live}`}</h3>
          <ChangeList changes={changes} />
        </section>
        {children}
        <TextAreaField
          label="Note"
          rows={2}
          maxLength={400}
          placeholder="Why it changes, for those who read the history"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Not now
          </Button>
          <Button size="form" look="filled" type="submit" disabled={wrong !== null} busy={busy}>
            {number === 100 ? 'Release to all' : wrong ? 'Release' : `Release to ${share}%`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
