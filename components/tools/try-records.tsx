'use client';

import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { RecordsSetting, TriedRecords } from '@/lib/tools/records.schema';
import { type Chosen, CustomerField } from './customer-field';
import { TriedRecordsShown } from './tried-records';

type Trial = {
  mutate: (input: { customerId: string; records: RecordsSetting }) => void;
  data: TriedRecords | undefined;
  error: Error | null;
  isPending: boolean;
};
type Props = {
  records: RecordsSetting;
  whole: boolean;
  /** It was tried with something else. */
  stale: boolean;
  trying: Trial;
};

/** What the desk would show of a customer with what stands in the form, saved or not. */
export function TryRecords({ records, whole, stale, trying }: Props) {
  const [customer, setCustomer] = useState<Chosen | null>(null);
  const { data, error, isPending } = trying;
  return (
    <>
      <h2 className="font-strong">Try it</h2>
      <p className="mt-1 mb-4 text-pretty text-ink-2">
        With what stands here, saved or not. The tools are really asked, and that stands in the audit trail.
      </p>
      <form
        aria-label="Try it"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (customer) trying.mutate({ customerId: customer.id, records });
        }}
      >
        <CustomerField chosen={customer} onChoose={setCustomer} />
        <div>
          <Button type="submit" size="form" icon={FlaskConical} disabled={!customer || !whole} busy={isPending}>
            Try it
          </Button>
        </div>
      </form>
      {error && !isPending && (
        <p role="alert" className="mt-4 text-danger-text">
          {error.message}
        </p>
      )}
      {data && !isPending && (
        <>
          {stale && <p className="mt-4 text-meta text-attention-text">What was changed since then is not tried.</p>}
          <TriedRecordsShown tried={data} />
        </>
      )}
    </>
  );
}
