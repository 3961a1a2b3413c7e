import type { PersonActor } from '../auth/permissions';
import { AppError } from '../platform/errors';
import { arrangeTools } from './arrange-tools';
import type { DecideChange } from './registry.schema';
import { asAccepted, described, descriptionOf } from './take-in-tools';
import type { ToolDescription } from './tool.schema';

/**
 * Accepts what a tool is offered as now, or refuses it: then it stays as it was accepted, and is called only as long as that
 * still fits. Throws `not_found`, and `conflict` when something else is offered by now.
 */
export async function decideToolChange(
  person: PersonActor,
  { id, hash, decision }: DecideChange,
): Promise<{ id: string }> {
  return arrangeTools(person, `tool.${decision}_change`, async (tx) => {
    const row = await tx.tool.findUnique({ where: { id } });
    if (!row) throw new AppError('not_found', 'There is no such tool.');
    if (row.offered === null || row.offeredHash !== hash || row.state === 'gone')
      throw new AppError('conflict', 'It has changed again, or somebody has decided this already. Look at it again.');
    const offered = row.offered as unknown as ToolDescription;
    await tx.tool.update({
      where: { id },
      data:
        decision === 'accept'
          ? {
              ...described({ description: offered, hash }),
              ...asAccepted,
              ...keptArguments(row, offered),
              acceptedAt: new Date(),
              acceptedBy: person.id,
            }
          : { state: 'accepted', refusedHash: hash },
    });
    const said = { before: descriptionOf(row), after: decision === 'accept' ? offered : undefined };
    return { connectorId: row.connectorId, subject: { kind: 'tool', id }, ...said };
  });
}

/** An argument that is gone can be set no more. One that carried the subject turns the tool off: whose data would it be? */
function keptArguments(
  { subjectArgument, keyArgument }: { subjectArgument: string | null; keyArgument: string | null },
  offered: ToolDescription,
) {
  const names = Object.keys((offered.inputSchema.properties ?? {}) as Record<string, unknown>);
  const lost = (name: string | null) => name !== null && !names.includes(name);
  return {
    ...(lost(subjectArgument) && { subjectArgument: null, enabled: false }),
    ...(lost(keyArgument) && { keyArgument: null, enabled: false }),
  };
}
