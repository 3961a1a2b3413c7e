import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import type { SkillInput, SkillsView } from './triage.schema';

/** The skills with who has them, and the intents that can ask for them. */
export async function listSkills(): Promise<SkillsView> {
  const [skills, people, intents] = await Promise.all([
    db().skill.findMany({ orderBy: { name: 'asc' } }),
    db().person.findMany({ where: { disabledAt: null }, select: { skills: true } }),
    db().intent.findMany({ orderBy: { name: 'asc' }, select: { key: true, name: true } }),
  ]);
  return {
    skills: skills.map(({ id, key, name, intents: of }) => ({
      id,
      key,
      name,
      intents: of,
      people: people.filter((person) => person.skills.includes(key)).length,
    })),
    intents,
  };
}

/** Makes a skill or changes one; its key stays, for people and conversations carry it. Throws `conflict`, `not_found`. */
export async function saveSkill(person: PersonActor, { id, name, intents }: SkillInput): Promise<{ id: string }> {
  const clean = name.replace(/\s+/g, ' ').trim();
  return inTransaction(async (tx) => {
    const same = await tx.skill.findFirst({ where: { name: { equals: clean, mode: 'insensitive' } } });
    if (same && same.id !== id) throw new AppError('conflict', `There is a skill “${same.name}” already.`);
    const before = id && isId(id) ? await tx.skill.findUnique({ where: { id } }) : null;
    if (id && !before) throw new AppError('not_found', 'There is no such skill.');
    const row = before
      ? await tx.skill.update({ where: { id: before.id }, data: { name: clean, intents } })
      : await tx.skill.create({ data: { id: newId(), key: newId(), name: clean, intents } });
    await recordEvent(tx, 'desk.changed', { what: 'teams' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'skill.save',
      subject: { kind: 'skill', id: row.id },
      before: before ? { name: before.name, intents: before.intents } : undefined,
      after: { name: clean, intents },
    });
    return { id: row.id };
  });
}

/** Takes a skill away from everybody who has it, and from what asks for it. Throws `not_found`. */
export async function deleteSkill(person: PersonActor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const skill = isId(id) ? await tx.skill.findUnique({ where: { id } }) : null;
    if (!skill) throw new AppError('not_found', 'There is no such skill.');
    await tx.skill.delete({ where: { id } });
    await tx.$executeRaw`UPDATE "Person" SET skills = array_remove(skills, ${skill.key}) WHERE ${skill.key} = ANY (skills)`;
    await tx.$executeRaw`
      UPDATE "Conversation" SET skills = array_remove(skills, ${skill.key})
      WHERE state = 'open' AND ${skill.key} = ANY (skills)`;
    await recordEvent(tx, 'desk.changed', { what: 'teams' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'skill.delete',
      subject: { kind: 'skill', id },
      before: { name: skill.name, intents: skill.intents },
    });
  });
}
