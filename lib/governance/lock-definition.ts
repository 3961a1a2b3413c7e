import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Definition } from '../platform/records';
import type { DefinitionKind, DefinitionName } from './definition.schema';

const nouns: Record<DefinitionKind, string> = { policy: 'policy', playbook: 'playbook' };

export const noDefinition = (kind: DefinitionKind): AppError =>
  new AppError('not_found', `There is no such ${nouns[kind]}.`);

/** One after the other changes what stands under a key: a draft, what is on trial, what is live. */
export async function lockDefinition(tx: Tx, { kind, key }: DefinitionName): Promise<Definition[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(778220, hashtext(${`${kind}:${key}`}))`;
  return tx.definition.findMany({ where: { kind, key }, orderBy: { version: 'desc' } });
}

/** The version of this id among all of its key, locked. Throws `not_found`. */
export async function lockVersion(tx: Tx, id: string): Promise<{ version: Definition; all: Definition[] }> {
  const found = await tx.definition.findUnique({ where: { id }, select: { kind: true, key: true } });
  if (!found) throw new AppError('not_found', 'There is no such version.');
  const all = await lockDefinition(tx, found);
  const version = all.find((one) => one.id === id);
  if (!version) throw new AppError('not_found', 'This version was discarded meanwhile.');
  return { version, all };
}

/** Two who change the same draft notice: the second reads what the first wrote before writing over it. */
export function assertRevision(version: Definition, revision: number): void {
  if (version.revision !== revision)
    throw new AppError('conflict', 'Somebody has changed this draft meanwhile. Load it again; yours is still here.');
}
