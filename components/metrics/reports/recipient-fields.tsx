'use client';

import { UserRoundPlus, X } from 'lucide-react';
import { useState } from 'react';
import { askAddress } from '@/app/(workspace)/metrics/reports/actions';
import { useMay } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { PickList } from '@/components/ui/pick-list';
import { Popover } from '@/components/ui/popover';
import { mailAddressSchema } from '@/lib/mail/mail.schema';
import type { Recipient, ReportInput } from '@/lib/reports/report.schema';
import { useReportChange } from './queries';
import { sayRecipient } from './say-report';

type Chosen = Pick<ReportInput, 'people' | 'outside'>;
type Props = {
  chosen: Chosen;
  people: readonly { id: string; name: string }[];
  /** As they stand where the report is there already. */
  known: readonly Recipient[];
  reportId: string | undefined;
  onChange: (chosen: Chosen) => void;
};

/** Who gets it: people of the desk, and addresses of others, which an administrator adds and which have to say yes. */
export function RecipientFields({ chosen, people, known, reportId, onChange }: Props) {
  const admin = useMay('desk.administer');
  const asking = useReportChange(askAddress, 'It was not asked', 'Asked once more');
  const nameOf = (id: string) =>
    people.find((one) => one.id === id)?.name ?? known.find(({ personId }) => personId === id)?.name ?? 'Nobody';
  const toggle = (id: string) =>
    onChange({
      ...chosen,
      people: chosen.people.includes(id) ? chosen.people.filter((one) => one !== id) : [...chosen.people, id],
    });
  const rows = [
    ...chosen.people.map((id) => ({
      ...{ key: id, name: nameOf(id), recipient: known.find(({ personId }) => personId === id) },
      remove: () => toggle(id),
    })),
    ...chosen.outside.map((email) => ({
      ...{ key: email, name: email, recipient: known.find((one) => one.email === email) },
      remove: () => onChange({ ...chosen, outside: chosen.outside.filter((one) => one !== email) }),
    })),
  ];
  return (
    <fieldset className="min-w-0">
      <legend className="text-work leading-4 font-medium">Who gets it</legend>
      {rows.length > 0 && (
        <ul className="mt-1.5 border-t border-line">
          {rows.map(({ key, name, recipient, remove }) => (
            <li key={key} className="flex min-h-8 items-center gap-2 border-b border-line max-pane:min-h-11">
              <span className="flex min-w-0 flex-1 items-baseline gap-x-2 max-pane:flex-col">
                <span className="min-w-0 max-w-full flex-1 truncate">{name}</span>
                <span className="text-meta text-ink-3">{sayRecipient(recipient?.state, key.includes('@'))}</span>
              </span>
              {admin && reportId && recipient && (recipient.state === 'asked' || recipient.state === 'expired') && (
                <Button
                  look="plain"
                  busy={asking.isPending}
                  onClick={() => asking.mutate({ id: reportId, recipientId: recipient.id })}
                >
                  Ask again
                </Button>
              )}
              <button
                type="button"
                aria-label={`Take ${name} away`}
                onClick={remove}
                className="grid size-7 flex-none place-items-center rounded-corner text-ink-3 hover:bg-hover max-pane:size-11"
              >
                <X size={16} strokeWidth={1.75} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-2">
        <Popover
          bare
          side="bottom"
          align="start"
          title="People of the desk"
          trigger={<Button icon={UserRoundPlus}>Add people</Button>}
        >
          <PickList
            label="People of the desk"
            options={people.map(({ id, name }) => ({ key: id, name }))}
            chosen={chosen.people}
            onToggle={toggle}
            empty="Nobody of that name is here."
          />
        </Popover>
      </div>
      {admin && (
        <AddressField onAdd={(email) => onChange({ ...chosen, outside: [...new Set([...chosen.outside, email])] })} />
      )}
    </fieldset>
  );
}

/** Enter adds the address and does not send the form. */
function AddressField({ onAdd }: { onAdd: (email: string) => void }) {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const parsed = mailAddressSchema.safeParse(typed);
  const add = () => {
    setTried(!parsed.success);
    if (!parsed.success) return;
    onAdd(parsed.data.toLowerCase());
    setTyped('');
  };
  return (
    <Field
      className="mt-3"
      label="Somebody outside"
      placeholder="name@partner.example"
      inputMode="email"
      autoComplete="off"
      value={typed}
      wrong={tried && typed !== '' && !parsed.success ? 'That is not a mail address.' : null}
      help="They are asked by mail first, and get nothing before they say yes."
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        add();
      }}
      inside={
        <Button look="plain" disabled={typed.trim() === ''} onClick={add} className="-mr-1 h-6 max-pane:h-9">
          Add
        </Button>
      }
    />
  );
}
