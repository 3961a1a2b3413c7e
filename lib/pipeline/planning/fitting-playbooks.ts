import type { ReleasedPlaybook } from '../../governance/playbook.schema';
import type { Instruments } from '../plan.schema';

/** Whom a trigger is asked about: what its segment may speak of. */
export type Speaking = {
  customer: Record<string, unknown>;
  conversation: Record<string, unknown> & { channel: string };
};

/**
 * The playbooks whose trigger fits, the more particular first: one for gold members on the phone is chosen before one for
 * everybody. A segment that cannot be evaluated fits nobody.
 */
export function fittingPlaybooks(
  playbooks: ReleasedPlaybook[],
  speaking: Speaking,
  evaluate: Instruments['evaluate'],
): ReleasedPlaybook[] {
  const fits = ({ definition: { trigger } }: ReleasedPlaybook): boolean => {
    if (trigger.channels.length > 0 && !trigger.channels.includes(speaking.conversation.channel)) return false;
    if (!trigger.segment) return true;
    try {
      return evaluate(trigger.segment, speaking) === true;
    } catch {
      return false;
    }
  };
  return playbooks.filter(fits).sort((a, b) => particular(b) - particular(a));
}

/** Sorting keeps the order of keys among equals. A segment says more than a channel. */
const particular = ({ definition: { trigger } }: ReleasedPlaybook): number =>
  (trigger.segment ? 2 : 0) + (trigger.channels.length > 0 ? 1 : 0);
