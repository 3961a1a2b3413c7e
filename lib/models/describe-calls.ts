import { db } from '../platform/db';
import type { CallView } from './model.schema';
import { type FailureKind, neverLeft, wordFailure } from './name-failure';

/** What a turn asked of models, oldest first. Whether somebody may see the turn is the caller's to find out. */
export async function describeCalls(turnId: string): Promise<CallView[]> {
  const rows = await db().modelCall.findMany({ where: { turnId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return rows.map(({ turnId: _, conversationId: __, personId: ___, status: ____, ...row }) => ({
    ...row,
    step: row.step as CallView['step'],
    failure: row.failure === null ? null : wordFailure(row.failure),
    left: !neverLeft.includes(row.failure as FailureKind),
    sent: row.sent as CallView['sent'],
    at: row.at.toISOString(),
  }));
}
