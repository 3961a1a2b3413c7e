'use client';

import { useState } from 'react';
import { rollBack, switchOff } from '@/app/(workspace)/automation/definitions/actions';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { TextAreaField } from '@/components/ui/text-area-field';
import type { DefinitionName } from '@/lib/governance/definition.schema';
import { wordsOf } from './kind-words';
import { useDefinitionChange } from './queries';

/** What of a key matters to taking it back. */
export type Standing = {
  trial: { version: number } | null;
  live: { version: number } | null;
  /** Where rolling back leads; null for nothing in force. */
  backTo: number | null;
};

/** Something is on trial, or there is an earlier version to go back to. */
export const goesBack = ({ trial, backTo }: Standing): boolean => trial !== null || backTo !== null;

type Props = {
  /** To the version before, or out of force altogether. */
  to: 'before' | 'off';
  name: DefinitionName;
  standing: Standing;
  onClose: () => void;
};

/** Takes what customers meet away from them, and keeps why. */
export function TakeBackDialog({ to, name, standing, onClose }: Props) {
  const { trial, live, backTo } = standing;
  const words = wordsOf[name.kind];
  const [why, setWhy] = useState('');
  const back = useDefinitionChange(rollBack, 'It stays as it is', ({ from, to }) =>
    to === null ? `v${from} is taken back` : `v${to} is in force again`,
  );
  const off = useDefinitionChange(switchOff, 'It stays as it is', 'It is not in force any more');
  const version = (trial ?? live)?.version ?? '';
  const act = to === 'off' ? off : back;
  return (
    <ConfirmDialog
      title={to === 'off' ? `Switch this ${words.noun} off?` : `Roll back v${version}?`}
      verb={to === 'off' ? 'Switch off' : 'Roll back'}
      keep={to === 'off' ? 'Keep it in force' : 'Keep it as it is'}
      mild={to === 'before'}
      busy={act.isPending}
      onClose={onClose}
      onConfirm={() => act.mutate({ ...name, why }, { onSuccess: onClose })}
    >
      <p>
        {to === 'off' || backTo === null
          ? words.nothing
          : `${words.everybody(backTo)} v${version} is kept in the history.`}
      </p>
      <TextAreaField
        label="Why"
        rows={2}
        maxLength={400}
        placeholder="For those who read the history"
        value={why}
        onChange={(event) => setWhy(event.target.value)}
        className="mt-4 text-ink-1"
      />
    </ConfirmDialog>
  );
}
