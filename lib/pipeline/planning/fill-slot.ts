import type { PlaybookNode } from '../../governance/playbook.schema';
import type { Entity, GivenFile } from '../plan.schema';
import { matchChoice } from './match-choice';

type Collect = Extract<PlaybookNode, { kind: 'collect' }>;

export type SlotInput = {
  slots: Record<string, unknown>;
  /** Newest first: of this message, then of the conversation before. */
  entities: Entity[];
  message: string;
  /** What was attached to this message. */
  files?: GivenFile[];
  /** The message answers the question of this very node. */
  answered: boolean;
};

/** The value for a slot, or null when the customer has not given it. */
export function fillSlot(node: Collect, input: SlotInput): unknown {
  const kept = input.slots[node.slot];
  if (kept !== undefined) return kept;
  if (node.entity === 'text') {
    const text = input.message.trim();
    return input.answered && text.length > 0 ? text.slice(0, 500) : null;
  }
  if (node.entity === 'choice') return input.answered ? matchChoice(node.choices ?? [], input.message) : null;
  // Of several files each is taken once: two that come together answer two questions.
  if (node.entity === 'file')
    return input.files?.find(({ id }) => !Object.values(input.slots).includes(id))?.id ?? null;
  const entity = input.entities.find((one) => one.kind === node.entity && one.sure >= 0.5);
  if (!entity) return null;
  switch (entity.kind) {
    case 'amount':
      return entity.cents ?? null;
    case 'date':
      return entity.iso ?? entity.value;
    case 'months':
      return Number(entity.value);
    default:
      return entity.value;
  }
}

/** Every plain value in a scope as text: what a reply's figures are looked up in. */
export function gather(value: unknown, depth = 0): string[] {
  if (depth > 8 || value === null || value === undefined) return [];
  if (typeof value === 'number')
    return Number.isInteger(value) ? [String(value), (value / 100).toFixed(2)] : [String(value)];
  if (typeof value === 'string' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((inner) => gather(inner, depth + 1));
  return Object.values(value).flatMap((inner) => gather(inner, depth + 1));
}
