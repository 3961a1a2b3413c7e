import { db } from '../platform/db';
import { env } from '../platform/env';

export type DemoAccounts = { password: string; accounts: { name: string; email: string; role: string }[] };

/** The accounts of the demo, for its sign-in page; null when this is not a demo. */
export async function listDemoAccounts(): Promise<DemoAccounts | null> {
  if (env().BATON_DEMO !== '1') return null;
  const accounts = await db().person.findMany({
    where: { email: { endsWith: '@northline.example' }, disabledAt: null },
    orderBy: { createdAt: 'asc' },
    select: { name: true, email: true, role: true },
  });
  return { password: 'trail-ridge-summit', accounts };
}
