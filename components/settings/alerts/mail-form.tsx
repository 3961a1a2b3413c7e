'use client';

import { useState } from 'react';
import { keepAlertMail } from '@/app/(workspace)/metrics/levels/actions';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { TextAreaField } from '@/components/ui/text-area-field';
import { type AlertMail, alertMailSchema } from '@/lib/alerts/alert.schema';
import { useTellingChange } from './queries';

/** Who is mailed when an alert opens and when it is over. */
export function MailForm({ mail }: { mail: AlertMail }) {
  const before = mail.to.join('\n');
  const [typed, setTyped] = useState(before);
  const [urgentOnly, setUrgentOnly] = useState(mail.urgentOnly);
  const saving = useTellingChange(keepAlertMail, 'The addresses were not saved', 'Saved');
  const to = typed.split(/[\s,;]+/).filter((one) => one !== '');
  const parsed = alertMailSchema.safeParse({ to, urgentOnly });
  const bad = to.find((one) => !alertMailSchema.safeParse({ to: [one], urgentOnly }).success);
  const dirty = typed !== before || urgentOnly !== mail.urgentOnly;
  return (
    <section aria-labelledby="alert-mail" className="pt-8">
      <h2 id="alert-mail" className="text-title font-strong tracking-(--tracking-title)">
        Mail
      </h2>
      <form
        className="mt-3 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (parsed.success) saving.mutate(parsed.data);
        }}
      >
        <TextAreaField
          label="Addresses, one a line"
          value={typed}
          rows={3}
          placeholder="night-shift@northline.example"
          wrong={bad ? `${bad} is not an address.` : to.length > 20 ? 'At most 20 addresses.' : null}
          help="They are written to when an alert opens and when it is over, through the server in Settings → Mail."
          onChange={(event) => setTyped(event.target.value)}
        />
        <Switch label="Only what is urgent" checked={urgentOnly} onChange={setUrgentOnly} />
        <div className="flex justify-end">
          <Button size="form" look="filled" type="submit" disabled={!dirty || !parsed.success} busy={saving.isPending}>
            Save the addresses
          </Button>
        </div>
      </form>
    </section>
  );
}
