import { describe, expect, it } from 'vitest';
import { type AuditRecord, hashAudit } from './append-audit';

const record: AuditRecord = {
  actor: { kind: 'person', id: 'nora' },
  action: 'conversation.take',
  subject: { kind: 'conversation', id: 'c1' },
  before: { holder: 'queue', agentId: null },
  after: { holder: 'agent', agentId: 'nora' },
};
const at = '2026-11-21T00:00:00.000Z';
const hash = hashAudit('before', at, record);

describe('hashAudit', () => {
  const changes: [string, string, string, AuditRecord][] = [
    ['the hash before', 'other', at, record],
    ['the time', 'before', '2026-11-21T00:00:00.001Z', record],
    ['who', 'before', at, { ...record, actor: { kind: 'person', id: 'sam' } }],
    ['what kind of actor', 'before', at, { ...record, actor: { kind: 'key', id: 'nora' } }],
    ['what', 'before', at, { ...record, action: 'conversation.close' }],
    ['on what', 'before', at, { ...record, subject: { kind: 'conversation', id: 'c2' } }],
    ['on which kind', 'before', at, { ...record, subject: { kind: 'action', id: 'c1' } }],
    ['the state before', 'before', at, { ...record, before: { holder: 'assistant', agentId: null } }],
    ['the state after', 'before', at, { ...record, after: { holder: 'agent', agentId: 'sam' } }],
    ['a deep value', 'before', at, { ...record, after: { holder: 'agent', agentId: 'nora', more: { deep: [1] } } }],
    ['nothing after', 'before', at, { ...record, after: undefined }],
  ];
  it.each(changes)('is another when it changes: %s', (_, previous, time, changed) => {
    expect(hashAudit(previous, time, changed)).not.toBe(hash);
  });

  it('does not depend on the order of keys, which the database does not keep', () => {
    expect(hashAudit('before', at, { ...record, after: { agentId: 'nora', holder: 'agent' } })).toBe(hash);
  });
});
