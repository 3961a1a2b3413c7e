import { unseal } from '../platform/crypto';
import { db, type Tx } from '../platform/db';
import { env } from '../platform/env';
import { type MailSettings, mailSettingsSchema } from './mail.schema';

/** Where mails are handed in, with its secret opened. */
export type MailServer = {
  by: 'settings' | 'environment';
  host: string;
  port: number;
  security: MailSettings['security'];
  user: string;
  secret: string;
  from: string;
};

export const secretRecord = 'mail:server';

export async function readMailSettings(tx: Tx = db()): Promise<MailSettings | null> {
  const row = await tx.setting.findUnique({ where: { key: 'mail' } });
  return row ? mailSettingsSchema.parse(row.value) : null;
}

/** The one that is set in the environment. `smtps:` is TLS from the first byte, `smtp:` asks for STARTTLS where there is a password. */
export function readMailEnvironment(): MailServer | null {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) return null;
  const url = new URL(SMTP_URL);
  const tls = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return {
    by: 'environment',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (tls ? 465 : user === '' ? 25 : 587) : Number(url.port),
    security: tls ? 'tls' : user === '' ? 'none' : 'starttls',
    user,
    secret: decodeURIComponent(url.password),
    from: MAIL_FROM,
  };
}

/** The server in force: what is set on the page counts before the environment. Null where none is. */
export async function readMailServer(tx: Tx = db()): Promise<MailServer | null> {
  const settings = await readMailSettings(tx);
  if (!settings) return readMailEnvironment();
  const secret = settings.secret === '' ? '' : unseal(settings.secret, secretRecord);
  return { ...settings, secret, by: 'settings' };
}
