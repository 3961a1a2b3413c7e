import type { Change } from '@/components/definitions/change-list';
import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import { stepsOf } from './edit-playbook';
import { titleOf } from './step-words';

/** How a playbook differs from an earlier one, step by step; where steps lie on the canvas is no difference. */
export function comparePlaybooks(before: PlaybookDefinition | null, after: PlaybookDefinition): Change[] {
  const earlier = new Map(before ? stepsOf(before) : []);
  const later = new Map(stepsOf(after));
  const changes: Change[] = [];
  if (before && headOf(before) !== headOf(after))
    changes.push({ kind: 'changed', node: null, says: 'What starts it, or what it is called' });
  for (const [name, node] of later) {
    const was = earlier.get(name);
    if (!was) changes.push({ kind: 'added', node: name, says: titleOf(name, node) });
    else if (JSON.stringify(sorted(was)) !== JSON.stringify(sorted(node)))
      changes.push({ kind: 'changed', node: name, says: titleOf(name, node) });
  }
  for (const [name, node] of earlier)
    if (!later.has(name)) changes.push({ kind: 'removed', node: name, says: titleOf(name, node) });
  return changes;
}

function headOf({ nodes: _, layout: __, ...head }: PlaybookDefinition): string {
  return JSON.stringify(sorted(head));
}

/** The same fields in another order are the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}
