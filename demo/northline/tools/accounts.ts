import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../database';
import { StoreError } from '../store-error';
import { loadAccount } from './customers';
import { sendMail } from './send-mail';
import { customerId, defineRead, defineWrite, email } from './tool';

/** Counted over the last 24 hours, not the calendar day: no time zone, and midnight opens nothing. */
const resetsPerDay = 3;

async function countResets(database: Database, customer: string): Promise<number> {
  const { rows } = await database.query<{ resets: number }>(
    `SELECT count(*)::int AS resets FROM mails
     WHERE customer = $1 AND kind = 'password_reset' AND at > now() - interval '24 hours'`,
    [customer],
  );
  return rows[0]?.resets ?? 0;
}

export const accountsGet = defineRead({
  name: 'accounts.get',
  title: 'Get the account',
  description: 'Sign-in facts: address, two-factor, password resets in the last 24 hours, locked, last sign-in.',
  input: z.strictObject({ customer: customerId }),
  run: async (database, args) => {
    const { rows } = await database.query<{
      email: string;
      pending_email: string | null;
      two_factor: boolean;
      locked: boolean;
      last_sign_in_at: Date | null;
    }>('SELECT email, pending_email, two_factor, locked, last_sign_in_at FROM customers WHERE id = $1', [
      args.customer,
    ]);
    const account = rows[0];
    if (!account) throw new StoreError('not_found', `There is no customer ${args.customer}`);
    return {
      account: {
        email: account.email,
        ...(account.pending_email && { pendingEmail: account.pending_email }),
        twoFactor: account.two_factor,
        resetsToday: await countResets(database, args.customer),
        locked: account.locked,
        lastSignInAt: account.last_sign_in_at?.toISOString() ?? null,
      },
    };
  },
});

export const accountsLookup = defineRead({
  name: 'accounts.lookup',
  title: 'Is there an account?',
  description: 'Whether an email address has an account, and whether it uses two-factor sign-in. Nothing else.',
  input: z.strictObject({ email }),
  run: async (database, args) => {
    const { rows } = await database.query<{ two_factor: boolean }>(
      'SELECT two_factor FROM customers WHERE lower(email) = lower($1)',
      [args.email],
    );
    return { known: rows.length > 0, twoFactor: rows[0]?.two_factor ?? false };
  },
});

export const accountsSendPasswordReset = defineWrite({
  name: 'accounts.send_password_reset',
  title: 'Send a password reset link',
  description: 'Mails a reset link to the address of the account, at most three in 24 hours.',
  mails: true,
  input: z.strictObject({ customer: customerId }),
  run: async ({ client, storeUrl }, args) => {
    // Locked, so that resets asked for at once are counted one after another.
    const account = await loadAccount(client, args.customer, 'lock');
    const before = await countResets(client, args.customer);
    if (before >= resetsPerDay) {
      throw new StoreError('rate_limited', `The account has had ${before} reset links in the last 24 hours`);
    }
    await sendMail(client, account, {
      kind: 'password_reset',
      subject: 'Set a new password',
      body: `Open this link within an hour: ${storeUrl}/account?reset=${randomBytes(16).toString('hex')}`,
    });
    return { sentTo: account.email, twoFactor: account.two_factor, resetsToday: before + 1 };
  },
});

export const accountsChangeEmail = defineWrite({
  name: 'accounts.change_email',
  title: 'Change the email address',
  description:
    'Mails a link to the new address and a notice to the old one. The address changes when the link is opened.',
  mails: true,
  input: z.strictObject({ customer: customerId, newEmail: email }),
  run: async ({ client, storeUrl }, args) => {
    const account = await loadAccount(client, args.customer, 'lock');
    if (account.email.toLowerCase() === args.newEmail.toLowerCase()) {
      throw new StoreError('already_done', 'The account has this address already');
    }
    const taken = await client.query('SELECT 1 FROM customers WHERE lower(email) = lower($1)', [args.newEmail]);
    if (taken.rowCount) throw new StoreError('invalid', 'newEmail: belongs to another account');
    const token = randomBytes(16).toString('hex');
    await client.query('UPDATE customers SET pending_email = $2, email_token = $3 WHERE id = $1', [
      account.id,
      args.newEmail,
      token,
    ]);
    await sendMail(
      client,
      { id: account.id, email: args.newEmail },
      {
        kind: 'email_change',
        subject: 'Confirm your new address',
        body: `Open this link to use this address at Northline: ${storeUrl}/confirm-email?token=${token}`,
      },
    );
    await sendMail(client, account, {
      kind: 'email_change_notice',
      subject: 'Your address is about to change',
      body: `Somebody asked to move your account to ${args.newEmail}. If it was not you, tell us.`,
    });
    return { status: 'confirmation_sent', email: account.email, pendingEmail: args.newEmail };
  },
});
