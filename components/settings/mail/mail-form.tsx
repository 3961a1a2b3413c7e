'use client';

import { useState } from 'react';
import { dropMail, keepMail } from '@/app/(workspace)/settings/mail/actions';
import { useDeskChange } from '@/components/settings/desk/queries';
import { FormSection } from '@/components/settings/form-section';
import { KeyField } from '@/components/settings/models/key-field';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { type MailView, mailFromSchema, mailSettingsInputSchema } from '@/lib/mail/mail.schema';

type Draft = {
  host: string;
  port: number | null;
  security: 'tls' | 'starttls' | 'none';
  user: string;
  from: string;
  secret: string | undefined;
};

const ports = { tls: 465, starttls: 587, none: 25 } as const;
const fresh: Draft = { host: '', port: 465, security: 'tls', user: '', from: '', secret: undefined };

/** The mail server. Only what was changed here is held here; the password is written and never read back. */
export function MailForm({ view }: { view: MailView }) {
  const { settings } = view;
  const { hasSecret, ...kept } = settings ?? { hasSecret: false };
  const before: Draft = { ...fresh, ...kept };
  const [changed, setChanged] = useState<Partial<Draft>>({});
  const [removing, setRemoving] = useState(false);
  const saving = useDeskChange(keepMail, 'The mail server was not saved', 'Mails go this way from now on');
  const dropping = useDeskChange(dropMail, 'The mail server was not taken away', 'The mail server is gone');
  const draft: Draft = { ...before, ...changed };
  const set = (more: Partial<Draft>) => setChanged((now) => ({ ...now, ...more }));
  const parsed = mailSettingsInputSchema.safeParse(draft);
  const dirty = (Object.keys(changed) as (keyof Draft)[]).some((key) => changed[key] !== before[key]);
  const openPassword = draft.security === 'none' && draft.user.trim() !== '';
  const fromWrong = draft.from !== '' && !mailFromSchema.safeParse(draft.from).success;
  return (
    <form
      aria-label="Mail server"
      className="pt-8"
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed.success) saving.mutate(parsed.data, { onSuccess: () => setChanged({}) });
      }}
    >
      <FormSection title="Server" says="Where mails are handed in, as your provider or your own machine names it.">
        <div className="grid grid-cols-[1fr_112px] items-start gap-4 max-pane:grid-cols-1">
          <Field
            label="Host"
            value={draft.host}
            maxLength={253}
            spellCheck={false}
            autoComplete="off"
            placeholder="mail.example.com"
            onChange={(event) => set({ host: event.target.value })}
          />
          <NumberField
            label="Port"
            min={1}
            max={65_535}
            step={1}
            value={draft.port}
            onChange={(port) => set({ port })}
          />
          <SelectField
            label="Security"
            value={draft.security}
            onChange={(event) => {
              const security = event.target.value as Draft['security'];
              set({ security, ...(draft.port === ports[draft.security] ? { port: ports[security] } : {}) });
            }}
          >
            <option value="tls">TLS from the start</option>
            <option value="starttls">STARTTLS</option>
            <option value="none">None</option>
          </SelectField>
        </div>
        {openPassword && (
          <p className="mt-2 text-meta text-danger-text">A password is sent over an encrypted line only.</p>
        )}
        <p className="mt-2 text-meta text-pretty text-ink-3">
          A server of your own network has to be named in <code className="font-mono">BATON_ALLOW_PRIVATE_HOSTS</code>.
        </p>
      </FormSection>
      <FormSection title="Signing in" says="Empty where the server asks for no name.">
        <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          <Field
            label="User"
            value={draft.user}
            maxLength={320}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => set({ user: event.target.value })}
          />
          <KeyField label="Password" kept={hasSecret} value={draft.secret} onChange={(secret) => set({ secret })} />
        </div>
      </FormSection>
      <FormSection title="From" says="Customers and colleagues see it as the sender.">
        <Field
          label="Address"
          value={draft.from}
          maxLength={320}
          spellCheck={false}
          placeholder="Northline <help@northline.example>"
          wrong={fromWrong ? 'Such as help@shop.example or Shop <help@shop.example>.' : null}
          onChange={(event) => set({ from: event.target.value })}
        />
      </FormSection>
      <div className="flex min-h-8 flex-wrap items-center justify-end gap-2 pt-2">
        {settings && (
          <Button size="form" look="danger-plain" className="mr-auto" onClick={() => setRemoving(true)}>
            Take the server away
          </Button>
        )}
        {dirty && (
          <Button size="form" look="plain" onClick={() => setChanged({})}>
            Take back
          </Button>
        )}
        <Button type="submit" size="form" look="filled" disabled={!dirty || !parsed.success} busy={saving.isPending}>
          Save the server
        </Button>
      </div>
      {removing && (
        <ConfirmDialog
          title="Take the mail server away"
          verb="Take it away"
          busy={dropping.isPending}
          onClose={() => setRemoving(false)}
          onConfirm={() => dropping.mutate({}, { onSuccess: () => setRemoving(false) })}
        >
          {view.environment
            ? `Mails then go through ${view.environment}, which the environment sets.`
            : 'Nothing is sent then. What is to go out waits for three days.'}
        </ConfirmDialog>
      )}
    </form>
  );
}
