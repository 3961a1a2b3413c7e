'use client';

import { useState } from 'react';
import { forget } from '@/app/(workspace)/customers/actions';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { CustomerDetail } from '@/lib/conversations/customer.schema';
import { useCustomerChange } from './queries';

/** Asks for the name to be typed: nothing brings a forgotten customer back. */
export function ForgetDialog({ customer, onClose }: { customer: CustomerDetail; onClose: () => void }) {
  const [name, setName] = useState('');
  const forgetting = useCustomerChange(forget, 'Nobody was forgotten', 'The customer is forgotten');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Forget ${customer.name}`}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          forgetting.mutate({ customerId: customer.id, name }, { onSuccess: onClose });
        }}
      >
        <p className="text-pretty text-ink-2">
          The name, every identity, notes and files go, and nothing in any conversation tells who it was again, of those
          merged into this customer neither. What they agreed to stays, as proof. Nothing brings it back.
        </p>
        <Field
          label={`Type ${customer.name} to confirm`}
          autoComplete="off"
          maxLength={200}
          value={name}
          wrong={forgetting.error?.message ?? null}
          onChange={(event) => {
            setName(event.target.value);
            forgetting.reset();
          }}
        />
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Keep them
          </Button>
          <Button
            type="submit"
            size="form"
            look="danger"
            disabled={name.trim() !== customer.name.trim()}
            busy={forgetting.isPending}
          >
            Forget for good
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
