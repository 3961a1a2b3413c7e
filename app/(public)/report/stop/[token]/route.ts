import { readStopping, stopRecipient } from '@/lib/reports/follow-link';
import { reportRoute } from '../../respond';

/** Asks first. */
export const GET = reportRoute('stop', readStopping);

/** From the page, or from the mail program itself with one click (RFC 8058): no cookie, no sign-in, no second question. */
export const POST = reportRoute('stop', stopRecipient);
