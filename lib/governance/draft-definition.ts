import { type Actor, appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Prisma, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { Definition } from '../platform/records';
import {
  type DefinitionName,
  type DefinitionState,
  type NewDefinition,
  type SaveDefinition,
  standingOf,
} from './definition.schema';
import { assertRevision, lockDefinition, lockVersion, noDefinition } from './lock-definition';
import { parseBody } from './parse-body';

export type Draft = { id: string; version: number; revision: number };

const json = (value: unknown) => value as Prisma.InputJsonValue;

/** Begins a policy or playbook as a draft. Throws `conflict` when the key is taken. */
export async function createDefinition(person: PersonActor, input: NewDefinition): Promise<Draft> {
  const body = parseBody(input.kind, input.body);
  return inTransaction(async (tx) => {
    if ((await lockDefinition(tx, input)).length > 0)
      throw new AppError('conflict', `There is a ${input.kind} with the key ${input.key} already.`);
    return addDraft(tx, person, input, { version: 1, body, cases: input.cases });
  });
}

/** The draft of a key; where there is none, a copy of what stands (`standingOf`). */
export async function openDraft(person: PersonActor, name: DefinitionName): Promise<Draft> {
  return inTransaction(async (tx) => {
    const all = await lockDefinition(tx, name);
    const [newest] = all;
    if (!newest) throw noDefinition(name.kind);
    const inState = (wanted: DefinitionState) => all.find(({ state }) => state === wanted);
    const draft = inState('draft');
    if (draft) return draft;
    const from = standingOf({ trial: inState('trial'), live: inState('live'), newest });
    return addDraft(tx, person, name, { version: newest.version + 1, body: from.body, cases: from.cases });
  });
}

/** A draft with what an earlier version said: the way back to it goes through its cases, like everything. */
export async function draftFrom(person: PersonActor, { id }: { id: string }): Promise<Draft> {
  return inTransaction(async (tx) => {
    const { version, all } = await lockVersion(tx, id);
    if (all.some(({ state }) => state === 'draft'))
      throw new AppError('conflict', 'There is a draft already. Release it or discard it first.');
    return addDraft(tx, person, version, {
      version: all[0]!.version + 1,
      body: version.body,
      cases: version.cases,
    });
  });
}

/** Keeps what was written so far, with all its mistakes but those of form. Throws `conflict` when somebody was faster. */
export async function saveDefinition(person: PersonActor, input: SaveDefinition): Promise<Draft> {
  return inTransaction(async (tx) => {
    const { version } = await lockVersion(tx, input.id);
    if (version.state !== 'draft') throw new AppError('conflict', 'Only a draft can be changed; open one first.');
    assertRevision(version, input.revision);
    const body = parseBody(version.kind, input.body);
    const data = {
      body: json(body),
      cases: json(input.cases),
      note: input.note,
      personId: person.id,
      revision: { increment: 1 },
    };
    const saved = await tx.definition.update({ where: { id: version.id }, data });
    await recordEvent(tx, 'definition.changed', { kind: version.kind, key: version.key });
    return saved;
  });
}

/** Throws a draft away. What was released before stays as it is. */
export async function discardDefinition(person: PersonActor, { id }: { id: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const { version } = await lockVersion(tx, id);
    if (version.state !== 'draft') throw new AppError('conflict', 'Only a draft can be discarded.');
    await tx.definition.delete({ where: { id } });
    await noted(tx, person, version, 'discarded');
  });
}

/** A draft under a key that is locked; by a person, or by what has no name. */
export async function addDraft(
  tx: Tx,
  person: { id: string } | null,
  { kind, key }: DefinitionName,
  { version, body, cases, note = '' }: { version: number; body: unknown; cases: unknown; note?: string },
): Promise<Draft> {
  const made = await tx.definition.create({
    data: {
      id: newId(),
      kind,
      key,
      version,
      state: 'draft',
      body: json(body),
      cases: json(cases),
      note,
      personId: person?.id ?? null,
    },
  });
  await noted(tx, person, made, 'drafted');
  return made;
}

/** Tells everybody who looks, and the audit. */
export async function noted(
  tx: Tx,
  person: { id: string } | null,
  { id, kind, key, version }: Pick<Definition, 'id' | 'kind' | 'key' | 'version'>,
  what: string,
  after: Record<string, unknown> = {},
): Promise<void> {
  const actor: Actor = person ? { kind: 'person', id: person.id } : { kind: 'system', id: null };
  await recordEvent(tx, 'definition.changed', { kind, key });
  await appendAudit(tx, {
    actor,
    action: `${kind}.${what}`,
    subject: { kind, id },
    after: { key, version, ...after },
  });
}
