import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { readNames } from '../conversations/list-conversations';
import { writeCsv } from '../format/write-csv';
import { inTransaction } from '../platform/db';
import { restoreFor } from '../privacy/restore-for';
import type { LedgerFilter } from './ledger.schema';
import { findActions, toRow } from './list-actions';

/** More than this is asked for in parts, by period. */
export const mostExported = 10_000;

const head = [
  'At (UTC)',
  'What',
  'Tool',
  'Status',
  'Amount in cents',
  'Policy',
  'Rule',
  'Customer',
  'Tier',
  'Conversation',
  'Decided by',
  'Open differences',
  'Id',
];

/** The newest rows of a filter as CSV, at most `mostExported`. That they were taken out is kept. */
export async function exportActions(person: PersonActor, filter: LedgerFilter): Promise<string> {
  const [found, names] = await Promise.all([findActions(person, filter, undefined, mostExported), readNames()]);
  const restore = await restoreFor(
    person,
    found.filter(({ says }) => says.includes('[')).map(({ conversationId }) => conversationId),
  );
  await inTransaction((tx) =>
    appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'actions.export',
      subject: { kind: 'ledger', id: 'actions' },
      after: { filter, rows: found.length },
    }),
  );
  const rows = found.map((one) => {
    const row = restore(one.conversationId, toRow(one, names));
    return [
      row.at.slice(0, 19).replace('T', ' '),
      row.says,
      row.tool,
      row.status,
      row.amountCents,
      row.policy,
      row.rule,
      row.customer.name,
      row.customer.tier,
      row.conversation.number,
      row.decidedBy?.name ?? null,
      row.differences,
      row.id,
    ];
  });
  return writeCsv([head, ...rows]);
}
