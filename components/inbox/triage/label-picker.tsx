'use client';

import { toast } from 'sonner';
import { makeLabel } from '@/app/(workspace)/inbox/triage/actions';
import { useMe } from '@/components/shell/me';
import { PickList } from '@/components/ui/pick-list';
import { Skeleton } from '@/components/ui/skeleton';
import type { LabelView } from '@/lib/conversations/triage.schema';
import { useLabels } from './use-triage';

type Props = {
  chosen: readonly string[];
  onChange: (change: { label: LabelView; on: boolean }) => void;
};

/** The labels of the desk, found by typing; whoever arranges the desk makes new ones here too. */
export function LabelPicker({ chosen, onChange }: Props) {
  const { data, isError, refetch } = useLabels(true);
  const { permissions } = useMe();
  const create = async (name: string) => {
    const made = await makeLabel({ name }).catch(() => null);
    if (!made?.ok) {
      toast.error('The label was not made', { description: made?.message ?? 'The server cannot be reached.' });
      return;
    }
    void refetch();
    onChange({ label: made.value, on: true });
  };
  if (!data)
    return (
      <div className="p-3" role="status" aria-label="Reading the labels">
        {isError ? <p className="text-ink-2">The labels could not be read.</p> : <Skeleton className="h-2.5 w-40" />}
      </div>
    );
  const mayMake = permissions.includes('desk.organise');
  return (
    <PickList
      label="Label"
      options={data.labels.map(({ id, name, hue }) => ({ key: id, name, hue }))}
      chosen={chosen}
      onToggle={(key) => {
        const label = data.labels.find(({ id }) => id === key);
        if (label) onChange({ label, on: !chosen.includes(key) });
      }}
      onCreate={mayMake ? (name) => void create(name) : undefined}
      empty={mayMake ? 'There is no label yet. Type a name to make one.' : 'There is no such label.'}
    />
  );
}
