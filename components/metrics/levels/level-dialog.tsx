'use client';

import { useState } from 'react';
import { keepLevel } from '@/app/(workspace)/metrics/levels/actions';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import { type LevelInput, type LevelView, levelInputSchema } from '@/lib/levels/level.schema';
import { useLevelChange } from './queries';

/** What a level promises, and whether it tells. The objective stands in percent here. */
export function LevelDialog({ level, onClose }: { level: LevelView; onClose: () => void }) {
  const { key, enabled, objective, windowDays, withinSeconds, counts, fewestEvents } = level;
  const [draft, setDraft] = useState({
    ...({ key, enabled, windowDays, withinSeconds, counts, fewestEvents } as LevelInput),
    objective: Number((objective * 100).toFixed(2)) as number | null,
  });
  const saving = useLevelChange(keepLevel, 'The level was not saved', 'Saved');
  const set = (more: object) => setDraft((now) => ({ ...now, ...more }));
  const parsed = levelInputSchema.safeParse({ ...draft, objective: (draft.objective ?? 0) / 100 });
  const wrong = (field: string) => parsed.error?.issues.find(({ path }) => path[0] === field)?.message ?? null;
  const most = draft.objective !== null && draft.objective < 100 ? 1 / (1 - draft.objective / 100) : null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={level.name} description={level.says}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (parsed.success) saving.mutate(parsed.data, { onSuccess: onClose });
        }}
      >
        <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          <NumberField
            label="Objective, %"
            step={0.01}
            value={draft.objective}
            wrong={wrong('objective')}
            help={
              most !== null && most < 14.4
                ? `At this objective it never burns faster than ${most.toFixed(1)}×.`
                : undefined
            }
            onChange={(value) => set({ objective: value })}
          />
          <NumberField
            label="Window, days"
            step={1}
            value={draft.windowDays}
            wrong={wrong('windowDays')}
            onChange={(value) => set({ windowDays: value })}
          />
          {withinSeconds !== null && (
            <NumberField
              label="Within, seconds"
              step={1}
              value={draft.withinSeconds}
              wrong={wrong('withinSeconds')}
              onChange={(value) => set({ withinSeconds: value ?? 0 })}
            />
          )}
          {counts !== null && (
            <SelectField
              label="Counts as solved"
              value={draft.counts ?? 'assumed'}
              onChange={(event) => set({ counts: event.target.value })}
            >
              <option value="assumed">Verified or assumed</option>
              <option value="verified">Verified only</option>
            </SelectField>
          )}
          <NumberField
            label={`Fewest ${level.events[1]}`}
            step={1}
            value={draft.fewestEvents}
            wrong={wrong('fewestEvents')}
            help="Fewer are too few to tell."
            onChange={(value) => set({ fewestEvents: value })}
          />
        </div>
        <Switch label="Tells when it burns" checked={draft.enabled} onChange={(next) => set({ enabled: next })} />
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Leave it
          </Button>
          <Button size="form" look="filled" type="submit" disabled={!parsed.success} busy={saving.isPending}>
            Save the level
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
