'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { splitOff } from '@/app/(workspace)/customers/actions';
import { Button } from '@/components/ui/button';
import { ChoiceList } from '@/components/ui/choice-list';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { CustomerDetail, IdentityView } from '@/lib/conversations/customer.schema';
import { useCustomerChange, useTimeline } from './queries';

type Props = { customer: CustomerDetail; identity: IdentityView; onClose: () => void };

/** Takes one identity out of a customer, with the conversations that were theirs all along. */
export function SplitDialog({ customer, identity, onClose }: Props) {
  const router = useRouter();
  const [name, setName] = useState('');
  const [conversationIds, setConversationIds] = useState<string[]>([]);
  const timeline = useTimeline(customer.id, 'conversation');
  const splitting = useCustomerChange(splitOff, 'Nothing was split', 'They are two customers now');
  const conversations = (timeline.data?.pages.flatMap((page) => page.entries) ?? []).flatMap((entry) =>
    entry.kind === 'conversation'
      ? [{ key: entry.id, name: entry.gist || `#${entry.number}`, help: `#${entry.number}` }]
      : [],
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Make a customer of their own">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          splitting.mutate(
            { identityId: identity.id, name, conversationIds },
            { onSuccess: ({ customerId }) => router.push(`/customers/${customerId}`) },
          );
        }}
      >
        <p className="text-pretty text-ink-2">
          {identity.value} leaves {customer.name} and becomes somebody else.
        </p>
        <Field
          label="Their name"
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {conversations.length > 0 && (
          <ChoiceList
            label="Conversations that go along"
            className="max-h-64 overflow-y-auto"
            options={conversations}
            chosen={conversationIds}
            onChoose={setConversationIds}
          />
        )}
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="form" look="filled" disabled={name.trim() === ''} busy={splitting.isPending}>
            Split them
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
