import type { PersonActor } from '../auth/permissions';
import { inTransaction, Prisma, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Definition } from '../platform/records';
import { assertReleasable } from './assert-releasable';
import type { ReleaseInput, TakeBack, TakenBack } from './definition.schema';
import { noted } from './draft-definition';
import { assertRevision, lockDefinition, lockVersion } from './lock-definition';

/**
 * Releases a version: to a share of the conversations, or to all of them. In force in every process within a second.
 * What was on trial before makes room, and so does what was live when it is for all. Throws `conflict` when its cases
 * or checks do not pass, with the first that does not.
 */
export async function releaseDefinition(
  person: PersonActor,
  { id, revision, share, note }: ReleaseInput,
): Promise<{ version: number; state: 'trial' | 'live' }> {
  return inTransaction(async (tx) => {
    const { version, all } = await lockVersion(tx, id);
    assertRevision(version, revision);
    if (version.state === 'live') throw new AppError('conflict', 'This version is live already.');
    if (version.state === 'retired')
      throw new AppError('conflict', 'An earlier version comes back by rolling back, or as a draft.');
    if (version.state === 'draft') await assertReleasable(tx, version);
    const state = share === 100 ? 'live' : 'trial';
    await retire(
      tx,
      all.filter((one) => one.id !== id && (one.state === 'trial' || (state === 'live' && one.state === 'live'))),
    );
    const said = note === undefined ? {} : { note };
    await tx.definition.update({
      where: { id },
      data: { state, share, ...said, releasedAt: new Date(), releasedById: person.id, takenBack: Prisma.DbNull },
    });
    await noted(tx, person, version, 'released', { share, ...said });
    return { version: version.version, state };
  });
}

/** Takes back the last release: what is on trial, else what is live, for the version that was live before it. */
export async function rollBackDefinition(
  person: PersonActor,
  { why = '', ...name }: TakeBack,
): Promise<{ from: number; to: number | null }> {
  return inTransaction(async (tx) => {
    const all = await lockDefinition(tx, name);
    const takenBack: TakenBack = { at: new Date().toISOString(), by: person.id, why };
    const trial = all.find(({ state }) => state === 'trial');
    const live = all.find(({ state }) => state === 'live');
    if (trial) {
      await retire(tx, [trial], takenBack);
      await noted(tx, person, trial, 'rolled_back', { to: live?.version ?? null, why });
      return { from: trial.version, to: live?.version ?? null };
    }
    const before = all.find(
      (one) => one.state === 'retired' && one.share === 100 && one.version < (live?.version ?? 0),
    );
    if (!live || !before) throw new AppError('conflict', 'There is no earlier version to go back to.');
    await retire(tx, [live], takenBack);
    await tx.definition.update({
      where: { id: before.id },
      data: { state: 'live', releasedAt: new Date(), releasedById: person.id, takenBack: Prisma.DbNull },
    });
    await noted(tx, person, live, 'rolled_back', { to: before.version, why });
    return { from: live.version, to: before.version };
  });
}

/** Takes out of force what is live and on trial: the writes of a policy are denied then, the intents of a playbook answered from articles or by people. */
export async function switchOffDefinition(person: PersonActor, { why = '', ...name }: TakeBack): Promise<void> {
  await inTransaction(async (tx) => {
    const standing = (await lockDefinition(tx, name)).filter(({ state }) => state === 'live' || state === 'trial');
    if (standing.length === 0) throw new AppError('conflict', 'It is not in force.');
    await retire(tx, standing, { at: new Date().toISOString(), by: person.id, why });
    await noted(tx, person, standing[0]!, 'switched_off', { why });
  });
}

async function retire(tx: Tx, versions: Definition[], takenBack?: TakenBack): Promise<void> {
  await tx.definition.updateMany({
    where: { id: { in: versions.map(({ id }) => id) } },
    data: { state: 'retired', ...(takenBack && { takenBack }) },
  });
}
