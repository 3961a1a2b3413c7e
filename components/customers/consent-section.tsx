'use client';

import { CircleCheck, CircleSlash } from 'lucide-react';
import { useState } from 'react';
import { consent } from '@/app/(workspace)/customers/actions';
import { ContextSection } from '@/components/inbox/context-section';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Segments } from '@/components/ui/segments';
import { SelectField } from '@/components/ui/select-field';
import { useNow } from '@/components/ui/use-now';
import type { ConsentView, CustomerDetail } from '@/lib/conversations/customer.schema';
import { consentSources } from '@/lib/conversations/customer.schema';
import { formatDay } from '@/lib/format/format-time';
import { purposeName, sourceNames } from './customer-words';
import { useCustomerChange } from './queries';

/** What they agreed to. Nothing is changed, only said anew: what held before stays in the timeline. */
export function ConsentSection({ customer, closed }: { customer: CustomerDetail; closed: boolean }) {
  const now = useNow(60_000);
  const [open, setOpen] = useState<ConsentView | null>(null);
  const edits = customer.may.edit && !closed;
  return (
    <ContextSection name="Consent" title="Consent">
      <ul className="flex flex-col">
        {customer.consent.map((one) => (
          <li key={one.purpose} className="flex min-h-10 items-center gap-2">
            {one.granted === true && (
              <CircleCheck size={14} strokeWidth={1.75} aria-hidden className="flex-none text-solved-text" />
            )}
            {one.granted !== true && (
              <CircleSlash size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
            )}
            <span className="min-w-0 flex-1">
              <span className="block truncate">{purposeName(one.purpose)}</span>
              <span className="block text-meta text-ink-3">
                {one.granted === null ? 'never asked' : one.granted ? 'yes' : 'no'}
                {now > 0 && one.at && `, ${formatDay(one.at, now)}`}
              </span>
            </span>
            {edits && (
              <Button
                look="plain"
                aria-label={`Change consent: ${purposeName(one.purpose)}`}
                onClick={() => setOpen(one)}
              >
                Change
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && <ConsentDialog customerId={customer.id} consent={open} onClose={() => setOpen(null)} />}
    </ContextSection>
  );
}

type Props = { customerId: string; consent: ConsentView; onClose: () => void };

function ConsentDialog({ customerId, consent: { purpose, granted: before }, onClose }: Props) {
  const [granted, setGranted] = useState<'yes' | 'no'>(before ? 'no' : 'yes');
  const [source, setSource] = useState<(typeof consentSources)[number]>('conversation');
  const keeping = useCustomerChange(consent, 'It was not kept', 'Kept');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={purposeName(purpose)}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          keeping.mutate({ customerId, purpose, granted: granted === 'yes', source }, { onSuccess: onClose });
        }}
      >
        <div>
          <p className="mb-1.5 font-medium">The customer said</p>
          <Segments
            label="The customer said"
            options={[
              ['yes', 'Yes'],
              ['no', 'No'],
            ]}
            chosen={granted}
            onChoose={setGranted}
          />
        </div>
        <SelectField
          label="Where they said it"
          value={source}
          onChange={(event) => setSource(consentSources.find((one) => one === event.target.value) ?? 'conversation')}
        >
          {consentSources.map((key) => (
            <option key={key} value={key}>
              {sourceNames[key].replace(/^./, (first) => first.toUpperCase())}
            </option>
          ))}
        </SelectField>
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="form" look="filled" busy={keeping.isPending}>
            Keep it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
