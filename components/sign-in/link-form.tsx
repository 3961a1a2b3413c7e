'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { ActionResult } from '@/lib/http/action.schema';
import { enter } from './enter';
import { PasswordField } from './password-field';

/** Long enough that no composition rule is needed (NIST SP 800-63B). */
const shortest = 12;

type Props = {
  says: string;
  email: string;
  /** Absent where only the password is asked for. */
  name?: string;
  verb: string;
  act: (input: { name: string; password: string }) => Promise<ActionResult<{ email: string }>>;
};

/** Sets a password by a link, and goes in with it. */
export function LinkForm({ says, email, name: given, verb, act }: Props) {
  const [name, setName] = useState(given ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const short = password !== '' && password.length < shortest;
  const submit = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const made = await act({ name: name.trim(), password });
      if (!made.ok) setWrong(made.message);
      else if (await enter(made.value.email, password)) {
        location.assign('/inbox/needs-me');
        return;
      } else setWrong('The password is set. Sign in with it.');
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
      <p className="-mt-3 text-pretty text-ink-2">{says}</p>
      {given !== undefined && (
        <Field
          tall
          label="Name"
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <Field tall label="Email" name="email" type="email" autoComplete="username" readOnly value={email} />
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
          {verb}
        </Button>
      </div>
    </form>
  );
}
