'use client';

import { useState } from 'react';
import { createFirstAdmin } from '@/app/(public)/sign-in/actions';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { enter } from './enter';
import { PasswordField } from './password-field';

/** Long enough that no composition rule is needed (NIST SP 800-63B). */
const shortest = 12;

/** On an empty installation the first visitor becomes its admin. */
export function FirstAdminForm() {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const short = password !== '' && password.length < shortest;
  const submit = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const made = await createFirstAdmin({ name: name.trim(), email: email.trim(), password });
      if (!made.ok) setWrong(made.message);
      else if (await enter(email.trim(), password)) {
        location.assign('/inbox/needs-me');
        return;
      } else setWrong('The admin was made. Reload this page and sign in.');
    } catch {
      setWrong('The server cannot be reached. Try again in a moment.');
    }
    setBusy(false);
  };
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (password.length >= shortest) void submit();
      }}
    >
      <p className="-mt-3 text-ink-2">Nobody can sign in yet. Whoever fills this in runs the workspace.</p>
      <Field
        tall
        label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        tall
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <PasswordField
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        help="At least 12 characters; a sentence is good"
        wrong={short ? `${shortest - password.length} more needed` : null}
      />
      <div>
        <p role="alert" className="mb-1 min-h-4 text-meta text-danger-text">
          {wrong}
        </p>
        <Button type="submit" look="filled" size="page" busy={busy} className="w-full">
          Make the first admin
        </Button>
      </div>
    </form>
  );
}
