import { readLink, signLink, urlOf } from '../platform/sign-link';

/** What a link in a mail is for: to say yes to a report, or to end it for one who gets it. */
type LinkKind = 'confirm' | 'stop';

const use = (kind: LinkKind) => ({ key: 'report-link', kind });

export const reportUrl = (kind: LinkKind, recipientId: string): string =>
  urlOf(`/report/${kind}/${signLink(use(kind), recipientId)}`);
export const readReportLink = (kind: LinkKind, token: string): string | null => readLink(use(kind), token);
