'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { enter, safePath } from './enter';
import { PasswordField } from './password-field';

export type DemoAccounts = { password: string; accounts: { email: string; role: string }[] };

type Props = { to: string | null; demo: DemoAccounts | null };

export function SignInForm({ to, demo }: Props) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = async () => {
    setBusy(true);
    setWrong(null);
    try {
      if (await enter(email.trim(), password)) {
        // A full load: nothing of an earlier session may stay in memory.
        location.assign(safePath(to));
        return;
      }
      setWrong('Email and password do not belong together.');
    } catch {
      setWrong('The server cannot be reached. Try again in a moment.');
    }
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        tall
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        autoFocus
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        className="mb-5"
      />
      <PasswordField value={password} onChange={setPassword} autoComplete="current-password" />
      <p role="alert" className="mt-1 min-h-4 text-meta text-danger-text">
        {wrong}
      </p>
      <Button type="submit" look="filled" size="page" busy={busy} className="w-full">
        Sign in
      </Button>
      <p className="mt-4 text-meta text-ink-3">You stay signed in for 12 hours of work, then we ask again.</p>
      {demo && demo.accounts.length > 0 && (
        <section aria-label="Demo accounts" className="mt-6 border-t border-line pt-4">
          <p className="text-meta text-ink-3">
            This is the demo. Choose who to be; the password is{' '}
            <code className="font-mono whitespace-nowrap">{demo.password}</code>
          </p>
          <ul className="mt-2 flex flex-col">
            {demo.accounts.map((account) => (
              <li key={account.email}>
                <button
                  type="button"
                  onClick={() => {
                    setEmail(account.email);
                    setPassword(demo.password);
                  }}
                  className="-mx-2 flex h-7 w-[calc(100%+16px)] items-center gap-2 rounded-corner px-2 hover:bg-hover max-pane:h-11"
                >
                  <span className="truncate font-medium text-accent-text">{account.email}</span>
                  <span className="flex-1" />
                  <span className="text-meta text-ink-3">{account.role}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </form>
  );
}
