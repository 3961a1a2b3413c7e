import type { Tx } from '../../../lib/platform/db';
import type { Chance, Story } from './invent-history';
import { idAt, pick } from './rows';
import { firstNames, lastNames } from './subjects';

/** Those whom the stories name by number, with an address of their own. */
export async function addCustomers(tx: Tx, stories: Story[], chance: Chance): Promise<Map<number, string>> {
  const first = new Map<number, Story>();
  for (const story of stories) if (!first.has(story.customer)) first.set(story.customer, story);
  const tiers = [null, 'trail', 'trail', 'ridge', 'ridge', 'summit'];
  const made = [...first].map(([number, { at, language }]) => {
    const [given, family] = [pick(firstNames, chance), pick(lastNames, chance)];
    const id = idAt(at);
    return {
      number,
      id,
      at,
      language,
      name: `${given} ${family}`,
      address: `${given}.${family}.${number}@past.example`.toLowerCase(),
    };
  });
  await tx.customer.createMany({
    data: made.map(({ id, name, language, at }) => ({ id, name, language, tier: pick(tiers, chance), createdAt: at })),
  });
  await tx.identity.createMany({
    data: made.map(({ id, address, at }) => ({
      ...{ id: idAt(at), customerId: id, kind: 'email' as const, value: address },
      ...{ verifiedAt: at, createdAt: at },
    })),
  });
  return new Map(made.map(({ number, id }) => [number, id]));
}
