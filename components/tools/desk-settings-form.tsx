'use client';

import { useState } from 'react';
import { askForTrial, keepDeskSettings } from '@/app/(workspace)/automation/tools/actions';
import { AutomationBar, paneClass } from '@/components/intents/automation-bar';
import { useTrial } from '@/components/shell/use-change';
import { Button } from '@/components/ui/button';
import type { DeskSettingsView } from '@/lib/tools/records.schema';
import { type DeskDraft, inputOf, isSame, isWhole, openDraft } from './desk-draft';
import { DeskSettingsHead } from './desk-settings-head';
import { ProductsField } from './products-field';
import { usePageSave } from './queries';
import { RecordsFields } from './records-fields';
import { TryRecords } from './try-records';

type Props = { view: DeskSettingsView; edits: boolean };

export function DeskSettingsForm({ view, edits }: Props) {
  const [draft, setDraft] = useState(() => openDraft(view));
  const saving = usePageSave(keepDeskSettings);
  const trying = useTrial(askForTrial);
  const set = (more: Partial<DeskDraft>) => setDraft((now) => ({ ...now, ...more }));
  const input = inputOf(draft);
  const changed = !isSame(input, view);
  const whole = isWhole(draft);
  const refused = saving.isError && isSame(saving.variables, input) ? saving.error.message : null;
  const tried = trying.variables?.records ?? null;
  // Of what was typed then: once it is another, nothing is known of it.
  const stale = !isSame({ records: tried, catalogue: null }, { records: input.records, catalogue: null });
  const faults = stale ? [] : (trying.data?.faults ?? []);
  return (
    <main id="main" className={paneClass()}>
      <AutomationBar title="What the desk shows">
        {edits && changed && (
          <Button size="form" look="plain" onClick={() => setDraft(openDraft(view))}>
            Undo
          </Button>
        )}
        {edits && (
          <Button
            type="submit"
            form="desk-settings"
            size="form"
            look="filled"
            disabled={!changed || !whole}
            busy={saving.isPending}
          >
            Save
          </Button>
        )}
      </AutomationBar>
      {refused && (
        <p
          role="alert"
          className="flex-none border-b border-line bg-danger-tint px-6 py-2 text-pretty text-danger-text max-pane:px-4"
        >
          It was not saved. {refused}
        </p>
      )}
      <div className="flex min-h-0 flex-1 max-pane:block max-pane:overflow-y-auto">
        <form
          id="desk-settings"
          aria-label="What the desk shows"
          className="min-w-0 flex-1 overflow-y-auto px-6 pb-10 max-pane:overflow-visible max-pane:px-4"
          onSubmit={(event) => {
            event.preventDefault();
            saving.mutate(input);
          }}
        >
          <DeskSettingsHead />
          <fieldset disabled={!edits} className="max-w-[760px]">
            <legend className="sr-only">Settings</legend>
            <RecordsFields draft={draft} tools={view.tools} faults={faults} edits={edits} set={set} />
            <ProductsField tools={view.tools} value={draft.products} onChange={(products) => set({ products })} />
          </fieldset>
        </form>
        {edits && input.records && (
          <aside
            aria-label="Try it"
            className="flex w-[380px] flex-none flex-col overflow-y-auto border-l border-line px-5 py-5 max-pane:w-full max-pane:border-t max-pane:border-l-0 max-pane:px-4"
          >
            <TryRecords records={input.records} whole={whole} stale={stale} trying={trying} />
          </aside>
        )}
      </div>
    </main>
  );
}
