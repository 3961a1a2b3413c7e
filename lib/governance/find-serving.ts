import type { Tx } from '../platform/db';

/** The playbook in force that an intent starts. */
export async function findServing(
  tx: Pick<Tx, 'definition'>,
  intent: string,
): Promise<{ key: string; version: number } | null> {
  return tx.definition.findFirst({
    where: {
      kind: 'playbook',
      state: { in: ['live', 'trial'] },
      body: { path: ['trigger', 'intents'], array_contains: [intent] },
    },
    orderBy: { state: 'desc' },
    select: { key: true, version: true },
  });
}
