'use client';

import { useState } from 'react';
import { newExamples } from '@/app/(workspace)/automation/actions';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { IntentView } from '@/lib/governance/intent-view.schema';
import { readLines } from './example-lines';
import { ExamplesField } from './examples-field';
import { useIntentChange } from './queries';

export function AddExamplesDialog({ intent, onClose }: { intent: IntentView; onClose: () => void }) {
  const [text, setText] = useState('');
  const add = useIntentChange(newExamples, 'The examples were not added');
  const texts = readLines(text);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Examples of ${intent.name}`}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ intentId: intent.id, texts }, { onSuccess: onClose });
        }}
      >
        <ExamplesField label="Examples" value={text} onChange={setText} least={1} />
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="form" look="filled" disabled={texts.length === 0} busy={add.isPending}>
            Add {texts.length === 0 ? '' : texts.length}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
