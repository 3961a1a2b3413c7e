import type { Column } from '../columns';
import { count, type Measure, say } from './build-measure';

const reasons: [Column, string][] = [
  ['reasonAskedForPerson', 'Customer asked for a person'],
  ['reasonSensitiveTopic', 'Sensitive topic'],
  ['reasonNotUnderstood', 'Not understood'],
  ['reasonLowConfidence', 'Not sure enough'],
  ['reasonNoAnswer', 'No answer found'],
  ['reasonPolicyDenied', 'A rule does not allow it'],
  ['reasonToolFailed', 'A tool did not answer'],
  ['reasonNotVerified', 'Customer not verified'],
  ['reasonPlaybook', 'A playbook asks for a person'],
  ['reasonTechnicalFailure', 'Something broke'],
  ['reasonApprovalRefused', 'Approval refused'],
  ['reasonSwitchedOff', 'Assistant switched off'],
  ['reasonTakenByPerson', 'Taken by a person'],
  ['reasonHandedOver', 'Another assistant passed it on'],
];
/** `reason_asked_for_person`: as the reason is called where it is recorded. */
const keyOf = (column: string): string => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** What reasons of handovers are called, by their key. */
export const reasonNames: ReadonlyMap<string, string> = new Map(
  reasons.map(([column, name]) => [keyOf(column).replace('reason_', ''), name]),
);
export const handoffs: Measure[] = reasons.map(([column, name]) =>
  count(say(keyOf(column), name, null, 'Conversations first handed over for this reason.'), column),
);
