'use client';

import { useState } from 'react';
import { rename } from '@/app/(workspace)/customers/actions';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { CustomerDetail } from '@/lib/conversations/customer.schema';
import { useCustomerChange } from './queries';

export function RenameDialog({ customer, onClose }: { customer: CustomerDetail; onClose: () => void }) {
  const [name, setName] = useState(customer.name);
  const renaming = useCustomerChange(rename, 'The name was not changed', 'Changed');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Change the name">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          renaming.mutate({ customerId: customer.id, name }, { onSuccess: onClose });
        }}
      >
        <Field label="Name" required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="form" look="filled" disabled={name.trim() === ''} busy={renaming.isPending}>
            Change
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
