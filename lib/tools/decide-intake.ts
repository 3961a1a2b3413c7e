import { compareDescriptions } from './compare-schemas';
import type { ToolDescription } from './tool.schema';

export type StoredTool = {
  id: string;
  state: 'new' | 'accepted' | 'held' | 'gone';
  hash: string;
  offeredHash: string | null;
  refusedHash: string | null;
  fits: boolean;
  description: ToolDescription;
};
export type OfferedTool = { hash: string; description: ToolDescription };

/** What becomes of each tool when a system says what it offers now. A tool that is as it was is not among them. */
export type Intake =
  | { kind: 'new'; offered: OfferedTool }
  /** Nobody had accepted it: it is simply as it is offered now. */
  | { kind: 'renewed'; id: string; offered: OfferedTool }
  | { kind: 'held'; id: string; offered: OfferedTool; fits: boolean; changes: string[]; told: boolean }
  /** It is offered again as it was accepted. */
  | { kind: 'back'; id: string }
  | { kind: 'gone'; id: string };

/** Compares what is kept with what is offered. A change that a person refused is held without asking again. */
export function decideIntake(stored: readonly StoredTool[], offered: readonly OfferedTool[]): Intake[] {
  const byName = new Map(stored.map((tool) => [tool.description.name, tool]));
  const names = new Set(offered.map(({ description }) => description.name));
  const seen = offered.flatMap((one): Intake[] => {
    const before = byName.get(one.description.name);
    if (!before) return [{ kind: 'new', offered: one }];
    if (before.hash === one.hash) {
      const settled = before.offeredHash === null && before.state !== 'held' && before.state !== 'gone';
      return settled ? [] : [{ kind: 'back', id: before.id }];
    }
    if (before.state === 'new') return [{ kind: 'renewed', id: before.id, offered: one }];
    if (before.offeredHash === one.hash && before.state !== 'gone') return [];
    const { fits, changes } = compareDescriptions(before.description, one.description);
    return [{ kind: 'held', id: before.id, offered: one, fits, changes, told: before.refusedHash === one.hash }];
  });
  const gone = stored.flatMap(({ id, state, description }): Intake[] =>
    state === 'gone' || names.has(description.name) ? [] : [{ kind: 'gone', id }],
  );
  return [...seen, ...gone];
}
