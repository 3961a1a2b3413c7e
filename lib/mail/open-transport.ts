import { lookup } from 'node:dns/promises';
import nodemailer from 'nodemailer';
import { env } from '../platform/env';
import { AppError } from '../platform/errors';
import { isPublicAddress } from '../platform/fetch-safely';
import type { Composed } from './compose-mail';
import { type MailFailure, type MailTrouble, nameMailFailure } from './decide-mail-retry';
import type { MailServer } from './read-mail-server';

export type Sent = { ok: true } | { ok: false; failure: MailFailure };
export type MailTransport = { send(mail: Composed): Promise<Sent>; close(): void };

/**
 * A line to the mail server. What went wrong is an answer, not an error. A server that is set on the page has to be a public
 * one, or one that the operator names: it is looked up once, and the line goes to what was checked.
 */
export async function openTransport(server: MailServer): Promise<MailTransport> {
  const { port, security, user, secret } = server;
  const host = server.by === 'environment' ? server.host : await checkedHost(server);
  const transport = nodemailer.createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === '' ? {} : { auth: { user, pass: secret } }),
    tls: { servername: server.host },
    name: new URL(env().BATON_URL).hostname,
    // Together well under the lease of a mail: whoever has it in hand is done before somebody else may take it.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail(mail);
        return { ok: true };
      } catch (error) {
        return { ok: false, failure: nameMailFailure(error as MailTrouble) };
      }
    },
    close: () => transport.close(),
  };
}

async function checkedHost({ host, port }: MailServer): Promise<string> {
  const allowed = env().BATON_ALLOW_PRIVATE_HOSTS;
  if (allowed.includes(`${host}:${port}`) || allowed.includes(`${host}:*`)) return host;
  const found = await lookup(host, { all: true }).catch(() => []);
  if (found.length === 0) throw new AppError('invalid', 'The name of the mail server is not known.');
  if (!found.every(({ address }) => isPublicAddress(address)))
    throw new AppError(
      'invalid',
      'The mail server is in a private network: name it in BATON_ALLOW_PRIVATE_HOSTS, or set it as SMTP_URL.',
    );
  return found[0]!.address;
}
