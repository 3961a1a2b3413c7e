import { v7 } from 'uuid';
import type { Tx } from '../../../lib/platform/db';
import { intents } from '../intents';

export type Desk = {
  channels: Map<string, string>;
  teams: Map<string, string>;
  agents: string[];
  examples: Map<string, string[]>;
  promise: string | null;
};

/** Over what, by whom and for whom it is told. */
export async function readDesk(tx: Tx): Promise<Desk> {
  const kept = await tx.channel.findMany();
  const channels = new Map(kept.map(({ kind, id }) => [kind as string, id]));
  // Mail and text messages of the time before: nothing comes in over them now.
  for (const [kind, name] of [
    ['email', 'Mail'],
    ['sms', 'Text messages'],
  ] as const) {
    if (channels.has(kind)) continue;
    const made = await tx.channel.create({ data: { id: v7(), kind, key: `past-${kind}`, name, enabled: false } });
    channels.set(kind, made.id);
  }
  const people = await tx.person.findMany({
    where: { role: { in: ['agent', 'supervisor'] } },
    orderBy: { email: 'asc' },
  });
  const promise = await tx.slaPolicy.findFirst({ orderBy: { position: 'desc' } });
  return {
    channels,
    teams: new Map((await tx.team.findMany()).map(({ key, id }) => [key, id])),
    agents: people.map(({ id }) => id),
    examples: new Map(intents.map(({ key, examples }) => [key, examples])),
    promise: promise?.id ?? null,
  };
}
