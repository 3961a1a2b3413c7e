import type { ReleasedPlaybook } from '../../governance/playbook.schema';
import type { GivenFile, Understanding, Waiting } from '../plan.schema';
import { fillSlot } from './fill-slot';

type Asked = Extract<Waiting, { kind: 'playbook' }>;
type Answer = { understanding: Understanding; message: string; files: GivenFile[] };

/** Whether a message holds what the waiting node asked for. */
export function readGiven(
  waiting: Asked,
  playbook: ReleasedPlaybook | undefined,
  { understanding, message, files }: Answer,
): 'yes' | 'no' | 'value' | 'nothing' {
  const node = playbook?.definition.nodes[waiting.node];
  const first = understanding.wishes[0]!;
  switch (node?.kind) {
    case 'wait':
      return 'value'; // for whatever the customer writes next
    case 'confirm':
      if (first.intent === 'affirm' && first.probability >= 0.5) return 'yes';
      return first.intent === 'deny' && first.probability >= 0.5 ? 'no' : 'nothing';
    case 'collect': {
      if (node.entity === 'text') {
        const turnsAway = first.probability >= 0.9 && first.intent !== 'unknown' && first.intent !== waiting.intent;
        return turnsAway ? 'nothing' : 'value';
      }
      const { entities } = understanding;
      return fillSlot(node, { slots: {}, entities, message, files, answered: true }) === null ? 'nothing' : 'value';
    }
    default:
      return 'nothing';
  }
}
