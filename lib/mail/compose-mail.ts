import type { Letter } from './mail.schema';

/** A mail in the form the transport takes; what makes it recognisable is ours and the same at each try. */
export type Composed = {
  messageId: string;
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html?: string;
  attachments: { filename: string; contentType: string; content: string; encoding: 'base64' }[];
  headers: Record<string, string>;
};

/**
 * What is sent. `id` is the mail's: the Message-ID comes from it, so that a mail sent twice because a worker died between
 * sending and writing it down is one for whoever compares. `from` is a checked sender.
 */
export function composeMail(id: string, from: string, letter: Letter): Composed {
  const domain = (/@([^\s<>@]+?)>?$/.exec(from)?.[1] ?? 'localhost').toLowerCase();
  const unsubscribe: Record<string, string> = letter.unsubscribeUrl
    ? { 'List-Unsubscribe': `<${letter.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {};
  return {
    messageId: `<${id}@${domain}>`,
    from,
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    ...(letter.html === undefined ? {} : { html: letter.html }),
    attachments: letter.attachments.map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content,
      encoding: 'base64' as const,
    })),
    // No autoresponder answers what says that nobody wrote it (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...unsubscribe },
  };
}
