'use client';

import { useState } from 'react';
import { addReach } from '@/app/(workspace)/customers/actions';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import type { CustomerDetail } from '@/lib/conversations/customer.schema';
import { addIdentityInput } from '@/lib/conversations/customer.schema';
import { useCustomerChange } from './queries';

const kinds = [
  ['email', 'Email'],
  ['phone', 'Phone'],
  ['handle', 'Handle'],
] as const;

export function AddIdentityDialog({ customer, onClose }: { customer: CustomerDetail; onClose: () => void }) {
  const [kind, setKind] = useState<(typeof kinds)[number][0]>('email');
  const [value, setValue] = useState('');
  const adding = useCustomerChange(addReach, 'It was not added');
  const input = { customerId: customer.id, kind, value };
  const checked = addIdentityInput.safeParse(input);
  const wrong = adding.error?.message.replace(/^value: /, '') ?? null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Add an identity">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate(input, { onSuccess: onClose });
        }}
      >
        <Segments label="What it is" options={kinds} chosen={kind} onChoose={setKind} />
        <Field
          label={kind === 'email' ? 'Address' : kind === 'phone' ? 'Number' : 'Handle'}
          help={
            kind === 'phone'
              ? 'With the country, such as +1 208 555 0199'
              : 'It counts as not verified until somebody vouches for it'
          }
          maxLength={254}
          autoFocus
          value={value}
          wrong={wrong}
          onChange={(event) => {
            setValue(event.target.value);
            adding.reset();
          }}
        />
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="form" look="filled" disabled={!checked.success} busy={adding.isPending}>
            Add
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
