import { describe, expect, it } from 'vitest';
import type { Permission } from '../auth/permissions';
import { decideReportRights } from './decide-report-rights';

const [me, other] = ['me', 'other'];
const reads: Permission[] = ['conversations.work', 'metrics.read'];
const admin: Permission[] = [...reads, 'desk.administer'];
const none: Permission[] = ['conversations.work'];

describe('decideReportRights', () => {
  it.each<[string, Permission[], { ownerId: string; shared: boolean }, string]>([
    ['one’s own', reads, { ownerId: me, shared: false }, 'sees changes makesPrivate'],
    ['one’s own, shared', reads, { ownerId: me, shared: true }, 'sees changes makesPrivate'],
    ['another’s', reads, { ownerId: other, shared: false }, ''],
    ['another’s, shared', reads, { ownerId: other, shared: true }, 'sees'],
    ['an admin’s own', admin, { ownerId: me, shared: false }, 'sees changes makesPrivate addsOutside'],
    ['another’s, for an admin', admin, { ownerId: other, shared: false }, ''],
    ['another’s, shared, for an admin', admin, { ownerId: other, shared: true }, 'sees changes addsOutside'],
    ['one’s own, without the right to figures', none, { ownerId: me, shared: false }, ''],
    ['shared, without the right to figures', none, { ownerId: other, shared: true }, ''],
    ['an admin without the right to figures', ['desk.administer'], { ownerId: me, shared: true }, ''],
  ])('%s', (_, permissions, report, rights) => {
    const decided = decideReportRights({ id: me, permissions }, report);
    expect(
      Object.entries(decided)
        .flatMap(([name, has]) => (has ? [name] : []))
        .join(' '),
    ).toBe(rights);
  });
});
