'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { keepLabel, putAwayLabel } from '@/app/(workspace)/settings/promises/actions';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { useDeskChange } from '@/components/settings/desk/queries';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { LabelView } from '@/lib/conversations/triage.schema';

const colours = [
  [20, 'Red'],
  [60, 'Orange'],
  [95, 'Yellow'],
  [130, 'Green'],
  [200, 'Teal'],
  [260, 'Blue'],
  [320, 'Purple'],
  [350, 'Pink'],
] as const;

export function LabelDialog({ label, onClose }: { label: LabelView | null; onClose: () => void }) {
  const [name, setName] = useState(label?.name ?? '');
  const [hue, setHue] = useState<number>(label?.hue ?? 200);
  const saving = useDeskChange(keepLabel, 'The label was not saved', label ? 'Saved' : 'The label is there');
  const removing = useDeskChange(putAwayLabel, 'The label was not put away', 'The label is put away');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={label ? label.name : 'New label'}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ ...(label ? { id: label.id } : {}), name, hue }, { onSuccess: onClose });
        }}
      >
        <Field label="Name" required maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
        <fieldset>
          <legend className="mb-1.5 text-work leading-4 font-medium">Colour</legend>
          <div className="flex flex-wrap gap-2">
            {colours.map(([value, says]) => (
              <button
                key={value}
                type="button"
                aria-label={says}
                aria-pressed={hue === value}
                onClick={() => setHue(value)}
                style={{ '--hue': String(value) } as React.CSSProperties}
                className="grid size-7 place-items-center rounded-full bg-[oklch(0.65_0.13_var(--hue))] text-[oklch(0.2_0.02_var(--hue))] max-pane:size-11"
              >
                {hue === value && <Check size={16} strokeWidth={2.5} aria-hidden />}
              </button>
            ))}
          </div>
        </fieldset>
        {label && (
          <p className="text-meta text-pretty text-ink-3">
            A label that is put away is offered no longer. It stays on what carries it.
          </p>
        )}
        <FormFoot
          verb={label ? 'Save' : 'Make the label'}
          ready={name.trim() !== ''}
          busy={saving.isPending}
          onClose={onClose}
          {...(label && {
            removing: {
              verb: 'Put away',
              busy: removing.isPending,
              act: () => removing.mutate({ id: label.id }, { onSuccess: onClose }),
            },
          })}
        />
      </form>
    </Dialog>
  );
}
