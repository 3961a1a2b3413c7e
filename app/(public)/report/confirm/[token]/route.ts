import { confirmRecipient, readConfirming } from '@/lib/reports/follow-link';
import { reportRoute } from '../../respond';

/** Asks first. */
export const GET = reportRoute('confirm', readConfirming);
export const POST = reportRoute('confirm', confirmRecipient);
