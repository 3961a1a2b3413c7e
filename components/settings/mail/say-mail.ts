import type { MailView } from '@/lib/mail/mail.schema';

type Standing = Pick<MailView, 'by' | 'from' | 'host' | 'counts'>;

const mails = (count: number): string => (count === 1 ? 'One mail' : `${count.toLocaleString('en-US')} mails`);

/** How mail stands, in a sentence: whether anything goes out, and what does not. */
export function sayMail({ by, counts }: Pick<Standing, 'by' | 'counts'>): string {
  const { waiting, sentToday, failed } = counts;
  if (by === null)
    return waiting === 0
      ? 'Nothing is sent: no mail server is set.'
      : `Nothing is sent: no mail server is set. ${mails(waiting)} ${waiting === 1 ? 'waits' : 'wait'}, for three days at most.`;
  const went =
    sentToday === 0 ? 'Nothing went out in the last 24 hours' : `${mails(sentToday)} went out in the last 24 hours`;
  const waits = waiting === 0 ? '' : `, ${waiting === 1 ? 'one waits' : `${waiting.toLocaleString('en-US')} wait`}`;
  const gone = failed === 0 ? '' : `, ${failed === 1 ? 'one failed' : `${failed.toLocaleString('en-US')} failed`}`;
  return `${went}${waits}${gone}.`;
}

/** Through what, and as whom. */
export function sayServer({ by, from, host }: Pick<Standing, 'by' | 'from' | 'host'>): string {
  if (by === null)
    return 'Surveys, reports and alerts go by mail. Set a server here, or SMTP_URL and MAIL_FROM in the environment.';
  return `Mails are from ${from}, through ${host}, as ${by === 'settings' ? 'set below' : 'the environment sets it'}.`;
}

export const mailKinds: Record<string, string> = {
  test: 'Test',
  survey: 'Survey',
  report: 'Report',
  alert: 'Alert',
};
