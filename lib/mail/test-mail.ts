import type { PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { composeMail } from './compose-mail';
import { openTransport } from './open-transport';
import { readMailServer } from './read-mail-server';
import { wordLetter } from './word-letter';

/** Sends a mail to whoever asks, through the server in force, and says at once what came of it. Throws `conflict` and `unavailable`. */
export async function testMail(person: PersonActor): Promise<{ to: string }> {
  const server = await readMailServer();
  if (!server) throw new AppError('conflict', 'No mail server is set.');
  const workspace = await db().setting.findUnique({ where: { key: 'workspace' } });
  const name = (workspace?.value as { name?: string } | undefined)?.name ?? 'Baton';
  const letter = {
    to: person.email,
    subject: `Mail from ${name} works`,
    ...wordLetter({
      brand: name,
      title: 'Mail works',
      paragraphs: [
        'You asked for this mail in Settings, and it came. Surveys, reports and alerts can go out this way.',
      ],
    }),
    attachments: [],
  };
  const transport = await openTransport(server);
  try {
    const sent = await transport.send(composeMail(newId(), server.from, letter));
    if (!sent.ok) throw new AppError('unavailable', sent.failure.says);
    return { to: person.email };
  } finally {
    transport.close();
  }
}
